// From a dataset to results over HTTP: what a run says is what the engine says of the same file, to the last bit.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AuditPage,
  insightsFile,
  type PlanView,
  type ProblemDetails,
  type QuantityView,
  type ResultFile,
  type RunPage,
  type RunResult,
  type RunView,
  resultFile,
} from '@mixmodel/contract';
import { prepare } from '@mixmodel/data';
import { chainView, ENGINE_NUMERICS, type FitOptions, fit, insights, type SpecDraft } from '@mixmodel/engine';
import { loadDraws, modelSha256, sha256 } from '@mixmodel/runtime';
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
import { version } from '../../version.ts';

let server: TestServer;
let anna: Client;
let datasetId: string;
beforeAll(async () => {
  server = await workingServer();
  anna = await server.register();
  datasetId = await takeSample(anna);
});
afterAll(() => server.close());

/** The fit of the sample's file by the engine alone, on this thread. */
async function fitHere(draft: SpecDraft, options: FitOptions) {
  const bytes = (await anna.get(`/datasets/${datasetId}/file`)).rawPayload;
  const { data, findings } = await prepare(bytes, { fileName: 'sample.csv' });
  if (!data) throw new Error('the sample cannot be read');
  for await (const step of fit(data, draft, options)) {
    if (step.phase !== 'done') continue;
    const { result, draws } = step;
    const origin = {
      versions: { mixmodel: version, numerics: ENGINE_NUMERICS, node: process.versions.node },
      data: {
        rows: data.dates.length - data.leadIn,
        period: data.period,
        firstDate: data.dates[data.leadIn] ?? 0,
        lastDate: data.dates.at(-1) ?? 0,
        sha256: sha256(bytes),
        modelSha256: modelSha256(data),
      },
      findings,
    };
    return {
      draws,
      result: resultFile(result, origin, 'screen'),
      insights: insightsFile(insights(data, result.spec, draws, result.sampling.seed)),
    };
  }
  throw new Error('the fit ended without a result');
}

/** As it comes out of JSON, without the time it took. */
function untimed({ sampling, ...result }: ResultFile): ResultFile {
  return JSON.parse(JSON.stringify({ ...result, sampling: { ...sampling, wallMs: 0 } }));
}

