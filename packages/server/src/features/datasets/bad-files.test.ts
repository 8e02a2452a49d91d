// Files, names and connections that mean harm, or are only strange: an answer in words, nothing left behind, no crash.
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type DatasetView, problemSchema } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { csv } from '../../../fixtures/weekly.ts';
import { zip } from '../../../fixtures/zip.ts';
import { hasStore } from '../../testing/bucket.ts';
import { formOf } from '../../testing/form.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
let anna: Client;
let address: URL;
beforeAll(async () => {
  server = await testServer({ config: { uploadWindowMs: 3000 } });
  anna = await server.register();
  address = new URL(await server.listen());
});
afterAll(() => server.close());

async function upload(bytes: Uint8Array | string, fileName = 'sales.csv'): Promise<DatasetView> {
  const form = formOf([{ fileName, bytes }]);
  const answer = await anna.inject({ method: 'POST', url: '/datasets', ...form });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([201, expect.any(String)]);
  return answer.json<DatasetView>();
}

const held = ({ workspaceId }: Client) => server.services.objects.list(`workspaces/${workspaceId}/`);

describe('a name', () => {
  test.each([
    ['../../../etc/cron.d/x.csv', 'x.csv'],
    ['..\\..\\windows\\win.ini', 'win.ini'],
    ['..', 'data'],
    ['.', 'data'],
    ['/', 'data'],
    ['__proto__', 'data'],
    ['a\u0000.csv', 'a.csv'],
    ['CON', 'CON'],
    ['nul.csv', 'nul.csv'],
    ['sales\u202Evsc.exe', 'salesvsc.exe'],
    ['a\u2028b\u200B.csv', 'ab.csv'],
    ['Cafe\u0301.csv', 'Café.csv'],
    ['👩‍👩‍👧‍👦 数据.csv', '👩👩👧👦 数据.csv'],
    [`${'é'.repeat(300)}.csv`, 'é'.repeat(200)],
    ['=HYPERLINK("http://x").csv', 'x%22).csv'],
    ['a;b=c,d.csv', 'a;b=c,d.csv'],
  ])('%j is shown as %j, is no path, and comes back as a header that holds', async (given, kept) => {
    const { dataset } = await upload(csv(), given);
    expect(dataset.fileName).toBe(kept);
    const keys = (await held(anna)).filter((key) => key.includes(dataset.id));
    expect(keys.map((key) => key.split('/').at(-1)).sort()).toEqual(['dataset.json', 'file']);
    const { headers } = await anna.get(`/datasets/${dataset.id}/file`);
    const disposition = String(headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/);
    expect(/filename="([^"]*)"/.exec(disposition)?.[1]).not.toMatch(
      /[\\/:*?<>|]|^\.+$|^(con|nul|prn|aux|com\d|lpt\d)(\.|$)/i,
    );
  });
});

