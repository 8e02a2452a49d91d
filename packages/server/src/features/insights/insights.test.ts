// Results read part by part, kept by their tags, side by side, and taken away as files: always the numbers of the run.
import {
  type Comparison,
  type InsightPart,
  insightParts,
  type RunResult,
  type RunView,
} from '@mixmodel/contract';
import { exported } from '@mixmodel/report';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { storeResults } from '../runs/stored-results.ts';
import { specDifferences } from './spec-differences.ts';

let server: TestServer;
let anna: Client;
let datasetId: string;
let run: RunView;
let whole: RunResult;
beforeAll(async () => {
  server = await workingServer();
  anna = await server.register();
  datasetId = await takeSample(anna);
  const asked = { datasetId, sampling: { ...smallSampling, seed: 3 }, margin: 0.4 };
  run = await runWhen(anna, (await startRun(anna, asked)).id, hasCompleted);
  whole = (await anna.get(`/runs/${run.id}/result`)).json<RunResult>();
});
afterAll(() => server.close());

const parts = Object.keys(insightParts) as InsightPart[];
const get = (part: string, headers = {}) =>
  anna.inject({ method: 'GET', url: `/runs/${run.id}/${part}`, headers });

describe('a part of a result', () => {
  test.each(parts)('%s answers as its schema says', async (part) => {
    const answer = await get(part);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(insightParts[part].schema.parse(answer.json())).toEqual(answer.json());
  });

  test('holds the numbers of the whole', async () => {
    const [channels, contributions, curves] = await Promise.all(
      ['channels', 'contributions', 'response-curves'].map(async (part) => (await get(part)).json()),
    );
    const [first] = whole.result.channels;
    expect(channels.channels[0]).toMatchObject({ name: first?.name, roas: first?.roas });
    expect(channels.channels[0]).not.toHaveProperty('responseCurve');
    expect(contributions.channels).toEqual(whole.insights.series.channels);
    expect(contributions.names).toEqual(whole.result.channels.map(({ name }) => name));
    expect(curves.channels[0].curve).toEqual(first?.responseCurve);
  });

  test('is not sent again to whoever has it, and each has a tag of its own', async () => {
    const tags = await Promise.all(parts.map(async (part) => (await get(part)).headers.etag));
    expect(new Set(tags).size).toBe(parts.length);
    const [tag] = tags;
    for (const known of [tag, `"other", ${tag}`, String(tag).replace('W/', ''), '*']) {
      const answer = await get('channels', { 'if-none-match': known });
      expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([304, '', tag]);
    }
    expect((await get('channels', { 'if-none-match': tags[1] })).statusCode).toBe(200);
  });

  test.each([
    ['the run', () => `/runs/${run.id}`],
    ['its dataset', () => `/datasets/${datasetId}`],
    ['its author', () => '/api/v1/accounts/me'],
  ])('of the whole is sent again when %s was renamed', async (_what, path) => {
    const before = String((await get('result')).headers.etag);
    expect((await get('result', { 'if-none-match': before })).statusCode).toBe(304);
    expect((await anna.patch(path(), { name: 'Spring' })).statusCode).toBe(200);
    const answer = await get('result', { 'if-none-match': before });
    expect([answer.statusCode, answer.body.includes('"Spring"')]).toEqual([200, true]);
  });

  test('is refused where there is none yet', async () => {
    const open = await startRun(anna, { datasetId, sampling: endlessSampling });
    for (const path of [...parts, 'export?format=csv']) {
      const answer = await anna.get(`/runs/${open.id}/${path}`);
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 409, 'run_not_completed']);
    }
    await anna.post(`/runs/${open.id}/cancel`);
  });

  test('is the same where results are too large for the row', async () => {
    const { objects, database } = server.services;
    const place = { workspaceId: anna.workspaceId, runId: run.id, fitId: 'fit', attempt: 1 };
    const { densities } = whole.insights;
    const many = { ...whole.insights, densities: Array.from({ length: 40 }, () => densities).flat() };
    const bytes = (value: object) => Buffer.from(JSON.stringify(value));
    const files = { result: bytes(whole.result), insights: bytes(many) };
    const stored = await storeResults(objects, place, files);
    expect([stored.resultKey, stored.insights]).toEqual([null, null]);
    await database.$client.query(
      'update runs set insights = null, insights_key = $2, results_sha256 = $3 where id = $1',
      [run.id, stored.insightsKey, stored.resultsSha256],
    );
    const read = (await get('result')).json<RunResult>();
    expect(read.insights).toEqual(many);
    expect(read.result).toEqual(whole.result);
    await objects.remove(String(stored.insightsKey));
    const lost = await get('result');
    expect([lost.statusCode, lost.json().code]).toEqual([500, 'object_missing']);
    expect(lost.json().detail).toContain('The results of this run are not in storage any more.');
    await database.$client.query('update runs set insights = $2, insights_key = null where id = $1', [
      run.id,
      JSON.stringify(whole.insights),
    ]);
  });
});