describe('a run', () => {
  test('is planned, asked for, worked on and read, with the numbers of the engine', async () => {
    const planned = (await anna.post(`/datasets/${datasetId}/plan`, {})).json<PlanView>();
    expect(planned.faults).toEqual([]);
    expect(planned.sizeRule).toContain('1.2 for each unit spent');
    const asked = await startRun(anna, { datasetId, sampling: { ...smallSampling, seed: 7 }, margin: 0.4 });
    expect(asked).toMatchObject({
      number: 1,
      name: 'Revenue by channel',
      state: 'queued',
      mode: 'quick',
      dataset: { id: datasetId, sample: true },
      createdBy: anna.account.name,
      margin: 0.4,
      converged: null,
      error: null,
    });
    const run = await runWhen(anna, asked.id, hasCompleted);
    expect(run.startedAt).not.toBeNull();
    expect(run.finishedAt).not.toBeNull();

    const read = (await anna.get(`/runs/${run.id}/result`)).json<RunResult>();
    const here = await fitHere(planned.draft, { ...smallSampling, seed: 7 });
    expect(untimed(read.result)).toEqual(untimed(here.result));
    expect(read.insights).toEqual(JSON.parse(JSON.stringify(here.insights)));
    expect(read.result.spec).toEqual(planned.spec);
    expect(read.run).toEqual(run);
    expect(run.converged).toBe(read.result.convergence.passed);

    const file = await anna.get(`/runs/${run.id}/result.json`);
    expect(file.json()).toEqual(read.result);
    expect(Object.keys(file.json())).toEqual(Object.keys(here.result));
    expect(file.headers['content-disposition']).toContain('filename="Revenue by channel.json"');

    const name = 'roas[tv_spend]';
    const quantity = await anna.get(`/runs/${run.id}/quantities/${encodeURIComponent(name)}`);
    expect(quantity.json<QuantityView>()).toEqual(chainView(here.draws, name));
    const unknown = await anna.get(`/runs/${run.id}/quantities/nothing%5Bx%5D`);
    expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { code: 'quantity_unknown' }]);

    const download = await anna.get(`/runs/${run.id}/draws`);
    expect(download.headers['content-disposition']).toContain('filename="Revenue by channel.zarr.zip"');
    const stored = await drawsIn(download.rawPayload);
    expect(stored.attributes).toMatchObject({
      seed: 7,
      spec: read.result.spec,
      data: { sha256: read.result.data.sha256 },
    });
    expect(stored.draws.segments.map((chain) => chain.map(({ values }) => values))).toEqual(
      here.draws.segments.map((chain) => chain.map(({ values }) => values)),
    );
  });

  test('leaves of its work only the draws', async () => {
    const [run] = (await anna.get('/runs')).json<RunPage>().items;
    const keys = () => server.services.objects.list(`workspaces/${anna.workspaceId}/runs/${run?.id}/`);
    const isDraws = (key: string) => /\/fits\/[^/]+\/1\/draws\//.test(key);
    await vi.waitFor(async () => expect((await keys()).filter((key) => !isDraws(key))).toEqual([]));
    expect((await keys()).length).toBeGreaterThan(20);
  });

  test('is found again by the key it was asked for with, and not made twice', async () => {
    const wish = { datasetId, sampling: smallSampling };
    const key = { 'idempotency-key': 'one-wish' };
    const both = await Promise.all([anna.post('/runs', wish, key), anna.post('/runs', wish, key)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 201]);
    const [first, second] = both.map((answer) => answer.json<RunView>());
    expect(second?.id).toBe(first?.id);
    await runWhen(anna, first?.id ?? '', hasCompleted);
  });

  test('has its key for itself: another request may not use it, another workspace may', async () => {
    const [first] = (await anna.get('/runs?limit=1')).json<RunPage>().items;
    const key = { 'idempotency-key': 'one-wish' };
    const others = [
      await anna.post('/runs', { datasetId, sampling: { ...smallSampling, seed: 8 } }, key),
      await anna.post(`/runs/${first?.id}/again`, undefined, key),
    ];
    for (const answer of others)
      expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'run_key_taken' }]);
    const boris = await server.register();
    const his = { datasetId: await takeSample(boris), sampling: smallSampling };
    const made = await boris.post('/runs', his, key);
    expect([made.statusCode, made.json<RunView>().number]).toEqual([201, 1]);
    expect(made.json<RunView>().id).not.toBe(first?.id);
    await runWhen(boris, made.json<RunView>().id, hasCompleted);
  });

  test('can be renamed and given a margin, and taken from it', async () => {
    const { id, number, name, margin } = (await anna.get('/runs')).json<RunPage>().items[0] as RunView;
    const change = async (body: object) => (await anna.patch(`/runs/${id}`, body)).json<RunView>();
    expect(await change({ name: ' Umsatz, Frühjahr ', margin: 0.5 })).toMatchObject({
      name: 'Umsatz, Frühjahr',
      margin: 0.5,
    });
    expect(await change({ margin: null })).toMatchObject({ name: 'Umsatz, Frühjahr', margin: null });
    // What stays what it was is not noted.
    await change({ name: 'Umsatz, Frühjahr', margin: null });
    const now = { name: 'Umsatz, Frühjahr', number };
    const noted = (await anna.get('/audit?limit=3')).json<AuditPage>().items;
    expect(noted.map(({ action, subject, facts }) => [action, subject.id, facts])).toEqual([
      ['run.margin_changed', id, { ...now, margin: null, before: 0.5 }],
      ['run.margin_changed', id, { ...now, margin: 0.5, before: margin }],
      ['run.renamed', id, { ...now, before: name }],
    ]);
    expect(noted[0]?.words).toBe('changed the margin a run is read with');
    const wrong = await anna.patch(`/runs/${id}`, { margin: 40 });
    expect([wrong.statusCode, wrong.json<ProblemDetails>().faults?.[0]?.path]).toEqual([422, 'margin']);
    const file = await anna.get(`/runs/${id}/result.json`);
    expect(file.headers['content-disposition']).toContain("filename*=UTF-8''Umsatz%2C%20Fr%C3%BChjahr.json");
  });

  test('stands in a list, newest first, in pages', async () => {
    const pages: number[][] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: RunPage = (await anna.get(`/runs?limit=1${query}`)).json();
      pages.push(page.items.map(({ number }) => number));
      cursor = page.next;
    }
    expect(pages).toEqual([[2], [1]]);
    expect((await anna.get('/runs?cursor=nonsense')).statusCode).toBe(422);
  });
});

