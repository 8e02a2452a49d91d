// Faults that other programs for the same work were found to have: each is asked of this server, by its name.
import type {
  DatasetView,
  InsightsFile,
  MadeInvitation,
  ProblemDetails,
  ResultFile,
  RunView,
} from '@mixmodel/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv, isoWeek, type Line, spoiled } from '../fixtures/weekly.ts';
import { formOf } from './testing/form.ts';
import {
  endlessSampling,
  hasCompleted,
  runWhen,
  smallSampling,
  startRun,
  takeSample,
  workingServer,
} from './testing/runs.ts';
import { type Client, clientOf, type TestServer } from './testing/server.ts';

let server: TestServer;
let anna: Client;
let boris: Client;
let datasetId: string;
let run: RunView;
let result: ResultFile;
let insights: InsightsFile;
beforeAll(async () => {
  server = await workingServer();
  anna = await server.register({ email: 'anna@example.com', password: 'correct horse battery' });
  boris = await server.register();
  datasetId = await takeSample(anna);
  const asked = await startRun(anna, { datasetId, sampling: { ...smallSampling, seed: 3 } });
  run = await runWhen(anna, asked.id, hasCompleted);
  ({ result, insights } = (await anna.get(`/runs/${run.id}/result`)).json());
});
afterAll(() => server.close());

const codeIn = (answer: LightMyRequestResponse) => [answer.statusCode, answer.json<ProblemDetails>().code];
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

async function upload(text: string, client = anna): Promise<DatasetView> {
  const answer = await client.inject({
    method: 'POST',
    url: '/datasets',
    ...formOf([{ fileName: 'sales.csv', bytes: text }]),
  });
  expect(answer.statusCode).toBe(201);
  return answer.json<DatasetView>();
}

describe('numbers', () => {
  test('a return is the contribution of all weeks over what the file says was spent in all weeks', async () => {
    const file = (await anna.get(`/datasets/${datasetId}/file`)).body.trim().split(/\r?\n/);
    const [head = [], ...rows] = file.map((line) => line.split(','));
    for (const { name, spend, contribution, roas } of result.channels) {
      const spent = sum(rows.map((cells) => Number(cells[head.indexOf(name)])));
      expect(spend / spent).toBeCloseTo(1, 9);
      expect((roas?.mean ?? 0) / (contribution.mean / spent)).toBeCloseTo(1, 6);
    }
  });

  test('a channel is called as its column is, and none is a week called “channel i”', async () => {
    const head = (await anna.get(`/datasets/${datasetId}/file`)).body.split(/\r?\n/)[0]?.split(',') ?? [];
    const names = result.channels.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !head.includes(name))).toEqual([]);
    expect(insights.channels.map(({ name }) => name)).toEqual(names);
  });

  test('a response curve is that of its channel, no formula for all', () => {
    const shapes = result.channels.map(({ responseCurve }) => {
      const { mean = [] } = responseCurve ?? {};
      return mean.map((value) => (value / (mean.at(-1) ?? 1)).toFixed(6)).join();
    });
    expect(new Set(shapes).size).toBe(result.channels.length);
  });

  test('what is predicted is not what was, its R² is none that an error left at 0, and no band has zero width', () => {
    const { actual, predicted } = insights.series;
    expect(predicted.mean.filter((value, week) => value === actual[week])).toEqual([]);
    expect(Math.abs(result.fit.r2 ?? 0)).toBeGreaterThan(0.01);
    expect(result.fit.r2).toBeLessThan(1);
    expect(predicted.q97.filter((value, week) => !(value > (predicted.q03[week] ?? value)))).toEqual([]);
    for (const { contribution } of result.channels)
      expect(contribution.hdi94[1]).toBeGreaterThan(contribution.hdi94[0]);
  });

  test('an interval is no mirrored bar that reaches below zero', () => {
    const lows = result.channels.map(({ contribution }) => contribution.hdi94[0]);
    expect(lows.filter((low) => low < 0)).toEqual([]);
    const { hdi94, mean } = result.channels[0]?.contribution ?? { hdi94: [0, 0], mean: 0 };
    expect(hdi94[1] - mean).not.toBeCloseTo(mean - hdi94[0], 3);
  });

  test('parts of the whole are the whole, not 194 % of it', () => {
    const { baseline, channels, predicted } = insights.series;
    const parts = [baseline, ...channels].map(({ mean }) => sum(mean));
    expect(sum(parts) / sum(predicted.mean)).toBeCloseTo(1, 3);
    expect(sum(result.channels.map(({ share }) => share.mean))).toBeLessThan(1);
  });
});

