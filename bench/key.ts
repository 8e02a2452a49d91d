// What the README's performance table was made from: the engine's numerics and the benchmark itself, as one short hash.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ENGINE_NUMERICS } from '@mixmodel/engine';

const root = resolve(import.meta.dirname, '..');
const beside = ['packages/engine/bench/kernel.c', 'packages/engine/bench/gradient-cost.mjs'];
/** What measures something else. */
const others = ['server.ts'];

export function benchKey(): string {
  const own = readdirSync(import.meta.dirname).filter((name) => !others.includes(name));
  const files = [...own.map((name) => `bench/${name}`), ...beside].sort();
  const hash = createHash('sha256').update(`numerics ${ENGINE_NUMERICS}\n`);
  for (const file of files)
    hash.update(file).update(readFileSync(join(root, file), 'utf8').replaceAll('\r', ''));
  return hash.digest('hex').slice(0, 12);
}
