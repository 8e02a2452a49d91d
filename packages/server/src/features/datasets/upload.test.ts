// Uploads over HTTP: what is kept, what is refused and in which words, and that nothing half done stays behind.
import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type DatasetView, problemSchema } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { csv, isoWeek, line, spoiled } from '../../../fixtures/weekly.ts';
import { workbook, zip } from '../../../fixtures/zip.ts';
import { hasStore } from '../../testing/bucket.ts';
import { type FormFile, formOf } from '../../testing/form.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const send = (client: Client, files: readonly FormFile[], headers: Record<string, string> = {}) => {
  const form = formOf(files);
  return client.inject({
    method: 'POST',
    url: '/datasets',
    payload: form.payload,
    headers: { ...form.headers, ...headers },
  });
};
const upload = (client: Client, bytes: Uint8Array | string, fileName = 'sales.csv') =>
  send(client, [{ fileName, bytes }]);

/** What the workspace holds: rows of the database, and objects of the storage. */
async function holdings(client: Client) {
  const listed = (await client.get('/datasets')).json().items.length;
  const objects = await server.services.objects.list(`workspaces/${client.workspaceId}/datasets/`);
  return { listed, objects: objects.length };
}

const nothing = { listed: 0, objects: 0 };
const oneDataset = { listed: 1, objects: 2 };

describe('a healthy file', () => {
  test('is kept as it is, read, and shown', async () => {
    const client = await server.register();
    const answer = await upload(client, csv(), 'Weekly sales.csv');
    expect(answer.statusCode).toBe(201);
    const view = answer.json<DatasetView>();
    const sha256 = createHash('sha256').update(csv()).digest('hex');
    expect(view.dataset).toMatchObject({
      ...{ name: 'Weekly sales', fileName: 'Weekly sales.csv', bytes: csv().length, sha256, sample: false },
      createdBy: client.account.name,
    });
    expect(view.mapping).toEqual({});
    expect(view.grid).toEqual({ period: 'week', periods: 104, from: '2022-01-03', to: '2023-12-31' });
    expect(view.findings).toEqual([]);
    expect(view.draft?.channels).toHaveLength(3);
    expect((await client.get(`/datasets/${view.dataset.id}`)).json()).toEqual(view);
  });

  test('comes back byte for byte, as an attachment', async () => {
    const client = await server.register();
    const bytes = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from(csv().replaceAll('\n', '\r\n')),
    ]);
    const { dataset } = (await upload(client, bytes, 'Umsätze „2024".csv')).json<DatasetView>();
    const file = await client.get(`/datasets/${dataset.id}/file`);
    expect(file.rawPayload.equals(bytes)).toBe(true);
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="[ -~]+"; filename\*=UTF-8''Ums%C3%A4tze/,
    );
  });

  test('has beside it what the database says of it', async () => {
    const client = await server.register();
    const { dataset } = (await upload(client, csv())).json<DatasetView>();
    const folder = `workspaces/${client.workspaceId}/datasets/${dataset.id}/`;
    const sidecar = await server.services.objects.get(`${folder}dataset.json`);
    const { createdBy: _, newest: _newest, files: _files, ...summary } = dataset;
    expect(JSON.parse(Buffer.from(sidecar ?? []).toString())).toMatchObject({
      ...summary,
      workspaceId: client.workspaceId,
      createdBy: client.account.id,
      files: [
        { fileName: 'sales.csv', bytes: csv().length, sha256: dataset.sha256, objectKey: `${folder}file` },
      ],
      mapping: {},
    });
  });

  test('may be a workbook of several sheets', async () => {
    const client = await server.register();
    const table = [
      csv().split('\n')[0]?.split(',') ?? [],
      ...Array.from({ length: 60 }, (_, row) => line(row)),
    ];
    const book = workbook({ Notes: [['About this file']], Weekly: table });
    const view = (await upload(client, book, 'sales.xlsx')).json<DatasetView>();
    expect(view.table).toMatchObject({
      kind: 'excel',
      sheet: 'Weekly',
      sheets: ['Notes', 'Weekly'],
      rows: 60,
    });
    expect(view.grid).toMatchObject({ periods: 60 });
  });

  test.each([
    ['../../etc/passwd.csv', 'passwd.csv'],
    ['C:\\Users\\anna\\sales.csv', 'sales.csv'],
    ['sales\u202egnp.csv', 'salesgnp.csv'],
    ['x'.repeat(400), 'x'.repeat(200)],
    [' ', 'data'],
  ])('called %j is kept as %j', async (given, kept) => {
    const client = await server.register();
    expect((await upload(client, csv(), given)).json<DatasetView>().dataset.fileName).toBe(kept);
  });
});

