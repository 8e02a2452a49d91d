// Every route there is, asked by everyone there could be: who may, is let through; to others nothing is told.
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  isAtLeast,
  type KeyScope,
  keyScopes,
  type Permission,
  roles,
  type WorkspaceRole,
} from '@mixmodel/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { memberAs } from '../testing/people.ts';
import { type RouteRow, routeTable, type Who } from '../testing/route-table.ts';
import { startRun, takeSample } from '../testing/runs.ts';
import { type Client, type TestServer, testServer } from '../testing/server.ts';
import type { Feature } from './app.ts';
import { routeName } from './route-name.ts';

interface Route {
  readonly method: string;
  readonly url: string;
  readonly name: string;
  readonly access: Permission | 'anyone' | 'account' | 'operator' | undefined;
  readonly body: unknown;
}

const routes: Route[] = [];
const where = 'packages/server/src/testing/route-table.ts';

/** Past the guard nothing happens: what was let through answers 299, and no handler runs. */
const stopping: Feature = (app) => {
  app.addHook('preParsing', async (request, reply) => {
    if (request.headers['x-stop'] === 'yes') return reply.code(299).send('let through');
  });
};

/** As where the pages are built. */
const webFolder = mkdtempSync(join(tmpdir(), 'mixmodel-pages-'));

let server: TestServer;
let owner: Client;
let stranger: Client;
beforeAll(async () => {
  await writeFile(join(webFolder, 'index.html'), '<!doctype html>');
  server = await testServer({
    webFolder,
    extraFeatures: [stopping],
    onRoute: ({ method, url, config, schema }) => {
      for (const one of [method].flat())
        routes.push({
          method: one,
          url,
          name: routeName(one, url),
          access: config?.access as Route['access'],
          body: schema?.body,
        });
    },
  });
  owner = await server.register();
  stranger = await server.register();
});
afterAll(async () => {
  await server.close();
  await rm(webFolder, { recursive: true });
});

const rowOf = (name: string): { readonly who: Who; readonly body?: object } => {
  const row: RouteRow | undefined = routeTable[name];
  if (row === undefined)
    throw new Error(`Add a line for this route to ${where}: '${name}': 'viewer' (the least role that may),`);
  return typeof row === 'string' ? { who: row } : row;
};

describe('the table of routes', () => {
  test('has a line for every route', () => {
    const missing = [...new Set(routes.map(({ name }) => name))].filter((name) => !(name in routeTable));
    const lines = missing.map((name) => `  '${name}': 'viewer',`).join('\n');
    expect(missing, `Add these lines to ${where}, each with the least role that may:\n${lines}`).toEqual([]);
  });

  test('has no line for what is no route', () => {
    const names = new Set(routes.map(({ name }) => name));
    const gone = Object.keys(routeTable).filter((name) => !names.has(name));
    expect(gone, `Remove these lines from ${where}`).toEqual([]);
  });
});

interface Asker {
  readonly name: string;
  readonly token?: string;
  /** In the workspace of the path; of a key, as its scope has it. */
  readonly role?: WorkspaceRole;
  readonly isKey?: true;
  /** What is answered wherever somebody has to be somebody. */
  readonly refused?: string;
}

const roleColumn = (asker: Asker) => (asker.isKey ? asker.name : (asker.role ?? ''));

/** What the answer's status and code have to be. */
function expected(who: Who, asker: Asker): string {
  if (who === 'anyone') return '299';
  if (asker.isKey && (who === 'account' || who === 'operator')) return '403 people_only';
  if (asker.refused !== undefined) return asker.refused;
  if (who === 'account') return '299';
  if (who === 'operator') return asker.name === 'an owner' ? '299' : '403 operators_only';
  if (asker.role === undefined) return '404 not_found';
  const [least, peopleOnly] = who.split(', ') as [WorkspaceRole, string?];
  if (asker.isKey && peopleOnly) return '403 people_only';
  if (isAtLeast(asker.role, least)) return '299';
  return asker.isKey ? '403 key_scope_too_small' : '403 role_too_low';
}

