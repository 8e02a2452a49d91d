// What stands in cells that hold no value: nothing at all, or words for nothing such as n/a.
import type { Misfit } from '../cells/column.ts';

export interface Emptiness {
  readonly [fact: string]: number | readonly string[];
}

/** The different words at these places, as the fact `holds`, and how many cells are just empty, as `blank`. */
export function emptiness(written: ReadonlyMap<number, string>, at: readonly number[]): Emptiness {
  const words = at.flatMap((i) => written.get(i) ?? []);
  const blank = at.length - words.length;
  return words.length > 0 ? { holds: [...new Set(words)], blank } : { blank };
}

export const wordsAt = (missing: readonly Misfit[] = []): ReadonlyMap<number, string> =>
  new Map(missing.map(({ index, text }) => [index, text]));