const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(1016),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);
const bomb = zip({ 'xl/workbook.xml': Buffer.alloc(2 * 1024 * 1024) });

describe('what no mapping could mend is refused, and not kept', () => {
  test.each<[string, Uint8Array | string, number, string, RegExp]>([
    ['nothing', '', 422, 'empty_file', /^The file is empty\. Give a table/],
    ['blank lines', '\n \n\n', 422, 'empty_file', /^The file is empty/],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000', 'hex'),
      415,
      'file_type',
      /is a PNG image, not a table/,
    ],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n', 415, 'file_type', /is a PDF document/],
    ['a web page', '<!doctype html><table><tr><td>1</td></tr></table>', 415, 'file_type', /is a web page/],
    ['JSON', '[{"week":"2024-01-01","revenue":1}]', 415, 'file_type', /is a JSON file/],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), 415, 'file_type', /is a program/],
    ['zeros', Buffer.alloc(5000), 415, 'file_type', /a binary file/],
    ['a zip archive', zip({ 'readme.txt': 'hello' }), 415, 'file_type', /is a zip archive/],
    ['a protected workbook', encrypted, 422, 'workbook_encrypted', /protected with a password/],
    ['a zip bomb', bomb, 413, 'zip_bomb', /unpacks to .+ so it was not opened/],
  ])('%s', async (_, bytes, status, code, detail) => {
    const client = await server.register();
    const answer = await upload(client, bytes);
    const problem = problemSchema.parse(answer.json());
    expect([answer.statusCode, problem.code]).toEqual([status, code]);
    expect(problem.detail).toMatch(detail);
    expect(await holdings(client)).toEqual(nothing);
  });
});

describe('what is no table yet is kept, and says so', () => {
  const book = workbook({
    Data: [
      ['week', 'revenue', 'tv_spend'],
      ['2024-01-01', 1, 2],
    ],
  });
  test.each<[string, Uint8Array | string, string]>([
    ['one column', 'week revenue tv_spend\n2024-01-01 1 2\n', 'one_column'],
    ['a header alone', 'week,revenue,tv_spend\n', 'header_only'],
    ['no header', '2024-01-01,5,6\n2024-01-08,7,8\n', 'no_header'],
    ['half a workbook', book.subarray(0, book.length / 2), 'workbook_damaged'],
    ['a workbook with an empty sheet', workbook({ Empty: [] }), 'sheet_empty'],
    ['one line of noise', randomBytes(400).toString('base64'), 'header_only'],
  ])('%s', async (_, bytes, code) => {
    const client = await server.register();
    const answer = await upload(client, bytes);
    expect(answer.statusCode).toBe(201);
    const view = answer.json<DatasetView>();
    expect([view.table, view.columns, view.grid, view.draft]).toEqual([null, [], null, null]);
    expect(view.findings[0]).toMatchObject({ code, severity: 'error' });
    expect((await client.get(`/datasets/${view.dataset.id}`)).json()).toEqual(view);
    expect(await holdings(client)).toEqual(oneDataset);
  });

  test('a sheet without a table offers its neighbour', async () => {
    const client = await server.register();
    const rows = Array.from({ length: 5 }, (_, row) => line(row).slice(0, 3));
    const both = workbook({
      Cover: [['Title'], ['Subtitle']],
      Data: [['week', 'revenue', 'tv_spend'], ...rows],
    });
    const { dataset } = (await upload(client, both)).json<DatasetView>();
    const view = (
      await client.put(`/datasets/${dataset.id}/mapping`, { sheet: 'Cover' })
    ).json<DatasetView>();
    expect(view.table).toBeNull();
    const { fixes } = view.findings.find(({ code }) => code === 'several_sheets') ?? { fixes: [] };
    expect(fixes).toEqual([{ label: 'Read sheet Data', change: { sheet: 'Data' } }]);
    const after = (await client.put(`/datasets/${dataset.id}/mapping`, fixes[0]?.change)).json<DatasetView>();
    expect(after.table?.rows).toBe(5);
  });
});

