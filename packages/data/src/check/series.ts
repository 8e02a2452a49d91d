// The series a model would read, by use: raw units on the grid, with the user's row of every period.
import type { Period } from '@mixmodel/engine';
import type { Column } from '../cells/column.ts';
import type { Grid } from '../grid/lay.ts';
import type { Use, UsedColumn } from '../plan/plan.ts';

export interface Series extends UsedColumn {
  /** NaN where the cell is empty. */
  readonly values: Float64Array;
  /** Cells that hold a word or an infinity: reported as such, so not as empty. */
  readonly unread: ReadonlySet<number>;
}

export interface SeriesTable {
  readonly period?: Period;
  readonly dates: readonly number[];
  readonly rowNumbers: readonly number[];
  readonly series: readonly Series[];
  /** Periods before the first KPI. */
  readonly leadIn: number;
}

export const isMedia = (use: Use): boolean => use === 'spend' || use === 'organic' || use === 'exposure';

export function seriesOf(
  used: readonly UsedColumn[],
  columns: ReadonlyMap<string, Column>,
  grid: Grid,
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
  };
}

/** Copies of a date add up, except rates: those are averaged. */
function onGrid(column: Column, use: Use, grid: Grid): Pick<Series, 'values' | 'unread'> {
  const rate = use === 'control' || use === 'revenue_per_kpi';
  const cells = new Set([...column.misfits, ...column.infinite].map((cell) => cell.index));
  const unread = new Set<number>();
  const values = Float64Array.from(grid.slots, (slot, i) => {
    if (slot.rows.some((row) => cells.has(row))) unread.add(i);
    const total = slot.rows.reduce((sum, row) => sum + (column.values[row] ?? Number.NaN), 0);
    return rate ? total / slot.rows.length : total;
  });
  return { values, unread };
}
