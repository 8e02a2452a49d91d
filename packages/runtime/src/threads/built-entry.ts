// Where a thread's entry is: threads run plain JavaScript, also when their caller is TypeScript.
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The same relative place from `dist/threads` and from `src/threads`. */
const here = new URL('../../dist/', import.meta.url);

/** What the worker of a room runs: its bundle, one file that loads faster than the engine's many, or what tsc made of it. */
export function builtEntry(room: 'threads' | 'fit-thread' | 'draws-thread', dist = here): URL {
  const bundled = new URL(`bundle/${room}.js`, dist);
  // A compilation that came after the bundle has overtaken it.
  if (changedMs(bundled) > changedMs(new URL('.tsbuildinfo', dist))) return bundled;
  const compiled = new URL(`${room}/worker.js`, dist);
  requireBuilt(compiled);
  return compiled;
}

/** 0 where there is none. */
function changedMs(file: URL): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

export function requireBuilt(entry: URL): void {
  if (existsSync(entry)) return;
  throw new Error(
    `Worker threads run built code, but ${fileURLToPath(entry)} does not exist. Run \`npm run build\` first.`,
  );
}
