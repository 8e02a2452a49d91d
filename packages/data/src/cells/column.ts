// One column's cells read as numbers, dates or text: the kind most of them have, and the cells that do not fit.
import { type Finding, note } from '../finding.ts';
import { isBlank, isDateCell, type RawCell } from '../read/grid.ts';
import { tokensOf } from '../roles/tokens.ts';
import { DATE } from '../roles/words.ts';
import { isMissing, nothing, textOf, writtenIn } from './cell.ts';
import { areSerials, dateColumn, serialColumn } from './date-column.ts';
import { type DateOrder, readDate } from './dates.ts';
import type { TableEvidence } from './decimal.ts';
import { numberColumn } from './number-column.ts';
import { readNumber } from './numbers.ts';

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
  /** Cells that hold a word for nothing, such as n/a: not empty, and no value. */
  readonly missing?: readonly Misfit[];
  /** Missing values a finding has named already, by row. */
  readonly reported?: ReadonlySet<number>;
  /** What reading decided or could not decide; it matters only when the column is used. */
  readonly findings: readonly Finding[];
  /** The first cells that hold a value, as they stand in the file. */
  readonly first?: readonly string[];
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
  const column = readKind(raw, options);
  const missing = raw.cells.flatMap((cell, index) =>
    typeof cell === 'string' && !isBlank(cell) && isMissing(cell) ? [{ index, text: cell.trim() }] : [],
  );
  const first = firstWritten(raw.cells);
  return { ...column, ...(first.length > 0 ? { first } : {}), ...(missing.length > 0 ? { missing } : {}) };
}

/** Words for nothing only where a column holds no other. */
function firstWritten(cells: readonly RawCell[]): string[] {
  const values = cells.filter((cell) => !isMissing(cell));
  const filled = values.length > 0 ? values : cells.filter((cell) => !isBlank(cell));
  return filled.slice(0, FIRST_SHOWN).map(writtenIn);
}

/** Enough to recognise a column by. */
const FIRST_SHOWN = 5;

/** The cell of a column that was read: what it holds, or the word that stands there in place of a value. */
export function cellOf(
  { kind, values, texts, misfits, infinite, missing = [] }: Column,
  at: number,
): RawCell {
  const value = values[at];
  if (value !== undefined && !Number.isNaN(value)) return kind === 'date' ? { day: value } : value;
  const word = [...misfits, ...infinite, ...missing].find(({ index }) => index === at);
  return word?.text ?? texts[at] ?? null;
}

function readKind(raw: RawColumn, options: ReadingOptions): Column {
  const filled = raw.cells.flatMap((cell, index) =>
    cell === null || isMissing(cell) ? [] : [{ cell, index }],
  );
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
    return named && areSerials(cells.map(Number)) ? 'serial' : 'number';
  }
  const dated = dates();
  if (dated > 0.5 * cells.length || (named && dated > 0)) return 'date';
  // Half numbers, half words: the words are the mistake more often than the numbers.
  return numbers >= 0.5 * cells.length ? 'number' : 'text';
}

const isDate = (cell: RawCell): boolean => isDateCell(cell) || readDate(String(cell)).kind !== 'text';
const isNumeric = (cell: RawCell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && readNumber(cell).kind !== 'text');

const YES = new Set('yes true y ja oui si sí sim wahr vrai verdadero vero waar sant'.split(' '));
const NO = new Set('no false n nein non nee nao não nej falsch faux falso onwaar falskt'.split(' '));

function yesNoColumn(raw: RawColumn): Column | undefined {
  const texts = raw.cells.map((cell) => textOf(cell).toLowerCase());
  if (!texts.every((t) => t === '' || YES.has(t) || NO.has(t)) || !texts.some((t) => YES.has(t)))
    return undefined;
  const values = Float64Array.from(texts, (t) => (t === '' ? Number.NaN : YES.has(t) ? 1 : 0));
  const findings = [note('yes_no_read', { column: raw.header })];
  const base = { header: raw.header, position: raw.position, texts: [], misfits: [], infinite: [] };
  return { ...base, kind: 'number', values, findings };
}
