// The description of the API and its two pages.
import { entryOf, problemSchema } from '@mixmodel/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../testing/server.ts';
import { tidySchemas } from './open-api-schemas.ts';
import { operations } from './operations/table.ts';
import { routeName } from './route-name.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const get = (url: string) => server.app.inject({ method: 'GET', url });

test('the description is OpenAPI 3.1 whose references all lead somewhere', async () => {
  const answer = await get('/api/v1/openapi.json');
  const document = answer.json();
  expect(document.openapi).toBe('3.1.0');
  const names = [...answer.body.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(names).toContain('Session');
  expect(new Set(names)).toEqual(new Set(Object.keys(document.components.schemas)));
});

interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly description?: string }>>;
  readonly security?: unknown;
}

async function readDocument() {
  const document = (await get('/api/v1/openapi.json')).json();
  const operations = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, ...operation })),
  );
  return { document, operations };
}

test('every operation has a tag, a summary, a description and a name of its own, and says who may ask', async () => {
  const { operations: all } = await readDocument();
  for (const { name, path, tags, summary, description, responses, security } of all) {
    expect([name, tags?.length, typeof summary]).toEqual([name, 1, 'string']);
    expect([name, typeof description]).toEqual([name, 'string']);
    expect(JSON.stringify(responses)).not.toContain('Default Response');
    if (path.includes('/workspaces/'))
      expect([name, security]).toEqual([name, expect.arrayContaining([{ session: [] }])]);
  }
  const ids = all.map(({ operationId }) => operationId);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('every line about an operation is about one that is there, and names codes that are', async () => {
  const { operations: all } = await readDocument();
  const there = all.map(({ name, path }) =>
    routeName(name.split(' ')[0]?.toUpperCase() ?? '', path.replace(/\{(\w+)\}/g, ':$1')),
  );
  expect(Object.keys(operations).filter((name) => !there.includes(name))).toEqual([]);
  const silent = there.filter((name) => !(name in operations));
  expect(silent, 'Say in http/operations what they do').toEqual([]);
  const codes = Object.values(operations).flatMap(({ refuses = [] }) => refuses);
  expect(codes.filter((code) => entryOf(code)?.severity !== 'error')).toEqual([]);
});

test('every operation lists its refusals by status, each with an example as the server tells it', async () => {
  const { document, operations: all } = await readDocument();
  const whole = ({ $ref, ...response }: { readonly $ref?: string }) =>
    $ref ? document.components.responses[$ref.split('/').at(-1) ?? ''] : response;
  const examples = new Set<string>();
  for (const { name, responses } of all) {
    const refused = Object.entries(responses).filter(([status]) => Number(status) >= 400);
    expect([name, refused.map(([status]) => status)]).toEqual([name, expect.arrayContaining(['500'])]);
    for (const [status, response] of refused) {
      const type = whole(response).content['application/problem+json'];
      for (const code of Object.keys(type?.examples ?? {})) {
        const { value } = document.components.examples[code];
        expect([code, value.status, value.code]).toEqual([code, Number(status), code]);
        expect(problemSchema.safeParse(value).error).toBeUndefined();
        examples.add(code);
      }
    }
  }
  expect([...examples].sort()).toEqual(Object.keys(document.components.examples).sort());
  const run = all.find(({ operationId }) => operationId === 'createRun');
  expect(Object.keys(run?.responses ?? {})).toEqual(
    expect.arrayContaining(['200', '201', '401', '403', '404', '409', '422', '429']),
  );
  expect(whole(run?.responses['409'] ?? {}).description).toMatch(/`runs_open`, `run_key_taken`/);
});

test.each([
  [
    '/docs',
    [
      '/docs/static/swagger-ui-bundle.js',
      '/docs/static/swagger-initializer.js',
      '/docs/static/swagger-ui.css',
    ],
  ],
  ['/redoc', ['/redoc/redoc.standalone.js']],
])('%s and what it loads come from this server alone', async (url, parts) => {
  const page = await get(url);
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toMatch(/charset=utf-8/i);
  const loaded = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, address = '']) => address)
    .filter((address) => !address.startsWith('data:'));
  expect(loaded).toEqual(expect.arrayContaining(parts));
  for (const address of loaded) expect([address, (await get(address)).statusCode]).toEqual([address, 200]);
  expect(loaded.filter((address) => !address.startsWith('/'))).toEqual([]);
  // What no script of theirs may do, whatever it tries.
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self';/);
  expect(page.headers['content-security-policy']).not.toMatch(/https?:/);
});

test('ReDoc is sent with its charset, and without its logo from elsewhere', async () => {
  const script = await get('/redoc/redoc.standalone.js');
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(script.body).not.toMatch(/cdn\.redoc\.ly|fonts\.googleapis/);
});

test('shapes that are sent and answered alike are described once, others twice, unused ones not at all', () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const document = {
    paths: {
      '/x': { post: { responses: { a: ref('AInput'), b: ref('A'), c: ref('CInput'), d: ref('C') } } },
    },
    components: {
      schemas: {
        A: { inner: ref('B') },
        AInput: { inner: ref('BInput') },
        B: { a: ref('A') },
        BInput: { a: ref('AInput') },
        C: { default: 1, required: ['x'] },
        CInput: { default: 1 },
        D: {},
        DInput: {},
      },
    },
  };
  expect(tidySchemas(document)).toEqual({
    paths: { '/x': { post: { responses: { a: ref('A'), b: ref('A'), c: ref('CInput'), d: ref('C') } } } },
    components: {
      schemas: {
        A: { inner: ref('B') },
        B: { a: ref('A') },
        C: { default: 1, required: ['x'] },
        CInput: { default: 1 },
      },
    },
  });
});
