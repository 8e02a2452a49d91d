// Forty channels over four years of weeks, the largest the product is made for: no answer that is read weighs more than 400 KB.
import type { DatasetView, RunView } from '@mixmodel/contract';
import { isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { wideTable } from '../../../fixtures/wide.ts';
import { runs } from '../../database/schema.ts';
import { system } from '../../http/scope.ts';
import { formOf } from '../../testing/form.ts';
import { routeTable } from '../../testing/route-table.ts';
import {
  endlessSampling,
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
  workingServer,
} from '../../testing/runs.ts';
import type { Client, TestServer } from '../../testing/server.ts';
import { measureStored } from './work/measured.ts';

const most = 400 * 1024;

/** What is saved as a file may be as large as it is. */
const downloads = new Set(['/export', '/result.json', '/draws', '/file']);

let server: TestServer;
let anna: Client;
let dataset: string;
let run: RunView;
beforeAll(async () => {
  server = await workingServer();
  anna = await server.register();
  const form = formOf([{ fileName: 'wide.csv', bytes: wideTable({ channels: 40, weeks: 208 }) }]);
  const answer = await anna.inject({ method: 'POST', url: '/datasets', ...form });
  dataset = answer.json<DatasetView>().dataset.id;
  const asked = { datasetId: dataset, sampling: smallSampling };
  const first = await startRun(anna, asked);
  // Only so that there is one to compare with.
  const other = { datasetId: await takeSample(anna), sampling: smallSampling };
  await runWhen(anna, (await startRun(anna, other)).id, hasCompleted);
  run = await runWhen(anna, first.id, hasCompleted);
});
afterAll(() => server.close());

/** Every address of the workspace that can be read, and what it is asked with where it wants to be asked something. */
function addresses(): string[] {
  const ids: Readonly<Record<string, string>> = {
    datasetId: dataset,
    runId: run.id,
    name: encodeURIComponent('roas[channel_01_spend]'),
  };
  return Object.keys(routeTable)
    .filter((route) => route.startsWith('GET ~/'))
    .map((route) => route.slice('GET ~'.length))
    .filter((path) => !downloads.has(path.slice(path.lastIndexOf('/'))))
    .map((path) => path.replace(/:(\w+)/g, (whole, id: string) => ids[id] ?? whole))
    .filter((path) => !path.includes(':'));
}

test('each is small enough to be sent over a slow line', async () => {
  const sizes: Record<string, number> = {};
  const { items } = (await anna.get('/runs')).json<{ items: RunView[] }>();
  for (const path of addresses()) {
    if (path.endsWith('/events')) continue;
    const url = path.endsWith('/compare') ? `${path}?runs=${items.map(({ id }) => id).join(',')}` : path;
    const answer = await anna.inject({ method: 'GET', url, headers: { 'accept-encoding': 'gzip' } });
    if (answer.statusCode === 200) sizes[path.replace(run.id, ':runId')] = answer.rawPayload.length;
  }
  expect(Object.keys(sizes)).toEqual(
    expect.arrayContaining(['/runs/:runId/result', '/runs/:runId/densities']),
  );
  expect(Object.entries(sizes).filter(([, bytes]) => bytes > most)).toEqual([]);
});

test('what a run keeps is counted as it is stored, and of runs of before measured when they are not counted', async () => {
  const { objects, database } = server.services;
  const folder = `workspaces/${anna.workspaceId}/runs/${run.id}/`;
  await vi.waitFor(async () =>
    expect((await objects.list(folder)).filter((key) => key.includes('/checkpoints/'))).toEqual([]),
  );
  expect((await objects.list(folder)).some((key) => key.endsWith('/results/result.json.gz'))).toBe(true);
  const counted = async () =>
    (
      await database.$client.query('select stored_bytes::float8 as bytes from runs where id = $1', [run.id])
    ).rows.map(({ bytes }) => bytes);
  const kept = await objects.size(folder);
  expect(await counted()).toEqual([kept]);
  await database.$client.query('update runs set stored_bytes = null');
  await startRun(anna, { datasetId: dataset, sampling: endlessSampling });
  await measureStored(server.services, system);
  expect(await counted()).toEqual([kept]);
  // A run that has not completed is none that was forgotten.
  expect(await database.$count(runs, isNull(runs.storedBytes))).toBe(1);
});
