// What can be done with a run besides running it: changed and run again, stopped and gone on with, deleted.
import type { RunLineage, RunPage, RunResult, RunView } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
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

let server: TestServer;
let anna: Client;
let datasetId: string;
let first: RunView;
beforeAll(async () => {
  server = await workingServer();
  anna = await server.register();
  datasetId = await takeSample(anna);
  const asked = { datasetId, sampling: { ...smallSampling, seed: 3 }, margin: 0.25, name: 'Before lunch' };
  first = await runWhen(anna, (await startRun(anna, asked)).id, hasCompleted);
});
afterAll(() => server.close());

const keysOf = ({ id }: RunView) =>
  server.services.objects.list(`workspaces/${anna.workspaceId}/runs/${id}/`);
const lineageOf = async ({ id }: RunView) => (await anna.get(`/runs/${id}/lineage`)).json<RunLineage>();
const resultOf = async ({ id }: RunView) => (await anna.get(`/runs/${id}/result`)).json<RunResult>().result;
const post = async (run: RunView, what: string, body?: object, headers = {}) =>
  anna.post(`/runs/${run.id}/${what}`, body, headers);

describe('a run with something changed', () => {
  test('keeps the rest: data, model, seed, margin', async () => {
    const answer = await post(first, 'duplicate', { name: 'After lunch', sampling: { draws: 150 } });
    expect(answer.statusCode).toBe(201);
    const run = await runWhen(anna, answer.json<RunView>().id, hasCompleted);
    expect(run).toMatchObject({ name: 'After lunch', margin: 0.25, mode: 'quick' });
    const [before, after] = [await lineageOf(first), await lineageOf(run)];
    expect(after.sampling).toEqual({ ...before.sampling, draws: 150 });
    for (const key of ['seed', 'spec', 'dataSha256', 'modelSha256', 'mapping'] as const)
      expect([key, after[key]]).toEqual([key, before[key]]);
    expect((await resultOf(run)).prior).toEqual((await resultOf(first)).prior);
  });

  test('takes another model, and is refused one with faults, in its place', async () => {
    const { spec } = await lineageOf(first);
    const channels = spec.channels.map((channel) => ({
      ...channel,
      adstock: { ...channel.adstock, lMax: 4 },
    }));
    const answer = await post(first, 'duplicate', { spec: { ...spec, channels } });
    expect(answer.statusCode).toBe(201);
    const made = answer.json<RunView>();
    expect((await lineageOf(made)).spec.channels[0]?.adstock).toMatchObject({ lMax: 4 });
    await post(made, 'cancel');
    const wrong = spec.channels.map((channel) => ({
      ...channel,
      adstock: { ...channel.adstock, lMax: 500 },
    }));
    const refused = await post(first, 'duplicate', { spec: { ...spec, channels: wrong } });
    expect([refused.statusCode, refused.json().faults[0].path]).toEqual([
      422,
      'spec.channels[0].adstock.lMax',
    ]);
  });

  test('is one run for one idempotency key', async () => {
    const key = { 'idempotency-key': 'like-that-one' };
    const wish = { sampling: { seed: 9 } };
    const both = await Promise.all([1, 2].map(() => post(first, 'duplicate', wish, key)));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 201]);
    const other = await post(first, 'duplicate', { sampling: { seed: 10 } }, key);
    expect([other.statusCode, other.json()]).toMatchObject([409, { code: 'run_key_taken' }]);
    await runWhen(anna, both[0]?.json<RunView>().id ?? '', hasCompleted);
  });
});

describe('a cancelled run', () => {
  test('goes on from what it had drawn, to the numbers of one that was never stopped', async () => {
    const sampling = { mode: 'quick', warmup: 100, draws: 6000, seed: 5 } as const;
    const run = await startRun(anna, { datasetId, sampling });
    await vi.waitFor(async () => expect((await keysOf(run)).length).toBeGreaterThan(1), {
      timeout: 20_000,
      interval: 5,
    });
    expect((await post(run, 'cancel')).statusCode).toBe(200);
    const resumed = await post(run, 'resume');
    expect([resumed.statusCode, resumed.json<RunView>().state]).toEqual([200, 'queued']);
    await runWhen(anna, run.id, hasCompleted);
    const again = await runWhen(anna, (await post(run, 'again')).json<RunView>().id, hasCompleted);

    expect((await resultOf(run)).parameters).toEqual((await resultOf(again)).parameters);
    const [one, other] = [await lineageOf(run), await lineageOf(again)];
    const drawn = ({ fits }: RunLineage) =>
      fits.flatMap(({ chains }) => chains.flatMap(({ segments }) => segments.map(({ sha256 }) => sha256)));
    expect(drawn(one)).toEqual(drawn(other));
    expect(drawn(one).length).toBe(2 * 12);
    const attempts = (lineage: RunLineage) =>
      new Set(
        lineage.fits.flatMap(({ chains }) =>
          chains.flatMap(({ segments }) => segments.map(({ attempt }) => attempt)),
        ),
      );
    expect([attempts(one), attempts(other)]).toEqual([new Set([1, 2]), new Set([1])]);
    expect(one.fits[0]?.versions).toEqual((await resultOf(run)).versions);
  });

  test('forgets what it had drawn after a day, and begins anew when it is resumed', async () => {
    const sampling = { mode: 'quick', warmup: 100, draws: 20_000, seed: 6 } as const;
    const run = await startRun(anna, { datasetId, sampling });
    await vi.waitFor(async () => expect((await keysOf(run)).length).toBeGreaterThan(1), {
      timeout: 20_000,
      interval: 5,
    });
    await post(run, 'cancel');
    await vi.waitFor(async () => expect((await lineageOf(run)).fits).toHaveLength(1));
    server.clock.advance(25 * 3_600_000);
    // The session has ended with the day: whoever works is not in need of one.
    anna = await signedInAgain();
    await runWhen(anna, (await startRun(anna, { datasetId, sampling: smallSampling })).id, hasCompleted);
    await vi.waitFor(async () => expect(await keysOf(run)).toEqual([]));
    expect((await post(run, 'resume')).statusCode).toBe(200);
    await post(run, 'cancel');
  });
});

