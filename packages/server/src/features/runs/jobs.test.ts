// Who works on which run and when: turns between workspaces, one worker at a time, failures in words.
import type { RunPage, RunProgress, RunView } from '@mixmodel/contract';
import { ENGINE_NUMERICS } from '@mixmodel/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system } from '../../http/scope.ts';
import {
  endlessSampling,
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
} from '../../testing/runs.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';
import { type RunWorker, startRuns } from './jobs.ts';
import { nextRun, openRuns } from './turns/queries.ts';
import { beginAttempt, endRun, findSegment, insertSegment, saveProgress } from './work/queries.ts';

let server: TestServer;
let anna: Client;
let boris: Client;
let ofAnna: string;
let ofBoris: string;
beforeAll(async () => {
  server = await testServer();
  [anna, boris] = [await server.register(), await server.register()];
  [ofAnna, ofBoris] = [await takeSample(anna), await takeSample(boris)];
});
afterAll(() => server.close());

const small = (datasetId: string) => ({ datasetId, sampling: smallSampling });
const readRun = async (client: Client, { id }: RunView) => (await client.get(`/runs/${id}`)).json<RunView>();
const next = (atWork: readonly string[], mostOfOne = 9) =>
  nextRun(server.services.database, system, { atWork, mostOfOne });
const progress: RunProgress = {
  phase: 'sampling',
  attempt: 1,
  fraction: 0.5,
  chains: [],
  etaMs: null,
  worstRHat: null,
};

