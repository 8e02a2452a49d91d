// The series a model would read, by use: raw units on the grid, with the user's row of every period.
import type { Period } from '@mixmodel/engine';
import { isoDate } from '../cells/calendar.ts';
import type { Column } from '../cells/column.ts';
import type { Facts, Where } from '../finding.ts';
import type { Grid } from '../grid/lay.ts';
import type { Use, UsedColumn } from '../plan/plan.ts';
import { wordsAt } from './emptiness.ts';

export interface Series extends UsedColumn {
  /** NaN where the cell is empty. */
  readonly values: Float64Array;
  /** Cells that hold a word or an infinity: reported as such, so not as empty. */
  readonly unread: ReadonlySet<number>;
  /** What stands in cells without a value: words for nothing, such as n/a. */
  readonly missing: ReadonlyMap<number, string>;
}

export interface SeriesTable {
  readonly period?: Period;
  readonly dates: readonly number[];
  readonly rowNumbers: readonly number[];
  readonly series: readonly Series[];
  /** Periods before the first KPI. */
  readonly leadIn: number;
  /** Periods whose dates say that they are not complete. */
  readonly cutShort: readonly number[];
  /** What a value of a series is in the user's table: a cell, several rows of one date, or of one week. */
  readonly valueIs: 'cell' | 'date' | 'week';
}

interface Place {
  readonly where: Where;
  readonly facts: Facts;
}

/** Where values stand, true of each row named: a sum is told by its date, and of a week its first row is known. */
export function placeOf(table: SeriesTable, { column }: Series, at: readonly number[]): Place {
  const rows = at.map((i) => table.rowNumbers[i] ?? 0);
  if (table.valueIs === 'cell') return { where: { column, rows }, facts: {} };
  const dates = at.map((i) => isoDate(table.dates[i] ?? 0));
  if (table.valueIs === 'date') return { where: { column }, facts: { onDates: dates, count: at.length } };
  return { where: { column, rows }, facts: { weeksFrom: dates } };
}

export const isMedia = (use: Use): boolean => use === 'spend' || use === 'organic' || use === 'exposure';

/** What drives the model: media, by their exposure where it is used, and controls. */
export function inputsOf(series: readonly Series[]): Series[] {
  const driven = new Set(series.filter((s) => s.use === 'exposure').map((s) => s.channel));
  return series.filter(
    (s) => (isMedia(s.use) || s.use === 'control') && !(s.use === 'spend' && driven.has(s.column)),
  );
}

export function seriesOf(
  used: readonly UsedColumn[],
  columns: ReadonlyMap<string, Column>,
  grid: Grid,
  turned: boolean,
): SeriesTable {
  const series = used.flatMap((use): Series[] => {
    const column = columns.get(use.column);
    if (use.use === 'date' || column?.kind !== 'number') return [];
    return [{ ...use, ...onGrid(column, use.use, grid) }];
  });
  const kpi = series.find((s) => s.use === 'target');
  const started = kpi ? kpi.values.findIndex((value, i) => !Number.isNaN(value) || kpi.unread.has(i)) : 0;
  return {
    ...(grid.period === undefined ? {} : { period: grid.period }),
    dates: grid.slots.map((slot) => slot.day),
    rowNumbers: grid.slots.map((slot) => slot.rowNumber),
    series,
    leadIn: Math.max(0, started),
    cutShort: grid.cutShort ?? [],
    valueIs: turned && !grid.undated ? 'date' : 'cell',
  };
}

/** Copies of a date add up, except rates: those are averaged. */
function onGrid(column: Column, use: Use, grid: Grid): Pick<Series, 'values' | 'unread' | 'missing'> {
  const rate = use === 'control' || use === 'revenue_per_kpi';
  const cells = new Set([...column.misfits, ...column.infinite].map((cell) => cell.index));
  for (const row of column.reported ?? []) cells.add(row);
  const written = wordsAt(column.missing);
  const unread = new Set<number>();
  const missing = new Map<number, string>();
  const values = Float64Array.from(grid.slots, (slot, i) => {
    if (slot.rows.some((row) => cells.has(row))) unread.add(i);
    const word = slot.rows.map((row) => written.get(row)).find((text) => text !== undefined);
    if (word !== undefined) missing.set(i, word);
    const total = slot.rows.reduce((sum, row) => sum + (column.values[row] ?? Number.NaN), 0);
    return rate ? total / slot.rows.length : total;
  });
  return { values, unread, missing };
}
