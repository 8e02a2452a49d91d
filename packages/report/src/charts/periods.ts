// Periods of a series as dates: where they stand on an axis of time, what a reading calls them, which are labelled.
import type { ResultFile } from '@mixmodel/contract';
import type { Domain, Scale } from './scale.ts';
import { textWidth } from './text-width.ts';

export type Period = ResultFile['data']['period'];

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayMs = 86_400_000;

/** Days since 1970-01-01 of `2024-11-04`. */
export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

/** `Week of 4 Nov 2024`, `4 Nov 2024`, `Nov 2024`. */
export function periodName(date: string, period: Period): string {
  const { day, month, year } = partsOf(dayOf(date));
  if (period === 'month') return `${months[month]} ${year}`;
  return `${period === 'week' ? 'Week of ' : ''}${day} ${months[month]} ${year}`;
}

function partsOf(days: number) {
  const date = new Date(days * dayMs);
  return { day: date.getUTCDate(), month: date.getUTCMonth(), year: date.getUTCFullYear() };
}

export interface TimeTick {
  readonly at: number;
  readonly text: string;
}

/** As many dates as fit beside each other: of months where the series spans some, else of days. */
export function timeTicks(x: Scale): TimeTick[] {
  const [from = 0, to = 1] = x.domain();
  const all = [1, 2, 3, 6, 12, 24, 60, 120].map((step) => monthTicks(from, to, step));
  const fitting = all.find((ticks) => ticks.length > 0 && fits(ticks, x));
  if (fitting && fitting.length > 1) return fitting;
  const days = [1, 2, 7, 14, 28].map((step) => dayTicks(from, to, step));
  return days.find((ticks) => fits(ticks, x)) ?? fitting ?? [];
}

function monthTicks(from: number, to: number, step: number): TimeTick[] {
  const { month, year } = partsOf(from);
  const ticks: TimeTick[] = [];
  for (let count = year * 12 + month; ; count++) {
    const at = Math.round(Date.UTC(Math.floor(count / 12), count % 12, 1) / dayMs);
    if (at > to) return ticks;
    if (at < from || count % step !== 0) continue;
    const name = months[count % 12] ?? '';
    const named = count % 12 === 0 || ticks.length === 0;
    const text = step >= 12 ? String(count / 12) : named ? `${name} ${Math.floor(count / 12)}` : name;
    ticks.push({ at, text });
  }
}

function dayTicks(from: number, to: number, step: number): TimeTick[] {
  const ticks: TimeTick[] = [];
  for (let at = from; at <= to; at += step) {
    const { day, month } = partsOf(at);
    ticks.push({ at, text: `${day} ${months[month]}` });
  }
  return ticks;
}

const apart = 16;

function fits(ticks: readonly TimeTick[], x: Scale): boolean {
  return ticks.every(({ at, text }, i) => {
    const before = ticks[i - 1];
    return !before || x(at) - x(before.at) >= (textWidth(text) + textWidth(before.text)) / 2 + apart;
  });
}

/** From the first to the last day; a single one stands in the middle. */
export function timeDomain(days: readonly number[]): Domain {
  const [from, to] = [days[0] ?? 0, days.at(-1) ?? 0];
  return from < to ? [from, to] : [from - 1, to + 1];
}

/** The index whose date stands nearest to pixel `px`. */
export function nearestDate(days: readonly number[], x: Scale, px: number): number {
  let best = 0;
  days.forEach((day, i) => {
    if (Math.abs(x(day) - px) < Math.abs(x(days[best] ?? 0) - px)) best = i;
  });
  return best;
}
