// `npm run bench:loop [-- --report]`: a full run of 40 channels and 208 weeks; how long anything holds the event loop, how large each answer is.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { insightParts } from '@mixmodel/contract';
import { ENGINE_NUMERICS } from '@mixmodel/engine';
import { ended } from '../chaos/ledger.ts';
import { person } from '../chaos/person.ts';
import { answering, run } from '../chaos/program.ts';
import { wideTable } from '../fixtures/wide.ts';

const reportFile = resolve(import.meta.dirname, '../../../docs/method/server.md');
const [channels, weeks] = [40, 208];
const times = 5;

interface Row {
  readonly what: string;
  readonly longestMs: number;
  readonly p99Ms: number;
  /** As it goes over the wire, compressed where it can be. */
  readonly wireKb?: number;
}

const dataDir = await mkdtemp(join(tmpdir(), 'mixmodel-loop-'));
const server = await answering(run(dataDir, { THREADS: '1' }, new URL('delay.mjs', import.meta.url).href));
const rows: Row[] = [];

async function delay(): Promise<Pick<Row, 'longestMs' | 'p99Ms'>> {
  const told = once(server.child, 'message');
  server.child.send({ ask: 'delay' });
  const [answer] = (await told) as [Pick<Row, 'longestMs' | 'p99Ms'>];
  return answer;
}

/** Bytes of the body as they are sent. */
function wireBytes(url: string, authorization: string): Promise<number> {
  return new Promise((resolved, reject) => {
    const sent = request(url, { headers: { authorization, 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolved(bytes)
          : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

const me = await person(server);
try {
  await delay();
  const { id: datasetId } = await me.upload(wideTable({ channels, weeks }), 'wide.csv', 'wide');
  rows.push({ what: 'upload', ...(await delay()) });
  const asked = await me.ask({ datasetId, sampling: { mode: 'full', seed: 1 } }, 'full');
  rows.push({ what: 'asking for the run', ...(await delay()) });
  const { state, error } = await ended(me, asked.id);
  if (state !== 'completed') throw new Error(`the run ${state}: ${error?.sentence}`);
  rows.push({ what: 'the run itself, its report and its storing', ...(await delay()) });
  const other = await me.ask({ datasetId, sampling: { mode: 'quick', seed: 2 } }, 'quick');
  await ended(me, other.id);
  const of = `/runs/${asked.id}`;
  const quantity = encodeURIComponent('roas[channel_01_spend]');
  const reads = [
    ...['/datasets', `/datasets/${datasetId}`, `/datasets/${datasetId}/rows?count=100`, '/runs', of],
    ...[`${of}/result`, `${of}/lineage`, `/runs/compare?runs=${asked.id},${other.id}`],
    ...Object.keys(insightParts).map((part) => `${of}/${part}`),
    ...[`${of}/quantities/${quantity}`, `${of}/quantities/log_posterior`],
    ...['csv', 'json', 'xlsx', 'md'].map((format) => `${of}/export?format=${format}`),
    ...[`${of}/result.json`, `${of}/draws`],
  ];
  for (const path of reads) {
    await delay();
    let bytes = 0;
    for (let i = 0; i < times; i++) bytes = await wireBytes(me.urlOf(path), me.authorization);
    const what = `GET ${path.replace(asked.id, ':runId').replace(other.id, ':other').replace(asked.id, ':runId').replace(datasetId, ':datasetId')}`;
    rows.push({ what, ...(await delay()), wireKb: bytes / 1024 });
  }
  console.table(rows);
  if (process.argv.includes('--report')) writeFileSync(reportFile, reportOf(rows));
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

function reportOf(measured: readonly Row[]): string {
  return [
    '# How long the server is held, and how large its answers are',
    '',
    `Written by \`npm run bench:loop\` on ${new Date().toISOString().slice(0, 10)}: engine numerics ${ENGINE_NUMERICS}, Node ${process.version}, ${cpus().length} processors, one thread for the chains. A full run of ${channels} channels and ${weeks} weeks; each reading ${times} times.`,
    '',
    'The event loop is what answers everybody: while one request holds it, all others wait. *Longest* is the longest it was held (`monitorEventLoopDelay`, above its resolution of 5 ms), with the machine otherwise idle; *on the wire* is the body as it is sent, compressed where it can be. Answers that are read stay below 400 KB; downloads may be as large as they are.',
    '',
    '| | longest, ms | 99 %, ms | on the wire, KB |',
    '|---|---|---|---|',
    ...measured.map(
      ({ what, longestMs, p99Ms, wireKb }) =>
        `| ${what} | ${longestMs.toFixed(0)} | ${p99Ms.toFixed(0)} | ${wireKb === undefined ? '' : wireKb.toFixed(wireKb < 10 ? 1 : 0)} |`,
    ),
    '',
  ].join('\n');
}
