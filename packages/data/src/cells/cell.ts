// Single cells: empty, missing or filled, and as the text a person would read.
import { isBlank, isDateCell, type RawCell } from '../read/grid.ts';
import { isoDate } from './calendar.ts';
import { isMissingText } from './numbers.ts';

/** The cells of a column that hold something, with their place among its rows. */
export type Filled = readonly { readonly cell: Exclude<RawCell, null>; readonly index: number }[];

/** Empty, or a word for nothing such as n/a. */
export const isMissing = (cell: RawCell): boolean =>
  isBlank(cell) || (typeof cell === 'string' && isMissingText(cell));

export const textOf = (cell: RawCell): string =>
  cell === null || isMissing(cell) ? '' : isDateCell(cell) ? isoDate(cell.day) : String(cell).trim();

/** The cell as a person sees it in the file: also a word for nothing. */
export const writtenIn = (cell: RawCell): string =>
  cell === null ? '' : isDateCell(cell) ? isoDate(cell.day) : String(cell).trim();

export const nothing = (raw: { readonly cells: readonly RawCell[] }): Float64Array =>
  new Float64Array(raw.cells.length).fill(Number.NaN);
