// Rows as they stand in the file, for who wants to see what a finding speaks of: nothing read, nothing turned.
import { InputError } from '@mixmodel/engine';
import { writtenIn } from '../cells/cell.ts';
import { cellOf } from '../cells/column.ts';
import type { RoleChoices } from '../roles/detect.ts';
import type { Duplicates } from '../roles/long.ts';
import { onlyFile, optionsFor, readSource, type Source, type SourceOptions } from './files.ts';
import { columnLetter, type GridRow, type RawCell, usedWidth } from './grid.ts';
import { headerOf, type Lines, readLines, type Table } from './table.ts';

export interface RowSpan {
  /** The user's number of the first row wanted: the first line or Excel row of the file is 1. */
  readonly from?: number;
  /** The row to stand in the middle, in place of `from`. */
  readonly around?: number;
  readonly count: number;
  /** Which of several files, from 1: its own rows, not those of the joined table. */
  readonly file?: number;
}

/** Of several files, which column is the date decides how they are joined. */
export interface RowsOptions extends SourceOptions {
  readonly roles?: RoleChoices;
  readonly duplicates?: Duplicates;
}

export interface RawRows {
  /** Names as the header has them; a letter where it has none. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Rows below the header. */
  readonly of: number;
}

/**
 * Throws an InputError when there are no cells. Of several files the joined table is shown, or with `span.file` that
 * file's own rows.
 */
export async function readRows(source: Source, asked: RowsOptions, span: RowSpan): Promise<RawRows> {
  const { roles = {}, duplicates, ...options } = asked;
  const only = oneFile(source, options, span);
  if (only) return linesIn(await readLines(only.bytes, only.options), span);
  return tableRows(await readSource(source, options, { duplicates, choices: roles }), span);
}

function oneFile(source: Source, options: SourceOptions, { file }: RowSpan) {
  if (file === undefined || source instanceof Uint8Array) return onlyFile(source, options);
  const chosen = source[file - 1];
  return chosen && { bytes: chosen.bytes, options: optionsFor(chosen, options) };
}

function linesIn(lines: Lines, span: RowSpan): RawRows {
  const { head, body } = parts(lines);
  const wanted = within(body, span);
  const width = Math.max(0, ...[head?.cells ?? [], ...wanted.map(({ cells }) => cells)].map(usedWidth));
  const positions = Array.from({ length: width }, (_, position) => position);
  const cellsOf = (line: GridRow | undefined) => positions.map((at) => shown(line?.cells[at] ?? null));
  return {
    columns: cellsOf(head).map((name, position) => (name === '' ? columnLetter(position) : name)),
    rows: wanted.map((line) => ({ row: line.row, cells: cellsOf(line) })),
    of: body.length,
  };
}

/** The rows of a table that stands in no file. */
function tableRows({ columns, rowNumbers }: Table, span: RowSpan): RawRows {
  const places = rowNumbers.map((row, index) => ({ row, index }));
  return {
    columns: columns.map(({ header }) => header),
    rows: within(places, span).map(({ row, index }) => ({
      row,
      cells: columns.map((column) => shown(cellOf(column, index))),
    })),
    of: rowNumbers.length,
  };
}

/** Enough of a cell to know it by. */
const LETTERS_SHOWN = 500;

function shown(cell: RawCell): string {
  const text = writtenIn(cell);
  return text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN - 1)}…` : text;
}

/** A file whose header cannot be found is all rows. */
function parts(lines: Lines): { readonly head?: GridRow; readonly body: readonly GridRow[] } {
  try {
    const header = headerOf(lines);
    const head = lines.rows.find(({ row }) => row === header.row);
    return { ...(head ? { head } : {}), body: header.body };
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    return { body: lines.rows.filter(({ cells }) => usedWidth(cells) > 0) };
  }
}

function within<Line extends { readonly row: number }>(
  body: readonly Line[],
  { from, around, count }: RowSpan,
): readonly Line[] {
  const wanted = around ?? from ?? 0;
  const found = body.findIndex(({ row }) => row >= wanted);
  const at = found < 0 ? body.length : found;
  const last = Math.max(0, body.length - count);
  const start = around === undefined ? at : Math.min(Math.max(0, at - Math.floor(count / 2)), last);
  return body.slice(start, start + count);
}
