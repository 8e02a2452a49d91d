// Rows onto a regular grid of days, weeks or months: sorted, complete, each date once.
import type { Period } from '@mixmodel/engine';
import { firstOfMonth, isoDate, monthIndex, partsOf } from '../cells/calendar.ts';
import type { Column } from '../cells/column.ts';
import { error, type Finding, note } from '../finding.ts';
import type { Duplicates } from '../roles/long.ts';
import { tokensOf } from '../roles/tokens.ts';
import { WEEK_END } from '../roles/words.ts';

export interface Slot {
  /** First day of the period, or the date as written while the grid is not known. */
  readonly day: number;
  /** Table rows (indices) of this date: several only when copies are summed. */
  readonly rows: readonly number[];
  /** The user's number of the first of them. */
  readonly rowNumber: number;
}

export interface Grid {
  /** Unknown when the dates are not regular: values can be checked all the same. */
  readonly period?: Period;
  readonly slots: readonly Slot[];
  readonly findings: readonly Finding[];
  /** The dates put no order on the rows: single cells can be checked, series cannot. */
  readonly broken?: true;
  /** The days of the slots are places in the file. */
  readonly undated?: true;
  /** Places of slots whose dates say that they are not complete. */
  readonly cutShort?: readonly number[];
}

/** Rows in the order of the file: for a table without a date column. */
export function gridWithoutDates(rowNumbers: readonly number[]): Grid {
  const slots = rowNumbers.map((rowNumber, row) => ({ day: row, rows: [row], rowNumber }));
  return { slots, findings: [], undated: true };
}

export function layGrid(date: Column, rowNumbers: readonly number[], duplicates: Duplicates): Grid {
  const rows = [...date.values.keys()].filter((row) => !Number.isNaN(date.values[row]));
  const dayOf = (row: number) => date.values[row] ?? 0;
  const sorted = [...rows].sort((a, b) => dayOf(a) - dayOf(b) || a - b);
  const findings: Finding[] = [];
  if (sorted.some((row, i) => row !== rows[i])) findings.push(note('rows_sorted', { column: date.header }));
  const slots: Slot[] = [];
  for (const row of sorted) {
    const last = slots.at(-1);
    if (last?.day === dayOf(row)) slots[slots.length - 1] = { ...last, rows: [...last.rows, row] };
    else slots.push({ day: dayOf(row), rows: [row], rowNumber: rowNumbers[row] ?? 0 });
  }
  const first = slots[0];
  if (first && slots.length === 1 && rows.length > 1) {
    const found = error('one_date', { column: date.header }, { date: isoDate(first.day) });
    return { ...gridWithoutDates(rowNumbers), findings: [found], broken: true };
  }
  findings.push(...copies(date.header, slots, rowNumbers, duplicates));
  const single =
    duplicates === 'sum' ? slots : slots.map((slot) => ({ ...slot, rows: slot.rows.slice(0, 1) }));
  const undated = [...date.values.keys()].filter((row) => Number.isNaN(date.values[row]));
  return spaced({ column: date.header, slots: single, undated }, findings);
}

/** The dates that can be read, in their order, and the table rows of those that cannot. */
interface Dated {
  readonly column: string;
  readonly slots: readonly Slot[];
  readonly undated: readonly number[];
}

function copies(
  column: string,
  slots: readonly Slot[],
  rowNumbers: readonly number[],
  duplicates: Duplicates,
): Finding[] {
  const repeated = slots.filter((slot) => slot.rows.length > 1);
  const [first] = repeated;
  if (!first) return [];
  const rows = repeated.flatMap((slot) => slot.rows.slice(1)).map((row) => rowNumbers[row] ?? 0);
  if (duplicates === 'sum') return [note('duplicates_summed', { column, rows })];
  const dates = repeated.map((slot) => isoDate(slot.day));
  return [error('duplicate_dates', { column, rows }, { date: isoDate(first.day), dates })];
}

function spaced(dated: Dated, before: readonly Finding[]): Grid {
  const { column, slots } = dated;
  const steps = slots.slice(1).map((slot, i) => slot.day - (slots[i]?.day ?? 0));
  const step = commonestStep(steps);
  if (step === undefined) return { slots, findings: before };
  const period = step === 1 ? 'day' : step === 7 ? 'week' : step >= 28 && step <= 31 ? 'month' : undefined;
  if (period === undefined) {
    const row = slots[1]?.rowNumber;
    return {
      slots,
      findings: [
        ...before,
        error('irregular_spacing', { column, row }, { days: step, expected: '1, 7 or a month' }),
      ],
    };
  }
  if (period === 'month') return months(dated, before);
  const off = slots.filter((_, i) => i > 0 && (steps[i - 1] ?? 0) % step !== 0);
  const irregular = off.map((slot) => slot.rowNumber);
  if (off[0]) {
    const days = steps[slots.indexOf(off[0]) - 1] ?? 0;
    const found = error('irregular_spacing', { column, rows: irregular }, { days, expected: String(step) });
    return { slots, findings: [...before, found] };
  }
  const gaps = gapFinding(dated, (a, b) => range(a + step, b, step));
  const start = period === 'week' ? weekStarts(column, slots) : { slots, findings: [] };
  return { period, slots: start.slots, findings: [...before, ...gaps, ...start.findings] };
}