test('a workbook whose XML names a file of the server, or itself again and again, gives nothing of either', async () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const entities = [
    '<!ENTITY file SYSTEM "file:///etc/passwd">',
    '<!ENTITY a "aaaaaaaaaa">',
    ...Array.from(
      { length: 9 },
      (_, i) => `<!ENTITY b${i} "${`&${i === 0 ? 'a' : `b${i - 1}`};`.repeat(10)}">`,
    ),
  ];
  const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    `<row r="1">${cell('A1', 'week')}${cell('B1', 'revenue')}${cell('C1', 'tv &file;')}${cell('D1', 'x &b8;')}</row>`,
    ...Array.from(
      { length: 5 },
      (_, i) =>
        `<row r="${i + 2}">${cell(`A${i + 2}`, `2024-01-0${i + 1}`)}<c r="B${i + 2}"><v>${i}</v></c></row>`,
    ),
  ];
  const book = zip({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/0.xml"/></Relationships>`,
    'xl/worksheets/0.xml': `<!DOCTYPE worksheet [${entities.join('')}]><worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  });
  const form = formOf([{ fileName: 'sales.xlsx', bytes: book }]);
  const answer = await anna.inject({ method: 'POST', url: '/datasets', ...form });
  expect(answer.statusCode).toBe(201);
  expect(answer.body).not.toMatch(/root:|aaaaaaaaaa/);
  const { id } = answer.json<DatasetView>().dataset;
  expect((await anna.get(`/datasets/${id}/rows`)).body).not.toMatch(/root:|aaaaaaaaaa/);
});

describe('a table that is too large', () => {
  const sentenceOf = ({ findings, table }: DatasetView) => [table, findings[0]?.code, findings[0]?.sentence];

  test('by 10,000 columns is kept, and says how many there may be', async () => {
    const wide = (cell: (i: number) => string) => Array.from({ length: 10_000 }, (_, i) => cell(i)).join(',');
    const rows = Array.from({ length: 60 }, (_, row) => wide((i) => String(row * i)));
    expect(sentenceOf(await upload([wide((i) => `c${i}`), ...rows].join('\n')))).toEqual([
      null,
      'too_many_columns',
      'The table has more than 1,000 columns. Keep the date, the KPI, the media and the controls.',
    ]);
  });

  test('by a million rows is kept, and says how many there may be, within the memory of its thread', async () => {
    const line = Buffer.from('2024-01-01,50000,1200\n');
    const body = Buffer.alloc(1_000_000 * line.length, line);
    expect(sentenceOf(await upload(Buffer.concat([Buffer.from('week,revenue,tv_spend\n'), body])))).toEqual([
      null,
      'too_many_rows',
      'The table has more than 500,000 rows. Keep one row for each period.',
    ]);
    expect((await upload(csv())).grid?.periods).toBe(104);
  });
});

describe('JSON', () => {
  const put = (payload: string) =>
    anna.inject({
      method: 'PUT',
      url: '/datasets/01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10/mapping',
      payload,
      headers: { 'content-type': 'application/json' },
    });

  test.each([
    ['of 2 MB', JSON.stringify({ roles: { a: 'x'.repeat(2_000_000) } }), 413, 'body_too_large'],
    ['nested 200,000 deep', '['.repeat(200_000) + ']'.repeat(200_000), 422, 'field_wrong'],
    [
      'nested 100,000 deep in a field',
      `${'{"roles":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      422,
      'field_wrong',
    ],
    ['that would change what objects are', '{"roles":{"__proto__":{"x":1}}}', 400, 'body_syntax'],
  ])('%s is refused', async (_, payload, status, code) => {
    const answer = await put(payload);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });
});

describe('a connection', () => {
  /** Begins an upload and sends no more than a byte now and then. */
  function dripping(client: Client) {
    const { payload, headers } = formOf([{ fileName: 'a.csv', bytes: csv() }]);
    const socket = connect(Number(address.port), '127.0.0.1');
    const head = [
      `POST /api/v1/workspaces/${client.workspaceId}/datasets HTTP/1.1`,
      'host: 127.0.0.1',
      `authorization: Bearer ${client.accessToken}`,
      `content-type: ${headers['content-type']}`,
      `content-length: ${payload.length}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    // As far as the file's first bytes at once, so that it is soon on its way.
    let sent = 300;
    socket.write(payload.subarray(0, sent));
    const timer = setInterval(() => socket.write(payload.subarray(sent, ++sent)), 50);
    const heard: string[] = [];
    socket.on('data', (bytes) => heard.push(String(bytes)));
    socket.on('error', () => undefined);
    const closed = new Promise<string>((resolve) => {
      socket.on('close', () => {
        clearInterval(timer);
        resolve(heard.join(''));
      });
    });
    return { closed };
  }

  test.skipIf(hasStore)(
    'that sends a byte at a time is ended in words; meanwhile no more than four are taken of one workspace',
    async () => {
      const client = await server.register();
      const slow = Array.from({ length: 4 }, () => dripping(client));
      const form = formOf([{ fileName: 'a.csv', bytes: csv() }]);
      const fifth = () => client.inject({ method: 'POST', url: '/datasets', ...form });
      const arriving = () => readdir(join(server.services.config.dataDir, 'objects', '.partial'));
      await vi.waitFor(async () => expect(await arriving()).toHaveLength(4), { timeout: 20_000 });
      const busy = await fifth();
      expect(busy.statusCode).toBe(429);
      expect(problemSchema.parse(busy.json())).toMatchObject({
        code: 'uploads_busy',
        detail:
          '4 uploads of this workspace are under way, and no more are taken at a time. Try again when one has ended.',
      });
      for (const { closed } of slow) {
        const [head = '', body = ''] = (await closed).split('\r\n\r\n');
        expect(head).toMatch(/^HTTP\/1\.1 408 /);
        expect(head).toMatch(/connection: close/i);
        expect(body).toContain('"code":"upload_too_slow"');
      }
      await vi.waitFor(async () => expect(await arriving()).toEqual([]), { timeout: 20_000 });
      expect(await held(client)).toEqual([]);
      expect((await fifth()).statusCode).toBe(201);
    },
  );
});
