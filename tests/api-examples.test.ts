// The programs of examples/api and the blocks of the guide for programs, run against a real server.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOf, apiClient } from '@mixmodel/client';
import { type RunningServer, startServer } from '@mixmodel/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocks, readDocument } from './documents.ts';
import { filesUnder, root } from './source-files.ts';

const person = { email: 'anna@example.com', password: 'correct horse battery' };
const secret = { key: '', token: '', workspaceId: '', hook: '', port: 0 };
const children: ChildProcess[] = [];
let folder = '';
let server: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mixmodel-programs-'));
  server = await startServer({
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    LOG_LEVEL: 'silent',
    WEBHOOK_INTERNAL: 'allow',
  });
  const session = await answerOf(
    apiClient({ url: server.url }).POST('/api/v1/accounts', {
      body: {
        ...person,
        name: 'Anna',
        workspace: 'Acme',
        ...(server.code !== undefined && { code: server.code }),
      },
    }),
  );
  // Where no letter has to confirm it, registering signs in.
  if (!('accessToken' in session)) throw new Error('Registering wanted a letter');
  const { accessToken: token, account } = session;
  const workspaceId = account.workspaces[0]?.id ?? '';
  const client = apiClient({ url: server.url, token });
  const params = { path: { workspaceId } };
  const made = await answerOf(
    client.POST('/api/v1/workspaces/{workspaceId}/keys', { params, body: { name: 'P', scope: 'manage' } }),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const hook = await answerOf(
    client.POST('/api/v1/workspaces/{workspaceId}/webhooks', { params, body: { url } }),
  );
  Object.assign(secret, { key: made.secret, token, workspaceId, hook: hook.secret, port });
  writeFileSync(join(folder, 'sales.csv'), withNewsletter(await sampleCsv(client, workspaceId)));
});
afterAll(async () => {
  for (const child of children) child.kill();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function sampleCsv(client: ReturnType<typeof apiClient>, workspaceId: string): Promise<string> {
  const path = { workspaceId };
  const { dataset } = await answerOf(
    client.POST('/api/v1/workspaces/{workspaceId}/datasets/sample', { params: { path } }),
  );
  const file = client.GET('/api/v1/workspaces/{workspaceId}/datasets/{datasetId}/file', {
    params: { path: { ...path, datasetId: dataset.id } },
    parseAs: 'text',
  });
  return String(await answerOf(file));
}

/** Media without spend have no return on it: the programs must not ask for it. */
function withNewsletter(csv: string): string {
  const [header, ...rows] = csv.trim().split('\n');
  return [`${header},newsletter_sends`, ...rows.map((row, i) => `${row},${900 + 37 * ((i * i) % 53)}`)].join(
    '\n',
  );
}

async function freePort(): Promise<number> {
  const listening = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const address = listening.address();
  await new Promise((resolve) => listening.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const environment = (more: Readonly<Record<string, string>> = {}) => ({
  ...process.env,
  MIXMODEL_URL: server.url,
  MIXMODEL_KEY: secret.key,
  MIXMODEL_WORKSPACE: secret.workspaceId,
  MIXMODEL_WEBHOOK_SECRET: secret.hook,
  PORT: String(secret.port),
  ...more,
});

/** Not waited for in one piece: the server answers from this process. */
function begin(command: string, words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const child = spawn(command, words, { cwd: folder, env: environment(more) });
  children.push(child);
  const told = { out: '', error: '' };
  const waiting = new Set<() => void>();
  child.stdout.on('data', (piece) => {
    told.out += piece;
    for (const look of waiting) look();
  });
  child.stderr.on('data', (piece) => (told.error += piece));
  const ended = new Promise<{ status: number | null; out: string; error: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, ...told })),
  );
  const says = (wanted: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => wanted.test(told.out) && resolve(told.out);
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended without saying ${wanted}: ${told.out}${told.error}`)));
    });
  return { ended, says };
}

const program = (name: string) => join(root, 'examples/api', name);

describe('the programs of examples/api', () => {
  test('go from a table to returns and draws, and hear of it by a webhook', { timeout: 60_000 }, async () => {
    const receiver = begin(process.execPath, [program('webhook-receiver.mjs')]);
    await receiver.says(/Listening/);
    const words = [program('roas.mjs'), 'sales.csv', 'draws.zarr.zip'];
    const { status, out, error } = await begin(process.execPath, words).ended;
    expect({ status, error }).toEqual({ status: 0, error: '' });
    const returns = out.split('\n').filter((line) => /^\w+: ROAS [\d.]+ \([\d.]+ to [\d.]+\)$/.test(line));
    expect(returns.map((line) => line.split(':')[0])).toEqual(['TV', 'Search', 'Social', 'Radio', 'Display']);
    expect(statSync(join(folder, 'draws.zarr.zip')).size).toBeGreaterThan(10_000);
    expect(await receiver.says(/completed/)).toMatch(
      /^Run 1 completed: TV [\d.]+, Search .*, Newsletter[^,]* –$/m,
    );
    const forged = await fetch(`http://127.0.0.1:${secret.port}/`, {
      method: 'POST',
      headers: {
        'webhook-id': 'made-up',
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': 'v1,bm8gc2lnbmF0dXJl',
      },
      body: '{"type":"run.completed"}',
    });
    expect(forged.status).toBe(401);
  });

  test('say what they need, and in a sentence what was refused', async () => {
    const unset = await begin(process.execPath, [program('roas.mjs')]).ended;
    expect([unset.status, unset.error]).toEqual([2, expect.stringContaining('MIXMODEL_KEY')]);
    const words = [program('roas.mjs'), 'sales.csv', 'none.zip'];
    const refused = await begin(process.execPath, words, { MIXMODEL_KEY: 'mm_made-up' }).ended;
    expect([refused.status, refused.error]).toEqual([1, expect.stringMatching(/not valid.*\(key_refused\)/)]);
  });
});

