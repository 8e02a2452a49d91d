// A column of numbers: one decimal sign for all its cells, and the words and infinities that are none.
import { error, type Finding, note } from '../finding.ts';
import { isDateCell, type RawCell } from '../read/grid.ts';
import { tokensOf } from '../roles/tokens.ts';
import { type Filled, nothing, textOf } from './cell.ts';
import type { Column, Misfit, RawColumn, ReadingOptions } from './column.ts';
import { type Convention, decideSign } from './decimal.ts';
import { type DecimalSign, type NumberReading, readNumber } from './numbers.ts';

export function numberColumn(raw: RawColumn, filled: Filled, options: ReadingOptions): Column {
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
  const facts = { text: textAt(at), value, sign: reading.sign };
  return [note(reading.sign === sign ? 'decimals_read' : 'thousands_read', { column }, facts)];
}

/** A map: a header may hold the words every object has, such as `constructor`. */
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

function currencyIn(header: string, cell: RawCell | undefined): string | undefined {
  const sign = /[€$£]/.exec(`${header} ${typeof cell === 'string' ? cell : ''}`)?.[0];
  const code = tokensOf(header).find((token) => CODES.has(token));
  return CODES.get(sign ?? code ?? '');
}
