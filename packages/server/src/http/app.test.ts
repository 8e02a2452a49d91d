// What surrounds every request: problems in words, headers, limits, pages.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { problemSchema } from '@mixmodel/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Client, type TestServer, testServer } from '../testing/server.ts';
import { buildApp, type Feature } from './app.ts';
import { perMinute } from './rate-limits.ts';

const body = z.strictObject({ name: z.string().min(3), amount: z.int().max(9), kind: z.enum(['a', 'b']) });

const secrets = ['password', 'current', 'ticket', 'invitation', 'code', 'token', 'query'] as const;
const secretBody = z.record(z.enum(secrets), z.string().min(99));

/** Routes that go wrong in every way. */
const wrong: Feature = (app, { config }) => {
  app.post('/wrong/body', { config: { access: 'anyone' }, schema: { body } }, () => 'read');
  app.post('/wrong/secrets', { config: { access: 'anyone' }, schema: { body: secretBody } }, () => 'read');
  app.get('/wrong/inside', { config: { access: 'anyone' } }, () => {
    throw new Error('the secret of the inside');
  });
  app.get('/wrong/full', { config: { access: 'anyone' } }, () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    throw new Error('the object could not be put', { cause: full });
  });
  const answers = { response: { 200: z.object({ sum: z.number() }) } };
  app.get('/wrong/answer', { config: { access: 'anyone' }, schema: answers }, () => ({ sum: Number.NaN }));
  app.get(
    '/wrong/often',
    { config: { access: 'anyone', rateLimit: perMinute(2, { ...config, rateFactor: 1 }) } },
    () => 'ok',
  );
  app.get(
    '/wrong/:id',
    { config: { access: 'anyone' }, schema: { params: z.object({ id: z.uuid() }) } },
    () => 'ok',
  );
};

let server: TestServer;
let anna: Client;
let webFolder: string;
beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'mixmodel-web-'));
  await mkdir(join(webFolder, 'assets'));
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><head><title>the application</title>');
  await writeFile(join(webFolder, 'assets', 'index-4f2a.js'), 'console.log(1)');
  server = await testServer({ extraFeatures: [wrong], webFolder, config: { logLevel: 'silent' } });
  anna = await server.register();
});
afterAll(async () => {
  await server.close();
  await rm(webFolder, { recursive: true });
});

const post = (payload: string, type = 'application/json') =>
  server.app.inject({
    method: 'POST',
    url: '/api/v1/wrong/body',
    payload,
    headers: { 'content-type': type },
  });
const get = (url: string) => server.app.inject({ method: 'GET', url });

function problemIn(answer: LightMyRequestResponse) {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.strict().parse(answer.json());
  expect(problem).toMatchObject({ status: answer.statusCode, requestId: answer.headers['x-request-id'] });
  return problem;
}

