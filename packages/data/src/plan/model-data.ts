// A plan and a table to model data in raw units, with everything that is wrong on the way.
import type { ModelData, SpecDraft } from '@mixmodel/engine';
import type { Column } from '../cells/column.ts';
import { cellFindings } from '../check/cells.ts';
import { withoutPartial } from '../check/partial.ts';
import { patternFindings } from '../check/patterns.ts';
import { isMedia, type Series, type SeriesTable, seriesOf } from '../check/series.ts';
import { lengthFindings, shapeFindings } from '../check/shape.ts';
import { valueFindings } from '../check/values.ts';
import { bySeverity, type Finding, hasErrors, together } from '../finding.ts';
import { gridWithoutDates, layGrid } from '../grid/lay.ts';
import { asWeeks, type Weekday } from '../grid/weeks.ts';
import type { Table } from '../read/table.ts';
import type { Duplicates } from '../roles/long.ts';
import { draftOf, type Plan, type Planned, type Use, type UsedColumn, usedColumns } from './plan.ts';

export interface ModelDataOptions {
  /** Rows of one date: an error, or added up. */
  readonly duplicates?: Duplicates;
  /** Daily data as weeks that start on this day (1 = Monday). */
  readonly weeks?: Weekday;
  /** A first or last period that looks incomplete stays in the fit: the user says that it is complete. */
  readonly partial?: 'keep';
}

export interface ModelDataResult {
  /** Absent while a finding is an error. */
  readonly data?: ModelData;
  /** Absent while date, target or media are unknown. */
  readonly draft?: SpecDraft;
  readonly period?: ModelData['period'];
  readonly findings: readonly Finding[];
}

export function modelDataOf(table: Table, planned: Planned, options: ModelDataOptions = {}): ModelDataResult {
  const { plan } = planned;
  const columns = new Map(table.columns.map((column) => [column.header, column]));
  const used = once(usedColumns(plan)).filter(({ column }) => columns.has(column));
  const cells = used.flatMap((use) =>
    usedFindings(columns.get(use.column) as Column, use.use, table.rowNumbers),
  );
  const draft = draftOf(plan);
  const before = [...table.findings, ...planned.findings, ...cells];
  if (planned.regions) return { ...(draft ? { draft } : {}), findings: inOrder(before) };
  const grid = gridOf(table, columns, plan, options.duplicates ?? 'error');
  const daily = seriesOf(used, columns, grid, table.turned === true);
  const values = valueFindings(daily);
  if (grid.broken)
    return { ...(draft ? { draft } : {}), findings: inOrder([...before, ...grid.findings, ...values]) };
  const weekly = inWeeks(daily, plan, options.weeks);
  const whole = weekly.series;
  // Weeks counted from days have all seven: a low one is low.
  const isWhole = options.partial === 'keep' || whole !== daily;
  const complete = isWhole ? { table: whole, findings: [] } : withoutPartial(whole);
  const series = complete.table;
  const patterns = values.some(({ code }) => code === 'number_out_of_range') ? [] : patternFindings(series);
  const checks = [
    ...complete.findings,
    ...shapeFindings(whole),
    ...lengthFindings(series, plan.holdout?.periods),
    ...patterns,
  ];
  const said = [...before, ...grid.findings, ...values, ...weekly.findings, ...checks];
  const found = hasBadMedia(used, said) ? said.filter(({ code }) => code !== 'few_channels') : said;
  return {
    ...(draft ? { draft } : {}),
    ...(series.period === undefined ? {} : { period: series.period }),
    ...(hasErrors(found) || !draft ? {} : { data: dataOf(series) }),
    findings: inOrder(found),
  };
}

const inOrder = (findings: readonly Finding[]): Finding[] => bySeverity(together(findings));

/** A channel that cannot be read is there all the same: how many there are is known when it can. */
function hasBadMedia(used: readonly UsedColumn[], findings: readonly Finding[]): boolean {
  const media = new Set(used.filter(({ use }) => isMedia(use)).map(({ column }) => column));
  return findings.some(({ severity, column }) => severity === 'error' && media.has(column ?? ''));
}

/** A column used twice is a finding of the plan; its numbers are checked once. */
function once(used: readonly UsedColumn[]): UsedColumn[] {
  return used.filter((use, i) => used.findIndex((other) => other.column === use.column) === i);
}

function usedFindings(column: Column, use: Use, rowNumbers: readonly number[]): Finding[] {
  return [...column.findings, ...cellFindings(column, use, rowNumbers)];
}

function gridOf(table: Table, columns: ReadonlyMap<string, Column>, plan: Plan, duplicates: Duplicates) {
  const date = columns.get(plan.columns.date ?? '');
  // What cannot be read as dates in two ways cannot be laid on a grid either.
  const readable = date?.kind === 'date' && !date.findings.some((f) => f.severity === 'error');
  return readable ? layGrid(date, table.rowNumbers, duplicates) : gridWithoutDates(table.rowNumbers);
}

function dataOf(table: SeriesTable): ModelData {
  const columns = new Map(table.series.map((series) => [series.column, series.values]));
  return { period: table.period ?? 'week', dates: table.dates, columns, leadIn: table.leadIn };
}

function inWeeks(
  table: SeriesTable,
  plan: Plan,
  weekStart: Weekday | undefined,
): { series: SeriesTable; findings: readonly Finding[] } {
  if (weekStart === undefined || table.period !== 'day') return { series: table, findings: [] };
  const weeks = asWeeks(dataOf(table), plan, weekStart);
  const series = table.series.map(
    (one): Series => ({
      ...one,
      values: weeks.data.columns.get(one.column) ?? one.values,
      unread: new Set(),
      missing: new Map(),
    }),
  );
  const rowNumbers = weeks.firstDays.map((day) => table.rowNumbers[day] ?? 0);
  const { dates, leadIn } = weeks.data;
  const week = { period: 'week', dates, rowNumbers, series, leadIn, cutShort: [], valueIs: 'week' } as const;
  return { series: week, findings: weeks.findings };
}
