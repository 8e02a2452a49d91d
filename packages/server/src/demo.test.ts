// `npm run demo` against a real server: an account somebody can sign in to, and what is in it.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RunPage } from '@mixmodel/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOf, type TestServer, testServer } from './testing/server.ts';

const script = fileURLToPath(new URL('../../../scripts/demo.mjs', import.meta.url));
const run = promisify(execFile);

let server: TestServer;
let address: string;
beforeAll(async () => {
  server = await testServer();
  address = await server.listen();
});
afterAll(() => server.close());

test('a server without an owner is told to need its code', async () => {
  await expect(run(process.execPath, [script, address])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/one-time code.+Give it after the address: `npm run demo -- http/),
  });
});

test('an account is made with a password of its own, the sample and a run', async () => {
  await server.register();
  const said = [
    await run(process.execPath, [script, address]),
    await run(process.execPath, [script, address]),
  ];
  const [first, second] = said.map(({ stdout }) => /as (\S+) with the password (\S+) /.exec(stdout) ?? []);
  expect(first?.slice(1)).not.toEqual(second?.slice(1));
  const [, email, password] = first ?? [];
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload: { email, password },
  });
  const client = clientOf(server.app, answer);
  expect(client.account.operator).toBe(false);
  expect((await client.get('/runs')).json<RunPage>().items).toMatchObject([
    { name: 'The sample', dataset: { sample: true } },
  ]);
});