describe('tenants and ways in', () => {
  test('a result that was just answered to one tenant is not there for another', async () => {
    const path = `/api/v1/workspaces/${anna.workspaceId}/runs/${run.id}/result`;
    for (let i = 0; i < 2; i++) {
      const own = await anna.get(path);
      expect(own.statusCode).toBe(200);
      const headers = { 'if-none-match': String(own.headers.etag) };
      expect(codeIn(await boris.inject({ method: 'GET', url: path, headers }))).toEqual([404, 'not_found']);
      expect(codeIn(await boris.get(`/runs/${run.id}/result`))).toEqual([404, 'not_found']);
    }
  });

  test('a refresh token is good once, and signing out ends it', async () => {
    const client = await server.register();
    const refresh = (cookie: string) =>
      server.app.inject({ method: 'POST', url: '/api/v1/sessions/refresh', headers: { cookie } });
    const next = clientOf(server.app, await refresh(client.cookie));
    server.clock.advance(11_000);
    expect(codeIn(await refresh(client.cookie))).toEqual([401, 'session_reused']);
    expect(codeIn(await refresh(next.cookie))).toEqual([401, 'session_ended']);
    const other = await server.register();
    const headers = { cookie: other.cookie };
    await server.app.inject({ method: 'DELETE', url: '/api/v1/sessions', headers });
    expect(codeIn(await refresh(other.cookie))).toEqual([401, 'session_ended']);
  });

  test('an invitation for one address is not accepted from another, and leaves no workspace without people', async () => {
    await anna.post('/invitations', { role: 'member', email: 'carla@example.com' });
    const [letter] = await server.letters('carla@example.com');
    const token = /#(\S+)/.exec(letter?.text ?? '')?.[1];
    const accept = await boris.post('/api/v1/invitations/accept', { token });
    expect(codeIn(accept)).toEqual([403, 'invitation_for_another']);
    const form = {
      email: 'eve@example.com',
      password: 'correct horse battery',
      name: 'Eve',
      invitation: token,
    };
    const invited = await server.app.inject({
      method: 'POST',
      url: '/api/v1/accounts/invited',
      payload: form,
    });
    expect(codeIn(invited)).toEqual([403, 'invitation_for_another']);
    const { rows } = await server.services.database.$client.query(
      'select w.id from workspaces w left join members m on m.workspace_id = w.id where m.account_id is null',
    );
    expect(rows).toEqual([]);
  });

  test('no token stands in an address that a server is asked for', async () => {
    const { link } = (await anna.post('/invitations', { role: 'viewer' })).json<MadeInvitation>();
    const share = await anna.post(`/runs/${run.id}/shares`, { expiresInDays: 1 });
    for (const address of [link, share.json<{ url: string }>().url]) {
      const { pathname, search, hash } = new URL(String(address));
      expect(hash.length).toBeGreaterThan(30);
      expect(pathname + search).not.toContain(hash.slice(1));
    }
    const url = `/api/v1/accounts/me?access_token=${anna.accessToken}&token=${anna.accessToken}`;
    expect(codeIn(await server.app.inject(url))).toEqual([401, 'signed_out']);
  });

  test('deleting a dataset deletes no run silently: it is refused, and names the run', async () => {
    const refused = await anna.delete(`/datasets/${datasetId}`);
    expect(codeIn(refused)).toEqual([409, 'dataset_in_use']);
    expect(refused.json<ProblemDetails>().detail).toContain(`Run ${run.number}`);
    expect((await anna.get(`/runs/${run.id}/result`)).statusCode).toBe(200);
  });
});

