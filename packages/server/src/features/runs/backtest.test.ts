// A run that is backtested: the terminal's numbers to the last bit, each of its fits a row that is kept and gone on with.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BacktestFile, PlanView, ProblemDetails, RunLineage, RunView } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formOf } from '../../testing/form.ts';
import {
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
  workingServer,
} from '../../testing/runs.ts';
import type { Client, TestServer } from '../../testing/server.ts';

const mixmodel = fileURLToPath(new URL('../../../../cli/bin/mixmodel.js', import.meta.url));

let server: TestServer;
let anna: Client;
let datasetId: string;
let run: RunView;
let planned: PlanView;
const backtest = { origins: 2, horizonWeeks: [4, 13] };
const sampling = { ...smallSampling, seed: 7 };
beforeAll(async () => {
  server = await workingServer();
  anna = await server.register();
  datasetId = await takeSample(anna);
  planned = (await anna.post(`/datasets/${datasetId}/plan`, { sampling, backtest })).json<PlanView>();
  run = await startRun(anna, { datasetId, sampling, backtest });
});
afterAll(() => server.close());

const lineageOf = async ({ id }: RunView) => (await anna.get(`/runs/${id}/lineage`)).json<RunLineage>();
const backtestOf = async ({ id }: RunView) =>
  untimed((await anna.get(`/runs/${id}/backtest`)).json<BacktestFile>());
const untimed = (file: BacktestFile) => ({ ...file, wallMs: 0 });
const drawn = ({ chains }: RunLineage['fits'][number]) =>
  chains.flatMap(({ segments }) => segments.map(({ sha256 }) => sha256));

