// The audit log: written with the act or not at all, read by admins of its workspace only.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopeOf } from '../../http/access.ts';
import type { Feature } from '../../http/app.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';
import { record } from './actions.ts';

/** Notes an act, and fails afterwards when it is asked to. */
const acting: Feature = (app, { database, clock }) => {
  app.post('/workspaces/:workspaceId/act', { config: { access: 'run.create' } }, async (request, reply) => {
    const { fail, name } = request.body as { fail?: boolean; name: string };
    await database.transaction(async (tx) => {
      await record(tx, scopeOf(request), {
        action: 'workspace.renamed',
        subjectId: scopeOf(request).workspaceId,
        facts: { name },
        at: clock.now(),
      });
      if (fail) throw new Error('the act has failed');
    });
    return reply.code(204).send();
  });
};

let server: TestServer;
let anna: Client;
let boris: Client;
beforeAll(async () => {
  server = await testServer({ extraFeatures: [acting], config: { logLevel: 'silent' } });
  anna = await server.register();
  boris = await server.register();
});
afterAll(() => server.close());

interface Page {
  readonly items: { readonly action: string; readonly facts: { readonly name?: string } }[];
  readonly next: string | null;
}
const read = async (client: Client, query = '') => (await client.get(`/audit${query}`)).json<Page>();

describe('the audit log', () => {
  test('says who did what, to what, and when', async () => {
    const { items } = await read(anna);
    expect(items).toEqual([
      {
        id: expect.any(String),
        at: expect.any(String),
        actor: { kind: 'person', id: anna.account.id, name: anna.account.name },
        action: 'workspace.created',
        words: 'made the workspace',
        subject: { kind: 'workspace', id: anna.workspaceId },
        facts: { name: anna.account.workspaces[0]?.name },
      },
    ]);
  });

  test('tells nothing of an act that failed, nor of another workspace', async () => {
    expect((await anna.post('/act', { name: 'good' })).statusCode).toBe(204);
    expect((await anna.post('/act', { name: 'bad', fail: true })).statusCode).toBe(500);
    const names = async (client: Client) => (await read(client)).items.map(({ facts }) => facts.name);
    expect(await names(anna)).toEqual(['good', anna.account.workspaces[0]?.name]);
    expect(await names(boris)).toEqual([boris.account.workspaces[0]?.name]);
  });

  test('is read page by page, newest first', async () => {
    for (const name of ['1', '2', '3']) await boris.post('/act', { name });
    const first = await read(boris, '?limit=2');
    const second = await read(boris, `?limit=2&cursor=${first.next}`);
    expect([first, second].map(({ items }) => items.map(({ facts }) => facts.name))).toEqual([
      ['3', '2'],
      ['1', boris.account.workspaces[0]?.name],
    ]);
    expect(second.next).toBeNull();
  });
});
