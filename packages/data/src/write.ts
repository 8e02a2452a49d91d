// Model data as a table of text: what `simulate`, the sample and the template hand out.
import type { ModelData } from '@mixmodel/engine';
import { isoDate } from './cells/calendar.ts';

/** CSV with a column of dates first, then the data's columns; an empty cell where there is no value. */
export function csvOf({ columns, dates }: ModelData, dateColumn: string): string {
  const cell = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? '' : value);
  const rows = dates.map((day, t) =>
    [isoDate(day), ...[...columns.values()].map((values) => cell(values[t]))].join(','),
  );
  return `${[[dateColumn, ...columns.keys()].map(quoted).join(','), ...rows].join('\n')}\n`;
}

/** A name may hold what separates names (RFC 4180). */
const quoted = (name: string): string =>
  /[",;\t|\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
