// Every route below a workspace, whoever wrote it: closed without a token, and not there for another tenant.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Client, type TestServer, testServer } from '../testing/server.ts';
import { scopeOf } from './access.ts';
import type { App, Feature } from './app.ts';

interface Route {
  readonly method: string;
  readonly url: string;
}

const routes: Route[] = [];
const collect: Feature = (app: App) => {
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
};

/** Shows the scope it was given. */
const mirror: Feature = (app) => {
  const schema = { response: { 200: z.object({ role: z.string(), workspaceId: z.string() }) } };
  app.post('/workspaces/:workspaceId/mirror', { config: { access: 'run.create' }, schema }, (request) => {
    const { role, workspaceId } = scopeOf(request);
    return { role, workspaceId };
  });
};

let server: TestServer;
let anna: Client;
let boris: Client;
beforeAll(async () => {
  server = await testServer({ extraFeatures: [collect, mirror] });
  anna = await server.register();
  boris = await server.register();
});
afterAll(() => server.close());

const id = '01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10';
const inWorkspace = (workspaceId: string) =>
  routes
    .filter(({ url }) => url.startsWith('/api/v1/workspaces/:workspaceId'))
    .map(({ method, url }) => ({
      method: method as 'GET' | 'HEAD',
      url: url.replace(':workspaceId', workspaceId).replace(/:\w+/g, id).replace('*', 'x'),
    }));

describe('every route below a workspace', () => {
  test('is among those that are walked here', () => {
    expect(inWorkspace(id).length).toBeGreaterThanOrEqual(2);
  });

  test('answers 401 to who is not signed in', async () => {
    for (const route of inWorkspace(anna.workspaceId)) {
      const answer = await server.app.inject(route);
      expect([route, answer.statusCode]).toEqual([route, 401]);
    }
  });

  test('answers 404 to a member of another workspace, as to an id there is none of', async () => {
    for (const route of [...inWorkspace(anna.workspaceId), ...inWorkspace(id), ...inWorkspace('not-an-id')]) {
      const answer = await boris.inject(route);
      expect([route, answer.statusCode]).toEqual([route, 404]);
      if (route.method !== 'HEAD') expect(answer.json().code).toBe('not_found');
    }
  });
});

describe('a scope', () => {
  test('names the workspace and the role of who asks', async () => {
    const answer = await anna.post('/mirror');
    expect(answer.json()).toEqual({ workspaceId: anna.workspaceId, role: 'owner' });
  });

  test('is refused to a role that is too low, which is told both roles', async () => {
    const { database } = server.services;
    await database.$client.query("update members set role = 'viewer' where account_id = $1", [
      boris.account.id,
    ]);
    const answer = await boris.post('/mirror');
    expect(answer.statusCode).toBe(403);
    expect(answer.json().detail).toContain('needs the role member in the workspace; yours is viewer');
  });
});

test('a route that does not say who may ask is refused at start', async () => {
  const open: Feature = (app) => {
    app.get('/open', () => 'hello');
  };
  await expect(testServer({ extraFeatures: [open] })).rejects.toThrow('must say who may ask');
  const wide: Feature = (app) => {
    app.get('/workspaces/:workspaceId/wide', { config: { access: 'account' } }, () => 'hello');
  };
  await expect(testServer({ extraFeatures: [wide] })).rejects.toThrow('must say who may ask');
});