describe('a table that would be modelled wrongly says why, with its rows', () => {
  const twice = csv((cells, row) => (row > 40 ? cells.with(0, isoWeek(row - 1)) : cells));
  const half = csv((cells, row) => (row % 2 === 1 ? cells.with(1, '') : cells));
  const semicolons = csv().replaceAll(',', ';').replaceAll('.', ',');
  test.each<[string, string, string | undefined, number[]]>([
    ['a week that stands twice', twice, 'duplicate_dates', [43]],
    ['all rows on one date', spoiled('week', '2024-01-01'), 'one_date', []],
    ['half the target missing', half, 'target_missing', [3, 5, 7]],
    ['an infinite target', spoiled('revenue', 'inf', 5), 'infinite_number', [7]],
    ['a target that is a channel as well', csv((c) => c.with(2, c[1] ?? '')), 'target_is_channel', []],
    ['words for numbers', spoiled('tv_spend', 'soon', 9), 'media_not_numeric', [11]],
    ['negative spend', spoiled('tv_spend', -5, 3), 'negative_spend', [5]],
    ['a gap', csv((c, row) => (row >= 50 ? c.with(0, isoWeek(row + 2)) : c)), 'date_gaps', [52]],
    ['too few weeks', csv(undefined, 20), 'min_rows', []],
    ['semicolons and decimal commas', semicolons, undefined, []],
    ['thousands signs', csv((c) => c.with(1, `"${Number(c[1]).toLocaleString('en-US')}"`)), undefined, []],
    ['days before months', csv((c) => c.with(0, String(c[0]).split('-').reverse().join('/'))), undefined, []],
  ])('%s', async (_, text, code, rows) => {
    const client = await server.register();
    const view = (await upload(client, text)).json<DatasetView>();
    const errors = view.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map((finding) => finding.code)).toEqual(code === undefined ? [] : [code]);
    expect(errors[0]?.rows.slice(0, 3) ?? []).toEqual(rows);
    expect(view.grid === null).toBe(code !== undefined);
  });
});

describe('a request that is no upload', () => {
  test.each([
    ['JSON', { payload: '{}', headers: { 'content-type': 'application/json' } }],
    ['plain bytes', { payload: csv(), headers: { 'content-type': 'text/csv' } }],
    ['an empty body', {}],
  ])('%s is told what an upload is', async (_, request) => {
    const client = await server.register();
    const answer = await client.inject({ method: 'POST', url: '/datasets', ...request });
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'upload_not_a_form']);
  });

  test('without a file, or with too many, or two of one name, or without an end, keeps nothing', async () => {
    const client = await server.register();
    const form = (payload: Buffer, headers = formOf([]).headers) =>
      client.inject({ method: 'POST', url: '/datasets', payload, headers });
    const many = Array.from({ length: 11 }, (_, i) => ({ fileName: `${i}.csv`, bytes: csv() }));
    const twins = many.slice(0, 2).map(({ bytes }) => ({ fileName: 'a.csv', bytes }));
    const answers = [
      await form(formOf([], { note: 'no file' }).payload),
      await send(client, many),
      await send(client, twins),
      await form(formOf([{ fileName: 'a.csv', bytes: csv() }]).payload.subarray(0, 2000)),
      await form(Buffer.from('x'), { 'content-type': 'multipart/form-data' }),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
      [422, 'upload_no_file'],
      [422, 'upload_several_files'],
      [422, 'upload_same_name'],
      [400, 'upload_cut'],
      [400, 'request_unreadable'],
    ]);
    expect(await holdings(client)).toEqual(nothing);
  });
});

