// Columns that add up others: kept, they would count every channel twice.
import type { Column } from '../cells/column.ts';
import { tokensOf } from './tokens.ts';
import { TOTAL } from './words.ts';

/** Rounding keeps a total from its parts by less than this share. */
const ROUNDING = 1e-3;
/** Subtractions made before a name is not believed. */
const MOST_SUBTRACTIONS = 5_000_000;

/** The spend columns among `others` that `column` adds up, if it does: all of them, or some where its name says total. */
export function partsOf(column: Column, others: readonly Column[]): readonly Column[] | undefined {
  const active = others.filter(({ values }) => values.some((value) => value > 0));
  if (isSumOf(column.values, active)) return active;
  if (!tokensOf(column.header).some((token) => TOTAL.has(token))) return undefined;
  return someParts(column.values, active);
}

/** One other column with the same numbers is a copy, not a part. */
function isSumOf(total: Float64Array, parts: readonly Column[]): boolean {
  const most = ROUNDING * size(total);
  if (parts.length < 2 || most === 0) return false;
  let apart = 0;
  let known = 0;
  // Row by row, to be done with most columns after a few of them.
  for (let row = 0; row < total.length && apart <= most; row += 1) {
    const rest = parts.reduce(
      (left, { values }) => left - (values[row] ?? Number.NaN),
      total[row] ?? Number.NaN,
    );
    if (Number.isNaN(rest)) continue;
    apart += Math.abs(rest);
    known += 1;
  }
  return known >= 0.5 * total.length && apart <= most;
}

/** Columns are taken off one after the other; what falls below zero cannot be a part. */
function someParts(total: Float64Array, columns: readonly Column[]): readonly Column[] | undefined {
  const slack = ROUNDING * size(total);
  const largestFirst = [...columns].sort((a, b) => size(b.values) - size(a.values));
  let left = MOST_SUBTRACTIONS;
  const search = (
    rest: Float64Array,
    from: number,
    taken: readonly Column[],
  ): readonly Column[] | undefined => {
    if (taken.length > 1 && size(rest) <= slack) return isSumOf(total, taken) ? taken : undefined;
    const reach = largestFirst.slice(from).reduce((sum, { values }) => sum + size(values), 0);
    if (reach < size(rest) - slack) return undefined;
    for (let i = from; i < largestFirst.length && left > 0; i += 1) {
      const column = largestFirst[i] as Column;
      const less = minus(rest, column);
      left -= rest.length;
      if (size(less.filter((value) => value < 0)) > slack) continue;
      const found = search(less, i + 1, [...taken, column]);
      if (found) return found;
    }
    return undefined;
  };
  return search(total, 0, []);
}

const minus = (rest: Float64Array, { values }: Column): Float64Array =>
  rest.map((value, row) => value - (values[row] ?? Number.NaN));

const size = (values: Float64Array): number =>
  values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + Math.abs(value)), 0);
