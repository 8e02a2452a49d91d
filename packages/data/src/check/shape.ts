// Series that carry no information, or too little: constant, never on, too short, twice the same.
import type { Period } from '@mixmodel/engine';
import { isoDate } from '../cells/calendar.ts';
import { error, type Finding, note, suggestion, warning } from '../finding.ts';
import { shapeOf } from '../roles/shape.ts';
import { isMedia, type Series, type SeriesTable } from './series.ts';

/** Fewer periods with media than this say little (METHOD §1). A fit says the same of its channels, by the same code and facts. */
const FEW_ACTIVE = 8;
/** Fewer values than this neither never change nor move together: that they are few is what is wrong. */
export const FEWEST_TO_JUDGE = 8;

export function shapeFindings(table: SeriesTable): Finding[] {
  const each = table.series.flatMap((series) => oneShape(series, table.leadIn));
  return [...each, ...copies(table.series)];
}

function oneShape(series: Series, leadIn: number): Finding[] {
  const values = series.values.subarray(leadIn).filter((v) => !Number.isNaN(v));
  const where = { column: series.column };
  if (values.length < FEWEST_TO_JUDGE) return [];
  const silent = values.every((v) => v === 0);
  if (silent && series.use === 'target') return [error('target_all_zero', where)];
  if (silent && isMedia(series.use)) return [error('zero_spend_channel', where)];
  const value = values[0] ?? 0;
  if (shapeOf(values).constant && series.use === 'target')
    return [error('target_constant', where, { value })];
  // The worth of a KPI unit may well stay the same.
  if (shapeOf(values).constant && series.use !== 'revenue_per_kpi')
    return [error('zero_variance', where, { value })];
  const active = values.filter((v) => v !== 0).length;
  if (isMedia(series.use) && active < FEW_ACTIVE)
    return [warning('few_active_periods', where, { active, least: FEW_ACTIVE })];
  return [];
}

function copies(series: readonly Series[]): Finding[] {
  const varying = series.filter((one) => !shapeOf(one.values).constant);
  return varying.flatMap((one, i) => {
    const before = varying.slice(0, i).find((other) => areEqual(other.values, one.values));
    return before ? [sameNumbers(before, one)] : [];
  });
}

/** Gaps in the same places count as equal. */
export function areEqual(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => value === b[i] || (Number.isNaN(value) && Number.isNaN(b[i])));
}

function sameNumbers(before: Series, one: Series): Finding {
  if (before.use === 'target' && isMedia(one.use))
    return error('target_is_channel', { column: before.column, path: '' }, { channel: one.column });
  return error('duplicate_columns', { column: one.column }, { other: before.column });
}

/** Periods with a KPI: at least `needed`, better `good`. */
const LENGTHS: Record<Period, { needed: number; good: number }> = {
  day: { needed: 364, good: 728 },
  week: { needed: 52, good: 104 },
  month: { needed: 24, good: 36 },
};

export function lengthFindings(table: SeriesTable, heldOut = 0): Finding[] {
  const { leadIn } = table;
  // One date alone has no spacing; as most files are, it is a week.
  const period = table.dates.length === 1 ? 'week' : table.period;
  if (period === undefined) return [];
  const known = knownKpis(table);
  const fitted = known.filter((t) => t < table.dates.length - heldOut).length;
  const findings = tooFew(table, period, known, { heldOut, fitted });
  findings.push(...unknownsFindings(table.series, fitted, period));
  if (period === 'month') findings.push(warning('non_weekly', {}, { period }));
  if (period === 'day') findings.push(suggestion('daily_offer_weeks'));
  if (leadIn > 0)
    findings.push(note('lead_in', {}, { count: leadIn, date: isoDate(table.dates[leadIn] ?? 0) }));
  return findings;
}

/** The periods with a KPI, in order; without a KPI, all. */
function knownKpis({ dates, series }: SeriesTable): number[] {
  const kpi = series.find((s) => s.use === 'target');
  return [...dates.keys()].filter((t) => !kpi || !Number.isNaN(kpi.values[t]) || kpi.unread.has(t));
}

/** What is held out is not learned from: the periods before it are those that must be enough. */
function tooFew(
  { dates }: SeriesTable,
  period: Period,
  known: readonly number[],
  { heldOut, fitted }: { readonly heldOut: number; readonly fitted: number },
): Finding[] {
  const { needed, good } = LENGTHS[period];
  const rows = known.length;
  const empty = dates.length - rows;
  if (rows < needed)
    return [error('min_rows', {}, { rows, needed, period, ...(empty > 0 ? { empty } : {}) })];
  if (fitted < needed) {
    const most = dates.length - 1 - (known[needed - 1] ?? 0);
    const facts = { got: heldOut, left: fitted, needed, most, period };
    return [error('holdout_leaves_few', { path: 'holdout.periods' }, facts)];
  }
  if (fitted >= good) return [];
  return [warning('low_rows', {}, { rows: fitted, good, period, ...(heldOut > 0 ? { heldOut } : {}) })];
}

/** Carryover, saturation and size of each channel; level, trend, noise and two pairs of the year beside them. */
const UNKNOWNS_PER_CHANNEL = 3;
const OTHER_UNKNOWNS = 7;

function unknownsFindings(series: readonly Series[], rows: number, period: Period): Finding[] {
  const channels = series.filter((s) => s.use === 'spend' || s.use === 'organic').length;
  const controls = series.filter((s) => s.use === 'control').length;
  const unknowns = UNKNOWNS_PER_CHANNEL * channels + controls + OTHER_UNKNOWNS;
  if (unknowns <= rows) return [];
  return [warning('many_channels', {}, { channels, controls, unknowns, rows, period })];
}
