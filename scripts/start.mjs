// `npm start`: from a fresh clone to a fitted sample and the running product, on a machine with only Node.
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, buildWeb, checkNode, installMissing, root, run, say, seconds, stop } from './steps.mjs';

const started = performance.now();
checkNode();
// Where the command was given from does not matter: what is kept lies in this folder unless DATA_DIR says otherwise.
process.chdir(root);
const folder = join(process.env.DATA_DIR || '.mixmodel', 'sample');
const isFirst = !existsSync(join(folder, 'result.json'));
// Nobody should wait for an installation to hear that the port is taken; later starts are quick, and the server says more.
if (isFirst) await checkPort();
installMissing();
if (!build() || !buildWeb())
  stop('The source does not compile: the errors are above. `git status` shows what was changed.');

if (isFirst) fitSample();
say(`\nReady after ${seconds(started)}. Starting the server; Ctrl-C stops it.`);

// In this process: a signal that stops `npm start` stops the server, in order.
await import(pathToFileURL(join(root, 'packages', 'server', 'dist', 'main.js')));

function checkPort() {
  const port = Number(process.env.PORT || 3000);
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', ({ code }) => {
      if (code === 'EADDRINUSE')
        stop(
          `Port ${port} is in use by another program. Stop that one, or choose another port: \`PORT=${port + 1} npm start\`.`,
        );
      resolve();
    });
    probe.listen(port, process.env.HOST || '127.0.0.1', () => probe.close(resolve));
  });
}

/** The first time: two years of a shop whose true returns are known, and what can be told of them. */
function fitSample() {
  mkdirSync(folder, { recursive: true });
  const file = (name) => join(folder, name);
  say('\nSample: simulating two years of a shop with five channels whose true returns are known …');
  mixmodel('simulate', '--out', file('sample.csv'), '--truth', file('truth.json'));
  say('\nFit: estimating those returns from the spreadsheet alone, in full mode …');
  mixmodel(
    'fit',
    file('sample.csv'),
    '--full',
    '--currency',
    'EUR',
    '--truth',
    file('truth.json'),
    '--out',
    file('result.json'),
  );
  say(`\nThe sample, its truth and its result are in ${folder}. In the terminal: npx mixmodel --help`);
}

/** Runs the terminal program as a user would and ends with its exit code when it is not content. */
function mixmodel(...args) {
  say(`> mixmodel ${args.join(' ')}`);
  const code = run(process.execPath, [join(root, 'packages', 'cli', 'bin', 'mixmodel.js'), ...args]);
  if (code !== 0) stop(`mixmodel ${args[0]} ended with exit code ${code}: its own words are above.`, code);
}
