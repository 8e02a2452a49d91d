// A request that is sent again makes nothing twice, and tells no secret a second time.
import type { MadeInvitation, MadeKey, WorkspacePage } from '@mixmodel/contract';
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

const under = (key: string) => ({ 'idempotency-key': key });
const workspacesOf = async (client: Client) =>
  (await client.get('/api/v1/workspaces')).json<WorkspacePage>().items.map(({ name }) => name);

describe('a workspace', () => {
  const make = (name: string, key: string, by = anna) => by.post('/api/v1/workspaces', { name }, under(key));

  test('is made once, however often it is asked for under one key, also at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => make('Shoes', 'one')));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect((await workspacesOf(anna)).filter((name) => name === 'Shoes')).toHaveLength(1);
    const { id } = answers[0]?.json<{ id: string }>() ?? { id: '' };
    await anna.in(id).patch('', { name: 'Boots' });
    expect((await make('Shoes', 'one')).json()).toMatchObject({ id, name: 'Boots', role: 'owner' });
  });

  test('of another name is refused under the same key; somebody else has keys of their own', async () => {
    const other = await make('Hats', 'one');
    expect([other.statusCode, other.json().code]).toEqual([409, 'idempotency_key_taken']);
    const ben = await server.register();
    expect((await make('Hats', 'one', ben)).statusCode).toBe(201);
  });

  test('that is deleted frees its key', async () => {
    const first = (await make('Gloves', 'gloves')).json<{ id: string }>();
    await anna.in(first.id).post('/delete', { name: 'Gloves' });
    const again = await make('Gloves', 'gloves');
    expect(again.statusCode).toBe(201);
    expect(again.json().id).not.toBe(first.id);
  });

  test('needs no key', async () => {
    for (let i = 0; i < 2; i++) await anna.post('/api/v1/workspaces', { name: 'Twice' });
    expect((await workspacesOf(anna)).filter((name) => name === 'Twice')).toHaveLength(2);
  });
});

describe('an API key', () => {
  const request = { name: 'Nightly', scope: 'read' };
  const make = (key: string, body: object = request, by = anna) => by.post('/keys', body, under(key));

  test('is told once: a repeated request finds the key and not its secret', async () => {
    const first = await make('key');
    const again = await make('key');
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual({ ...first.json<MadeKey>(), secret: null });
    expect((await anna.get('/keys')).json().items).toHaveLength(1);
    const other = await make('key', { ...request, scope: 'manage' });
    expect([other.statusCode, other.json().code]).toEqual([409, 'idempotency_key_taken']);
  });

  test('that is revoked can be asked for again, by whose secret was lost on its way', async () => {
    const first = (await make('lost')).json<MadeKey>();
    await anna.delete(`/keys/${first.key.id}`);
    const again = await make('lost');
    expect(again.statusCode).toBe(201);
    expect(again.json<MadeKey>().key.id).not.toBe(first.key.id);
    expect(again.json<MadeKey>().secret).toMatch(/^mm_/);
  });

  test('of one admin is not found by another', async () => {
    const admin = await memberAs(server, anna, 'admin');
    const mine = (await make('shared')).json<MadeKey>();
    const theirs = await make('shared', request, admin);
    expect(theirs.statusCode).toBe(201);
    expect(theirs.json<MadeKey>().key.id).not.toBe(mine.key.id);
  });
});

describe('an invitation', () => {
  const invite = (key: string, body: object = { role: 'viewer' }) =>
    anna.post('/invitations', body, under(key));

  test('is made once: a repeated request finds it, without its link', async () => {
    const first = await invite('link');
    const again = await invite('link');
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual({ ...first.json<MadeInvitation>(), link: null });
    expect((await anna.get('/invitations')).json().items).toHaveLength(1);
  });

  test('by letter goes out once', async () => {
    const body = { role: 'viewer', email: 'ben@example.com' };
    const answers = await Promise.all([invite('letter', body), invite('letter', body)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 201]);
    expect(await server.letters('ben@example.com')).toHaveLength(1);
  });
});

test.each(['', 'x'.repeat(201), 'é', 'a\tb'])('a key has to be one: %j', async (key) => {
  for (const [path, body] of [
    ['/api/v1/workspaces', { name: 'Scarves' }],
    ['/keys', { name: 'x', scope: 'read' }],
    ['/invitations', { role: 'viewer' }],
  ] as const) {
    const answer = await anna.post(path, body, under(key));
    expect([path, answer.statusCode, answer.json().code]).toEqual([path, 400, 'idempotency_key_wrong']);
  }
});