describe('bad input', () => {
  test('is answered with every fault, each in a sentence', async () => {
    const problem = problemIn(await post('{"name":"ab","amount":12,"kid":"a"}'));
    expect(problem.status).toBe(422);
    expect(problem.faults?.map(({ path, sentence }) => [path, sentence])).toEqual([
      ['name', '`name` wants at least 3 characters; got `ab`.'],
      ['amount', '`amount` wants at most 9; got `12`.'],
      ['kind', '`kind` is missing: one of `a`, `b` is wanted.'],
      ['kid', '`kid` is not known here. Did you mean `kind`?'],
    ]);
    expect(problem.detail).toBe('`name` wants at least 3 characters; got `ab`. And 3 more.');
  });

  test.each([1234567890, 'my dog Rex', true])('never says what was sent as a secret: %j', async (sent) => {
    const payload = Object.fromEntries(secrets.map((name) => [name, sent]));
    const answer = await server.app.inject({ method: 'POST', url: '/api/v1/wrong/secrets', payload });
    const problem = problemIn(answer);
    expect(problem.faults?.map(({ path }) => path)).toEqual(secrets);
    for (const { sentence } of problem.faults ?? [])
      expect(sentence).toMatch(/; got (a number|10 characters|true or false)\.$/);
    expect(answer.body).not.toContain(`\`${sent}\``);
  });

  test.each([
    ['{"name":', 400, 'body_syntax'],
    ['{"__proto__":{"admin":true}}', 400, 'body_syntax'],
    ['', 422, 'field_wrong'],
    ['null', 422, 'field_wrong'],
    ['[]', 422, 'field_wrong'],
    [`${'['.repeat(200_000)}"a\\u0000"${']'.repeat(200_000)}`, 422, 'text_unstorable'],
    [`"${'x'.repeat(2_000_000)}"`, 413, 'body_too_large'],
  ])('is never an internal error: %#', async (text, status, code) => {
    expect(problemIn(await post(text))).toMatchObject({ status, code });
  });

  test('of another content type is told which is wanted', async () => {
    const problem = problemIn(await post('name=x', 'application/x-www-form-urlencoded'));
    expect(problem).toMatchObject({ status: 415, code: 'body_type' });
    expect(problemIn(await post('name', 'text/plain')).detail).toContain('Send `application/json`');
  });

  test('an id that cannot be one names nothing', async () => {
    expect(problemIn(await get('/api/v1/wrong/12'))).toMatchObject({ status: 404, code: 'not_found' });
  });

  test.each(['/api/v1/models', '/api', '/api/v2/x?y=1', '/docs/nothing', '/assets/gone.js'])(
    '%s is not there, and says so as a problem',
    async (url) => {
      expect(problemIn(await get(url))).toMatchObject({ status: 404, code: 'route_unknown' });
    },
  );

  test('an address that cannot be decoded is a problem too', async () => {
    expect(problemIn(await get('/api/v1/%zz')).status).toBeLessThan(500);
  });
});

describe('an unexpected error', () => {
  test.each(['/api/v1/wrong/inside', '/api/v1/wrong/answer'])(
    '%s answers 500 with the number of the request, and nothing of the inside',
    async (url) => {
      const answer = await get(url);
      const problem = problemIn(answer);
      expect(problem).toMatchObject({ status: 500, code: 'internal_error' });
      expect(problem.detail).toContain(problem.requestId);
      expect(answer.body).not.toMatch(/secret|\.ts|NaN/);
    },
  );
});

test('a disk without room is no fault of the program, and says whom to tell', async () => {
  const problem = problemIn(await get('/api/v1/wrong/full'));
  expect(problem).toMatchObject({ status: 507, code: 'disk_full' });
  expect(problem.detail).toMatch(/^The disk of this server is full, so nothing could be kept\./);
});

test('a code is explained at the address its problem names', async () => {
  const problem = problemIn(await get('/api/v1/models'));
  const answer = await get(problem.type);
  expect(answer.json()).toMatchObject({ code: 'route_unknown', status: 404 });
  expect(problemIn(await get('/api/v1/errors/no_such_code')).status).toBe(404);
});

test('a name of a path may be long, and may hold no zero character', async () => {
  const named = (name: string) =>
    get(`/api/v1/errors/${encodeURIComponent(name)}`).then((answer) => problemIn(answer));
  expect(await named('x'.repeat(999))).toMatchObject({ status: 404, code: 'not_found' });
  expect(await named('a\0b')).toMatchObject({ status: 422, code: 'text_unstorable' });
});

test.each([
  ['patch', 'runs', '', { name: 'a\0b' }, 'name'],
  ['patch', 'runs', '', { name: 'a\udc00b' }, 'name'],
  ['put', 'datasets', '/mapping', { sheet: 'a\0b' }, 'sheet'],
  ['put', 'datasets', '/mapping', { roles: { 'a\0b': 'spend' } }, 'roles'],
] as const)('%s of %s%s with %j is refused by its field', async (method, of, rest, given, path) => {
  const answer = await anna[method](`/${of}/01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10${rest}`, given);
  const problem = problemIn(answer);
  expect(problem).toMatchObject({ status: 422, code: 'text_unstorable' });
  expect(problem.faults?.[0]?.path).toMatch(new RegExp(`^${path}`));
});

