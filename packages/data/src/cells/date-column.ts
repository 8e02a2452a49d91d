// A column of dates: one order of day and month for all its cells, Excel's day numbers where they stand for dates.
import { error, type Finding, note } from '../finding.ts';
import { isDateCell } from '../read/grid.ts';
import { isoDate } from './calendar.ts';
import { type Filled, nothing, textOf } from './cell.ts';
import type { Column, Misfit, RawColumn, ReadingOptions } from './column.ts';
import { decideDates, isEven } from './date-order.ts';
import { type DateReading, readDate } from './dates.ts';

/** Excel's day 0; serial numbers of 1954 to 2064. */
const SERIAL_EPOCH = 25_569;

/** Evenly spaced whole numbers in that range: spend of a size like theirs is not evenly spaced. */
export function areSerials(values: readonly number[]): boolean {
  return values.every((v) => Number.isInteger(v) && v > 20_000 && v < 60_000) && isEven(values);
}

export function dateColumn(raw: RawColumn, filled: Filled, options: ReadingOptions): Column {
  const readings: DateReading[] = filled.map(({ cell }) =>
    isDateCell(cell) ? { kind: 'date', day: cell.day } : readDate(String(cell)),
  );
  const decision = decideDates(readings, options.dateOrder);
  const values = nothing(raw);
  const misfits: Misfit[] = [];
  filled.forEach(({ cell, index }, i) => {
    const day = decision.days[i];
    if (day === undefined) misfits.push({ index, text: textOf(cell) });
    else values[index] = day;
  });
  const findings = dateFindings(raw, filled, decision);
  return {
    header: raw.header,
    position: raw.position,
    kind: 'date',
    values,
    texts: [],
    misfits,
    infinite: [],
    findings,
  };
}

function dateFindings(raw: RawColumn, filled: Filled, decision: ReturnType<typeof decideDates>): Finding[] {
  const at = decision.example;
  const cell = at === undefined ? undefined : filled[at];
  if (cell === undefined) return [];
  const text = textOf(cell.cell);
  const where = { column: raw.header, row: raw.rowNumbers[cell.index] };
  if (decision.kind === 'ambiguous') {
    const orders = Object.entries(decision.orders).map(([order, at]) => [order, isoDate(at)]);
    return [error('ambiguous_dates', where, { text, ...Object.fromEntries(orders) })];
  }
  if (decision.kind === 'mixed') {
    const other = filled[decision.other];
    return [error('mixed_dates', where, { text, other: other ? textOf(other.cell) : '' })];
  }
  const day = decision.days[at ?? 0];
  return [
    note('date_order_decided', { column: raw.header }, { text, date: day === undefined ? '' : isoDate(day) }),
  ];
}

export function serialColumn(raw: RawColumn, filled: Filled): Column {
  const values = nothing(raw);
  for (const { cell, index } of filled) values[index] = Number(cell) - SERIAL_EPOCH;
  const first = filled[0];
  const facts = { text: textOf(first?.cell ?? null), date: isoDate(values[first?.index ?? 0] ?? 0) };
  const findings = [note('excel_serial_dates', { column: raw.header }, facts)];
  const base = { header: raw.header, position: raw.position, texts: [], misfits: [], infinite: [] };
  return { ...base, kind: 'date', values, findings };
}