describe('before anybody works', () => {
  test('an attempt that was begun again is refused in everything it writes', async () => {
    const { database, clock } = server.services;
    const run = await startRun(anna, small(ofAnna));
    const begin = () =>
      beginAttempt(database, system, run.id, { at: clock.now(), numerics: ENGINE_NUMERICS });
    const [late, present] = [(await begin())?.fence, (await begin())?.fence];
    if (!late || !present) throw new Error('the run could not be begun');
    expect([late.attempt, present.attempt]).toEqual([1, 2]);

    const place = { rung: 0, chain: 1, ordinal: 0, draws: 50, jobDraws: 100 };
    const keep = (fence: typeof late, objectKey: string) =>
      insertSegment(database, system, fence, {
        place,
        stored: { objectKey, sha256: 'a'.repeat(64) },
        at: clock.now(),
      });
    const end = (fence: typeof late) =>
      endRun(database, system, fence, { state: 'failed', finishedAt: clock.now() });
    expect(await keep(late, 'late')).toBe(false);
    expect(await saveProgress(database, system, late, progress)).toBe(false);
    expect(await end(late)).toBe(false);
    expect(await keep(present, 'present')).toBe(true);
    expect(await saveProgress(database, system, present, progress)).toBe(true);

    const find = (other: object = {}) => findSegment(database, system, present.fitId, { ...place, ...other });
    expect((await find())?.objectKey).toBe('present');
    // Of a job of another length the same place holds other draws.
    expect([await find({ jobDraws: 200 }), await find({ draws: 40 }), await find({ rung: 1 })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);

    await beginAttempt(database, system, run.id, { at: clock.now(), numerics: ENGINE_NUMERICS + 1 });
    expect(await find()).toBeUndefined();
    await anna.post(`/runs/${run.id}/cancel`);
    expect(await begin()).toBeUndefined();
    expect((await readRun(anna, run)).state).toBe('cancelled');
  });

  test('turns go round the workspaces, and first to what was left at work', async () => {
    const { database, clock } = server.services;
    const runs = [
      await startRun(anna, small(ofAnna)),
      await startRun(anna, small(ofAnna)),
      await startRun(boris, small(ofBoris)),
    ];
    const [first, second, other] = runs.map(({ id }) => id);
    // Anna's workspace has begun a run above, Boris's none yet.
    expect(await next([])).toBe(other);
    const begun = { at: clock.now(), numerics: ENGINE_NUMERICS };
    await beginAttempt(database, system, other ?? '', begun);
    expect(await next([])).toBe(other);
    expect(await next([other ?? ''])).toBe(first);
    expect(await next([other ?? '', first ?? ''])).toBe(second);
    expect(await next([first, second, other].map(String))).toBeUndefined();
  });

  test('a workspace waits its turn by when it last began a run, not by when it asked', async () => {
    const { database, clock } = server.services;
    const carla = await server.register();
    const ofCarla = await takeSample(carla);
    // So that the numbers of his runs are larger than all of hers.
    for (let i = 0; i < 3; i++)
      await boris.post(`/runs/${(await startRun(boris, small(ofBoris))).id}/cancel`);
    const asked = [
      await startRun(carla, small(ofCarla)),
      await startRun(carla, small(ofCarla)),
      await startRun(carla, small(ofCarla)),
      await startRun(boris, small(ofBoris)),
    ];
    const ended = async (runId: string) => {
      const begun = await beginAttempt(database, system, runId, {
        at: clock.now(),
        numerics: ENGINE_NUMERICS,
      });
      if (!begun) throw new Error('the run could not be begun');
      clockAfter();
      await endRun(database, system, begun.fence, { state: 'failed', finishedAt: clock.now() });
    };
    const clockAfter = () => server.clock.advance(1000);
    // Runs of the tests above are none of this one's business.
    const { items: annas } = (await anna.get('/runs')).json<RunPage>();
    const { items: boriss } = (await boris.get('/runs')).json<RunPage>();
    const others = [...annas, ...boriss].map(({ id }) => id).filter((id) => id !== asked[3]?.id);
    const order: (string | undefined)[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const runId = await next(others);
      order.push(runId);
      await ended(runId ?? '');
    }
    // Carla's has begun none before, Boris's one: then it is his turn, although she asked for all of hers first.
    expect(order).toEqual([asked[0], asked[3], asked[1], asked[2]].map((run) => run?.id));
  });
});

describe('a workspace with many runs', () => {
  test('keeps no other waiting: of ten of hers and one of his, his begins after at most one more of hers', async () => {
    const { database, clock } = server.services;
    const [dora, emil] = [await server.register(), await server.register()];
    const [ofDora, ofEmil] = [await takeSample(dora), await takeSample(emil)];
    const others = (await openRuns(database, system)).map(({ id }) => id);
    const hers: string[] = [];
    for (let i = 0; i < 10; i++) hers.push((await startRun(dora, small(ofDora))).id);
    const begin = async () => {
      const runId = (await next(others)) ?? '';
      const begun = await beginAttempt(database, system, runId, {
        at: clock.now(),
        numerics: ENGINE_NUMERICS,
      });
      server.clock.advance(1000);
      return { runId, fence: begun?.fence };
    };
    const end = async ({ fence }: Awaited<ReturnType<typeof begin>>) =>
      fence && endRun(database, system, fence, { state: 'failed', finishedAt: clock.now() });
    await end(await begin());
    const atWork = await begin();
    expect(hers).toContain(atWork.runId);
    const his = await startRun(emil, small(ofEmil));
    await end(atWork);
    expect((await begin()).runId).toBe(his.id);

    // None of a workspace that has its share at work, whoever else waits.
    expect(await next([...others, his.id, hers[2] ?? ''], 1)).toBeUndefined();
    expect(await next([...others, his.id, hers[2] ?? ''], 2)).toBe(hers[3]);
    for (const { id } of (await dora.get('/runs')).json<RunPage>().items)
      await dora.post(`/runs/${id}/cancel`);
    await emil.post(`/runs/${his.id}/cancel`);
  });
});

test('a clock that is set back keeps no workspace waiting until it has caught up', async () => {
  const { database, clock } = server.services;
  const [fay, gus] = [await server.register(), await server.register()];
  const [ofFay, ofGus] = [await takeSample(fay), await takeSample(gus)];
  const others = (await openRuns(database, system)).map(({ id }) => id);
  const asked = [];
  for (let i = 0; i < 2; i++)
    asked.push(await startRun(fay, small(ofFay)), await startRun(gus, small(ofGus)));
  const order: (string | undefined)[] = [];
  for (const hour of [0, -1, -1, -1]) {
    const runId = await next(others);
    order.push(runId);
    const at = new Date(clock.now().getTime() + hour * 3_600_000);
    const begun = await beginAttempt(database, system, runId ?? '', { at, numerics: ENGINE_NUMERICS });
    if (begun) await endRun(database, system, begun.fence, { state: 'failed', finishedAt: at });
  }
  expect(order).toEqual(asked.map(({ id }) => id));
});

describe('a worker', () => {
  let worker: RunWorker;
  beforeAll(async () => {
    worker = await startRuns(server.services);
  });
  afterAll(() => worker.close());

  test('finds what waited before it started', async () => {
    const { items } = (await anna.get('/runs')).json<RunPage>();
    const waiting = items.filter(({ state }) => state !== 'cancelled');
    expect(waiting).toHaveLength(2);
    for (const run of waiting) await runWhen(anna, run.id, hasCompleted);
  });

  test('says why a run failed, and goes on with the next', async () => {
    const { objects } = server.services;
    const held = await startRun(anna, { datasetId: ofAnna, sampling: endlessSampling });
    const failing = await startRun(anna, small(ofAnna));
    const next = await startRun(boris, small(ofBoris));
    const key = `workspaces/${anna.workspaceId}/datasets/${ofAnna}/file`;
    const bytes = (await objects.get(key)) ?? new Uint8Array(0);
    await objects.put(key, Buffer.from(Buffer.from(bytes).toString('utf8').replace(/\d\n/, '7\n')));
    await anna.post(`/runs/${held.id}/cancel`);
    const failed = await runWhen(anna, failing.id, ({ state }) => state === 'failed');
    await objects.put(key, bytes);
    expect(failed).toMatchObject({ converged: null, error: { code: 'run_data_changed' } });
    expect(failed.error?.sentence).toContain('no longer gives the numbers');
    await runWhen(boris, next.id, hasCompleted);
    const result = await anna.get(`/runs/${failing.id}/result`);
    expect([result.statusCode, result.json()]).toMatchObject([409, { code: 'run_not_completed' }]);
  });
});
