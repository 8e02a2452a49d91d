// One column's cells read as numbers, dates or text: the kind most of them have, and the cells that do not fit.

import { error, type Finding, note } from '../finding.ts';
import { isBlank, isDateCell, type RawCell } from '../read/grid.ts';
import { tokensOf } from '../roles/tokens.ts';
import { DATE } from '../roles/words.ts';
import { isoDate } from './calendar.ts';
import { decideDates } from './date-order.ts';
import { type DateOrder, type DateReading, readDate } from './dates.ts';
import { type Convention, decideSign, type TableEvidence } from './decimal.ts';
import { type DecimalSign, isMissingText, type NumberReading, readNumber } from './numbers.ts';

export type ColumnKind = 'number' | 'date' | 'text' | 'empty';

export interface Misfit {
  readonly index: number;
  readonly text: string;
}

export interface Column {
  readonly header: string;
  /** Place in the sheet: 0 is column A. */
  readonly position: number;
  readonly kind: ColumnKind;
  /** Numbers or days since 1970-01-01 by row; NaN where the cell is missing or does not fit. Empty for text. */
  readonly values: Float64Array;
  /** The cells as text, '' where missing: only for text columns. */
  readonly texts: readonly string[];
  /** Cells that hold something other than the column's kind. */
  readonly misfits: readonly Misfit[];
  readonly infinite: readonly Misfit[];
  /** What reading decided or could not decide; it matters only when the column is used. */
  readonly findings: readonly Finding[];
  /** A currency sign or code seen in header or cells. */
  readonly currency?: string;
}

export interface RawColumn {
  readonly header: string;
  readonly position: number;
  readonly cells: readonly RawCell[];
  readonly rowNumbers: readonly number[];
}

export interface ReadingOptions extends TableEvidence {
  readonly dateOrder?: DateOrder;
}

export function readColumn(raw: RawColumn, options: ReadingOptions): Column {
  const filled = raw.cells.flatMap((cell, index) => (isMissing(cell) ? [] : [{ cell, index }]));
  const base = { header: raw.header, position: raw.position, misfits: [], infinite: [], findings: [] };
  if (filled.length === 0) return { ...base, kind: 'empty', values: nothing(raw), texts: [] };
  const cells = filled.map((f) => f.cell);
  const kind = kindOf(raw.header, cells, raw.position);
  if (kind === 'date') return dateColumn(raw, filled, options);
  if (kind === 'serial') return serialColumn(raw, filled);
  if (kind === 'number') return numberColumn(raw, filled, options);
  return (
    yesNoColumn(raw) ?? { ...base, kind: 'text', values: new Float64Array(0), texts: raw.cells.map(textOf) }
  );
}

type Filled = readonly { readonly cell: Exclude<RawCell, null>; readonly index: number }[];

export const isMissing = (cell: RawCell): cell is null =>
  isBlank(cell) || (typeof cell === 'string' && isMissingText(cell));

export const textOf = (cell: RawCell): string =>
  cell === null || isMissing(cell) ? '' : isDateCell(cell) ? isoDate(cell.day) : String(cell).trim();

const nothing = (raw: RawColumn): Float64Array => new Float64Array(raw.cells.length).fill(Number.NaN);

/** Excel's day 0; serial numbers of 1954 to 2064. */
const SERIAL_EPOCH = 25_569;
const isSerial = (value: number): boolean => Number.isInteger(value) && value > 20_000 && value < 60_000;

function kindOf(
  header: string,
  cells: readonly RawCell[],
  position: number,
): 'number' | 'date' | 'serial' | 'text' {
  const named = tokensOf(header).some((token) => DATE.has(token));
  const dates = () => cells.filter(isDate).length;
  const numbers = cells.filter(isNumeric).length;
  if (numbers > 0.5 * cells.length) {
    const days = (named || position === 0) && cells.every((c) => /^\d{8}$/.test(String(c)));
    if ((days || named) && dates() === cells.length) return 'date';
    return named && cells.every((c) => isSerial(Number(c))) ? 'serial' : 'number';
  }
  const dated = dates();
  if (dated > 0.5 * cells.length || (named && dated > 0)) return 'date';
  // Half numbers, half words: the words are the mistake more often than the numbers.
  return numbers >= 0.5 * cells.length ? 'number' : 'text';
}

const isDate = (cell: RawCell): boolean => isDateCell(cell) || readDate(String(cell)).kind !== 'text';
const isNumeric = (cell: RawCell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && readNumber(cell).kind !== 'text');

function dateColumn(raw: RawColumn, filled: Filled, options: ReadingOptions): Column {
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
  if (decision.kind === 'ambiguous')
    return [
      error('ambiguous_dates', where, { text, dmy: isoDate(decision.dmy), mdy: isoDate(decision.mdy) }),
    ];
  if (decision.kind === 'mixed') {
    const other = filled[decision.other];
    return [error('mixed_dates', where, { text, other: other ? textOf(other.cell) : '' })];
  }
  const day = decision.days[at ?? 0];
  return [
    note('date_order_decided', { column: raw.header }, { text, date: day === undefined ? '' : isoDate(day) }),
  ];
}

