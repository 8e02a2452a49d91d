// Steps that are done, one JSON line each in .cache/evidence, by numerics and study: what a run that was cut goes on from.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ENGINE_NUMERICS } from '../src/numerics.ts';
import type { Study } from './studies.ts';

const folder = resolve(import.meta.dirname, '../../../.cache/evidence');

function fileOf({ name, key }: Study): string {
  const slug = name.replace(/[^a-zA-Z0-9]+/g, '-').slice(0, 90);
  return join(folder, `numerics-${ENGINE_NUMERICS}`, `${slug}-${key}.jsonl`);
}

/** Records by step. */
export function storedSteps(study: Study): Map<number, unknown> {
  const file = fileOf(study);
  const found = new Map<number, unknown>();
  if (!existsSync(file)) return found;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const entry = parsed(line);
    if (entry) found.set(entry.step, entry.made);
  }
  return found;
}

export function storeStep(study: Study, step: number, made: unknown): void {
  const file = fileOf(study);
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify({ step, made })}\n`);
}

/** Nothing for the half line that a kill leaves. */
function parsed(line: string): { step: number; made: unknown } | undefined {
  try {
    return line ? JSON.parse(line) : undefined;
  } catch {
    return undefined;
  }
}
