// The examples of the API's description: all there, as the schemas say, and shaped like what a server answers today.
import { readFileSync, writeFileSync } from 'node:fs';
import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type TestProvider, testProvider } from '../testing/oidc.ts';
import { recorder } from '../testing/recorder.ts';
import { workingServer } from '../testing/runs.ts';
import type { TestServer } from '../testing/server.ts';
import { tour } from '../testing/tour.ts';
import { type Examples, examplesFile } from './examples.ts';
import { routeName } from './route-name.ts';

/** Set, the examples are written anew. */
const isWriting = process.env.MIXMODEL_WRITE_EXAMPLES !== undefined;

/** Streams and files have no JSON that could be shown. */
const notShown = ['GET ~/runs/:runId/events'];

const home = 'https://mixmodel.example.com';
const routes = new Map<string, RouteOptions>();
const { feature, examples } = recorder();
let provider: TestProvider;
let server: TestServer;
let seen: Examples;
beforeAll(async () => {
  provider = await testProvider(`${home}/sign-in/return`);
  const { issuer, clientId, clientSecret } = provider;
  server = await workingServer({
    config: {
      publicUrl: home,
      registration: 'confirmed',
      webhookInternal: true,
      oidc: { issuer, clientId, clientSecret, name: 'Acme login' },
    },
    extraFeatures: [feature],
    onRoute: (route) => {
      if (route.method !== 'HEAD') routes.set(routeName(String(route.method), route.url), route);
    },
  });
  await tour(server, provider);
  const health = (await server.app.inject('/health')).json();
  seen = { 'GET /health': { answers: { 200: health } }, ...examples() };
  if (isWriting) writeFileSync(examplesFile, pageOf(seen));
}, 60_000);
afterAll(async () => {
  await server.close();
  await provider.close();
});

const kept = () => JSON.parse(readFileSync(examplesFile, 'utf8')) as Examples;

/** Lists of numbers on one line each: they are long. */
const pageOf = (value: unknown) =>
  `${JSON.stringify(value, null, 1).replace(/\[\n[\d\s.,eE+-]+\]/g, (list) => list.replace(/\s+/g, ''))}\n`;

const described = () =>
  [...routes].filter(([, { url, schema }]) => {
    const isShown = url.startsWith('/api/v1/') || url === '/health';
    return isShown && schema !== undefined && !('hide' in schema);
  });

/** By status, the schemas of what is answered as JSON. */
function answersOf({ schema }: RouteOptions): [string, z.ZodType][] {
  const all = Object.entries((schema?.response ?? {}) as Record<string, z.ZodType>);
  return all.filter(([, one]) => !(one instanceof z.ZodNull || one instanceof z.ZodAny));
}

test('every operation has an example of what it takes and of what it answers, where that is JSON', () => {
  const without = described().flatMap(([name, route]) => {
    const { body, answers = {} } = kept()[name] ?? {};
    const wantsBody = route.schema?.body !== undefined && !('consumes' in (route.schema ?? {}));
    const wantsAnswer = answersOf(route).length > 0 && !notShown.includes(name);
    if (wantsBody && body === undefined) return [`${name}: body`];
    return wantsAnswer && Object.keys(answers).length === 0 ? [`${name}: answer`] : [];
  });
  expect(without, 'Ask it in testing/tour.ts, then write the examples anew').toEqual([]);
});

test('every example is what its schema says', () => {
  for (const [name, { body, answers }] of Object.entries(kept())) {
    const route = routes.get(name);
    expect(route, name).toBeDefined();
    const schemas = Object.fromEntries(answersOf(route as RouteOptions));
    const asked = route?.schema?.body as z.ZodType | undefined;
    if (body !== undefined) expect([name, asked?.safeParse(body).error]).toEqual([name, undefined]);
    for (const [status, answer] of Object.entries(answers))
      expect([name, schemas[status]?.safeParse(answer).error]).toEqual([name, undefined]);
  }
});

test('every example is shaped like what a server answers today', () => {
  const stale = 'Write them anew: MIXMODEL_WRITE_EXAMPLES=1 npx vitest run examples.test';
  expect(Object.keys(seen).sort(), stale).toEqual(Object.keys(kept()).sort());
  for (const [name, { body, answers }] of Object.entries(kept())) {
    const { body: sent, answers: given } = seen[name] ?? { answers: {} };
    expect([name, differences(body, sent, 'body')], stale).toEqual([name, []]);
    for (const [status, answer] of Object.entries(answers))
      if (given[status] !== undefined)
        expect([name, differences(answer, given[status], status)], stale).toEqual([name, []]);
  }
});

/** Where one has a key or a kind of value that the other has not. What may be null and empty lists say nothing. */
function differences(a: unknown, b: unknown, path: string): string[] {
  if (a === null || b === null) return [];
  if (typeof a !== typeof b || Array.isArray(a) !== Array.isArray(b)) return [path];
  if (typeof a !== 'object' || a === undefined) return [];
  if (Array.isArray(a) && Array.isArray(b))
    return a.length > 0 && b.length > 0 ? differences(a[0], b[0], `${path}[0]`) : [];
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return Object.keys({ ...one, ...other })
    .filter((key) => !mayBeAbsent.has(key))
    .flatMap((key) => differences(one[key], other[key], `${path}.${key}`));
}

/** Of one fit and not of another: facts of warnings, and where in the data one is found. */
const mayBeAbsent = new Set(['facts', 'row', 'rows', 'column', 'startsInMs']);
