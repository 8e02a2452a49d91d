// Long tables (one row per date and channel) turned into one row per date.
import type { Column } from '../cells/column.ts';
import { cellFindings } from '../check/cells.ts';
import { error, type Finding, note } from '../finding.ts';
import type { Table } from '../read/table.ts';
import { gapFindings } from './gaps.ts';
import { guessColumn } from './guess.ts';
import { type Duplicates, distinctTexts, type Long, type Period } from './long.ts';
import { spread } from './spread.ts';
import { matched, tokensOf } from './tokens.ts';
import * as words from './words.ts';

export interface Reshaped {
  readonly table: Table;
  readonly findings: readonly Finding[];
}

/** The table itself when it is wide already, or when several regions make it long. */
export function widen(
  table: Table,
  duplicates: Duplicates = 'error',
  kpis: ReadonlySet<string> = new Set(),
): Reshaped {
  const long = recognise(table);
  return long ? pivot({ ...long, duplicates, kpis }) : { table, findings: [] };
}

/** More channels than this are campaigns or products. */
export const MOST_VALUES = 200;

function recognise(table: Table): Omit<Long, 'duplicates' | 'kpis'> | undefined {
  const dates = table.columns.filter((c) => c.kind === 'date');
  const date = dates.find((c) => tokensOf(c.header).some((t) => words.DATE.has(t))) ?? dates[0];
  if (!date || new Set(date.values).size > 0.75 * table.rowNumbers.length) return undefined;
  const texts = table.columns.filter((c) => c.kind === 'text' && distinctTexts(c).length > 1);
  if (texts.some((c) => guessColumn(c).role === 'geo')) return undefined;
  const numbers = table.columns.filter((c) => c.kind === 'number');
  for (const key of texts) {
    const form = formOf(key, numbers);
    if (form) return { table, date, key, form };
  }
  return undefined;
}

function formOf(key: Column, numbers: readonly Column[]): Long['form'] | undefined {
  const values = distinctTexts(key);
  const names = tokensOf(key.header);
  const named = names.some((t) => words.CHANNEL_COLUMN.has(t));
  // Rows without a channel hold what belongs to the whole date, as its KPI.
  if (values.length > MOST_VALUES || (key.texts.includes('') && !named)) return undefined;
  const only = numbers.length === 1 ? numbers[0] : undefined;
  const isMedia = only !== undefined && guessColumn(only).role === 'spend';
  const tellsTarget = values.some(
    (v) => matched(tokensOf(v), words.TARGET_MONEY) ?? matched(tokensOf(v), words.TARGET_UNITS),
  );
  const isPlainValue = only !== undefined && tokensOf(only.header).some((t) => words.VALUE_COLUMN.has(t));
  const isNamed = isPlainValue && names.some((t) => words.VARIABLE_COLUMN.has(t));
  if (only && !isMedia && (isNamed || tellsTarget)) return 'variable';
  const channels = values.filter((v) =>
    tokensOf(v).some((t) => words.CHANNEL.has(t) || words.ORGANIC.has(t)),
  );
  return named || channels.length >= 0.5 * values.length ? 'channel' : undefined;
}

function pivot(long: Long): Reshaped {
  const { table, date, key } = long;
  const periods = periodsOf(date.values);
  const numbers = table.columns.filter((c) => c.kind === 'number');
  const parts = numbers.map((column) => spread(long, column, periods));
  const firstRows = periods.map((p) => table.rowNumbers[p.rows[0] ?? 0] ?? 0);
  const days = Float64Array.from(periods, (p) => p.day);
  const dateColumn: Column = {
    ...date,
    values: days,
    misfits: [],
    infinite: [],
    missing: [],
    first: undefined,
  };
  const left = table.columns.filter((c) => c.kind === 'text' && c !== key);
  return {
    table: {
      ...table,
      columns: [dateColumn, ...parts.flatMap((p) => p.columns)],
      rowNumbers: firstRows,
      turned: true,
    },
    findings: [
      note('long_table_pivoted', { column: key.header }, { values: distinctTexts(key) }),
      ...cellFindings(date, 'date', table.rowNumbers),
      ...repeated(long, periods),
      ...gapFindings(long, periods, numbers),
      ...left.map((c) => note('column_left_out', { column: c.header }, { reason: 'it holds text' })),
      ...parts.flatMap((p) => p.findings),
    ],
  };
}

function periodsOf(days: Float64Array): Period[] {
  const rows = new Map<number, number[]>();
  days.forEach((day, row) => {
    if (Number.isNaN(day)) return;
    const known = rows.get(day);
    if (known) known.push(row);
    else rows.set(day, [row]);
  });
  return [...rows].map(([day, at]) => ({ day, rows: at }));
}

function repeated(long: Long, periods: readonly Period[]): Finding[] {
  if (long.duplicates === 'sum') return [];
  const rows: number[] = [];
  for (const period of periods) {
    const seen = new Set<string>();
    for (const row of period.rows) {
      const value = long.key.texts[row] ?? '';
      if (seen.has(value)) rows.push(long.table.rowNumbers[row] ?? 0);
      seen.add(value);
    }
  }
  return rows.length > 0 ? [error('long_table_repeated', { column: long.key.header, rows })] : [];
}
