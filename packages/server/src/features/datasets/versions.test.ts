// Several files, versions and what changed, rename, delete and restore: a dataset over its whole life.
import { createHash } from 'node:crypto';
import type {
  AuditPage,
  DatasetChanges,
  DatasetPage,
  DatasetSummary,
  DatasetView,
  RunView,
} from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { csv, type Line } from '../../../fixtures/weekly.ts';
import { workbook } from '../../../fixtures/zip.ts';
import { members } from '../../database/schema.ts';
import { type Scope, system } from '../../http/scope.ts';
import { type FormFile, formOf } from '../../testing/form.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';
import { sweepDatasets } from './actions.ts';
import { addSample } from './keep.ts';
import { claimForgotten, listForgotten } from './queries.ts';

let server: TestServer;
let anna: Client;
beforeAll(async () => {
  server = await testServer();
  anna = await server.register();
});
afterAll(() => server.close());

const post = (client: Client, url: string, files: readonly FormFile[], headers = {}) => {
  const form = formOf(files);
  return client.inject({
    method: 'POST',
    url,
    payload: form.payload,
    headers: { ...form.headers, ...headers },
  });
};
async function upload(client: Client, ...files: FormFile[]): Promise<DatasetView> {
  const answer = await post(client, '/datasets', files);
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([201, expect.any(String)]);
  return answer.json<DatasetView>();
}
const file = (text: string | Uint8Array, fileName = 'sales.csv'): FormFile => ({ fileName, bytes: text });
const next = (client: Client, { dataset }: DatasetView, text: string | Uint8Array, headers = {}) =>
  post(client, `/datasets/${dataset.id}/versions`, [file(text)], headers);
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) => [
  answer.statusCode,
  answer.statusCode === 204 ? undefined : answer.json().code,
];
const held = ({ workspaceId }: Client) => server.services.objects.list(`workspaces/${workspaceId}/datasets/`);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const columns = (...places: number[]) =>
  csv((cells) => places.map((place) => cells[place] ?? '')).split('\n');
const head = (names: string, ...places: number[]) => [names, ...columns(...places).slice(1)].join('\n');
const sales = head('week,revenue,temperature', 0, 1, 5);
const spend = head('week,tv_spend,search_spend', 0, 2, 3);

