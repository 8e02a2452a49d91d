// Long tables (one row per date and channel) turned into one row per date.
import type { Column } from '../cells/column.ts';
import { cellFindings } from '../check/cells.ts';
import { error, type Finding, note, warning } from '../finding.ts';
import type { Table } from '../read/table.ts';
import { guessColumn, type Role } from './guess.ts';
import { matched, tokensOf } from './tokens.ts';
import * as words from './words.ts';

export interface Reshaped {
  readonly table: Table;
  readonly findings: readonly Finding[];
}

export type Duplicates = 'error' | 'sum';

interface Long {
  readonly table: Table;
  readonly date: Column;
  /** The column whose values become columns. */
  readonly key: Column;
  /** `variable`: its values name whole columns; `channel`: they name media. */
  readonly form: 'variable' | 'channel';
  readonly duplicates: Duplicates;
}

/** Rows of one date, in the table's order. */
interface Period {
  readonly day: number;
  readonly rows: readonly number[];
}

/** The table itself when it is wide already, or when several regions make it long. */
export function widen(table: Table, duplicates: Duplicates = 'error'): Reshaped {
  const long = recognise(table, duplicates);
  return long ? pivot(long) : { table, findings: [] };
}

const MOST_VALUES = 200;

function recognise(table: Table, duplicates: Duplicates): Long | undefined {
  const dates = table.columns.filter((c) => c.kind === 'date');
  const date = dates.find((c) => tokensOf(c.header).some((t) => words.DATE.has(t))) ?? dates[0];
  if (!date || new Set(date.values).size > 0.75 * table.rowNumbers.length) return undefined;
  const texts = table.columns.filter((c) => c.kind === 'text' && distinctTexts(c).length > 1);
  if (texts.some((c) => guessColumn(c).role === 'geo')) return undefined;
  const numbers = table.columns.filter((c) => c.kind === 'number');
  for (const key of texts) {
    const form = formOf(key, numbers);
    if (form) return { table, date, key, form, duplicates };
  }
  return undefined;
}

function formOf(key: Column, numbers: readonly Column[]): Long['form'] | undefined {
  const values = distinctTexts(key);
  if (values.length > MOST_VALUES || key.texts.includes('')) return undefined;
  const names = tokensOf(key.header);
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
  const named = names.some((t) => words.CHANNEL_COLUMN.has(t));
  return named || channels.length >= 0.5 * values.length ? 'channel' : undefined;
}

const distinctTexts = (column: Column): string[] => [...new Set(column.texts)].filter((t) => t !== '');

function pivot(long: Long): Reshaped {
  const { table, date, key } = long;
  const periods = periodsOf(date.values);
  const values = distinctTexts(key);
  const numbers = table.columns.filter((c) => c.kind === 'number');
  const parts = numbers.map((column) => spread(long, column, periods, values));
  const firstRows = periods.map((p) => table.rowNumbers[p.rows[0] ?? 0] ?? 0);
  const days = Float64Array.from(periods, (p) => p.day);
  const dateColumn: Column = { ...date, values: days, misfits: [], infinite: [] };
  const left = table.columns.filter((c) => c.kind === 'text' && c !== key);
  return {
    table: { ...table, columns: [dateColumn, ...parts.flatMap((p) => p.columns)], rowNumbers: firstRows },
    findings: [
      note('long_table_pivoted', { column: key.header }, { values }),
      ...cellFindings(date, 'date', table.rowNumbers),
      ...repeated(long, periods),
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

type Spread = { readonly columns: readonly Column[]; readonly findings: readonly Finding[] };

const PER_CHANNEL: ReadonlySet<Role> = new Set(['spend', 'exposure', 'reach', 'frequency', 'organic']);

function spread(long: Long, column: Column, periods: readonly Period[], values: readonly string[]): Spread {
  const role = guessColumn(column).role;
  if (role === 'ignore' && long.form === 'channel')
    return {
      columns: [],
      findings: [note('column_left_out', { column: column.header }, { reason: guessColumn(column).reason })],
    };
  const findings = [
    ...column.findings,
    ...cellFindings(column, long.form === 'variable' ? 'spend' : role, long.table.rowNumbers),
  ];
  if (long.form === 'variable' || PER_CHANNEL.has(role)) {
    const columns = values.map((value) => channelColumn(long, column, periods, value));
    return { columns, findings };
  }
  return onePerDate(column, role, periods, findings);
}

/** A channel without a row on a date spent nothing on it; a variable without one is missing. */
function channelColumn(long: Long, column: Column, periods: readonly Period[], value: string): Column {
  const filled = Float64Array.from(periods, (period) => {
    const rows = period.rows.filter((row) => long.key.texts[row] === value);
    if (rows.length === 0) return long.form === 'variable' ? Number.NaN : 0;
    return rows.reduce((sum, row) => sum + (column.values[row] ?? Number.NaN), 0);
  });
  const header = long.form === 'variable' ? value : `${value}_${column.header}`;
  return { ...column, header, values: filled, misfits: [], infinite: [], findings: [] };
}

/** A KPI or control beside the channels: written once a date or repeated, else a KPI is summed and a control left out. */
function onePerDate(
  column: Column,
  role: Role,
  periods: readonly Period[],
  findings: readonly Finding[],
): Spread {
  const seen = periods.map((p) =>
    p.rows.map((row) => column.values[row] ?? Number.NaN).filter((v) => !Number.isNaN(v)),
  );
  const differs = seen.some((values) => values.some((v) => v !== values[0]));
  const base = { ...column, misfits: [], infinite: [], findings: [] };
  const { header } = column;
  if (!differs) {
    const values = Float64Array.from(seen, (v) => v[0] ?? Number.NaN);
    return { columns: [{ ...base, values }], findings };
  }
  if (role === 'target' || role === 'outcome') {
    const values = Float64Array.from(seen, (v) =>
      v.length === 0 ? Number.NaN : v.reduce((a, b) => a + b, 0),
    );
    return {
      columns: [{ ...base, values }],
      findings: [...findings, warning('kpi_summed_over_channels', { column: header })],
    };
  }
  const reason = 'it differs between the rows of one date';
  return { columns: [], findings: [note('column_left_out', { column: header }, { reason })] };
}
