// Finds the row of column names and cuts the rows below it to its width.
import { readDate } from '../cells/dates.ts';
import { isMissingText, readNumber } from '../cells/numbers.ts';
import { error, type Finding, note, refuse } from '../finding.ts';
import { columnLetter, type GridRow, isBlank, type RawCell, usedWidth } from './grid.ts';

export interface Header {
  readonly row: number;
  /** One per kept column, with its place in the sheet. */
  readonly columns: readonly { readonly name: string; readonly position: number }[];
  readonly body: readonly GridRow[];
  readonly findings: readonly Finding[];
}

/** Titles and blank lines above the header are looked through this far. */
const ROWS_SEARCHED = 25;
const ROWS_SAMPLED = 200;
/** Longer names are sentences, or a quotation mark that was never closed. */
const LONGEST_NAME = 200;
/** JSON readers refuse this key, lest it changes what objects are: nobody could say what the column is. */
const RESERVED = '__proto__';

export function findHeader(grid: readonly GridRow[], ragged: boolean): Header {
  const filled = grid.filter((line) => usedWidth(line.cells) > 0);
  const at = headerIndex(filled);
  const head = filled[at];
  if (!head) throw refuse('empty_file');
  const body = filled.slice(at + 1);
  if (!looksLikeNames(head.cells)) throw refuse('no_header', { row: head.row });
  if (body.length === 0) throw refuse('header_only', { row: head.row });
  const names = namesOf(head, body, ragged);
  const skipped = at > 0 ? [note('rows_above_header', { row: head.row }, { count: at })] : [];
  const uneven = ragged ? raggedFindings(head, body) : [];
  return {
    row: head.row,
    columns: names.columns,
    body,
    findings: [...skipped, ...names.findings, ...uneven],
  };
}

/** The first row that fills most of the table's width with text. */
function headerIndex(filled: readonly GridRow[]): number {
  const widths = filled.slice(0, ROWS_SAMPLED).map((line) => filledCount(line.cells));
  const width = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
  const searched = filled.slice(0, ROWS_SEARCHED);
  const at = searched.findIndex(
    (line) => filledCount(line.cells) > 0.5 * width && looksLikeNames(line.cells),
  );
  if (at > 0 && !searched.slice(0, at).some((line) => isDataRow(line.cells, width))) return at;
  return 0;
}

const filledCount = (cells: readonly RawCell[]): number => cells.filter((cell) => !isBlank(cell)).length;

const isDataRow = (cells: readonly RawCell[], width: number): boolean =>
  filledCount(cells) > 0.5 * width && !looksLikeNames(cells);

function looksLikeNames(cells: readonly RawCell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.filter(isName).length > 0.5 * filled.length;
}

const isName = (cell: RawCell): boolean =>
  typeof cell === 'string' &&
  !isMissingText(cell) &&
  readNumber(cell).kind === 'text' &&
  readDate(cell).kind === 'text';

function namesOf(
  head: GridRow,
  body: readonly GridRow[],
  ragged: boolean,
): Pick<Header, 'columns' | 'findings'> {
  // What stands beyond the header of a text file makes its row ragged; in a sheet it is a column without a name.
  const beyond = ragged ? [] : body.slice(0, ROWS_SAMPLED).map((line) => usedWidth(line.cells));
  const width = Math.max(ragged ? head.cells.length : usedWidth(head.cells), ...beyond);
  const columns: { name: string; position: number }[] = [];
  const findings: Finding[] = [];
  const places = new Map<string, string[]>();
  for (let position = 0; position < width; position += 1) {
    const name = String(head.cells[position] ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST_NAME);
    const letter = columnLetter(position);
    if (name === '') findings.push(...namelessFindings(position, letter, body));
    else if (name === RESERVED) findings.push(error('reserved_header', { column: name }, { letter }));
    else if (places.has(name)) places.get(name)?.push(letter);
    else {
      places.set(name, [letter]);
      columns.push({ name, position });
    }
  }
  for (const [column, letters] of places)
    if (letters.length > 1) findings.push(error('duplicate_headers', { column }, { columns: letters }));
  return { columns, findings };
}

/** A nameless column that counts rows comes from R or pandas; an empty one is nothing; any other needs a name. */
function namelessFindings(position: number, letter: string, body: readonly GridRow[]): Finding[] {
  const cells = body.map((line) => line.cells[position]);
  if (cells.every(isBlank)) return [];
  const first = Number(cells[0]);
  if ((first === 0 || first === 1) && cells.every((cell, i) => Number(cell) === first + i && !isBlank(cell)))
    return [note('row_numbers_left_out', { column: letter })];
  return [error('empty_header', {}, { letter })];
}

function raggedFindings(head: GridRow, body: readonly GridRow[]): Finding[] {
  const expected = head.cells.length;
  const uneven = body.filter((line) => line.cells.length < expected || usedWidth(line.cells) > expected);
  const widths = uneven.map(({ cells }) => (cells.length < expected ? cells.length : usedWidth(cells)));
  const [found] = widths;
  if (found === undefined) return [];
  const several = [...new Set(widths)].map(String);
  const facts = { expected, found, ...(several.length > 1 ? { several } : {}) };
  return [error('ragged_rows', { rows: uneven.map((line) => line.row) }, facts)];
}