test('behind a proxy, a caller is who the proxy says, not who the caller says', async () => {
  const proxied = await testServer({ extraFeatures: [wrong], config: { trustProxy: true } });
  const often = (forwarded: string) =>
    proxied.app.inject({ url: '/api/v1/wrong/often', headers: { 'x-forwarded-for': forwarded } });
  const answers = [];
  for (const claimed of ['1.1.1.1', '2.2.2.2', '3.3.3.3'])
    answers.push((await often(`${claimed}, 10.9.8.7`)).statusCode);
  expect(answers).toEqual([200, 200, 429]);
  expect((await often('1.1.1.1, 10.9.8.8')).statusCode).toBe(200);
  await proxied.close();
});

test('a request whose length is told in two ways is read in neither', async () => {
  const { port } = new URL(await server.listen());
  const ask = (lines: readonly string[]) =>
    new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      let heard = '';
      socket.on('data', (bytes) => (heard += bytes));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
      socket.write(lines.join('\r\n'));
    });
  const smuggled = ['0', '', 'GET /api/v1/wrong/often HTTP/1.1', 'host: x', '', ''];
  const head = ['POST /api/v1/wrong/body HTTP/1.1', 'host: x', 'content-type: application/json'];
  for (const lengths of [
    ['content-length: 5', 'transfer-encoding: chunked'],
    ['content-length: 5', 'content-length: 60'],
    ['transfer-encoding: chunked, identity'],
  ]) {
    const heard = await ask([...head, ...lengths, '', ...smuggled]);
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
  }
});

test('too many requests of one address are told when to try again', async () => {
  await get('/api/v1/wrong/often');
  await get('/api/v1/wrong/often');
  const answer = await get('/api/v1/wrong/often');
  const problem = problemIn(answer);
  expect(problem).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(problem.detail).toMatch(/^Too many requests: 2 are taken in 1 minute. Try again in \d+ seconds?\.$/);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
});

describe('headers', () => {
  test.each([
    ['/api/v1/installation', 'application/json; charset=utf-8'],
    ['/api/v1/nothing', 'application/problem+json; charset=utf-8'],
    ['/health', 'application/json; charset=utf-8'],
    ['/', 'text/html; charset=utf-8'],
    ['/redoc', 'text/html; charset=utf-8'],
  ])('of %s say what it is, and in which letters', async (url, type) => {
    const { headers } = await get(url);
    expect([headers['content-type'], headers['x-content-type-options']]).toEqual([type, 'nosniff']);
  });

  test('let pages load only what this server sends', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|https?:|\*/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('keep answers of the API out of every cache', async () => {
    expect((await anna.get('')).headers['cache-control']).toBe('no-store');
  });
});

describe('the web application', () => {
  test.each(['/', '/runs/12', '/w/abc?tab=analyst'])('is the one page at %s', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(answer.body).toContain('the application');
  });

  test('keeps files whose name holds their hash for ever', async () => {
    const answer = await get('/assets/index-4f2a.js');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toMatch(/javascript/);
  });

  test.each(['/../package.json', '/..%2f..%2fpackage.json', '/assets/..%5c..%5cpackage.json'])(
    'gives nothing outside its folder: %s',
    async (url) => {
      expect((await get(url)).body).not.toContain('mixmodel-workspace');
    },
  );

  test('that is not built says what to do', async () => {
    const bare = await testServer({ webFolder: join(webFolder, 'none') });
    const answer = await bare.app.inject('/');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('npm run build');
    await bare.close();
  });
});

describe('large answers', () => {
  test('are compressed for who takes it', async () => {
    const answer = await server.app.inject({
      url: '/api/v1/openapi.json',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.rawPayload).toString()).toContain('"openapi":"3.1.0"');
  });

  test('wait in no buffer where they are a stream of events', async () => {
    const answer = await server.app.inject({
      url: '/api/v1/wrong/stream',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });
});

test('health answers also while the database does not', async () => {
  const silent = () => new Promise<void>(() => undefined);
  const broken = () => Promise.reject(new Error('gone'));
  for (const [ping, status, database] of [
    [silent, 200, 'busy'],
    [broken, 503, 'down'],
  ] as const) {
    const app = await buildApp({ services: server.services, features: [], ping });
    const answer = await app.inject('/health');
    expect([answer.statusCode, answer.json()]).toMatchObject([status, { status: 'degraded', database }]);
    await app.close();
  }
});

test('health tells version, time and database', async () => {
  expect((await get('/health')).json()).toMatchObject({ status: 'ok', database: 'ok', queue: 'in_process' });
});
