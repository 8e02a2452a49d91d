// API keys: made once, shown once, known by their hash; what they do is theirs to answer for.
import type { KeyPage, KeyView, MadeKey } from '@mixmodel/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memberAs } from '../../testing/people.ts';
import { type Client, type TestServer, testServer } from '../../testing/server.ts';

let server: TestServer;
let anna: Client;
beforeAll(async () => {
  server = await testServer();
  anna = await server.register();
});
afterAll(() => server.close());

const make = async (body: object, by = anna) => {
  const answer = await by.post('/keys', body);
  expect(answer.statusCode).toBe(201);
  return answer.json<MadeKey & { secret: string }>();
};
const asked = (secret: string, path: string, method: 'GET' | 'POST' | 'PATCH' = 'GET', payload?: object) =>
  server.app.inject({
    method,
    url: `/api/v1/workspaces/${anna.workspaceId}${path}`,
    headers: { authorization: `Bearer ${secret}` },
    ...(payload && { payload }),
  });
const keyOf = async (id: string) =>
  (await anna.get('/keys')).json<KeyPage>().items.find((key) => key.id === id) as KeyView;

describe('an API key', () => {
  test('is shown once and stored as a hash; lists tell it by its first letters', async () => {
    const { key, secret } = await make({ name: 'Nightly', scope: 'run', expiresInDays: 30 });
    expect(secret).toMatch(/^mm_[\w-]{43}$/);
    expect(key).toMatchObject({ name: 'Nightly', scope: 'run', start: secret.slice(0, 8), lastUsedAt: null });
    expect(Date.parse(key.expiresAt ?? '') - Date.parse(key.createdAt)).toBe(30 * 24 * 60 * 60_000);
    const list = await anna.get('/keys');
    expect(list.json().items).toEqual([key]);
    const { rows } = await server.services.database.$client.query('select * from api_keys');
    expect(JSON.stringify(rows) + list.body).not.toContain(secret.slice(8));
  });

  test('works for who made it: its work is theirs, and the log names the key', async () => {
    const { key, secret } = await make({ name: 'Robot', scope: 'manage' });
    const sample = await asked(secret, '/datasets/sample', 'POST');
    expect(sample.json().dataset).toMatchObject({ createdBy: anna.account.name });
    expect((await asked(secret, '', 'PATCH', { name: 'By robot' })).statusCode).toBe(200);
    expect((await asked(secret, '')).json()).toMatchObject({ name: 'By robot', role: 'admin' });
    const [event] = (await anna.get('/audit')).json().items;
    expect(event).toMatchObject({
      action: 'workspace.renamed',
      actor: { kind: 'key', id: key.id, name: 'Robot' },
    });
  });

  test('notes its last use to ten minutes', async () => {
    const { key, secret } = await make({ name: 'Used', scope: 'read' });
    const use = async () => {
      await asked(secret, '/runs');
      return (await keyOf(key.id)).lastUsedAt;
    };
    const first = await use();
    expect(first).not.toBeNull();
    server.clock.advance(9 * 60_000);
    expect(await use()).toBe(first);
    server.clock.advance(2 * 60_000);
    expect(Date.parse((await use()) ?? '')).toBeGreaterThan(Date.parse(first ?? ''));
    server.clock.advance(-11 * 60_000);
  });

  test('is revoked once; what is not there cannot be', async () => {
    const { key, secret } = await make({ name: 'Short', scope: 'read' });
    const { revokedAt } = (await anna.delete(`/keys/${key.id}`)).json<KeyView>();
    expect(revokedAt).not.toBeNull();
    expect((await anna.delete(`/keys/${key.id}`)).json<KeyView>().revokedAt).toBe(revokedAt);
    const refused = await asked(secret, '/runs');
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'key_refused']);
    const unknown = await anna.delete('/keys/01979d3e-8f4b-7cc2-9a51-2f7c3f1f9f10');
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'not_found']);
  });

  test('says which scope it would need', async () => {
    const admin = await memberAs(server, anna, 'admin');
    const { secret } = await make({ name: 'Small', scope: 'read' }, admin);
    const answer = await asked(secret, '/datasets/sample', 'POST');
    expect(answer.json().detail).toContain(
      'needs an API key of the scope `run`, made by somebody who is at least member; this one has `read`',
    );
  });
});