/** In days; 30 stands for a month. */
export function commonestStep(steps: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  // Months differ in length but count as one step.
  for (const step of steps) {
    const size = step >= 28 && step <= 31 ? 30 : step;
    counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return [...counts].reduce<[number, number] | undefined>(
    (a, b) => (a && a[1] >= b[1] ? a : b),
    undefined,
  )?.[0];
}

function range(from: number, to: number, step: number): number[] {
  const days: number[] = [];
  for (let day = from; day < to; day += step) days.push(day);
  return days;
}

/** Missing dates written out before "and n more". */
const DATES_SHOWN = 8;

function gapFinding(
  { column, slots, undated }: Dated,
  between: (a: number, b: number) => number[],
): Finding[] {
  const missing: number[] = [];
  const rows: number[] = [];
  // A date that cannot be read stands where it is missed: that row is named already.
  const isHidden = (a: Slot, b: Slot) => {
    const [from = 0, to = 0] = [a.rows[0], b.rows[0]].map(Number).sort((x, y) => x - y);
    return undated.some((row) => row > from && row < to);
  };
  slots.forEach((slot, i) => {
    const last = slots[i - 1];
    const days = last ? between(last.day, slot.day) : [];
    if (!last || days.length === 0 || isHidden(last, slot)) return;
    rows.push(slot.rowNumber);
    for (const day of days) missing.push(day);
  });
  if (missing.length === 0) return [];
  const facts = { missing: missing.slice(0, DATES_SHOWN).map(isoDate), count: missing.length };
  return [error('date_gaps', { column, rows }, facts)];
}

function months(dated: Dated, before: readonly Finding[]): Grid {
  const { column, slots } = dated;
  const index = (slot: Slot) => monthIndex(slot.day);
  const twice = slots.filter((slot, i) => i > 0 && index(slot) === index(slots[i - 1] as Slot));
  if (twice[0]) {
    const days = twice[0].day - (slots[slots.indexOf(twice[0]) - 1]?.day ?? 0);
    const rows = twice.map((slot) => slot.rowNumber);
    return {
      slots,
      findings: [...before, error('irregular_spacing', { column, rows }, { days, expected: 'one month' })],
    };
  }
  const first = slots.map((slot) => ({ ...slot, day: firstOfMonth(index(slot)) }));
  const gaps = gapFinding({ ...dated, slots: first }, (a, b) =>
    range(monthIndex(a) + 1, monthIndex(b), 1).map(firstOfMonth),
  );
  const moved = slots.find((slot, i) => slot.day !== first[i]?.day);
  const told = moved
    ? [
        note(
          'month_start_used',
          { column },
          { text: isoDate(moved.day), date: isoDate(firstOfMonth(index(moved))) },
        ),
      ]
    : [];
  return {
    period: 'month',
    slots: first,
    findings: [...before, ...gaps, ...told],
    cutShort: cutShort(slots),
  };
}

/** Months written by their last day that end in the middle of one, or by their first day that start there. */
function cutShort(slots: readonly Slot[]): number[] {
  const last = slots.length - 1;
  const isFirstDay = ({ day }: Slot) => partsOf(day).date === 1;
  const isLastDay = ({ day }: Slot) => partsOf(day + 1).date === 1;
  const [start, end] = [slots[0], slots[last]];
  return [
    ...(start && !isFirstDay(start) && slots.slice(1).every(isFirstDay) ? [0] : []),
    ...(end && !isLastDay(end) && slots.slice(0, -1).every(isLastDay) ? [last] : []),
  ];
}

/** A column named after the end of the week holds last days; the grid wants first ones. */
function weekStarts(column: string, slots: readonly Slot[]): { slots: readonly Slot[]; findings: Finding[] } {
  if (!tokensOf(column).some((t) => WEEK_END.has(t))) return { slots, findings: [] };
  const shifted = slots.map((slot) => ({ ...slot, day: slot.day - 6 }));
  const facts = { text: isoDate(slots[0]?.day ?? 0), date: isoDate(shifted[0]?.day ?? 0) };
  return { slots: shifted, findings: [note('week_end_shifted', { column }, facts)] };
}
