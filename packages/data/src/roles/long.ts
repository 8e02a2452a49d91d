// A long table: one row for each date and channel, or for each date and variable.
import type { Column } from '../cells/column.ts';
import type { Table } from '../read/table.ts';

export type Duplicates = 'error' | 'sum';

export interface Long {
  readonly table: Table;
  readonly date: Column;
  /** The column whose values become columns. */
  readonly key: Column;
  /** `variable`: its values name whole columns; `channel`: they name media. */
  readonly form: 'variable' | 'channel';
  readonly duplicates: Duplicates;
  /** Columns the user calls the KPI. */
  readonly kpis: ReadonlySet<string>;
}

/** Rows of one date, in the table's order. */
export interface Period {
  readonly day: number;
  readonly rows: readonly number[];
}

export const distinctTexts = (column: Column): string[] => [...new Set(column.texts)].filter((t) => t !== '');
