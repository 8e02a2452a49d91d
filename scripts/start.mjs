// `npm start`: from a fresh clone to a fitted sample, beside the truth it was simulated from.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, checkNode, installMissing, root, run, say, seconds, stop } from './steps.mjs';

const started = performance.now();
checkNode();
installMissing();
if (!build()) stop('The source does not compile: the errors are above. `git status` shows what was changed.');

const folder = join(root, '.mixmodel', 'sample');
mkdirSync(folder, { recursive: true });
const file = (name) => join('.mixmodel', 'sample', name);

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

say(`
All of it took ${seconds(started)}. To try next:
  npx mixmodel validate YOUR.csv     what is in your spreadsheet, and what is wrong with it
  npx mixmodel fit YOUR.csv          your own channels (add --out RESULT.json to keep everything)
  npx mixmodel --help                every command
  npm test                           everything that is promised, checked
The sample, its truth and its result are in ${join('.mixmodel', 'sample')}.`);

/** Runs the terminal program as a user would and ends with its exit code when it is not content. */
function mixmodel(...args) {
  say(`> mixmodel ${args.join(' ')}`);
  const code = run(process.execPath, [join(root, 'packages', 'cli', 'bin', 'mixmodel.js'), ...args]);
  if (code !== 0) stop(`mixmodel ${args[0]} ended with exit code ${code}: its own words are above.`, code);
}
