// Datasets over HTTP: mapping round trips, rows, lists, and who may do what.
import type {
  AuditPage,
  DatasetPage,
  DatasetView,
  Mapping,
  RowsView,
  WorkspaceRole,
} from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv, line, spoiled } from '../../../fixtures/weekly.ts';
import { workbook } from '../../../fixtures/zip.ts';
import { members } from '../../database/schema.ts';
import { formOf } from '../../testing/form.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
let anna: Client;
beforeAll(async () => {
  server = await testServer();
  anna = await server.register();
});
afterAll(() => server.close());

async function upload(
  client: Client,
  bytes: Uint8Array | string,
  fileName = 'sales.csv',
): Promise<DatasetView> {
  const answer = await client.inject({
    method: 'POST',
    url: '/datasets',
    ...formOf([{ fileName, bytes }]),
  });
  expect(answer.statusCode).toBe(201);
  return answer.json<DatasetView>();
}

const map = (client: Client, { dataset }: DatasetView, mapping: Mapping) =>
  client.put(`/datasets/${dataset.id}/mapping`, mapping);

describe('a mapping', () => {
  test('is answered with the new view, and is there the next time', async () => {
    const before = await upload(anna, csv());
    const mapping: Mapping = {
      roles: { holiday: 'ignore', radio_spend: 'control' },
      kpi: 'units',
      currency: 'SEK',
    };
    const answer = await map(anna, before, mapping);
    expect(answer.statusCode).toBe(200);
    const after = answer.json<DatasetView>();
    expect(after.mapping).toEqual(mapping);
    expect(after.columns.find(({ name }) => name === 'radio_spend')).toMatchObject({
      role: 'control',
      chosen: true,
    });
    expect(after.draft?.columns.target).toEqual({ column: 'revenue', kind: 'units', currency: 'SEK' });
    expect(after.draft?.channels.map(({ column }) => column)).toEqual(['tv_spend', 'search_spend']);
    expect((await anna.get(`/datasets/${before.dataset.id}`)).json()).toEqual(after);
    const sidecar = await server.services.objects.get(
      `workspaces/${anna.workspaceId}/datasets/${before.dataset.id}/dataset.json`,
    );
    expect(JSON.parse(Buffer.from(sidecar ?? []).toString()).mapping).toEqual(mapping);
  });

  test('of a treatment makes one of the draft, and what is named after a price is one already', async () => {
    const [head = '', ...rows] = csv().trimEnd().split('\n');
    const lines = rows.map((row, week) => `${row},${week % 6 === 0 ? 8 : 9.5}`);
    const priced = `${[`${head},price`, ...lines].join('\n')}\n`;
    const view = await upload(anna, priced);
    expect(view.columns.find(({ name }) => name === 'price')).toMatchObject({ role: 'treatment' });
    expect(view.draft?.treatments).toEqual([{ column: 'price', name: 'Price', reference: 9.5 }]);
    expect(view.findings.find(({ code }) => code === 'treatment_apart')?.sentence).toContain('9.5');
    const chosen = { roles: { price: 'control', temperature: 'treatment' } } as const;
    const after = (await map(anna, view, chosen)).json<DatasetView>();
    expect(after.draft?.treatments).toEqual([{ column: 'temperature', name: 'Temperature' }]);
    expect(after.draft?.controls?.map(({ column }) => column)).toContain('price');
  });

  test('is the whole user’s word: what is left out is guessed again', async () => {
    const view = await upload(anna, csv());
    await map(anna, view, { roles: { holiday: 'ignore' } });
    const again = (await map(anna, view, {})).json<DatasetView>();
    expect(again).toEqual(view);
  });

  test('is saved even if findings remain', async () => {
    const view = await upload(anna, csv());
    const after = (await map(anna, view, { roles: { revenue: 'ignore' } })).json<DatasetView>();
    expect(after.findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect((await anna.get(`/datasets/${view.dataset.id}`)).json<DatasetView>().mapping.roles).toEqual({
      revenue: 'ignore',
    });
  });

  test('that changes is noted with what it makes of which columns, one that does not change is not', async () => {
    const client = await server.register();
    const view = await upload(client, csv(), 'sales.csv');
    const first = { roles: { holiday: 'ignore', temperature: 'treatment' }, kpi: 'units' } as const;
    await map(client, view, first);
    await map(client, view, first);
    await map(client, view, { roles: { temperature: 'treatment' }, kpi: 'units', currency: 'SEK', weeks: 1 });
    await map(client, view, {});
    const { items } = (await client.get('/audit')).json<AuditPage>();
    const noted = items.filter(({ action }) => action === 'dataset.mapping_changed');
    const of = { name: view.dataset.name, version: 1 };
    expect(noted.map(({ facts }) => facts)).toEqual([
      { ...of, columns: 'temperature: as detected', kpi: null, currency: null, weeks: null },
      { ...of, columns: 'holiday: as detected', currency: 'SEK', weeks: 1 },
      { ...of, columns: 'holiday: ignore, temperature: treatment', kpi: 'units' },
    ]);
    expect(noted[0]).toMatchObject({
      actor: { kind: 'person', id: client.account.id },
      words: 'changed how a dataset is read',
      subject: { kind: 'dataset', id: view.dataset.firstId },
    });
  });

  test('settles a finding with the change that stands beside it', async () => {
    const view = await upload(anna, spoiled('temperature', '', 39));
    const [finding] = view.findings;
    const after = (await map(anna, view, finding?.fixes[0]?.change ?? {})).json<DatasetView>();
    expect(after.findings).toEqual([]);
    expect(after.grid?.periods).toBe(104);
  });

  test('of a column that is not there is refused by its name, and nothing is saved', async () => {
    const view = await upload(anna, csv());
    const answer = await map(anna, view, { roles: { tv_spnd: 'spend', nonsense: 'control' } });
    expect(answer.statusCode).toBe(422);
    const { faults } = answer.json();
    expect(faults.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual([
      ['mapping_unknown_column', 'roles.tv_spnd'],
      ['mapping_unknown_column', 'roles.nonsense'],
    ]);
    expect(faults[0].sentence).toMatch(/`tv_spnd`, which is not in the table\. Did you mean `tv_spend`\?$/);
    expect((await anna.get(`/datasets/${view.dataset.id}`)).json<DatasetView>().mapping).toEqual({});
  });

  test('of another sheet leaves the roles of the first behind', async () => {
    const rows = (names: string[]) => [
      names,
      ...Array.from({ length: 60 }, (_, row) => line(row).slice(0, 3)),
    ];
    const book = workbook({
      North: rows(['week', 'revenue', 'tv_spend']),
      South: rows(['week', 'revenue', 'radio_spend']),
    });
    const view = await upload(anna, book, 'sales.xlsx');
    await map(anna, view, { roles: { tv_spend: 'organic', revenue: 'target' } });
    const south = { roles: { tv_spend: 'organic', revenue: 'target' }, sheet: 'South' } as const;
    const after = (await map(anna, view, south)).json<DatasetView>();
    expect(after.mapping).toEqual({ sheet: 'South', roles: { revenue: 'target' } });
    expect(after.columns.map(({ name }) => name)).toEqual(['week', 'revenue', 'radio_spend']);
  });

  test('of days as weeks reads the file so', async () => {
    const days = csv((cells, row) => cells.with(0, day(row)), 380);
    const view = await upload(anna, days);
    expect(view.grid?.period).toBe('day');
    const weekly = (await map(anna, view, { weeks: 1 })).json<DatasetView>();
    expect(weekly.grid).toMatchObject({ period: 'week', from: '2022-01-03' });
  });

  test.each([
    [{ roles: { revenue: 'kpi' } }, 'roles.revenue'],
    [{ currency: 'euro' }, 'currency'],
    [{ weeks: 8 }, 'weeks'],
    [{ targt: 'revenue' }, 'targt'],
  ])('%j is refused by the name of its field', async (mapping, path) => {
    const view = await upload(anna, csv());
    const answer = await map(anna, view, mapping as Mapping);
    expect([answer.statusCode, answer.json().faults[0].path]).toEqual([422, path]);
  });
});

const day = (row: number) => new Date(Date.parse('2022-01-03') + row * 86_400_000).toISOString().slice(0, 10);

describe('rows', () => {
  test('stand as in the file, around a row or from one on', async () => {
    const { dataset } = await upload(anna, spoiled('temperature', 'n/a', 39));
    const rows = async (query: string) =>
      (await anna.get(`/datasets/${dataset.id}/rows?${query}`)).json<RowsView>();
    const around = await rows('around=41&count=3');
    expect(around).toMatchObject({ of: 104, columns: csv().split('\n')[0]?.split(',') });
    expect(around.rows.map(({ row, cells }) => [row, cells[5]])).toEqual([
      [40, String(line(38)[5])],
      [41, 'n/a'],
      [42, String(line(40)[5])],
    ]);
    expect((await rows('from=104&count=50')).rows.map(({ row }) => row)).toEqual([104, 105]);
    expect((await rows('')).rows).toHaveLength(20);
  });

  test('of a file without a table are its lines', async () => {
    const { dataset } = await upload(anna, 'week revenue\n2024-01-01 5\n');
    const { columns, rows } = (await anna.get(`/datasets/${dataset.id}/rows`)).json<RowsView>();
    expect(columns).toEqual(['A']);
    expect(rows.map(({ cells }) => cells)).toEqual([['week revenue'], ['2024-01-01 5']]);
  });

  test.each(['count=0', 'count=201', 'around=-3', 'from=x'])('%s is refused', async (query) => {
    const { dataset } = await upload(anna, csv());
    expect((await anna.get(`/datasets/${dataset.id}/rows?${query}`)).statusCode).toBe(422);
  });
});

describe('the list', () => {
  let client: Client;
  beforeAll(async () => {
    client = await server.register();
    for (const name of ['b', 'A', 'd', 'C', 'e 2']) await upload(client, csv(), `${name}.csv`);
    await client.post('/datasets/sample');
  });
  const page = async (query: string) => (await client.get(`/datasets?${query}`)).json<DatasetPage>();
  const names = ({ items }: DatasetPage) => items.map(({ name }) => name);
  const pages = async (query: string) => {
    const found: string[][] = [];
    for (let next: string | null = ''; next !== null; ) {
      const one: DatasetPage = await page(`${query}&limit=4${next && `&cursor=${next}`}`);
      found.push(names(one));
      next = one.next;
    }
    return found;
  };

  test('is newest first, in pages', async () => {
    expect(await pages('')).toEqual([
      ['Sample data', 'e 2', 'C', 'd'],
      ['A', 'b'],
    ]);
    expect((await page('')).items).toHaveLength(6);
  });

  test.each([
    ['createdAt', ['b', 'A', 'd', 'C', 'e 2', 'Sample data']],
    ['name', ['A', 'b', 'C', 'd', 'e 2', 'Sample data']],
    ['-name', ['Sample data', 'e 2', 'd', 'C', 'b', 'A']],
  ])('is sorted by %s over its pages', async (sort, order) => {
    expect((await pages(`sort=${sort}`)).flat()).toEqual(order);
  });

  test('has each once where what it is sorted by is the same', async () => {
    expect(new Set((await pages('sort=bytes')).flat()).size).toBe(6);
    expect(new Set((await pages('sort=-bytes')).flat()).size).toBe(6);
  });

  test('is narrowed by a part of the name, as it stands, and by kind', async () => {
    expect(names(await page('q=SAMPLE'))).toEqual(['Sample data']);
    for (const q of ['%', '_', "' or 'a'='a", "'; drop table datasets; --"])
      expect(names(await page(`q=${encodeURIComponent(q)}`))).toEqual([]);
    expect(names(await page('sample=true'))).toEqual(['Sample data']);
    expect((await pages('sample=false&sort=name')).flat()).toEqual(['A', 'b', 'C', 'd', 'e 2']);
  });

  test('refuses an order or a filter it does not have, by its name', async () => {
    for (const [query, path] of [
      ['sort=colour', 'sort'],
      ['sate=queued', 'sate'],
      ['sample=perhaps', 'sample'],
      ['limit=101', 'limit'],
    ]) {
      const answer = await client.get(`/datasets?${query}`);
      expect([answer.statusCode, answer.json().faults[0].path]).toEqual([422, path]);
    }
  });

  test('refuses a cursor of another order, or one that somebody made up', async () => {
    const { next } = await page('limit=1');
    const made = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
    const id = '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10';
    const cursors = [
      'nonsense',
      made(null),
      made(['name', 'a\0', id]),
      made(['name', 5, id]),
      made(['name', 'a', 'b']),
    ];
    for (const cursor of [next, ...cursors]) {
      const answer = await client.get(`/datasets?sort=name&cursor=${cursor}`);
      expect([cursor, answer.statusCode, answer.json().code]).toEqual([cursor, 422, 'cursor_wrong']);
    }
    const ages = [
      '2024-02-31',
      '9999-99-99T99:99:99.999Z',
      '2024-02-30T00:00:00.000Z',
      '0000-01-01T00:00:00.000Z',
    ];
    for (const age of ages) {
      const cursor = made(['createdAt', age, id]);
      expect((await client.get(`/datasets?sort=createdAt&cursor=${cursor}`)).statusCode).toBe(422);
    }
    // The first moment there can be.
    const first = made(['createdAt', '0001-01-01T00:00:00.000Z', id]);
    expect((await client.get(`/datasets?sort=createdAt&cursor=${first}`)).statusCode).toBe(200);
  });
});

describe('another tenant', () => {
  test('finds nothing of a dataset, in its own workspace and in the one it belongs to', async () => {
    const [owner, stranger] = [await server.register(), await server.register()];
    const { dataset } = await upload(owner, csv());
    const foreign = `/api/v1/workspaces/${owner.workspaceId}/datasets`;
    for (const base of ['/datasets', foreign]) {
      const one = `${base}/${dataset.id}`;
      const answers = [
        await stranger.get(one),
        await stranger.get(`${one}/rows`),
        await stranger.get(`${one}/file`),
        await stranger.put(`${one}/mapping`, { kpi: 'units' }),
      ];
      expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual(
        answers.map(() => [404, 'not_found']),
      );
    }
    expect((await stranger.get('/datasets')).json().items).toEqual([]);
    expect((await stranger.get(foreign)).statusCode).toBe(404);
    expect((await stranger.post(`${foreign}/sample`)).statusCode).toBe(404);
    expect((await owner.get(`/datasets/${dataset.id}`)).json<DatasetView>().mapping).toEqual({});
  });

  test('and an id that is none are answered alike', async () => {
    for (const id of ['nonsense', '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10'])
      expect((await anna.get(`/datasets/${id}`)).statusCode).toBe(404);
  });
});

describe('roles', () => {
  async function withRole(role: WorkspaceRole): Promise<Client> {
    const client = await server.register();
    await server.services.database
      .insert(members)
      .values({ workspaceId: anna.workspaceId, accountId: client.account.id, role, createdAt: new Date() });
    return client;
  }
  const inAnnas = (path: string) => `/api/v1/workspaces/${anna.workspaceId}/datasets${path}`;

  test.each<[WorkspaceRole, number, number]>([
    ['viewer', 403, 403],
    ['member', 201, 200],
    ['admin', 201, 200],
  ])('a %s reads; uploads and maps as the table of roles says', async (role, created, mapped) => {
    const { dataset } = await upload(anna, csv());
    const client = await withRole(role);
    for (const path of ['', `/${dataset.id}`, `/${dataset.id}/rows`, `/${dataset.id}/file`])
      expect((await client.get(inAnnas(path))).statusCode).toBe(200);
    const form = formOf([{ fileName: 'a.csv', bytes: csv() }]);
    expect((await client.inject({ method: 'POST', url: inAnnas(''), ...form })).statusCode).toBe(created);
    expect((await client.post(inAnnas('/sample'))).statusCode).toBe(created);
    expect((await client.put(inAnnas(`/${dataset.id}/mapping`), {})).statusCode).toBe(mapped);
  });

  test('nobody who is not signed in gets anything', async () => {
    const answer = await server.app.inject({ method: 'GET', url: inAnnas('') });
    expect(answer.statusCode).toBe(401);
  });
});