describe('the guide for programs', () => {
  const guide = readDocument('docs/guide/programs.md');
  const programs = filesUnder('examples/api').map((path) => readFileSync(join(root, path), 'utf8'));

  test.each(blocks(guide, 'js'))('quotes the examples: %s', (block) => {
    expect(programs.some((text) => text.includes(block))).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('has lines for curl that do what it says', async () => {
    const client = apiClient({ url: server.url, token: secret.key });
    const path = { workspaceId: secret.workspaceId };
    const { items } = await answerOf(
      client.GET('/api/v1/workspaces/{workspaceId}/runs', { params: { path } }),
    );
    const more = {
      EMAIL: person.email,
      PASSWORD: person.password,
      ACCESS_TOKEN: secret.token,
      RUN: items[0]?.id ?? '',
      RECEIVER: `http://127.0.0.1:${secret.port}/second`,
    };
    const said: string[] = [];
    for (const line of blocks(guide, 'sh')) {
      const { status, out, error } = await begin('sh', ['-c', line], more).ended;
      expect({ line, status, error }).toEqual({ line, status: 0, error: '' });
      said.push(out);
    }
    const [session, made, key, uploaded, , listed, , unchanged, refused, hook] = said;
    expect(JSON.parse(session ?? '').account.workspaces).toMatchObject([{ id: secret.workspaceId }]);
    expect(JSON.parse(made ?? '').secret).toMatch(/^mm_/);
    expect(JSON.parse(key ?? '')).toMatchObject({ id: secret.workspaceId, name: 'Acme' });
    expect(JSON.parse(uploaded ?? '')).toMatchObject({ dataset: { fileName: 'sales.csv' } });
    expect(JSON.parse(listed ?? '')).toMatchObject({ items: [{ state: 'completed' }], next: null });
    expect(unchanged).toBe('304\n');
    expect(JSON.parse(refused ?? '')).toMatchObject({ status: 422, faults: [{ path: 'datasetId' }] });
    expect(JSON.parse(hook ?? '').secret).toMatch(/^whsec_/);
    expect(readFileSync(join(folder, 'channels.csv'), 'utf8')).toMatch(/roas/i);
  });
});
