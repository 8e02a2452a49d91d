// The description of the API and its two pages.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../testing/server.ts';
import { tidySchemas } from './open-api-schemas.ts';

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

test('every operation has tag and summary, and says who may ask and how it refuses', async () => {
  const { paths } = (await get('/api/v1/openapi.json')).json();
  const operations = Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, ...operation })),
  );
  for (const { name, path, tags, summary, responses, security } of operations) {
    expect([name, tags?.length, typeof summary]).toEqual([name, 1, 'string']);
    expect([name, Object.keys(responses)]).toEqual([name, expect.arrayContaining(['default'])]);
    if (path.includes('/workspaces/'))
      expect([name, security]).toEqual([name, expect.arrayContaining([{ session: [] }])]);
  }
});

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly responses: object;
  readonly security?: unknown;
}

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