describe('data', () => {
  const changed = (column: number, value: (cells: Line, row: number) => string | number) =>
    csv((cells, row) => cells.with(column, value(cells, row)));

  test.each<[string, string, string]>([
    [
      'duplicated weeks do not pass',
      changed(0, (_, row) => isoWeek(row > 40 ? row - 1 : row)),
      'duplicate_dates',
    ],
    ['all rows on one date do not pass', spoiled('week', '2024-01-01'), 'one_date'],
    [
      'half the target missing does not pass',
      changed(1, (cells, row) => (row % 2 ? '' : (cells[1] ?? ''))),
      'target_missing',
    ],
    ['an infinite target does not pass', spoiled('revenue', 'inf', 5), 'infinite_number'],
    [
      'a target that is also a channel does not pass',
      changed(2, (cells) => cells[1] ?? ''),
      'target_is_channel',
    ],
  ])('%s', async (_, text, code) => {
    const { dataset, findings, grid } = await upload(text);
    expect(findings.filter(({ severity }) => severity === 'error').map((one) => one.code)).toEqual([code]);
    expect(grid).toBeNull();
    expect((await anna.post('/runs', { datasetId: dataset.id })).statusCode).toBe(422);
  });

  test.each<[string, string]>([
    ['1,234 is a number', changed(1, (cells) => `"${Number(cells[1]).toLocaleString('en-US')}"`)],
    ['dd/mm dates are dates', changed(0, (cells) => String(cells[0]).split('-').reverse().join('/'))],
    [
      'a semicolon file has all its columns, and none of its weeks in 1970',
      csv().replaceAll(',', ';').replaceAll('.', ','),
    ],
  ])('%s', async (_, text) => {
    const { grid, columns, findings } = await upload(text);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(grid).toEqual({ period: 'week', periods: 104, from: '2022-01-03', to: '2023-12-31' });
    expect(columns).toHaveLength(7);
  });

  test('names that people type are the names of the result, and no control is dropped silently', async () => {
    const named = csv().replace(
      'tv_spend,search_spend,radio_spend,temperature',
      'TV Süd spend,Suche & Co spend,radio_spend,Wetter',
    );
    const view = await upload(named);
    const spec = view.draft;
    expect(spec?.channels.map(({ column }) => column)).toEqual([
      'TV Süd spend',
      'Suche & Co spend',
      'radio_spend',
    ]);
    const mapped = await anna.put(`/datasets/${view.dataset.id}/mapping`, { roles: { Wetter: 'control' } });
    const { draft } = mapped.json<DatasetView>();
    expect(draft?.controls?.map(({ column }) => column)).toContain('Wetter');
    const plan = (await anna.post(`/datasets/${view.dataset.id}/plan`, {})).json();
    expect(plan.spec.controls.map(({ column }: { column: string }) => column)).toContain('Wetter');
    expect((await anna.get(`/datasets/${view.dataset.id}`)).json<DatasetView>().draft).toEqual(draft);
  });

  test('a first fit needs no key of anybody, and its file is CSV', async () => {
    const somebody = await server.register();
    const view = await upload(csv(), somebody);
    const asked = await startRun(somebody, { datasetId: view.dataset.id, sampling: smallSampling });
    await somebody.post(`/runs/${asked.id}/cancel`);
    expect(asked.state).toBe('queued');
  });
});

describe('runs', () => {
  test.each([
    ['−5 draws', { sampling: { draws: -5 } }, 'sampling.draws'],
    ['0 chains', { sampling: { chains: 0 } }, 'sampling.chains'],
  ])('are not accepted with %s', async (_, more, path) => {
    const refused = await anna.post('/runs', { datasetId, ...more });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<ProblemDetails>().faults?.map((fault) => fault.path)).toEqual([path]);
  });

  test('are not accepted with the saturation `banana`', async () => {
    const { draft } = (await anna.post(`/datasets/${datasetId}/plan`, {})).json();
    const channels = draft.channels.map((channel: object) => ({
      ...channel,
      saturation: { kind: 'banana' },
    }));
    const refused = await anna.post('/runs', { datasetId, spec: { ...draft, channels } });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<ProblemDetails>().faults?.[0]?.sentence).toContain('banana');
  });

  test('that are queued can be cancelled, and say so at once', async () => {
    const atWork = await startRun(anna, { datasetId, sampling: endlessSampling });
    const queued = await startRun(anna, { datasetId, sampling: endlessSampling });
    const cancelled = await anna.post(`/runs/${queued.id}/cancel`);
    expect(cancelled.json<RunView>().state).toBe('cancelled');
    await anna.post(`/runs/${atWork.id}/cancel`);
  });

  test('tell that they are done to who listens, who reloads nothing', async () => {
    const events = await anna.get(`/runs/${run.id}/events`);
    expect(events.body).toMatch(/event: snapshot[\s\S]+event: completed/);
  });
});

test('no page may load fonts or scripts of another site', async () => {
  const { headers } = await server.app.inject('/');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:|\*/);
});
