// Runs that would take the server down are refused, and what took it down once too often is not begun again.
import type { DatasetView, PlanView, ProblemDetails, RunView } from '@mixmodel/contract';
import { ENGINE_NUMERICS } from '@mixmodel/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Config } from '../../config.ts';
import { system } from '../../http/scope.ts';
import { runWhen, smallSampling, startRun, takeSample } from '../../testing/runs.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';
import { mostStalledAttempts } from './budget.ts';
import { startRuns } from './jobs.ts';
import { beginAttempt, insertSegment } from './work/queries.ts';

const mostOpenRuns = 3;
let server: TestServer;
let anna: Client;
let datasetId: string;
beforeAll(async () => {
  server = await testServer({ config: { workspaceRunsOpen: mostOpenRuns } });
  anna = await server.register();
  datasetId = await takeSample(anna);
});
afterAll(() => server.close());

/** As a server that was started again with other settings. */
function restartedWith(settings: Partial<Config>): void {
  Object.assign(server.services.config, settings);
}

describe('a run beyond the memory of the server', () => {
  const sampling = { mode: 'full', chains: 16, draws: 100_000 } as const;

  test('is refused with what to lower, before it is begun', async () => {
    const answer = await anna.post('/runs', { datasetId, sampling });
    expect(answer.statusCode).toBe(422);
    const [fault] = answer.json<ProblemDetails>().faults ?? [];
    expect(fault).toMatchObject({ code: 'run_memory', path: 'sampling.draws' });
    expect(fault?.sentence).toMatch(/needs? about [\d,]+ MB .* 2,048 MB\. Lower the draws or the chains/);
  });

  test('is planned with the same as a fault, and only in the mode that is asked for', async () => {
    const plan = async (asked: object) =>
      (await anna.post(`/datasets/${datasetId}/plan`, { sampling: asked })).json<PlanView>();
    const large = await plan(sampling);
    expect(large.faults).toMatchObject([{ code: 'run_memory', path: 'draws' }]);
    expect(large.spec).not.toBeNull();
    expect((await plan({ mode: 'full' })).faults).toEqual([]);
  });

  test('is not repeated either, when less is allowed than before', async () => {
    const { id } = await startRun(anna, { datasetId, sampling: smallSampling });
    restartedWith({ maxRunMemoryMb: 100 });
    const again = await anna.post(`/runs/${id}/again`);
    restartedWith({ maxRunMemoryMb: 2048 });
    expect([again.statusCode, again.json()]).toMatchObject([422, { code: 'run_memory' }]);
    await anna.post(`/runs/${id}/cancel`);
  });
});

test('estimates are whole milliseconds', async () => {
  const asked = { sampling: { mode: 'quick' }, backtest: {} } as const;
  const plan = (await anna.post(`/datasets/${datasetId}/plan`, asked)).json<PlanView>();
  const told = [plan.estimateMs?.quick, plan.estimateMs?.full, plan.backtest?.estimateMs];
  expect(told).toEqual(told.map((ms) => Math.round(Number(ms))));
});

test('a run of a dataset that is not there is told by the field that names it', async () => {
  const answer = await anna.post('/runs', { datasetId: '01a20747-e86d-73dc-803d-a16f959fe7a4' });
  expect([answer.statusCode, answer.json<ProblemDetails>().faults]).toEqual([
    404,
    [
      {
        ...{ code: 'not_found', path: 'datasetId' },
        sentence: '`datasetId` names no dataset, or one that is not yours to see. Take an id from the list.',
      },
    ],
  ]);
});

test('a run that would take too long is refused with what to lower', async () => {
  restartedWith({ maxRunMinutes: 1 });
  const sampling = { mode: 'full', chains: 16, warmup: 100_000 } as const;
  const answer = await anna.post('/runs', { datasetId, sampling });
  restartedWith({ maxRunMinutes: 60 });
  expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'run_minutes' }]);
});

test('a workspace has so many open runs at most, and one that ends makes room', async () => {
  const ben = await server.register();
  const wish = { datasetId: await takeSample(ben), sampling: smallSampling };
  let last: RunView | undefined;
  for (let i = 0; i < mostOpenRuns; i++) last = await startRun(ben, wish);
  const refused = await ben.post('/runs', wish);
  expect([refused.statusCode, refused.json()]).toMatchObject([409, { code: 'runs_open' }]);
  expect((await ben.post(`/runs/${last?.id}/again`)).statusCode).toBe(409);
  await ben.post(`/runs/${last?.id}/cancel`);
  // Numbers have no gap where one was refused.
  expect((await startRun(ben, wish)).number).toBe(mostOpenRuns + 1);
  for (const { id } of (await ben.get('/runs')).json<{ items: RunView[] }>().items)
    await ben.post(`/runs/${id}/cancel`);
});

