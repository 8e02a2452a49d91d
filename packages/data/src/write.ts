// Model data as a table of text: what `simulate` and the sample hand out.
import type { ModelData } from '@mixmodel/engine';
import { isoDate } from './cells/calendar.ts';

/** CSV with a column of dates first, then the data's columns; an empty cell where there is no value. */
export function csvOf({ columns, dates }: ModelData, dateColumn: string): string {
  const cell = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? '' : value);
  const rows = dates.map((day, t) =>
    [isoDate(day), ...[...columns.values()].map((values) => cell(values[t]))].join(','),
  );
  return `${[[dateColumn, ...columns.keys()].join(','), ...rows].join('\n')}\n`;
}