async function ask(route: Route, { token }: Asker, workspaceId: string): Promise<string> {
  const answer = await server.app.inject({
    method: route.method as 'GET',
    url: route.url
      .replace(':workspaceId', workspaceId)
      .replace(/:\w+/g, '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10')
      .replace('*', 'x'),
    headers: { 'x-stop': 'yes', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
  if (answer.statusCode === 299) return '299';
  // An answer to HEAD has no body to tell the code.
  if (route.method === 'HEAD') return String(answer.statusCode);
  const { code, status } = answer.json<{ code: string; status: number }>();
  return `${status} ${code}`;
}

/** Of the features: pages have no guard, and nobody's data. */
const guarded = () => routes.filter(({ name }) => rowOf(name).who !== 'page');

async function walk(askers: readonly Asker[], workspaceId = owner.workspaceId): Promise<void> {
  const found: string[] = [];
  const wanted: string[] = [];
  for (const route of guarded())
    for (const asker of askers) {
      const head = route.method === 'HEAD' ? ' (HEAD)' : '';
      const say = (outcome: string) => `${route.name}${head} asked by ${asker.name}: ${outcome}`;
      const want = expected(rowOf(route.name).who, asker);
      found.push(say(await ask(route, asker, workspaceId)));
      wanted.push(say(route.method === 'HEAD' ? (want.split(' ')[0] ?? '') : want));
    }
  expect(found, `If a route is right and its line is not, change it in ${where}`).toEqual(wanted);
}

/** Afterwards it is now again, and everybody's tokens hold. */
async function later(ms: number, work: () => Promise<void>): Promise<void> {
  server.clock.advance(ms);
  try {
    await work();
  } finally {
    server.clock.advance(-ms);
  }
}

async function keyOf(scope: KeyScope, maker = owner, more: object = {}) {
  const body = { name: scope, scope, ...more };
  const answer = await maker.post('/keys', body);
  expect(answer.statusCode).toBe(201);
  return answer.json<{ key: { id: string }; secret: string }>();
}

describe('every route', () => {
  test('tells nobody who is not signed in, nor by a token that is none or has ended', async () => {
    const ended = (await server.register()).accessToken;
    await later(16 * 60_000, () =>
      walk([
        { name: 'nobody', refused: '401 signed_out' },
        { name: 'a made-up token', token: 'made-up', refused: '401 signed_out' },
        { name: 'an ended token', token: ended, refused: '401 session_ended' },
      ]),
    );
  });

  test('of a workspace is not there for who is in another, as of one there is none of', async () => {
    const asker = { name: 'a stranger', token: stranger.accessToken };
    await walk([asker]);
    for (const id of ['01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10', 'not-an-id']) await walk([asker], id);
  });

  const docs = roleTable();

  test('lets those through whose role may, as docs/reference/roles.md says cell by cell', async () => {
    const askers: Asker[] = [];
    for (const role of roles) {
      const { accessToken: token } = role === 'owner' ? owner : await memberAs(server, owner, role);
      askers.push({ name: `an ${role}`, token, role });
    }
    await walk(askers.map((asker) => ({ ...asker, name: asker.name.replace(/^an (?=[mv])/, 'a ') })));
    expectDocs(docs, askers);
  });

  test('lets API keys through as far as their scope goes, as the same page says', async () => {
    const askers: Asker[] = [];
    for (const scope of Object.keys(keyScopes) as KeyScope[]) {
      const { secret } = await keyOf(scope);
      askers.push({ name: `key: ${scope}`, token: secret, role: keyScopes[scope], isKey: true });
    }
    await walk(askers);
    expectDocs(docs, askers);
  });

  test('refuses keys that are revoked, have run out, are made up or are of another workspace', async () => {
    const revoked = await keyOf('manage');
    await owner.delete(`/keys/${revoked.key.id}`);
    const { secret: ended } = await keyOf('manage', owner, { expiresInDays: 1 });
    const gone = await memberAs(server, owner, 'admin');
    const { secret: ofGone } = await keyOf('manage', gone);
    await owner.delete(`/members/${gone.account.id}`);
    const foreign = (await stranger.post('/keys', { name: 'x', scope: 'manage' })).json<{ secret: string }>();
    const refused = '401 key_refused';
    await later(24 * 60 * 60_000, () =>
      walk([
        { name: 'a revoked key', token: revoked.secret, refused, isKey: true },
        { name: 'an ended key', token: ended, refused, isKey: true },
        { name: 'a key whose maker was removed', token: ofGone, refused, isKey: true },
        { name: 'a made-up key', token: 'mm_made-up', refused, isKey: true },
        { name: 'a key of another workspace', token: foreign.secret, isKey: true },
      ]),
    );
  });

  test('trusts a key no further than whoever made it may go now', async () => {
    const maker = await memberAs(server, owner, 'admin');
    const { secret } = await keyOf('manage', maker);
    await owner.patch(`/members/${maker.account.id}`, { role: 'viewer' });
    await walk([{ name: 'a key of a viewer who was admin', token: secret, role: 'viewer', isKey: true }]);
  });
});

/** The cells of the page: permission → column → whether it says yes. */
function roleTable(): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
  const page = readFileSync(new URL('../../../../docs/reference/roles.md', import.meta.url), 'utf8');
  const [head = [], , ...rows] = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    rows.map((cells) => [
      (cells[2] ?? '').replaceAll('`', ''),
      new Map(head.map((column, i) => [column, cells[i] === 'yes'])),
    ]),
  );
}

/** What `walk` has just seen the server do, the page says in its cells. */
function expectDocs(docs: ReturnType<typeof roleTable>, askers: readonly Asker[]): void {
  for (const route of guarded().filter(({ url }) => url.startsWith('/api/v1/workspaces/:workspaceId')))
    for (const asker of askers) {
      const cell = docs.get(route.access ?? '')?.get(roleColumn(asker));
      const let299 = expected(rowOf(route.name).who, asker) === '299';
      expect([route.name, roleColumn(asker), cell]).toEqual([route.name, roleColumn(asker), let299]);
    }
}

describe('an id of another workspace', () => {
  /** Of what the stranger has, by the names of parameters. */
  const foreign: Record<string, string> = {};
  /** Parameters that are names within a thing, not ids of one. */
  const plain: Record<string, string> = { name: 'x' };

  beforeAll(async () => {
    foreign.datasetId = await takeSample(stranger);
    foreign.runId = (await startRun(stranger, { datasetId: foreign.datasetId })).id;
    foreign.workspaceId = stranger.workspaceId;
    foreign.accountId = stranger.account.id;
    const sessions = await stranger.get('/api/v1/sessions');
    foreign.sessionId = sessions.json<{ items: { id: string }[] }>().items[0]?.id ?? '';
    const made = await stranger.post('/invitations', { role: 'viewer' });
    foreign.invitationId = made.json<{ invitation: { id: string } }>().invitation.id;
    const key = await stranger.post('/keys', { name: 'x', scope: 'read' });
    foreign.keyId = key.json<{ key: { id: string } }>().key.id;
    const webhook = await stranger.post('/webhooks', { url: 'https://93.184.216.34/' });
    foreign.webhookId = webhook.json<{ id: string }>().id;
    const sent = await stranger.post(`/webhooks/${foreign.webhookId}/test`);
    foreign.deliveryId = sent.json<{ id: string }>().id;
    // Its run has not completed, so that no request could make one.
    foreign.shareId = v7();
    await server.services.database.$client.query(
      "insert into shares (id, workspace_id, run_id, name, token_hash, created_by, created_at, expires_at) values ($1, $2, $3, 'x', 'x', $4, now(), now())",
      [foreign.shareId, foreign.workspaceId, foreign.runId, foreign.accountId],
    );
    foreign.identityId = v7();
    await server.services.database.$client.query(
      "insert into identities (id, account_id, issuer, subject, created_at) values ($1, $2, 'https://login.example.com', 'x', now())",
      [foreign.identityId, foreign.accountId],
    );
  });

  const idFor = (name: string, route: string): string => {
    const id = foreign[name] ?? plain[name];
    if (id !== undefined) return id;
    throw new Error(
      `${route} has the parameter :${name}. In http/access.test.ts, "an id of another workspace", make one that the stranger has: foreign.${name} = …; or give it a value in \`plain\`, if it is no id.`,
    );
  };
  const filled = (value: unknown, route: string): unknown =>
    JSON.parse(JSON.stringify(value), (_, inner) =>
      typeof inner === 'string' && /^:\w+$/.test(inner) ? idFor(inner.slice(1), route) : inner,
    );
  const withIds = () =>
    guarded().filter(({ name, method }) => {
      const ids = name.includes('/:') || /":\w+"/.test(JSON.stringify(rowOf(name).body ?? {}));
      return ids && rowOf(name).who !== 'anyone' && method !== 'HEAD';
    });
  const pathOf = (route: Route) =>
    route.url
      .replace('/api/v1/workspaces/:workspaceId/', '/')
      .replace(/:(\w+)/g, (_, name: string) => idFor(name, route.name));

  test('is not there in the paths and bodies of one’s own', async () => {
    expect(withIds().length).toBeGreaterThan(10);
    for (const route of withIds()) {
      const { body } = rowOf(route.name);
      const answer = await owner.inject({
        method: route.method as 'GET',
        url: pathOf(route),
        ...(body && { payload: filled(body, route.name) as object }),
      });
      const told = `${route.name} with ids of another workspace (a body it needs belongs into its line of ${where})`;
      expect([answer.statusCode, answer.json().code], told).toEqual([404, 'not_found']);
    }
  });

  test('is there where it belongs: otherwise the test above would prove nothing', async () => {
    for (const route of withIds().filter(({ method, url }) => method === 'GET' && !url.endsWith('/events'))) {
      const answer = await stranger.inject({ method: 'GET', url: pathOf(route) });
      expect([route.name, answer.statusCode]).not.toEqual([route.name, 404]);
    }
  });

  test('in a body is tried: every field that is an id is in the line of its route', () => {
    for (const { name, body } of guarded()) {
      if (!(body instanceof z.ZodType) || !name.includes(' ~')) continue;
      const fields = idFields(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }));
      const tried = JSON.stringify(rowOf(name).body ?? {});
      for (const field of fields)
        expect(tried, `Add a body with ${field} to the line of ${name} in ${where}`).toMatch(
          new RegExp(`"${field}":\\[?":`),
        );
    }
  });
});

/** Names of fields, however deep, whose values are ids. */
function idFields(schema: unknown, name = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('format' in schema && schema.format === 'uuid') return [name];
  return Object.entries(schema).flatMap(([key, inner]) =>
    key === 'properties'
      ? Object.entries(inner as object).flatMap(([field, of]) => idFields(of, field))
      : idFields(inner, name),
  );
}

describe('a route', () => {
  test('that does not say who may ask is refused at start', async () => {
    const open: Feature = (app) => {
      app.get('/open', () => 'hello');
    };
    await expect(testServer({ extraFeatures: [open] })).rejects.toThrow('must say who may ask');
    const wide: Feature = (app) => {
      app.get('/workspaces/:workspaceId/wide', { config: { access: 'account' } }, () => 'hello');
    };
    await expect(testServer({ extraFeatures: [wide] })).rejects.toThrow('must say who may ask');
  });
});
