// What npm runs after an install: every package compiled to its dist, so that `mixmodel` works at once.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, root, say, tools } from './steps.mjs';

if (process.env.MIXMODEL_PREPARE !== 'later') prepare();

function prepare() {
  if (!existsSync(join(root, 'node_modules', tools.tsc))) {
    return say('Build: skipped, because this install left the TypeScript compiler out (--omit=dev).');
  }
  // An install is not the place to fail on a type error: what could be compiled is, and `npm run build` judges it.
  if (!build()) say('Build: the errors above are in the source; `npm run build` shows them again.');
}