describe('draws that are gone from storage', () => {
  const folder = () => `workspaces/${anna.workspaceId}/runs/${run.id}/`;
  const told = async () => {
    const answers = await Promise.all([get('draws'), get('quantities/adstock_alpha[tv_spend]')]);
    return answers.map((answer) => [
      answer.statusCode,
      answer.statusCode === 200 ? String(answer.headers['content-type']).split(';')[0] : answer.json().code,
    ]);
  };
  const missing = [500, 'object_missing'];

  test.each([
    ['one chunk of them', (key: string) => key.endsWith('/draws/posterior/adstock_alpha/c/1/0/0')],
    ['their beginning', (key: string) => key.endsWith('/draws/zarr.json')],
    ['all of them', (key: string) => key.includes('/draws/')],
  ])('are refused before an answer begins: %s', async (_what, isGone) => {
    const { objects } = server.services;
    expect(await told()).toEqual([
      [200, 'application/zip'],
      [200, 'application/json'],
    ]);
    const gone = new Map<string, Uint8Array>();
    for (const key of (await objects.list(folder())).filter(isGone)) {
      gone.set(key, Uint8Array.from((await objects.get(key)) ?? []));
      await objects.remove(key);
    }
    expect(gone.size).toBeGreaterThan(0);
    expect(await told()).toEqual([missing, missing]);
    const answer = await get('draws');
    expect(answer.json().detail).toContain('start the run again: it draws the same');
    for (const [key, bytes] of gone) await objects.put(key, bytes);
  });
});

describe('runs side by side', () => {
  test('are told apart by channel, model and data', async () => {
    const { spec } = whole.result;
    const channels = spec.channels
      .slice(1)
      .map((channel, i) => (i === 0 ? { ...channel, adstock: { ...channel.adstock, lMax: 5 } } : channel));
    const other = await anna.post(`/runs/${run.id}/duplicate`, {
      name: 'Other',
      spec: { ...spec, channels },
    });
    await runWhen(anna, other.json<RunView>().id, hasCompleted);
    const ids = [run.id, other.json<RunView>().id];
    const answer = await anna.get(`/runs/compare?runs=${ids.join(',')}`);
    expect(answer.statusCode).toBe(200);
    const compared = answer.json<Comparison>();
    expect(compared.runs.map(({ id }) => id)).toEqual(ids);
    const [first, second] = whole.result.channels;
    expect(compared.channels.map(({ name }) => name)).toEqual(whole.result.channels.map(({ name }) => name));
    expect(compared.channels[0]?.runs).toEqual([expect.objectContaining({ roas: first?.roas }), null]);
    expect(compared.channels[1]?.runs[0]).toMatchObject({ roas: second?.roas, spend: second?.spend });
    expect(compared.spec).toContainEqual({
      path: `channels[${second?.name}].adstock.lMax`,
      values: [spec.channels[1]?.adstock.lMax, 5],
    });
    expect(compared.spec.map(({ path }) => path)).toContain(`channels[${first?.name}].name`);
    expect(compared.data.runs.map(({ sha256 }) => sha256)).toEqual([
      whole.result.data.sha256,
      whole.result.data.sha256,
    ]);
  });

  test.each([
    ['one', () => run.id],
    ['the same twice', () => `${run.id},${run.id}`],
  ])('are refused when they are %s', async (_, runs) => {
    const answer = await anna.get(`/runs/compare?runs=${runs()}`);
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'runs_to_compare' }]);
  });

  test('are of one workspace', async () => {
    const ben = await server.register();
    const mine = await takeSample(ben);
    const his = await runWhen(
      ben,
      (await startRun(ben, { datasetId: mine, sampling: smallSampling })).id,
      hasCompleted,
    );
    for (const client of [anna, ben])
      expect((await client.get(`/runs/compare?runs=${run.id},${his.id}`)).statusCode).toBe(404);
    expect((await anna.get('/runs/compare?runs=a,b')).statusCode).toBe(404);
  });

  test('differ in no path where their models are the same, whatever the order of their channels', () => {
    const [a, b] = [
      { column: 'a', x: 1 },
      { column: 'b', x: [1, 2] },
    ];
    expect(specDifferences([{ channels: [a, b] }, { channels: [b, a] }])).toEqual([]);
    expect(specDifferences([{ channels: [a] }, { channels: [{ ...a, x: 2 }] }])).toEqual([
      { path: 'channels[a].x', values: [1, 2] },
    ]);
  });
});

describe('an export', () => {
  test('is the file the terminal writes, under the name of the run', async () => {
    for (const [query, asked, name] of [
      ['format=csv', { format: 'csv' }, 'Spring.csv'],
      [
        'format=csv&table=contributions',
        { format: 'csv', table: 'contributions' },
        'Spring contributions.csv',
      ],
      ['format=json', { format: 'json' }, 'Spring.json'],
      ['format=md', { format: 'md' }, 'Spring.md'],
      ['format=xlsx', { format: 'xlsx' }, 'Spring.xlsx'],
    ] as const) {
      const answer = await anna.get(`/runs/${run.id}/export?${query}`);
      expect([query, answer.statusCode]).toEqual([query, 200]);
      expect(answer.headers['content-disposition']).toContain(`filename="${name}"`);
      const wanted = Buffer.from(
        (await exported({ result: whole.result, insights: whole.insights }, asked)) ?? [],
      );
      expect([query, answer.rawPayload.equals(wanted)]).toEqual([query, true]);
    }
  });

  test('refuses formats and tables there are none of', async () => {
    const ask = async (query: string) => {
      const answer = await anna.get(`/runs/${run.id}/export?${query}`);
      return [answer.statusCode, answer.json().code];
    };
    expect(await ask('format=pdf')).toEqual([422, 'field_wrong']);
    expect(await ask('format=csv&table=money')).toEqual([422, 'field_wrong']);
    expect(await ask('format=csv&table=lift_tests')).toEqual([404, 'table_unknown']);
    const untreated = await anna.get(`/runs/${run.id}/export?format=csv&table=treatments`);
    expect(untreated.json().detail).toContain('its model has no treatments');
  });
});
