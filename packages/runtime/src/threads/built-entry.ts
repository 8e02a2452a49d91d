// Where a thread's compiled entry is: threads run plain JavaScript, also when their caller is TypeScript.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `path` below `dist`. From `dist/x` and from `src/x` alike, the way there is the same. */
export function builtEntry(path: string): URL {
  const entry = new URL(`../../dist/${path}`, import.meta.url);
  requireBuilt(entry);
  return entry;
}

export function requireBuilt(entry: URL): void {
  if (existsSync(entry)) return;
  throw new Error(
    `Worker threads run built code, but ${fileURLToPath(entry)} does not exist. Run \`npm run build\` first.`,
  );
}
