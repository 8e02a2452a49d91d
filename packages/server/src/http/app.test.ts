// What surrounds every request: who may ask, problems in words, headers, pages.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type TestServer, testServer } from '../testing/server.ts';

let server: TestServer;
let anna: Client;
beforeAll(async () => {
  server = await testServer();
  anna = await server.register({ name: 'Anna' });
});
afterAll(() => server.close());

test('a workspace answers its members', async () => {
  const answer = await anna.get('');
  expect(answer.json()).toMatchObject({ id: anna.workspaceId, role: 'owner' });
});