async function signedInAgain(): Promise<Client> {
  const { clientOf } = await import('../../testing/server.ts');
  const { email } = anna.account;
  const payload = { email, password: 'a password of tests' };
  return clientOf(server.app, await server.app.inject({ method: 'POST', url: '/api/v1/sessions', payload }));
}

describe('a failed run', () => {
  test('begins anew when it is retried, under its own number', async () => {
    const run = await startRun(anna, { datasetId, sampling: endlessSampling });
    await runWhen(anna, run.id, ({ state }) => state === 'running');
    await server.services.database.$client.query(
      `update runs set state = 'failed', finished_at = now(), error = '{"code":"run_stopped","sentence":"It stopped."}', sampling = $2 where id = $1`,
      [run.id, JSON.stringify((await lineageOf(first)).sampling)],
    );
    const answer = await post(run, 'retry');
    expect([answer.statusCode, answer.json<RunView>()]).toMatchObject([
      200,
      { state: 'queued', error: null },
    ]);
    expect(await runWhen(anna, run.id, hasCompleted)).toMatchObject({ number: run.number, error: null });
  });

  test.each([
    ['retry', 'run_not_failed'],
    ['resume', 'run_not_cancelled'],
  ])('a completed run cannot %s', async (what, code) => {
    const answer = await post(first, what);
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code }]);
    expect(answer.json().detail).toContain('because it has completed');
  });
});

describe('the list of runs', () => {
  test('is narrowed by state, name and dataset, and sorted', async () => {
    const list = async (query: string) => (await anna.get(`/runs?${query}`)).json<RunPage>().items;
    expect((await list('q=LUNCH&sort=name')).map(({ name }) => name)).toContain('After lunch');
    expect(new Set((await list('state=cancelled')).map(({ state }) => state))).toEqual(
      new Set(['cancelled']),
    );
    const both = await list('state=cancelled&state=completed&sort=number');
    expect(both[0]?.number).toBe(1);
    expect(await list(`datasetId=${first.id}`)).toEqual([]);
    expect((await anna.get('/runs?state=cancelled&colour=red')).statusCode).toBe(422);
  });
});

describe('deleting', () => {
  const remove = (client: Client, { id }: RunView) =>
    client.delete(`/api/v1/workspaces/${anna.workspaceId}/runs/${id}`);

  test('takes a run away at once, and everything it has stored soon after', async () => {
    const key = { 'idempotency-key': 'to-be-deleted' };
    const asked = await anna.post('/runs', { datasetId, sampling: smallSampling }, key);
    const run = await runWhen(anna, asked.json<RunView>().id, hasCompleted);
    expect((await keysOf(run)).length).toBeGreaterThan(20);
    expect((await remove(anna, run)).statusCode).toBe(204);
    for (const path of ['', '/result', '/lineage', '/draws', '/events'])
      expect([path, (await anna.get(`/runs/${run.id}${path}`)).statusCode]).toEqual([path, 404]);
    expect((await remove(anna, run)).statusCode).toBe(404);
    const numbers = (await anna.get('/runs')).json<RunPage>().items.map(({ number }) => number);
    expect(numbers).not.toContain(run.number);
    const again = await anna.post('/runs', { datasetId, sampling: smallSampling }, key);
    expect([again.statusCode, again.json<RunView>().number]).toEqual([201, run.number + 1]);
    await vi.waitFor(async () => {
      expect(await keysOf(run)).toEqual([]);
      const rows = await server.services.database.$client.query('select 1 from runs where id = $1', [run.id]);
      expect(rows.rows).toEqual([]);
    });
    const audit = (await anna.get('/audit?limit=5')).json<{ items: { action: string; facts: object }[] }>()
      .items;
    expect(audit).toContainEqual(
      expect.objectContaining({ action: 'run.deleted', facts: { name: run.name, number: run.number } }),
    );
  });

  test('ends a run at work', async () => {
    const run = await startRun(anna, { datasetId, sampling: endlessSampling });
    await runWhen(anna, run.id, ({ state }) => state === 'running');
    expect((await remove(anna, run)).statusCode).toBe(204);
    await runWhen(anna, (await startRun(anna, { datasetId, sampling: smallSampling })).id, hasCompleted);
  });

  test('of what somebody else has made is for admins', async () => {
    const ben = await server.register();
    const { $client } = server.services.database;
    const join = (role: string) =>
      $client.query(
        'insert into members values ($1, $2, $3, now()) on conflict (workspace_id, account_id) do update set role = $3',
        [anna.workspaceId, ben.account.id, role],
      );
    expect((await remove(ben, first)).statusCode).toBe(404);
    await join('member');
    const refused = await remove(ben, first);
    expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'role_too_low' }]);
    expect(refused.json().detail).toContain('this takes an admin or an owner');
    await join('admin');
    expect((await remove(ben, first)).statusCode).toBe(204);
  });
});
