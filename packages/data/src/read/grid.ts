// A sheet of cells before anything is known about it: rows as the user counts them.

/** An Excel date, already in days since 1970-01-01. */
export interface DateCell {
  readonly day: number;
}

/** Text as written, an Excel number, an Excel date; null is an empty cell. */
export type RawCell = string | number | DateCell | null;

export interface GridRow {
  /** As the user counts: the first line or Excel row is 1. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

export const isDateCell = (cell: RawCell): cell is DateCell => typeof cell === 'object' && cell !== null;

export const isBlank = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Index after the last cell that holds something. */
export function usedWidth(cells: readonly RawCell[]): number {
  let width = cells.length;
  while (width > 0 && isBlank(cells[width - 1])) width -= 1;
  return width;
}

/** 0 → A, 25 → Z, 26 → AA: a column as a spreadsheet shows it. */
export function columnLetter(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetter(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}
