// The same run again: all that was asked for, a number of its own, and nobody else's.
import type { RunResult, RunView } from '@mixmodel/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
  workingServer,
} from '../../testing/runs.ts';
import type { Client, TestServer } from '../../testing/server.ts';

let server: TestServer;
let anna: Client;
let first: RunView;
beforeAll(async () => {
  server = await workingServer();
  anna = await server.register();
  const datasetId = await takeSample(anna);
  const asked = { datasetId, sampling: { ...smallSampling, seed: 3 }, margin: 0.25, name: 'Before lunch' };
  first = await runWhen(anna, (await startRun(anna, asked)).id, hasCompleted);
});
afterAll(() => server.close());

test('a run that is repeated gives the same numbers under a number of its own', async () => {
  const answer = await anna.post(`/runs/${first.id}/again`);
  expect(answer.statusCode).toBe(201);
  const again = await runWhen(anna, answer.json<RunView>().id, hasCompleted);
  expect(again).toMatchObject({
    number: first.number + 1,
    name: 'Before lunch',
    margin: 0.25,
    mode: first.mode,
  });
  const read = async ({ id }: RunView) => (await anna.get(`/runs/${id}/result`)).json<RunResult>();
  const [before, after] = [await read(first), await read(again)];
  expect(after.result.parameters).toEqual(before.result.parameters);
  expect(after.result.prior).toEqual(before.result.prior);
});

test('the same wish, sent twice, is one run', async () => {
  const key = { 'idempotency-key': 'again-please' };
  const both = await Promise.all([1, 2].map(() => anna.post(`/runs/${first.id}/again`, undefined, key)));
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 201]);
  expect(new Set(both.map((answer) => answer.json<RunView>().id)).size).toBe(1);
});

test('a run of somebody else cannot be repeated', async () => {
  const ben = await server.register();
  expect((await ben.post(`/runs/${first.id}/again`)).statusCode).toBe(404);
});
