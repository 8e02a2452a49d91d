#!/usr/bin/env node
// The committed entry of `mixmodel`: npm links it before anything is built, so it says what is missing then.
import { existsSync, statSync } from 'node:fs';

const compiled = new URL('../dist/main.js', import.meta.url);
const bundled = new URL('../dist/bundle/main.js', import.meta.url);
const compilation = new URL('../dist/.tsbuildinfo', import.meta.url);

if (existsSync(compiled)) {
  // Stacks are shown to who asks for them, then with places in the source.
  if (process.env.MIXMODEL_DEBUG) process.setSourceMapsEnabled(true);
  await import((isOfToday(bundled) ? bundled : compiled).href);
} else {
  console.error(
    'mixmodel is not built yet. Run `npm run build` in the folder of the project, then try again.',
  );
  process.exitCode = 1;
}

/** A bundle starts twice as fast; one that a later compilation has overtaken is not what the source says. */
function isOfToday(bundle) {
  const made = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return made > (statSync(compilation, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}
