// Single values that a model cannot take: empty media, negative spend, a KPI that is missing.
import { error, type Finding, warning } from '../finding.ts';
import { emptiness } from './emptiness.ts';
import { isMedia, placeOf, type Series, type SeriesTable } from './series.ts';

/** Shares of missing KPI values above which it is a warning of its own, and an error. */
const MANY_MISSING = 0.05;
const TOO_MANY_MISSING = 0.3;

/** A KPI or a spend beyond these is a slip of the keyboard, and nothing can be computed with it. */
const LARGEST = 1e15;
const SMALLEST = 1e-9;

export function valueFindings(table: SeriesTable): Finding[] {
  return table.series.flatMap((series) => {
    const range = rangeFindings(table, series);
    if (series.use === 'target') return [...range, ...kpiFindings(table, series)];
    const empty = indicesWhere(series, (value, i) => Number.isNaN(value) && !series.unread.has(i));
    const found = nothingIn(MISSING[series.use] ?? 'missing_control', table, series, empty);
    return [...range, ...found, ...signFindings(table, series)];
  });
}

/** One value too large, or a whole column too small: the engine would refuse it without knowing the row. */
function rangeFindings(table: SeriesTable, series: Series): Finding[] {
  const { column } = series;
  const large = indicesWhere(series, (value) => Math.abs(value) > LARGEST);
  if (large.length > 0) {
    const found = large.map((i) => series.values[i] ?? 0);
    const { where, facts } = placeOf(table, series, large);
    const got = { got: found[0] ?? 0, ...severalTexts(found.map(short)) };
    return [error('number_out_of_range', where, { ...facts, ...got })];
  }
  const top = series.values.reduce((a, value) => (Math.abs(value) > a ? Math.abs(value) : a), 0);
  return top > 0 && top < SMALLEST ? [error('number_out_of_range', { column }, { got: top })] : [];
}

/** Enough digits to know it by: nobody meant the others. */
const short = (value: number): number => Number(value.toPrecision(4));

/** Every different number once, as text: only where there are several. */
function severalTexts(values: readonly number[]): { texts?: string[] } {
  const texts = [...new Set(values)].map(String);
  return texts.length > 1 ? { texts } : {};
}

function nothingIn(code: string, table: SeriesTable, series: Series, at: readonly number[]): Finding[] {
  if (at.length === 0) return [];
  const { where, facts } = placeOf(table, series, at);
  return [error(code, where, { ...facts, ...emptiness(series.missing, at) })];
}

const MISSING: Partial<Record<Series['use'], string>> = {
  spend: 'missing_media',
  exposure: 'missing_media',
  organic: 'missing_media',
  revenue_per_kpi: 'missing_revenue_per_kpi',
};

function indicesWhere(series: Series, test: (value: number, i: number) => boolean): number[] {
  return [...series.values.keys()].filter((i) => test(series.values[i] ?? Number.NaN, i));
}

function signFindings(table: SeriesTable, series: Series): Finding[] {
  if (series.use === 'revenue_per_kpi') {
    const worthless = indicesWhere(series, (value) => value <= 0);
    const { where, facts } = placeOf(table, series, worthless);
    return worthless.length > 0 ? [error('revenue_per_kpi_not_positive', where, facts)] : [];
  }
  if (!isMedia(series.use)) return [];
  const negative = indicesWhere(series, (value) => value < 0);
  if (negative.length === 0) return [];
  const found = negative.map((i) => series.values[i] ?? 0);
  const { where, facts } = placeOf(table, series, negative);
  return [error('negative_spend', where, { ...facts, value: found[0] ?? 0, ...severalTexts(found) })];
}

function kpiFindings(table: SeriesTable, kpi: Series): Finding[] {
  const measured = kpi.values.length - table.leadIn;
  const empty = indicesWhere(kpi, (v, i) => i >= table.leadIn && Number.isNaN(v) && !kpi.unread.has(i));
  const negative = indicesWhere(kpi, (v) => v < 0);
  const refunds = placeOf(table, kpi, negative);
  const findings = negative.length > 0 ? [warning('negative_target', refunds.where, refunds.facts)] : [];
  if (empty.length === 0) return findings;
  const share = empty.length / measured;
  const { where, facts: place } = placeOf(table, kpi, empty);
  const facts = { ...place, percent: Math.round(100 * share), ...emptiness(kpi.missing, empty) };
  if (share > TOO_MANY_MISSING) return [...findings, error('target_missing', where, facts)];
  return [...findings, warning(share > MANY_MISSING ? 'high_nulls' : 'missing_kpi', where, facts)];
}