describe('a model with faults', () => {
  const draftWith = async (change: (channel: SpecDraft['channels'][number]) => object) => {
    const { draft } = (await anna.post(`/datasets/${datasetId}/plan`, {})).json<PlanView>();
    const [first, ...others] = draft.channels;
    return first && { ...draft, channels: [change(first), ...others] };
  };

  test('that calls two channels alike is planned with that fault at the second name, and not run', async () => {
    const second = (await anna.post(`/datasets/${datasetId}/plan`, {})).json<PlanView>().draft.channels[1];
    const spec = await draftWith((channel) => ({ ...channel, name: second?.name }));
    const plan = (await anna.post(`/datasets/${datasetId}/plan`, { spec })).json<PlanView>();
    expect(plan.faults).toMatchObject([{ code: 'name_used_twice', path: 'channels[1].name' }]);
    expect(plan.faults[0]?.sentence).toContain('Give each its own `name`.');
    const run = await anna.post('/runs', { datasetId, spec });
    expect([run.statusCode, run.json()]).toMatchObject([422, { code: 'name_used_twice' }]);
  });

  test('is planned with each of them in its place, and not run', async () => {
    const spec = await draftWith((channel) => ({ ...channel, adstock: { lMax: 500 } }));
    const plan = await anna.post(`/datasets/${datasetId}/plan`, { spec });
    expect(plan.statusCode).toBe(200);
    expect(plan.json<PlanView>()).toMatchObject({
      spec: null,
      estimateMs: null,
      faults: [{ code: 'adstock_window', path: 'channels[0].adstock.lMax', column: 'tv_spend' }],
    });
    const run = await anna.post('/runs', { datasetId, spec });
    expect([run.statusCode, run.json<ProblemDetails>().faults]).toMatchObject([
      422,
      [{ code: 'adstock_window', path: 'spec.channels[0].adstock.lMax' }],
    ]);
  });

  test('that cannot be read as a model is refused in words, at its place', async () => {
    const spec = await draftWith((channel) => ({ ...channel, saturaton: { kind: 'hill' } }));
    for (const answer of [
      await anna.post(`/datasets/${datasetId}/plan`, { spec }),
      await anna.post('/runs', { datasetId, spec }),
    ]) {
      const { faults } = answer.json<ProblemDetails>();
      expect(answer.statusCode).toBe(422);
      expect(faults).toMatchObject([{ code: 'unknown_key', path: 'spec.channels[0].saturaton' }]);
      expect(faults?.[0]?.sentence).toContain('Did you mean `saturation`?');
    }
  });
});

describe('cancelling', () => {
  const cancel = (id: string) => anna.post(`/runs/${id}/cancel`);

  test('ends a run that waits and one at work, and the next one is worked on', async () => {
    const atWork = await startRun(anna, { datasetId, sampling: endlessSampling });
    const waiting = await startRun(anna, { datasetId, sampling: endlessSampling });
    const next = await startRun(anna, { datasetId, sampling: smallSampling });
    await runWhen(anna, atWork.id, (run) => run.progress?.phase === 'warmup');
    expect((await anna.get(`/runs/${waiting.id}`)).json<RunView>().state).toBe('queued');
    const results = await anna.get(`/runs/${atWork.id}/result`);
    expect([results.statusCode, results.json()]).toMatchObject([409, { code: 'run_not_completed' }]);

    for (const { id } of [waiting, waiting, atWork, atWork]) {
      const answer = await cancel(id);
      expect([answer.statusCode, answer.json<RunView>().state]).toEqual([200, 'cancelled']);
    }
    await runWhen(anna, next.id, hasCompleted);
    const ended = (await anna.get(`/runs/${atWork.id}`)).json<RunView>();
    expect([ended.state, ended.error]).toEqual(['cancelled', null]);
    for (const { id } of [waiting, atWork])
      expect(await server.services.objects.list(`workspaces/${anna.workspaceId}/runs/${id}/`)).toEqual([]);
  });

  test('a run that has completed is refused', async () => {
    const [run] = (await anna.get('/runs?limit=1')).json<RunPage>().items;
    const answer = await cancel(run?.id ?? '');
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'run_finished' }]);
  });
});

describe('another workspace', () => {
  test('finds nothing of a run, by any address', async () => {
    const boris = await server.register();
    const [run] = (await anna.get('/runs?limit=1')).json<RunPage>().items;
    const at = (path: string) => boris.get(`/runs/${run?.id}${path}`);
    const answers = [
      ...(await Promise.all(
        ['', '/result', '/result.json', '/draws', '/events', '/quantities/y_sigma'].map(at),
      )),
      await boris.patch(`/runs/${run?.id}`, { name: 'mine' }),
      await boris.post(`/runs/${run?.id}/cancel`),
      await boris.post(`/runs/${run?.id}/again`),
      await boris.post(`/datasets/${datasetId}/plan`, {}),
      await boris.post('/runs', { datasetId }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 404));
    expect((await boris.get('/runs')).json<RunPage>().items).toEqual([]);
    const foreign = await boris.get(`/api/v1/workspaces/${anna.workspaceId}/runs/${run?.id}`);
    expect(foreign.statusCode).toBe(404);
    expect((await anna.get(`/runs/${run?.id}`)).json<RunView>().name).toBe(run?.name);
  });
});

async function drawsIn(zip: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'mixmodel-draws-'));
  try {
    const path = join(folder, 'draws.zarr.zip');
    await writeFile(path, zip);
    return await loadDraws(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}
