// One column of a long table spread over a column for each channel, or kept once for each date.
import type { Column } from '../cells/column.ts';
import { cellFindings } from '../check/cells.ts';
import { emptiness, wordsAt } from '../check/emptiness.ts';
import { error, type Finding, note, warning } from '../finding.ts';
import { clause, guessColumn, type Role } from './guess.ts';
import { distinctTexts, type Long, type Period } from './long.ts';

type Spread = { readonly columns: readonly Column[]; readonly findings: readonly Finding[] };

export const PER_CHANNEL: ReadonlySet<Role> = new Set(['spend', 'exposure', 'reach', 'frequency', 'organic']);

export function spread(long: Long, column: Column, periods: readonly Period[]): Spread {
  const { role, reason } = roleOf(long, column);
  const { header } = column;
  if (role === 'ignore' && long.form === 'channel')
    return {
      columns: [],
      findings: [note('column_left_out', { column: header }, { reason: clause(reason) })],
    };
  const cells = cellFindings(column, long.form === 'variable' ? 'spend' : role, long.table.rowNumbers);
  const findings = [...column.findings, ...cells];
  if (long.form === 'channel' && !PER_CHANNEL.has(role)) return onePerDate(column, role, periods, findings);
  const values = distinctTexts(long.key);
  const kpis = long.form === 'variable' ? [] : values.filter((value) => isKpi(value, column));
  const channels = values.filter((value) => !kpis.includes(value));
  const nothing = role === 'spend' ? emptySpend(long, column, new Set(kpis)) : [];
  const reported = new Set([...unreadable(column), ...nothing]);
  const media = channels.map((value) => channelColumn(long, column, periods, value, reported));
  const targets = kpis
    .map((value) => ({ value, made: kpiColumn(long, column, periods, value) }))
    .filter(({ made }) => holdsNumbers(made));
  return {
    columns: [
      ...media.filter((made) => role === 'spend' || holdsNumbers(made)),
      ...targets.map(({ made }) => made),
    ],
    findings: [
      ...findings,
      ...nothingSpent(long, column, nothing),
      ...nameless(long, column),
      ...targets.map(({ value }) =>
        note('long_table_kpi', { column: long.key.header }, { value, of: header }),
      ),
    ],
  };
}

const holdsNumbers = ({ values }: Column): boolean => values.some((v) => !Number.isNaN(v));

const rowNumbers = ({ table }: Long, at: readonly number[]): number[] =>
  at.map((row) => table.rowNumbers[row] ?? 0);

function nothingSpent(long: Long, column: Column, at: readonly number[]): Finding[] {
  const where = { column: column.header, rows: rowNumbers(long, at) };
  return at.length > 0 ? [error('missing_media', where, emptiness(wordsAt(column.missing), at))] : [];
}

/** Rows that hold an amount and do not say of what. */
function nameless(long: Long, column: Column): Finding[] {
  const at = [...column.values.keys()].filter(
    (row) => long.key.texts[row] === '' && Math.abs(column.values[row] ?? 0) > 0,
  );
  const where = { column: long.key.header, rows: rowNumbers(long, at) };
  return at.length > 0 ? [error('long_table_no_channel', where, { of: column.header })] : [];
}

export function roleOf(long: Long, column: Column): { role: Role; reason: string } {
  return long.kpis.has(column.header) ? { role: 'target', reason: '' } : guessColumn(column);
}

/** A channel called revenue is no channel: its rows hold the KPI, where they hold anything. */
export function isKpi(value: string, column: Column): boolean {
  return guessColumn({ ...column, header: value }).role === 'target';
}

const unreadable = (column: Column): number[] =>
  [...column.misfits, ...column.infinite].map(({ index }) => index);

/** Rows of a channel that say nothing of its spend. */
function emptySpend({ key }: Long, column: Column, kpis: ReadonlySet<string>): number[] {
  const unread = new Set(unreadable(column));
  return [...column.values.keys()].filter((row) => {
    const value = key.texts[row] ?? '';
    return value !== '' && !kpis.has(value) && Number.isNaN(column.values[row]) && !unread.has(row);
  });
}

/** A channel without a row on a date spent nothing on it; a variable without one is missing. */
function channelColumn(
  long: Long,
  column: Column,
  periods: readonly Period[],
  value: string,
  reported: ReadonlySet<number>,
): Column {
  const rowsIn = (period: Period) => period.rows.filter((row) => long.key.texts[row] === value);
  const filled = Float64Array.from(periods, (period) => {
    const rows = rowsIn(period);
    if (rows.length === 0) return long.form === 'variable' ? Number.NaN : 0;
    return rows.reduce((sum, row) => sum + (column.values[row] ?? Number.NaN), 0);
  });
  const told = periods.flatMap((period, i) => (rowsIn(period).some((row) => reported.has(row)) ? [i] : []));
  const header = long.form === 'variable' ? value : `${value}_${column.header}`;
  return { ...plainColumn(column, filled), header, reported: new Set(told) };
}

/** A date without its KPI row has no KPI: that is not 0. */
function kpiColumn(long: Long, column: Column, periods: readonly Period[], value: string): Column {
  const made = channelColumn(
    { ...long, form: 'variable' },
    column,
    periods,
    value,
    new Set(unreadable(column)),
  );
  const isTaken = long.table.columns.some(({ header }) => header === value);
  return isTaken ? { ...made, header: `${value} (${long.key.header})` } : made;
}

/** A column of the turned table: what was wrong with single cells has been said with their own rows. */
const plainColumn = (column: Column, values: Float64Array): Column => ({
  ...column,
  values,
  misfits: [],
  infinite: [],
  missing: [],
  findings: [],
  first: undefined,
});

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
  const { header } = column;
  const isKpi = role === 'target' || role === 'outcome';
  if (!differs) {
    const values = Float64Array.from(seen, (v) => v[0] ?? Number.NaN);
    const told = isKpi && seen.some((v) => v.length > 1) ? [note('kpi_repeated', { column: header })] : [];
    return { columns: [plainColumn(column, values)], findings: [...findings, ...told] };
  }
  if (isKpi) {
    const values = Float64Array.from(seen, (v) =>
      v.length === 0 ? Number.NaN : v.reduce((a, b) => a + b, 0),
    );
    return {
      columns: [plainColumn(column, values)],
      findings: [...findings, warning('kpi_summed_over_channels', { column: header })],
    };
  }
  const reason = 'it differs between the rows of one date';
  return { columns: [], findings: [note('column_left_out', { column: header }, { reason })] };
}
