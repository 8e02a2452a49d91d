// A server that is killed in the middle of a fit goes on with it, and ends with the numbers of one that was not.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RunResult, RunView, SessionView } from '@mixmodel/contract';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { diskObjects } from '../../adapters/objects/disk.ts';

const program = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

let dataDir: string;
let server: ChildProcess | undefined;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mixmodel-resume-'));
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

interface Started {
  readonly url: string;
  readonly code: string | undefined;
}

/** The real program in a process of its own, from what `npm run build` made. */
async function start(): Promise<Started> {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: '0',
    HOST: '127.0.0.1',
    THREADS: '2',
    APP_ENV: 'test',
  };
  const started = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  server = started;
  let url = '';
  let code: string | undefined;
  for await (const line of createInterface({ input: started.stdout })) {
    url ||= /^Open (\S+)$/.exec(line)?.[1] ?? '';
    code ??= /one-time code: (\S+)$/.exec(line)?.[1];
    if (line.startsWith('Everything is kept in')) return { url, code };
  }
  throw new Error('the server ended before it had started');
}

async function kill(): Promise<void> {
  const killed = server;
  server = undefined;
  killed?.kill('SIGKILL');
  if (killed) await once(killed, 'exit');
}

const email = 'anna@example.com';
const password = 'a password of tests';

/** Asks the server as `anna`; throws unless it answers well. */
async function clientOf({ url, code }: Started) {
  const send = async <Answer>(
    method: string,
    path: string,
    body?: object,
    token?: string,
  ): Promise<Answer> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const session = code
    ? send<SessionView>('POST', '/accounts', { email, password, name: 'Anna', workspace: 'Shop', code })
    : send<SessionView>('POST', '/sessions', { email, password });
  const { accessToken, account } = await session;
  const base = `/workspaces/${account.workspaces[0]?.id}`;
  return <Answer>(method: string, path: string, body?: object) =>
    send<Answer>(method, base + path, body, accessToken);
}

type Client = Awaited<ReturnType<typeof clientOf>>;

/** Checkpoints on the disk by attempt: `0/1/3` is the fourth stretch of the second chain of the first rung. */
async function checkpoints(runId: string): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const found = new Map<number, Set<string>>();
  for (const key of await diskObjects(join(dataDir, 'objects')).list('workspaces/')) {
    const place = /\/runs\/([^/]+)\/.*\/(\d+)\/checkpoints\/rung-(\d+)\/chain-(\d+)\/(\d+)$/.exec(key);
    if (!place || place[1] !== runId) continue;
    const [, , attempt, ...at] = place;
    found.set(Number(attempt), (found.get(Number(attempt)) ?? new Set()).add(at.join('/')));
  }
  return found;
}

async function untilEnded(client: Client, runId: string, look = async () => {}): Promise<RunResult> {
  for (;;) {
    await look();
    const { state, error } = await client<RunView>('GET', `/runs/${runId}`);
    if (state === 'completed') return client('GET', `/runs/${runId}/result`);
    if (state !== 'running' && state !== 'queued') throw new Error(`the run ${state}: ${error?.sentence}`);
  }
}

function numbersOf({ result, insights }: RunResult) {
  return { result: { ...result, sampling: { ...result.sampling, wallMs: 0 } }, insights };
}

test('a run goes on after kill -9 with the chains it has, to the numbers of an undisturbed one', async () => {
  const first = await clientOf(await start());
  const { dataset } = await first<{ dataset: { id: string } }>('POST', '/datasets/sample');
  const sampling = { mode: 'quick', warmup: 100, draws: 2500, seed: 11 };
  const wish = { datasetId: dataset.id, sampling };
  const run = await first<RunView>('POST', '/runs', wish);
  let before: ReadonlySet<string> = new Set();
  while (before.size < 3) before = (await checkpoints(run.id)).get(1) ?? before;
  await kill();
  before = (await checkpoints(run.id)).get(1) ?? before;
  expect(before.size).toBeLessThan(10);

  const second = await clientOf(await start());
  let after: ReadonlySet<string> = new Set();
  const resumed = await untilEnded(second, run.id, async () => {
    after = (await checkpoints(run.id)).get(2) ?? after;
  });
  // A stretch is begun when the one before is stored, row and all: of each chain only the last may not have been.
  const stored = [...before].filter((place) => before.has(nextOf(place)));
  expect(stored.length).toBeGreaterThan(0);
  expect(after.size).toBeGreaterThan(0);
  expect([...after].filter((place) => stored.includes(place))).toEqual([]);

  const undisturbed = await second<RunView>('POST', '/runs', wish);
  expect(numbersOf(resumed)).toEqual(numbersOf(await untilEnded(second, undisturbed.id)));
  await vi.waitFor(async () => expect(await checkpoints(undisturbed.id)).toEqual(new Map()));
}, 120_000);

function nextOf(place: string): string {
  const [rung, chain, ordinal] = place.split('/');
  return [rung, chain, Number(ordinal) + 1].join('/');
}
