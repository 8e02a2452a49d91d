// Daily model data as weeks: KPI, spend and exposure summed, controls averaged, broken weeks dropped.
import type { ModelData, SpecDraft } from '@mixmodel/engine';
import { weekday } from '../cells/calendar.ts';
import { type Finding, note } from '../finding.ts';

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Which columns of the draft are rates rather than amounts. */
type Rates = Pick<SpecDraft, 'controls' | 'treatments'> & { readonly columns: Partial<SpecDraft['columns']> };

export interface Weeks {
  readonly data: ModelData;
  /** Index of each week's first day in the daily data. */
  readonly firstDays: readonly number[];
  readonly findings: readonly Finding[];
}

const DAYS = 7;

/** Days must follow each other without a gap. */
export function asWeeks(data: ModelData, draft: Rates, weekStart: Weekday = 1): Weeks {
  const first = data.dates.findIndex((day) => weekday(day) === weekStart);
  const count = first < 0 ? 0 : Math.floor((data.dates.length - first) / DAYS);
  const firstDays = Array.from({ length: count }, (_, week) => first + week * DAYS);
  const rates = [...(draft.controls ?? []), ...(draft.treatments ?? [])];
  const means = new Set(rates.map(({ column }) => column));
  const worth = draft.columns.target?.revenuePerKpi;
  const kpi = data.columns.get(draft.columns.target?.column ?? '');
  const columns = new Map<string, Float64Array>();
  for (const [name, days] of data.columns) {
    const week = (start: number) => days.subarray(start, start + DAYS);
    if (name === worth && kpi)
      columns.set(
        name,
        Float64Array.from(firstDays, (s) => weighted(week(s), kpi.subarray(s, s + DAYS))),
      );
    else
      columns.set(
        name,
        Float64Array.from(firstDays, (s) => sum(week(s)) / (means.has(name) ? DAYS : 1)),
      );
  }
  const leadIn = firstDays.filter((start) => start < data.leadIn).length;
  const dates = firstDays.map((start) => data.dates[start] ?? 0);
  const dropped = data.dates.length - count * DAYS;
  const findings = [note('weeks_summed', {}, { weeks: count, dropped })];
  return { data: { period: 'week', dates, columns, leadIn }, firstDays, findings };
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

/** The worth of a KPI unit over a week: its money by its units, so that weekly revenue stays what it was. */
function weighted(worth: Float64Array, kpi: Float64Array): number {
  const units = sum(kpi);
  if (!(units > 0)) return sum(worth) / DAYS;
  return worth.reduce((total, value, day) => total + value * (kpi[day] ?? Number.NaN), 0) / units;
}
