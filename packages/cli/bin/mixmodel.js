#!/usr/bin/env node
// The committed entry of `mixmodel`: npm links it before anything is built, so it says what is missing then.
import { existsSync } from 'node:fs';

const built = new URL('../dist/main.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error(
    'mixmodel is not built yet. Run `npm run build` in the folder of the project, then try again.',
  );
  process.exitCode = 1;
}
