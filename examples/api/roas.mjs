// From a spreadsheet to the return of every channel, over the API: upload, map, run, wait, read, download the draws.
// MIXMODEL_URL, MIXMODEL_KEY (of scope `run`) and MIXMODEL_WORKSPACE say where; then:
// node examples/api/roas.mjs sales.csv draws.zarr.zip
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerOf, apiClient, eventsOf, Refusal } from '@mixmodel/client';

const { MIXMODEL_URL: url, MIXMODEL_KEY: token, MIXMODEL_WORKSPACE: workspaceId } = process.env;
const [file, drawsFile] = process.argv.slice(2);
if (!url || !token || !workspaceId || !file || !drawsFile) {
  console.error(
    'Set MIXMODEL_URL, MIXMODEL_KEY and MIXMODEL_WORKSPACE, and give a table and a file for draws.',
  );
  process.exit(2);
}

const client = apiClient({ url, token });

try {
  const datasetId = await upload();
  const run = await start(datasetId);
  const ended = await untilEnded(run.id);
  if (ended.state !== 'completed')
    throw new Error(`Run ${ended.number} ${ended.state}: ${ended.error?.sentence}`);
  await print(ended);
  await download(run.id);
} catch (error) {
  // The sentence says what was wanted, what was got and what to do; `error.code` is for programs.
  console.error(error instanceof Refusal ? `${error.message} (${error.code})` : error);
  process.exitCode = 1;
}

/** Uploads the table, corrects what was guessed of it, and stops where something has to be settled first. */
async function upload() {
  const bytes = await readFile(file);
  const form = new FormData();
  form.append('file', new Blob([bytes]), basename(file));
  const view = await answerOf(
    client.POST('/api/v1/workspaces/{workspaceId}/datasets', {
      // The same bytes under the same key are uploaded once, however often a cut connection is tried again.
      params: { path: { workspaceId }, header: { 'idempotency-key': sha256(bytes) } },
      body: form,
    }),
  );
  const { id: datasetId } = view.dataset;
  const { findings } = await answerOf(
    client.PUT('/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/mapping', {
      params: { path: { workspaceId, datasetId } },
      body: { ...view.mapping, currency: 'EUR' },
    }),
  );
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ sentence }) => sentence).join('\n'));
  return datasetId;
}

/** A quick run of the model that was drafted for the table. */
async function start(datasetId) {
  return answerOf(
    client.POST('/api/v1/workspaces/{workspaceId}/runs', {
      params: { path: { workspaceId }, header: { 'idempotency-key': `quick-${datasetId}` } },
      body: { datasetId, sampling: { mode: 'quick', seed: 1 }, margin: 0.4 },
    }),
  );
}

/** Follows the run; a stream ends after fifteen minutes, and is opened again. */
async function untilEnded(runId) {
  for (;;) {
    const stream = await answerOf(
      client.GET('/api/v1/workspaces/{workspaceId}/runs/{runId}/events', {
        params: { path: { workspaceId, runId } },
        parseAs: 'stream',
      }),
    );
    for await (const { data } of eventsOf(stream)) {
      const { kind, run } = JSON.parse(data);
      if (run.progress) console.log(`${Math.round(100 * run.progress.fraction)} % ${run.progress.phase}`);
      if (['completed', 'failed', 'cancelled'].includes(kind)) return run;
    }
  }
}

async function print({ id: runId, number, converged }) {
  const params = { path: { workspaceId, runId } };
  const { channels } = await answerOf(
    client.GET('/api/v1/workspaces/{workspaceId}/runs/{runId}/channels', { params }),
  );
  console.log(`Run ${number}${converged ? '' : ': did not converge, its numbers must not be used'}`);
  // Media without spend, as newsletters, have no return on it.
  for (const { label, roas } of channels.filter(({ roas }) => roas !== null)) {
    const [low, high] = roas.hdi94.map((value) => value.toFixed(2));
    console.log(`${label}: ROAS ${roas.mean.toFixed(2)} (${low} to ${high})`);
  }
}

/** Straight to the disk: draws may be larger than the memory. */
async function download(runId) {
  const draws = await answerOf(
    client.GET('/api/v1/workspaces/{workspaceId}/runs/{runId}/draws', {
      params: { path: { workspaceId, runId } },
      parseAs: 'stream',
    }),
  );
  await pipeline(Readable.fromWeb(draws), createWriteStream(drawsFile));
  console.log(`Draws: ${drawsFile}`);
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
