// Day first or month first: decided by impossible values, then by even spacing; what fits both ways is asked.

import { monthIndex } from './calendar.ts';
import type { DateOrder, DateReading } from './dates.ts';

export type DateDecision =
  | {
      readonly kind: 'certain' | 'spacing';
      readonly days: readonly (number | undefined)[];
      readonly example?: number;
    }
  | {
      readonly kind: 'ambiguous';
      readonly days: readonly (number | undefined)[];
      readonly example: number;
      readonly dmy: number;
      readonly mdy: number;
    }
  | {
      readonly kind: 'mixed';
      readonly days: readonly (number | undefined)[];
      readonly example: number;
      readonly other: number;
    };

export function decideDates(readings: readonly DateReading[], asked?: DateOrder): DateDecision {
  const daysIn = (order: DateOrder) =>
    readings.map((r) => (r.kind === 'date' ? r.day : r.kind === 'ordered' ? r[order] : undefined));
  if (asked !== undefined) return { kind: 'certain', days: daysIn(asked) };
  const ordered = readings.flatMap((r, i) => (r.kind === 'ordered' ? [{ r, i }] : []));
  const onlyDmy = ordered.find(({ r }) => r.dmy !== undefined && r.mdy === undefined);
  const onlyMdy = ordered.find(({ r }) => r.mdy !== undefined && r.dmy === undefined);
  if (onlyDmy && onlyMdy) {
    const first = onlyDmy.i < onlyMdy.i ? 'dmy' : 'mdy';
    const [a, b] = first === 'dmy' ? [onlyDmy, onlyMdy] : [onlyMdy, onlyDmy];
    const fallback = daysIn(first === 'dmy' ? 'mdy' : 'dmy');
    const days = daysIn(first).map((day, i) => day ?? fallback[i]);
    return { kind: 'mixed', days, example: b.i, other: a.i };
  }
  if (onlyDmy) return { kind: 'certain', days: daysIn('dmy') };
  if (onlyMdy) return { kind: 'certain', days: daysIn('mdy') };
  if (ordered.every(({ r }) => r.dmy === undefined)) return { kind: 'certain', days: daysIn('ymd') };
  return decideBySpacing(ordered, daysIn);
}

function decideBySpacing(
  ordered: readonly { readonly r: DateReading; readonly i: number }[],
  daysIn: (order: DateOrder) => (number | undefined)[],
): DateDecision {
  const [dmy, mdy] = [daysIn('dmy'), daysIn('mdy')];
  const differs = ordered.find(({ i }) => dmy[i] !== mdy[i]);
  if (!differs) return { kind: 'certain', days: dmy };
  const [dmyEven, mdyEven] = [isEven(dmy), isEven(mdy)];
  if (dmyEven !== mdyEven) return { kind: 'spacing', days: dmyEven ? dmy : mdy, example: differs.i };
  return {
    kind: 'ambiguous',
    days: dmy,
    example: differs.i,
    dmy: dmy[differs.i] ?? 0,
    mdy: mdy[differs.i] ?? 0,
  };
}

/** Days, weeks or months without a gap, in any order of rows and with copies. */
export function isEven(days: readonly (number | undefined)[]): boolean {
  const sorted = [...new Set(days.filter((d) => d !== undefined))].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((d, i) => d - (sorted[i] ?? 0));
  if (steps.length < 2) return false;
  if (steps.every((s) => s === 1) || steps.every((s) => s === 7)) return true;
  const sameDay = steps.every((s) => s >= 28 && s <= 31);
  return sameDay && sorted.every((d, i) => i === 0 || monthIndex(d) === monthIndex(sorted[i - 1] ?? 0) + 1);
}