describe('a workspace that keeps as much as it may', () => {
  test('takes no more uploads and runs, and says what is kept, what may be, and what to do', async () => {
    const carla = await server.register();
    const first = await takeSample(carla);
    const { bytes } = (await carla.get(`/datasets/${first}`)).json<DatasetView>().dataset;
    const megabytes = (samples: number) => (samples * bytes) / 1024 ** 2;
    restartedWith({ workspaceStorageMb: megabytes(2.5) });
    const more = await Promise.all([1, 2, 3].map(() => carla.post('/datasets/sample')));
    expect(more.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409]);
    expect((await carla.get('/datasets')).json().items).toHaveLength(2);
    restartedWith({ workspaceStorageMb: megabytes(2) });
    const asked = await carla.post('/runs', { datasetId: first, sampling: smallSampling });
    for (const refused of [await carla.post('/datasets/sample'), asked])
      expect([refused.statusCode, refused.json()]).toMatchObject([409, { code: 'storage_full' }]);
    expect(asked.json().detail).toMatch(
      /^This workspace keeps [\d.]+ MB of the [\d.]+ MB that it may, .*Delete runs.*WORKSPACE_STORAGE_MB/,
    );
    // What can be restored is there.
    await carla.delete(`/datasets/${first}`);
    expect((await carla.post('/datasets/sample')).statusCode).toBe(409);
    expect((await anna.post('/datasets/sample')).statusCode).toBe(201);
    restartedWith({ workspaceStorageMb: 10_240 });
  });

  test('finds what a request made before it was full, under its key', async () => {
    const dora = await server.register();
    const take = () => dora.post('/datasets/sample', undefined, { 'idempotency-key': 'once' });
    const made = await take();
    restartedWith({ workspaceStorageMb: 0.0001 });
    const again = await take();
    restartedWith({ workspaceStorageMb: 10_240 });
    expect([again.statusCode, again.json().dataset.id]).toEqual([201, made.json().dataset.id]);
  });

  test('says of a run that is not there, or cannot be opened again, that and not that it is full', async () => {
    const { id } = await startRun(anna, { datasetId, sampling: smallSampling });
    restartedWith({ workspaceStorageMb: 0.0001 });
    const told = async (runId: string, what: string) => {
      const answer = await anna.post(`/runs/${runId}/${what}`);
      return [answer.statusCode, answer.json().code];
    };
    for (const what of ['retry', 'resume', 'again'])
      expect(await told('01a20747-e86d-73dc-803d-a16f959fe7a4', what)).toEqual([404, 'not_found']);
    expect(await told(id, 'retry')).toEqual([409, 'run_not_failed']);
    expect(await told(id, 'resume')).toEqual([409, 'run_not_cancelled']);
    await anna.post(`/runs/${id}/cancel`);
    expect(await told(id, 'resume')).toEqual([409, 'storage_full']);
    restartedWith({ workspaceStorageMb: 10_240 });
  });
});

describe('a run that ends the server each time', () => {
  const begin = (runId: string) =>
    beginAttempt(server.services.database, system, runId, {
      at: server.services.clock.now(),
      numerics: ENGINE_NUMERICS,
    });

  test('is begun anew while it gets further, and otherwise fails in words', async () => {
    const run = await startRun(anna, { datasetId, sampling: smallSampling });
    await begin(run.id);
    const begun = await begin(run.id);
    expect(begun?.stalled).toBe(2);
    if (!begun) throw new Error('the run could not be begun');
    await insertSegment(server.services.database, system, begun.fence, {
      place: { rung: 0, chain: 0, ordinal: 0, draws: 50, jobDraws: 100 },
      stored: { objectKey: 'lost', sha256: 'a'.repeat(64) },
      at: server.services.clock.now(),
    });
    for (let i = 1; i <= mostStalledAttempts; i++) expect((await begin(run.id))?.stalled).toBe(i);
    const worker = await startRuns(server.services);
    const failed = await runWhen(anna, run.id, ({ state }) => state === 'failed');
    await worker.close();
    expect(failed.error).toMatchObject({ code: 'run_stuck' });
    expect(failed.error?.sentence).toContain('begun 5 times without getting any further');
  });
});
