// The table behind a chart as CSV.
import { csvOf } from '../csv.ts';
import type { ChartTable } from '../rounded-table.ts';

export function toCsv({ columns, rows }: ChartTable): string {
  return csvOf([columns.map(({ label }) => label), ...rows]);
}