/** What `mixmodel backtest` writes of the file that the run read. */
async function inTerminal(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mixmodel-backtest-'));
  try {
    const file = await anna.get(`/datasets/${datasetId}/file`);
    await writeFile(join(folder, 'sample.csv'), file.rawPayload);
    const currency = String(planned.spec?.columns.target.currency);
    const asked = ['--origins', '2', '--horizons', '4,13', '--seed', '7', '--currency', currency];
    const args = [mixmodel, 'backtest', 'sample.csv', ...asked, '--out', 'backtest.json'];
    await promisify(execFile)(process.execPath, args, { cwd: folder });
    return await readFile(join(folder, 'backtest.json'), 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a run with a backtest', () => {
  test('is planned with it, and its estimate has a part for it', async () => {
    expect(planned.faults).toEqual([]);
    expect(planned.backtest?.origins).toBe(2);
    const both = (planned.backtest?.estimateMs ?? 0) + (planned.estimateMs?.quick ?? 0);
    expect(run.estimateMs).toBe(both);
    expect(run.backtest).toEqual(backtest);
  });

  test('tells of which origin it forecasts, and ends with the file of the terminal', async () => {
    const underway = await runWhen(anna, run.id, ({ progress }) => progress?.backtest !== undefined);
    expect(underway.progress?.backtest?.of).toBe(2);
    await runWhen(anna, run.id, hasCompleted);
    const file = await anna.get(`/runs/${run.id}/backtest.json`);
    expect(file.headers['content-disposition']).toContain('filename="Revenue by channel backtest.json"');
    const [ours, theirs] = [file.body, await inTerminal()].map((text) => JSON.parse(text) as BacktestFile);
    expect(ours?.scored).toBe(2);
    // JSON writes every number with the digits that make it: equal numbers are equal bits.
    expect(ours && untimed(ours)).toEqual(theirs && untimed(theirs));
    expect(Object.keys(ours ?? {})).toEqual(Object.keys(theirs ?? {}));
  });

  test('has a fit of each origin with media and without, each with chains of its own', async () => {
    const { fits } = await lineageOf(run);
    expect(fits.map(({ purpose, fold, forecaster }) => [purpose, fold, forecaster])).toEqual([
      ['main', null, null],
      ['backtest', 1, 'model'],
      ['backtest', 1, 'noMedia'],
      ['backtest', 2, 'model'],
      ['backtest', 2, 'noMedia'],
    ]);
    expect(fits.filter((fit) => drawn(fit).length === 0)).toEqual([]);
    expect(new Set(fits.flatMap(drawn)).size).toBe(fits.flatMap(drawn).length);
    expect(fits.every(({ versions }) => versions !== null)).toBe(true);
  });

  test('is not sent again to whoever has its backtest', async () => {
    const { headers } = await anna.get(`/runs/${run.id}/backtest`);
    const known = { 'if-none-match': String(headers.etag) };
    const again = await anna.inject({ method: 'GET', url: `/runs/${run.id}/backtest`, headers: known });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('has it in its tables and in its report', async () => {
    const csv = (await anna.get(`/runs/${run.id}/export?format=csv&table=backtest`)).body.split('\r\n');
    const { horizons, verdict } = await backtestOf(run);
    expect(csv[1]).toContain(`4,This model,${horizons[0]?.model.rows},${horizons[0]?.model.crps},`);
    const origins = (await anna.get(`/runs/${run.id}/export?format=csv&table=backtest_origins`)).body;
    expect(origins.trim().split('\r\n')).toHaveLength(1 + 2 * 2 * 3);
    const report = (await anna.get(`/runs/${run.id}/export?format=md`)).body;
    expect(report).toContain(`- ${verdict.at(-1)}`);
  });

  test('that is cancelled in the middle goes on from the fit it was at, to the same numbers', async () => {
    const other = (await anna.post(`/runs/${run.id}/again`)).json<RunView>();
    const isAt = ({ progress }: RunView) => progress?.backtest?.fold === 2;
    await runWhen(anna, other.id, isAt);
    expect((await anna.post(`/runs/${other.id}/cancel`)).json<RunView>().state).toBe('cancelled');
    expect((await anna.post(`/runs/${other.id}/resume`)).statusCode).toBe(200);
    await runWhen(anna, other.id, hasCompleted);
    expect(await backtestOf(other)).toEqual(await backtestOf(run));
    const [before, after] = [await lineageOf(run), await lineageOf(other)];
    expect(after.fits.map(drawn)).toEqual(before.fits.map(drawn));
    const attempts = after.fits.map(({ chains }) => [
      ...new Set(chains.flatMap(({ segments }) => segments.map(({ attempt }) => attempt))),
    ]);
    // What was drawn before it was cancelled was not drawn again; what had not been begun was drawn after.
    expect(attempts.slice(0, 3)).toEqual([[1], [1], [1]]);
    expect(attempts[4]).toEqual([2]);
  });
});

describe('a run that is asked for otherwise', () => {
  test('has a backtest when it is repeated, and none when it is duplicated without', async () => {
    const ask = async (what: string, body?: object) => {
      const asked = (await anna.post(`/runs/${run.id}/${what}`, body)).json<RunView>();
      await anna.post(`/runs/${asked.id}/cancel`);
      return { ...asked, fits: (await lineageOf(asked)).fits.length };
    };
    expect(await ask('again')).toMatchObject({ backtest, fits: 5, estimateMs: run.estimateMs });
    const without = await ask('duplicate', { backtest: null });
    expect(without).toMatchObject({ backtest: null, fits: 1 });
    expect(without.estimateMs).toBeLessThan(run.estimateMs);
    expect(await ask('duplicate', { backtest: { origins: 1 } })).toMatchObject({
      backtest: { origins: 1 },
      fits: 3,
    });
    expect(await ask('duplicate', { name: 'As it was' })).toMatchObject({ backtest, fits: 5 });
  });

  test('says that it has none', async () => {
    const plain = await runWhen(anna, (await startRun(anna, { datasetId, sampling })).id, hasCompleted);
    expect(plain.backtest).toBeNull();
    for (const path of ['backtest', 'backtest.json']) {
      const answer = await anna.get(`/runs/${plain.id}/${path}`);
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, 'run_without_backtest']);
    }
    const table = await anna.get(`/runs/${plain.id}/export?format=csv&table=backtest`);
    expect([table.statusCode, table.json()]).toMatchObject([404, { code: 'table_unknown' }]);
    expect(table.json().detail).toContain('it is made of a backtest, and there is none');
  });

  test('is refused where nothing could be forecast, with what to change', async () => {
    const rows = (await anna.get(`/datasets/${datasetId}/file`)).body.split('\n').slice(0, 61);
    const form = formOf([{ fileName: 'short.csv', bytes: rows.join('\n') }]);
    const uploaded = await anna.inject({ method: 'POST', url: '/datasets', ...form });
    const short = uploaded.json<{ dataset: { id: string } }>().dataset.id;
    const plan = (await anna.post(`/datasets/${short}/plan`, { backtest: {} })).json<PlanView>();
    expect(plan.faults).toMatchObject([{ code: 'backtest_too_short', path: 'backtest' }]);
    expect([plan.backtest, plan.spec !== null]).toEqual([null, true]);
    const answer = await anna.post('/runs', { datasetId: short, backtest: {} });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<ProblemDetails>().faults).toMatchObject([
      { code: 'backtest_too_short', path: 'backtest' },
    ]);
    const wrong = await anna.post('/runs', { datasetId, backtest: { origins: 0, horizonWeeks: [60] } });
    expect(wrong.json<ProblemDetails>().faults?.map(({ path }) => path)).toEqual([
      'backtest.origins',
      'backtest.horizonWeeks[0]',
    ]);
  });
});