describe('several files', () => {
  test('are one table, each kept as it was given, named by a hash over all', async () => {
    const client = await server.register();
    const view = await upload(client, file(sales), file(spend, 'spend.csv'));
    const { dataset } = view;
    expect(dataset).toMatchObject({
      ...{
        name: 'sales',
        fileName: 'sales.zip',
        version: 1,
        newest: true,
        bytes: sales.length + spend.length,
      },
      files: [
        { fileName: 'sales.csv', bytes: sales.length, sha256: sha256(sales) },
        { fileName: 'spend.csv', bytes: spend.length, sha256: sha256(spend) },
      ],
      sha256: sha256(`${sha256(sales)}\n${sha256(spend)}\n`),
    });
    expect(view.table).toMatchObject({ kind: 'joined', rows: 104 });
    expect(view.columns.map(({ name, role }) => [name, role])).toEqual([
      ['week', 'date'],
      ['revenue', 'target'],
      ['temperature', 'control'],
      ['tv_spend', 'spend'],
      ['search_spend', 'spend'],
    ]);
    expect(view.grid?.periods).toBe(104);
    expect(await held(client)).toHaveLength(3);

    const rows = async (query: string) => (await client.get(`/datasets/${dataset.id}/rows?${query}`)).json();
    const [, first] = sales.split('\n');
    expect((await rows('count=1')).rows[0].cells.slice(0, 3)).toEqual(first?.split(','));
    expect((await rows('count=1&file=2')).columns).toEqual(['week', 'tv_spend', 'search_spend']);
    expect((await client.get(`/datasets/${dataset.id}/rows?file=3`)).statusCode).toBe(404);

    const download = await client.get(`/datasets/${dataset.id}/file`);
    expect(download.headers['content-disposition']).toContain('filename="sales.zip"');
    expect(download.rawPayload.includes(sales) && download.rawPayload.includes(spend)).toBe(true);
    expect(download.rawPayload.subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04'));
  });

  test('that do not fit together are kept, say so, and one of them can be read in another way', async () => {
    const client = await server.register();
    const days = spend.replaceAll(/^\d{4}-(\d\d)-(\d\d)/gm, (_all, _m, d) => `2022-01-${d}`);
    const view = await upload(client, file(sales), file(days, 'spend.csv'));
    expect([view.table, view.findings[0]?.code]).toEqual([null, 'join_dates_repeat']);
    expect(view.findings[0]?.sentence).toMatch(/^`spend\.csv`: Rows /);
    const own = { files: { 'spend.csv': { delimiter: '|' } } };
    const mapped = (await client.put(`/datasets/${view.dataset.id}/mapping`, own)).json<DatasetView>();
    expect([mapped.mapping, mapped.findings[0]?.code]).toEqual([own, 'one_column']);
  });

  test('of more than 50 MB together are refused', async () => {
    const client = await server.register();
    const half = Buffer.alloc(26 * 1024 * 1024, sales);
    const answer = await post(client, '/datasets', [file(half), file(half, 'b.csv')]);
    expect(codeOf(answer)).toEqual([413, 'files_too_large']);
    expect(await held(client)).toEqual([]);
  });
});

describe('a new version', () => {
  /** Four more weeks, one week revised, a column that is new and one that is gone. */
  const revised = csv((cells: Line, row) => (row === 9 ? cells.with(1, 7) : cells), 108)
    .replace('radio_spend', 'podcast_spend')
    .replace('holiday', 'bank_holiday');

  test('takes over name and mapping where the columns are the same, and the list shows it alone', async () => {
    const client = await server.register();
    const first = await upload(client, file(csv()));
    const mapping = { currency: 'SEK', roles: { temperature: 'ignore', radio_spend: 'control' } } as const;
    await client.put(`/datasets/${first.dataset.id}/mapping`, mapping);
    await client.patch(`/datasets/${first.dataset.id}`, { name: 'Shop' });
    const second = (await next(client, first, revised)).json<DatasetView>();
    expect(second.dataset).toMatchObject({
      name: 'Shop',
      version: 2,
      newest: true,
      firstId: first.dataset.id,
    });
    expect(second.mapping).toEqual({ currency: 'SEK', roles: { temperature: 'ignore' } });
    const listed = (await client.get('/datasets')).json<DatasetPage>();
    expect(listed.items.map(({ id }) => id)).toEqual([second.dataset.id]);
    const before = (await client.get(`/datasets/${first.dataset.id}`)).json<DatasetView>();
    expect(before.dataset).toMatchObject({ version: 1, newest: false, sha256: first.dataset.sha256 });
    const { items } = (await client.get(`/datasets/${first.dataset.id}/versions`)).json<DatasetPage>();
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
  });

  test('says what changed: rows by date, columns, cells', async () => {
    const first = await upload(anna, file(csv()));
    const second = (await next(anna, first, revised)).json<DatasetView>();
    const changes = (await anna.get(`/datasets/${second.dataset.id}/changes`)).json<DatasetChanges>();
    expect(changes).toMatchObject({
      ...{ from: 1, to: 2 },
      rows: {
        added: { count: 4, first: ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22'] },
        removed: { count: 0 },
        changed: { count: 1, first: ['2022-03-07'] },
        same: 103,
      },
      columns: {
        added: [],
        removed: [],
        renamed: [
          { from: 'radio_spend', to: 'podcast_spend' },
          { from: 'holiday', to: 'bank_holiday' },
        ],
      },
      cells: { changed: 1, first: [{ date: '2022-03-07', column: 'revenue', after: '7' }] },
    });
    const back = await anna.get(`/datasets/${first.dataset.id}/changes?since=${second.dataset.id}`);
    expect(back.json<DatasetChanges>().rows.removed.count).toBe(4);
    expect(codeOf(await anna.get(`/datasets/${first.dataset.id}/changes`))).toEqual([
      409,
      'no_version_before',
    ]);
    const other = await upload(anna, file(csv()));
    const strange = await anna.get(`/datasets/${second.dataset.id}/changes?since=${other.dataset.id}`);
    expect(codeOf(strange)).toEqual([404, 'not_found']);
  });

  test('may be read in another way than the one before; without dates it cannot be compared', async () => {
    const book = workbook({ Data: [['a', 'b'], ...Array.from({ length: 5 }, (_, i) => [i, i * i])] });
    const first = await upload(anna, file(csv()));
    await anna.put(`/datasets/${first.dataset.id}/mapping`, { sheet: 'North', dateOrder: 'dmy' });
    const answer = await next(anna, first, book);
    const second = answer.json<DatasetView>();
    expect([second.mapping, second.table?.kind]).toEqual([{}, 'excel']);
    const changes = await anna.get(`/datasets/${second.dataset.id}/changes`);
    expect(codeOf(changes)).toEqual([409, 'versions_not_comparable']);
  });

  test('of the same bytes is refused; a repeated upload answers with the first; two at once are one after the other', async () => {
    const client = await server.register();
    const first = await upload(client, file(csv()));
    expect(codeOf(await next(client, first, csv()))).toEqual([409, 'version_same']);
    const key = { 'idempotency-key': 'version-2' };
    const made = await next(client, first, revised, key);
    const again = await next(client, first, revised, key);
    expect([made.statusCode, again.statusCode, again.json()]).toEqual([201, 201, made.json()]);
    const other = await upload(client, file(csv()));
    expect(codeOf(await next(client, other, revised, key))).toEqual([409, 'upload_key_reused']);
    const both = await Promise.all(
      [csv(undefined, 60), csv(undefined, 61)].map((text) => next(client, first, text)),
    );
    const statuses = both.map(({ statusCode }) => statusCode).sort();
    expect([
      [201, 201],
      [201, 409],
    ]).toContainEqual(statuses);
    const { items } = (await client.get(`/datasets/${first.dataset.id}/versions`)).json<DatasetPage>();
    expect(items.map(({ version }) => version)).toEqual(statuses[1] === 409 ? [3, 2, 1] : [4, 3, 2, 1]);
    expect(await held(client)).toHaveLength(2 * items.length + 2);
  });

  test('leaves a run with the version it was fitted on', async () => {
    const client = await server.register();
    const first = await upload(client, file(csv()));
    const run = (await client.post('/runs', { datasetId: first.dataset.id })).json<RunView>();
    await next(client, first, revised);
    const after = (await client.get(`/runs/${run.id}`)).json<RunView>();
    expect(after.dataset).toMatchObject({ id: first.dataset.id, version: 1 });

    const refused = await client.delete(`/datasets/${first.dataset.id}`);
    expect(codeOf(refused)).toEqual([409, 'dataset_in_use']);
    expect(refused.json().detail).toBe(
      'Run 1 was fitted on this dataset and can be repeated and checked only with it. Delete that run first, or keep the dataset.',
    );
    expect((await client.get('/datasets')).json<DatasetPage>().items).toHaveLength(1);
  });
});

describe('a dataset that is deleted', () => {
  test('is there for nobody, can be restored with all versions, and is really gone after some days', async () => {
    const client = await server.register();
    const first = await upload(client, file(csv()));
    const second = (await next(client, first, csv(undefined, 105))).json<DatasetView>();
    const { id } = second.dataset;
    expect((await client.delete(`/datasets/${id}`)).statusCode).toBe(204);
    expect((await client.get('/datasets')).json<DatasetPage>().items).toEqual([]);
    for (const path of ['', '/rows', '/file', '/versions', '/changes'])
      expect((await client.get(`/datasets/${first.dataset.id}${path}`)).statusCode).toBe(404);
    expect((await next(client, first, csv(undefined, 106))).statusCode).toBe(404);
    expect((await client.post('/runs', { datasetId: id })).statusCode).toBe(404);
    expect((await client.delete(`/datasets/${id}`)).statusCode).toBe(404);

    const deleted = (await client.get('/datasets?deleted=true')).json<DatasetPage>();
    expect(deleted.items.map((item) => [item.id, item.deletedAt !== null])).toEqual([[id, true]]);
    expect((await client.post(`/datasets/${id}/restore`)).json<DatasetSummary>().deletedAt).toBeNull();
    expect((await client.get(`/datasets/${id}`)).json()).toEqual(second);

    await client.delete(`/datasets/${id}`);
    await sweepDatasets(server.services);
    expect(await held(client)).toHaveLength(4);
    expect((await client.get('/usage')).json()).toMatchObject({ runs: 0, datasets: expect.any(Number) });
    const later = { now: () => new Date(server.clock.now().getTime() + 7 * 86_400_000 + 1000) };
    await sweepDatasets({ ...server.services, clock: later });
    expect(await held(client)).toEqual([]);
    expect((await client.get('/usage')).json()).toEqual({ bytes: 0, datasets: 0, runs: 0 });
    expect((await client.post(`/datasets/${id}/restore`)).statusCode).toBe(404);
    const { items } = (await client.get('/audit')).json<AuditPage>();
    expect(items.map(({ action }) => action).filter((action) => action.startsWith('dataset.'))).toEqual([
      ...['dataset.removed', 'dataset.removed', 'dataset.deleted', 'dataset.restored', 'dataset.deleted'],
      ...['dataset.version_added', 'dataset.created'],
    ]);
  });

  test('is restored or swept, never both', async () => {
    const client = await server.register();
    const { id } = (await upload(client, file(csv()))).dataset;
    const { objects, database } = server.services;
    await client.delete(`/datasets/${id}`);
    const clock = { now: () => new Date(server.clock.now().getTime() + 7 * 86_400_000 + 1000) };
    const answers: number[] = [];
    const remove = async (key: string) => {
      answers.push((await client.post(`/datasets/${id}/restore`)).statusCode);
      await objects.remove(key);
    };
    // The sweep's clock is ahead: by the server's own it could still be restored.
    await sweepDatasets({ ...server.services, clock, objects: { ...objects, remove } });
    expect(answers).toEqual([404]);
    expect(await held(client)).toEqual([]);

    const other = (await upload(client, file(csv()))).dataset;
    await client.delete(`/datasets/${other.id}`);
    // Its time is over, though no sweep has come by.
    const longAgo = "update datasets set deleted_at = deleted_at - interval '7 days' where id = $1";
    await database.$client.query(longAgo, [other.id]);
    expect((await client.post(`/datasets/${other.id}/restore`)).statusCode).toBe(404);
    expect((await client.get('/datasets?deleted=true')).json<DatasetPage>().items).toEqual([]);
  });

  test('is left alone by a sweep that has listed it before it was restored', async () => {
    const client = await server.register();
    const { id } = (await upload(client, file(csv()))).dataset;
    const { database } = server.services;
    const until = new Date(server.clock.now().getTime() + 1000);
    await client.delete(`/datasets/${id}`);
    expect((await listForgotten(database, system, until)).map((one) => one.id)).toContain(id);
    expect((await client.post(`/datasets/${id}/restore`)).statusCode).toBe(200);
    expect(await claimForgotten(database, system, { id, until })).toBe(false);
    expect((await client.get(`/datasets/${id}`)).statusCode).toBe(200);
  });

  test('has no run that was asked for before it was deleted and planned meanwhile', async () => {
    const client = await server.register();
    const { id } = (await client.post('/datasets/sample')).json<DatasetView>().dataset;
    const { objects } = server.services;
    const get = objects.get.bind(objects);
    const reading = vi.spyOn(objects, 'get').mockImplementationOnce(async (key) => {
      expect((await client.delete(`/datasets/${id}`)).statusCode).toBe(204);
      return get(key);
    });
    const answer = await client.post('/runs', { datasetId: id });
    reading.mockRestore();
    expect(codeOf(answer)).toEqual([404, 'not_found']);
    expect((await client.get('/runs')).json<{ items: unknown[] }>().items).toEqual([]);
  });

  test('frees its idempotency key', async () => {
    const key = { 'idempotency-key': 'once' };
    const first = (await post(anna, '/datasets', [file(csv())], key)).json<DatasetView>();
    await anna.delete(`/datasets/${first.dataset.id}`);
    const again = (await post(anna, '/datasets', [file(csv())], key)).json<DatasetView>();
    expect(again.dataset.id).not.toBe(first.dataset.id);
  });

  test('was deleted by who uploaded every version, or by an admin', async () => {
    const [member, admin] = await Promise.all(
      (['member', 'admin'] as const).map(async (role) => {
        const client = await server.register();
        const row = {
          workspaceId: anna.workspaceId,
          accountId: client.account.id,
          role,
          createdAt: new Date(),
        };
        await server.services.database.insert(members).values(row);
        return client;
      }),
    );
    if (!member || !admin) throw new Error('nobody');
    const base = `/api/v1/workspaces/${anna.workspaceId}/datasets`;
    const annas = await upload(anna, file(csv()));
    const own = (await post(member, base, [file(csv())])).json<DatasetView>();
    expect(codeOf(await member.delete(`${base}/${annas.dataset.id}`))).toEqual([403, 'role_too_low']);
    expect((await member.delete(`${base}/${own.dataset.id}`)).statusCode).toBe(204);
    expect((await member.post(`${base}/${own.dataset.id}/restore`)).statusCode).toBe(200);
    await next(anna, own, csv(undefined, 105));
    expect(codeOf(await member.delete(`${base}/${own.dataset.id}`))).toEqual([403, 'role_too_low']);
    expect((await admin.delete(`${base}/${own.dataset.id}`)).statusCode).toBe(204);
    expect(codeOf(await member.post(`${base}/${own.dataset.id}/restore`))).toEqual([403, 'role_too_low']);
  });
});

describe('a name', () => {
  test.each(['', '   ', 'x'.repeat(201), 'a\0b'])('%j is refused', async (name) => {
    const { dataset } = await upload(anna, file(csv()));
    expect((await anna.patch(`/datasets/${dataset.id}`, { name })).statusCode).toBe(422);
  });
});

test.each(['csv', 'xlsx'])('the %s template is a file that is taken as it stands', async (kind) => {
  const answer = await server.app.inject({ method: 'GET', url: `/api/v1/templates/data.${kind}` });
  expect(answer.headers['content-disposition']).toContain(`mixmodel-template.${kind}`);
  const view = await upload(anna, { fileName: `template.${kind}`, bytes: answer.rawPayload });
  expect(view.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(view.grid?.periods).toBe(104);
});

test('an upload whose row was written keeps its bytes, though the connection was lost before that was told', async () => {
  const client = await server.register();
  const { database } = server.services;
  const cut: typeof database.transaction = async (work, config) => {
    await database.transaction(work, config);
    throw new Error('Connection terminated unexpectedly');
  };
  const services = {
    ...server.services,
    database: new Proxy(database, {
      get: (target, key) => (key === 'transaction' ? cut : Reflect.get(target, key)),
    }),
  };
  const scope = {
    workspaceId: client.workspaceId,
    accountId: client.account.id,
    keyId: null,
    role: 'owner',
  } as Scope;
  await expect(addSample(services, scope, 'once')).rejects.toThrow('Connection terminated');
  const [kept] = (await client.get('/datasets')).json<DatasetPage>().items;
  expect((await client.get(`/datasets/${kept?.id}/file`)).statusCode).toBe(200);
  const again = await client.post('/datasets/sample', undefined, { 'idempotency-key': 'once' });
  expect([again.statusCode, again.json().dataset.id]).toEqual([201, kept?.id]);
});
