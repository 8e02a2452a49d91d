// Events and public holidays: the share of each period's days that belong to them.
import type { EventSpec } from '../model/spec.ts';
import { dayOf, dayOfMonth } from './calendar.ts';
import type { BaselineColumn } from './column.ts';

export function eventColumns(
  events: readonly EventSpec[],
  dates: readonly number[],
  period: 'day' | 'week' | 'month',
): BaselineColumn[] {
  return events.map((event) => ({
    variable: 'gamma_event',
    label: event.name,
    values: eventShares(event, dates, period),
    prior: event.prior,
  }));
}

/** By period the share of its days that lie on a date or inside a window; a day in both counts once. */
export function eventShares(
  { dates: days = [], windows = [] }: Pick<EventSpec, 'dates' | 'windows'>,
  dates: readonly number[],
  period: 'day' | 'week' | 'month',
): Float64Array {
  const inside = new Set(days.map(required));
  const spans = windows.map(({ first, last }) => [required(first), required(last)] as const);
  return Float64Array.from(dates, (from, t) => {
    const to = dates[t + 1] ?? from + lengthOf(from, period);
    let count = 0;
    for (let day = from; day < to; day++)
      if (inside.has(day) || spans.some(([first, last]) => day >= first && day <= last)) count++;
    return count / (to - from);
  });
}

/** Days in the period that begins on `day`. */
export function lengthOf(day: number, period: 'day' | 'week' | 'month'): number {
  return { day: 1, week: 7, month: dayOfMonth(day).days }[period];
}

/** The caller has checked that there is such a day. */
function required(text: string): number {
  const day = dayOf(text);
  if (day === undefined) throw new Error(`${text} is not a date`);
  return day;
}
