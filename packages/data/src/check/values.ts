// Single values that a model cannot take: empty media, negative spend, a KPI that is missing.
import { error, type Finding, warning } from '../finding.ts';
import { isMedia, type Series, type SeriesTable } from './series.ts';

/** Shares of missing KPI values above which it is a warning of its own, and an error. */
const MANY_MISSING = 0.05;
const TOO_MANY_MISSING = 0.3;

export function valueFindings(table: SeriesTable): Finding[] {
  return table.series.flatMap((series) => {
    if (series.use === 'target') return kpiFindings(table, series);
    const empty = rowsWhere(table, series, (value, i) => Number.isNaN(value) && !series.unread.has(i));
    const findings =
      empty.length > 0
        ? [error(MISSING[series.use] ?? 'missing_control', { column: series.column, rows: empty })]
        : [];
    return [...findings, ...signFindings(table, series)];
  });
}

const MISSING: Partial<Record<Series['use'], string>> = {
  spend: 'missing_media',
  exposure: 'missing_media',
  organic: 'missing_media',
  revenue_per_kpi: 'missing_revenue_per_kpi',
};

function rowsWhere(
  table: SeriesTable,
  series: Series,
  test: (value: number, i: number) => boolean,
): number[] {
  return table.rowNumbers.filter((_, i) => test(series.values[i] ?? Number.NaN, i));
}

function signFindings(table: SeriesTable, series: Series): Finding[] {
  if (series.use === 'revenue_per_kpi') {
    const rows = rowsWhere(table, series, (value) => value <= 0);
    return rows.length > 0 ? [error('revenue_per_kpi_not_positive', { column: series.column, rows })] : [];
  }
  if (!isMedia(series.use)) return [];
  const rows = rowsWhere(table, series, (value) => value < 0);
  const value = series.values.find((v) => v < 0) ?? 0;
  return rows.length > 0 ? [error('negative_spend', { column: series.column, rows }, { value })] : [];
}

function kpiFindings(table: SeriesTable, kpi: Series): Finding[] {
  const { column } = kpi;
  const measured = kpi.values.length - table.leadIn;
  const rows = rowsWhere(table, kpi, (v, i) => i >= table.leadIn && Number.isNaN(v) && !kpi.unread.has(i));
  const negative = rowsWhere(table, kpi, (v) => v < 0);
  const findings = negative.length > 0 ? [warning('negative_target', { column, rows: negative })] : [];
  if (rows.length === 0) return findings;
  const share = rows.length / measured;
  const facts = { percent: Math.round(100 * share) };
  if (share > TOO_MANY_MISSING) return [...findings, error('target_missing', { column, rows }, facts)];
  return [...findings, warning(share > MANY_MISSING ? 'high_nulls' : 'missing_kpi', { column, rows }, facts)];
}
