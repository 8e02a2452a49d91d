// The program as it is started: a first start, a second one, a killed one, a busy port, an end by signal.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let folder: string;
let dataDir: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mixmodel-main-'));
  dataDir = join(folder, 'data');
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Program {
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly said: () => string;
  readonly exited: Promise<number | null>;
}

function run(environ: Record<string, string> = {}, words: readonly string[] = []): Program {
  const { PATH } = process.env;
  const env = { PATH, PORT: '0', DATA_DIR: dataDir, ...environ };
  const child = spawn(process.execPath, [main, ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return { child, said: () => text, exited };
}

/** Resolves with its address when it answers. */
async function running({ said, exited }: Program): Promise<string> {
  for (;;) {
    const url = /^Open (http:\S+)$/m.exec(said())?.[1];
    if (url !== undefined) return url;
    const ended = await Promise.race([exited, new Promise((later) => setTimeout(later, 20, 'not yet'))]);
    if (ended !== 'not yet') throw new Error(`The program ended (${ended}): ${said()}`);
  }
}

const codeIn = ({ said }: Program) => /one-time code: (\S+)/.exec(said())?.[1];
const account = {
  email: 'anna@example.com',
  password: 'correct horse battery',
  name: 'Anna',
  workspace: 'Acme',
};
const post = (url: string, body: object) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Each test begins where the one before has ended: one folder, started again and again. */
describe('one data folder', () => {
  let first: Program;

  test('is begun by the first start, which tells address and one-time code', {
    timeout: 180_000,
  }, async () => {
    first = run();
    const url = await running(first);
    expect(codeIn(first)).toMatch(/^[A-Z2-9-]{14}$/);
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
    expect((await stat(join(dataDir, 'jwt-secret'))).mode & 0o777).toBe(0o600);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  test('refuses a second start while the first one runs', async () => {
    const second = run();
    expect(await second.exited).toBe(1);
    expect(second.said()).toMatch(/^Another MixModel \(process \d+ on .+\) already works in .+ Use that one/);
    expect(second.said()).not.toMatch(/\n\s+at /);
  });

  test('goes on after a kill with the same code, and the account made then', {
    timeout: 180_000,
  }, async () => {
    const code = codeIn(first);
    first.child.kill('SIGKILL');
    await first.exited;
    const next = run();
    const url = await running(next);
    expect(codeIn(next)).toBe(code);
    expect((await post(`${url}/api/v1/accounts`, { ...account, code })).status).toBe(201);
    next.child.kill('SIGKILL');
    await next.exited;
  });

  test('prints no code once there is an owner, and ends on a signal without a trace', {
    timeout: 180_000,
  }, async () => {
    const last = run({ LOG_LEVEL: 'debug' });
    const url = await running(last);
    expect(codeIn(last)).toBeUndefined();
    const { email, password } = account;
    const answer = await post(`${url}/api/v1/sessions`, { email, password });
    expect(answer.status).toBe(200);
    const { accessToken } = (await answer.json()) as { accessToken: string };
    await fetch(`${url}/api/v1/accounts/me`, { headers: { authorization: `Bearer ${accessToken}` } });
    last.child.kill('SIGTERM');
    expect(await last.exited).toBe(0);
    // One line a request was asked for; what is secret stays out of it.
    expect(last.said()).toContain('/api/v1/accounts/me');
    const cookie = /mixmodel_refresh=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    for (const secret of [password, accessToken, `${cookie}`]) expect(last.said()).not.toContain(secret);
    expect(await readdir(dataDir)).not.toContain('lock');
  });

  test('takes a command of who runs it once the server has stopped', { timeout: 180_000 }, async () => {
    const ended = run({}, ['sign-out', ' Anna@Example.com ']);
    expect(await ended.exited).toBe(0);
    expect(ended.said()).toMatch(/^ Anna@Example\.com {2}is signed out everywhere \(\d sessions? ended\)/);
    expect(await readdir(dataDir)).not.toContain('lock');
  });

  test('is left alone when the port is busy', { timeout: 180_000 }, async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? Number(address?.port) : 0;
    const late = run({ PORT: String(port) });
    expect(await late.exited).toBe(1);
    expect(late.said()).toBe(
      `Port ${port} is in use by another program. Stop that one, or choose another port: \`PORT=${port + 1} npm start\`.\n`,
    );
    expect(await readdir(dataDir)).not.toContain('lock');
    other.close();
  });
});

test('settings that are wrong are told together, and nothing is made', async () => {
  const wrong = run({ PORT: 'x', REDIS_URL: 'redis://localhost', DATA_DIR: join(folder, 'never') });
  expect(await wrong.exited).toBe(1);
  expect(wrong.said().trim().split('\n')).toHaveLength(2);
  expect(await readdir(folder)).not.toContain('never');
});

test('a data folder that cannot be made is told with its reason', async () => {
  const wrong = run({ DATA_DIR: join(main, 'inside-a-file') });
  expect(await wrong.exited).toBe(1);
  expect(wrong.said()).toMatch(/^The data folder .+ cannot be made \(ENOTDIR.+Set DATA_DIR to a folder/);
});
