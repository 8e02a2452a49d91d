// The steps `npm start`, `npm test` and `npm run prepare` share: check Node, install what is missing, build what is stale.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout, wherever the command was started from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldestNode = [20, 19];

export function say(sentence) {
  console.log(sentence);
}

/** Ends the program with one sentence: what we wanted, what we got, what to do. */
export function stop(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  stop(
    `MixModel needs Node ${oldestNode.join('.')} or newer and this is Node ${process.versions.node}: install a newer Node from https://nodejs.org and try again.`,
  );
}

/** Runs a program to its end with our terminal; `npm` and friends go through Node so that Windows needs no shell. */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (done.error) stop(`${command} could not be started: ${done.error.message}.`);
  return done.status ?? 130;
}

/** Runs the program an installed package brings, by its file. */
export function runTool(file, args, env) {
  return run(process.execPath, [join(root, 'node_modules', file), ...args], env);
}

export const tools = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  eslint: 'eslint/bin/eslint.js',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
  vite: 'vite/bin/vite.js',
  playwright: '@playwright/test/cli.js',
};

function readJson(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** True when npm's own record of what it installed names every package of package-lock.json in its version. */
function installed() {
  const wanted = readJson('package-lock.json').packages;
  const found = readJson('node_modules/.package-lock.json')?.packages;
  if (!found) return false;
  const needed = Object.entries(wanted).filter(([path, entry]) => path !== '' && !entry.optional);
  return needed.every(([path, entry]) => same(entry, found[path]));
}

/** `bin` counts too: npm links `mixmodel` only while it installs. */
function same(wanted, found) {
  const marks = ({ version, integrity, bin }) => JSON.stringify([version, integrity, bin]);
  return found !== undefined && marks({ ...found, ...wanted }) === marks(found);
}

function npm(args, env) {
  const cli = process.env.npm_execpath ?? join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  if (existsSync(cli) && /\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args], env);
  return run('npm', args, env);
}

export function installMissing() {
  if (installed()) return say('Packages: all there.');
  say('Packages: installing what package-lock.json names (npm ci) …');
  const code = npm(['ci', '--no-audit', '--no-fund'], { MIXMODEL_PREPARE: 'later' });
  if (code !== 0)
    stop(`npm ci ended with code ${code}: its own words are above. Is the npm registry reachable?`);
}

/** Compiles and bundles what changed since the last time; returns whether it went well. */
export function build() {
  say('Build: compiling what changed (tsc -b) …');
  const compiled = runTool(tools.tsc, ['-b']) === 0;
  return run(process.execPath, [join(root, 'scripts/bundle.mjs')]) === 0 && compiled;
}

/** What the pages are made of: a change in any of it makes the built ones stale. */
const madeInto = [
  'packages/web',
  'packages/report',
  'packages/contract',
  'packages/engine',
  'package-lock.json',
];
const notASource = new Set(['node_modules', 'dist']);

/** Bundles the pages when something they are made of is newer than they are; returns whether it went well. */
export function buildWeb() {
  const built = join(root, 'packages/web/dist/index.html');
  const newest = Math.max(...madeInto.map((path) => newestIn(join(root, path))));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return true;
  say('Build: bundling the pages (vite build) …');
  return runTool(tools.vite, ['build', 'packages/web', '--logLevel', 'warn']) === 0;
}

function newestIn(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path).filter((name) => !notASource.has(name));
  return inside.reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