describe('an idempotency key', () => {
  const key = { 'idempotency-key': 'b9a0c1de-1' };

  test('makes a repeated upload answer with the first', async () => {
    const client = await server.register();
    const first = await send(client, [{ fileName: 'a.csv', bytes: csv() }], key);
    const again = await send(client, [{ fileName: 'renamed.csv', bytes: csv() }], key);
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toEqual(first.json());
    expect(await holdings(client)).toEqual(oneDataset);
  });

  test('holds for uploads at the same moment', async () => {
    const client = await server.register();
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(client, [{ fileName: 'a.csv', bytes: csv() }], key)),
    );
    expect(new Set(answers.map((answer) => answer.json().dataset.id)).size).toBe(1);
    expect(await holdings(client)).toEqual(oneDataset);
  });

  test('of another file is refused, and of another workspace is another', async () => {
    const [client, other] = [await server.register(), await server.register()];
    await send(client, [{ fileName: 'a.csv', bytes: csv() }], key);
    const wrong = await send(client, [{ fileName: 'a.csv', bytes: spoiled('revenue', 7, 3) }], key);
    expect([wrong.statusCode, wrong.json().code]).toEqual([409, 'upload_key_reused']);
    expect(await holdings(client)).toEqual(oneDataset);
    expect((await send(other, [{ fileName: 'a.csv', bytes: csv() }], key)).statusCode).toBe(201);
  });

  test('of the sample gives one sample; without one there are two', async () => {
    const client = await server.register();
    const [first, again] = [
      await client.post('/datasets/sample', undefined, key),
      await client.post('/datasets/sample', undefined, key),
    ];
    expect(again.json()).toEqual(first.json());
    await client.post('/datasets/sample');
    expect((await holdings(client)).listed).toBe(2);
  });

  test('is at most 200 visible characters', async () => {
    const client = await server.register();
    for (const wrong of ['x'.repeat(201), 'a\tb'])
      expect((await send(client, [], { 'idempotency-key': wrong })).json().code).toBe(
        'idempotency_key_wrong',
      );
  });
});

describe('the sample', () => {
  test('is a dataset like any other, marked as simulated, in its currency, without an error', async () => {
    const client = await server.register();
    const answer = await client.post('/datasets/sample');
    expect(answer.statusCode).toBe(201);
    const view = answer.json<DatasetView>();
    expect(view.dataset).toMatchObject({ name: 'Sample data', fileName: 'sample.csv', sample: true });
    expect(view.draft?.columns.target).toMatchObject({ column: 'revenue', currency: 'EUR' });
    expect(view.grid?.periods).toBe(104);
    expect(view.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('over a real connection', () => {
  let address: string;
  beforeAll(async () => {
    address = await server.listen();
  });

  const pathOf = ({ workspaceId }: Client) => `/api/v1/workspaces/${workspaceId}/datasets`;

  test('a file of 51 MB is refused in words, leaves nothing, and the connection goes on', async () => {
    const client = await server.register();
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(51 * 1024 * 1024, 'week,revenue\n')]), 'large.csv');
    const answer = await fetch(`${address}${pathOf(client)}`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${client.accessToken}` },
    });
    const problem = problemSchema.parse(await answer.json());
    expect([answer.status, problem.code]).toEqual([413, 'file_too_large']);
    expect(problem.detail).toMatch(/^The file has more than 50 MB; at most 50 MB are read\./);
    expect(await holdings(client)).toEqual(nothing);
    expect((await fetch(`${address}/health`)).status).toBe(200);
  });

  test.skipIf(hasStore)(
    'an upload cut in the middle leaves neither a row nor a byte, and the server goes on',
    async () => {
      const client = await server.register();
      const { payload, headers } = formOf([
        { fileName: 'a.csv', bytes: Buffer.alloc(5_000_000, 'week,revenue\n') },
      ]);
      const socket = connect(Number(new URL(address).port), '127.0.0.1');
      const head = [
        `POST ${pathOf(client)} HTTP/1.1`,
        'host: 127.0.0.1',
        `authorization: Bearer ${client.accessToken}`,
        `content-type: ${headers['content-type']}`,
        `content-length: ${payload.length}`,
      ];
      await new Promise((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\n`, resolve));
      await new Promise((resolve) => socket.write(payload.subarray(0, 3_000_000), resolve));
      // On a disk, bytes on their way stand here until they are whole: seen arriving before the cut, and gone after it.
      const arriving = () => readdir(join(server.services.config.dataDir, 'objects', '.partial'));
      await vi.waitFor(async () => expect(await arriving()).toHaveLength(1), { timeout: 20_000 });
      socket.destroy();
      await vi.waitFor(async () => expect(await arriving()).toEqual([]), { timeout: 20_000 });
      expect(await holdings(client)).toEqual(nothing);
      expect((await upload(client, csv())).statusCode).toBe(201);
    },
  );
});