function serialColumn(raw: RawColumn, filled: Filled): Column {
  const values = nothing(raw);
  for (const { cell, index } of filled) values[index] = Number(cell) - SERIAL_EPOCH;
  const first = filled[0];
  const facts = { text: textOf(first?.cell ?? null), date: isoDate(values[first?.index ?? 0] ?? 0) };
  const findings = [note('excel_serial_dates', { column: raw.header }, facts)];
  const base = { header: raw.header, position: raw.position, texts: [], misfits: [], infinite: [] };
  return { ...base, kind: 'date', values, findings };
}

function numberColumn(raw: RawColumn, filled: Filled, options: ReadingOptions): Column {
  const readings = filled.map(({ cell }) => readCell(cell));
  const convention = decideSign(readings, options);
  const sign = convention.kind === 'decided' ? convention.sign : majority(readings);
  const values = nothing(raw);
  const misfits: Misfit[] = [];
  const infinite: Misfit[] = [];
  readings.forEach((reading, i) => {
    const { cell, index } = filled[i] as Filled[number];
    const value = numberIn(reading, sign);
    if (reading.kind === 'infinite') infinite.push({ index, text: textOf(cell) });
    else if (value === undefined) misfits.push({ index, text: textOf(cell) });
    else values[index] = value;
  });
  const findings = signFindings(raw, filled, readings, convention, sign);
  const currency = currencyIn(raw.header, filled[0]?.cell);
  const base = { header: raw.header, position: raw.position, kind: 'number' as const, texts: [] };
  return { ...base, values, misfits, infinite, findings, ...(currency ? { currency } : {}) };
}

function readCell(cell: Exclude<RawCell, null>): NumberReading {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { kind: 'number', value: cell } : { kind: 'infinite' };
  return isDateCell(cell) ? { kind: 'text' } : readNumber(cell);
}

function numberIn(reading: NumberReading, sign: DecimalSign): number | undefined {
  if (reading.kind === 'ambiguous') return reading.sign === sign ? reading.decimal : reading.thousands;
  return reading.kind === 'number' ? reading.value : undefined;
}

const majority = (readings: readonly NumberReading[]): DecimalSign => {
  const commas = readings.filter((r) => r.kind === 'number' && r.votes === ',').length;
  const points = readings.filter((r) => r.kind === 'number' && r.votes === '.').length;
  return commas > points ? ',' : '.';
};

function signFindings(
  raw: RawColumn,
  filled: Filled,
  readings: readonly NumberReading[],
  convention: Convention,
  sign: DecimalSign,
): Finding[] {
  const textAt = (i: number) => textOf(filled[i]?.cell ?? null);
  const rowAt = (i: number) => raw.rowNumbers[filled[i]?.index ?? 0] ?? 0;
  const column = raw.header;
  if (convention.kind === 'mixed') {
    const against = readings.flatMap((r, i) =>
      r.kind === 'number' && r.votes && r.votes !== sign ? [i] : [],
    );
    const withIt = readings.findIndex((r) => r.kind === 'number' && r.votes === sign);
    const facts = { text: textAt(against[0] ?? 0), other: textAt(withIt) };
    return [error('mixed_decimals', { column, rows: against.map(rowAt) }, facts)];
  }
  const at = readings.findIndex((r) => r.kind === 'ambiguous');
  const reading = readings[at];
  if (reading?.kind !== 'ambiguous') return [];
  const { thousands, decimal } = reading;
  if (convention.kind === 'open')
    return [error('ambiguous_number', { column, row: rowAt(at) }, { text: textAt(at), thousands, decimal })];
  // 1.234 among other decimal points needs no word; a thousands sign does, when the column alone would not tell.
  if (reading.sign === sign && sign === '.') return [];
  const value = reading.sign === sign ? decimal : thousands;
  return [
    note(reading.sign === sign ? 'decimals_read' : 'thousands_read', { column }, { text: textAt(at), value }),
  ];
}

const CODES: Record<string, string> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  eur: 'EUR',
  euro: 'EUR',
  usd: 'USD',
  gbp: 'GBP',
  chf: 'CHF',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  pln: 'PLN',
  brl: 'BRL',
  cad: 'CAD',
  aud: 'AUD',
};

function currencyIn(header: string, cell: RawCell | undefined): string | undefined {
  const sign = /[€$£]/.exec(`${header} ${typeof cell === 'string' ? cell : ''}`)?.[0];
  const code = tokensOf(header).find((token) => token in CODES);
  return CODES[sign ?? code ?? ''];
}

const YES = new Set([
  'yes',
  'true',
  'y',
  'ja',
  'oui',
  'si',
  'sí',
  'sim',
  'wahr',
  'vrai',
  'verdadero',
  'vero',
  'waar',
  'sant',
]);
const NO = new Set([
  'no',
  'false',
  'n',
  'nein',
  'non',
  'nee',
  'nao',
  'não',
  'nej',
  'falsch',
  'faux',
  'falso',
  'onwaar',
  'falskt',
]);

function yesNoColumn(raw: RawColumn): Column | undefined {
  const texts = raw.cells.map((cell) => textOf(cell).toLowerCase());
  if (!texts.every((t) => t === '' || YES.has(t) || NO.has(t)) || !texts.some((t) => YES.has(t)))
    return undefined;
  const values = Float64Array.from(texts, (t) => (t === '' ? Number.NaN : YES.has(t) ? 1 : 0));
  const findings = [note('yes_no_read', { column: raw.header })];
  const base = { header: raw.header, position: raw.position, texts: [], misfits: [], infinite: [] };
  return { ...base, kind: 'number', values, findings };
}
