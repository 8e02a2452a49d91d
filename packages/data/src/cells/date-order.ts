// Day, month or two-digit year first: decided by impossible values, then by even spacing; what fits both ways is asked.

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
      /** The example's day by each order that is possible. */
      readonly orders: Readonly<Partial<Record<DateOrder, number>>>;
    }
  | {
      readonly kind: 'mixed';
      readonly days: readonly (number | undefined)[];
      readonly example: number;
      readonly other: number;
    };

type Days = readonly (number | undefined)[];
type DaysIn = (order: DateOrder) => Days;
type Ordered = readonly { readonly r: Extract<DateReading, { kind: 'ordered' }>; readonly i: number }[];

export function decideDates(readings: readonly DateReading[], asked?: DateOrder): DateDecision {
  const daysIn: DaysIn = (order) =>
    readings.map((r) => (r.kind === 'date' ? r.day : r.kind === 'ordered' ? r[order] : undefined));
  if (asked !== undefined) return { kind: 'certain', days: daysIn(asked) };
  const ordered = readings.flatMap((r, i) => (r.kind === 'ordered' ? [{ r, i }] : []));
  const yearLast = dayOrMonthFirst(ordered, daysIn);
  const canBeYear = ordered.length > 0 && ordered.every(({ r }) => r.ymd !== undefined);
  return canBeYear && !isEven(yearLast.days) ? yearFirst(ordered, daysIn, yearLast) : yearLast;
}

/** 24-01-08 is the 24th of a month only if the other dates then follow each other. */
function yearFirst(ordered: Ordered, daysIn: DaysIn, yearLast: DateDecision): DateDecision {
  const days = daysIn('ymd');
  const differs = ordered.find(({ i }) => days[i] !== yearLast.days[i]);
  if (!differs || evenness(days) === undefined) return yearLast;
  const isRegular = (some: Days) => (evenness(some) ?? 0) >= 0.5;
  const others = [daysIn('dmy'), daysIn('mdy')].some(isRegular);
  if (isEven(days) || (isRegular(days) && !others)) return { kind: 'spacing', days, example: differs.i };
  if (others) return yearLast;
  const { dmy, mdy, ymd } = differs.r;
  const orders = { ...(dmy === undefined ? {} : { dmy }), ...(mdy === undefined ? {} : { mdy }), ymd };
  return { kind: 'ambiguous', days: yearLast.days, example: differs.i, orders };
}

/** The share of the commonest step of at most a month among all steps; undefined of a single date. */
function evenness(days: Days): number | undefined {
  const steps = stepsOf(days);
  const counts = new Map<number, number>();
  for (const step of steps) {
    const size = step >= 28 && step <= 31 ? 30 : step;
    if (step <= 31) counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return steps.length > 0 ? Math.max(0, ...counts.values()) / steps.length : undefined;
}

function dayOrMonthFirst(ordered: Ordered, daysIn: DaysIn): DateDecision {
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

function decideBySpacing(ordered: Ordered, daysIn: DaysIn): DateDecision {
  const [dmy, mdy] = [daysIn('dmy'), daysIn('mdy')];
  const differs = ordered.find(({ i }) => dmy[i] !== mdy[i]);
  if (!differs) return { kind: 'certain', days: dmy };
  const [dmyEven, mdyEven] = [isEven(dmy), isEven(mdy)];
  if (dmyEven !== mdyEven) return { kind: 'spacing', days: dmyEven ? dmy : mdy, example: differs.i };
  return {
    kind: 'ambiguous',
    days: dmy,
    example: differs.i,
    orders: { dmy: dmy[differs.i] ?? 0, mdy: mdy[differs.i] ?? 0 },
  };
}

/** Days, weeks or months without a gap, in any order of rows and with copies. */
export function isEven(days: Days): boolean {
  const sorted = sortedOnce(days);
  const steps = stepsOf(days);
  if (steps.length < 2) return false;
  if (steps.every((s) => s === 1) || steps.every((s) => s === 7)) return true;
  const sameDay = steps.every((s) => s >= 28 && s <= 31);
  return sameDay && sorted.every((d, i) => i === 0 || monthIndex(d) === monthIndex(sorted[i - 1] ?? 0) + 1);
}

const sortedOnce = (days: Days): number[] =>
  [...new Set(days.filter((d) => d !== undefined))].sort((a, b) => a - b);

function stepsOf(days: Days): number[] {
  const sorted = sortedOnce(days);
  return sorted.slice(1).map((d, i) => d - (sorted[i] ?? 0));
}
