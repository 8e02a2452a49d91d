// Cells that are not what their column's role needs: text, infinite numbers, dates that are none, gaps.
import type { Column } from '../cells/column.ts';
import { readNumber } from '../cells/numbers.ts';
import { error, type Finding } from '../finding.ts';
import type { Role } from '../roles/guess.ts';
import { tokensOf } from '../roles/tokens.ts';
import { FOOT, TOTAL } from '../roles/words.ts';
import { emptiness, wordsAt } from './emptiness.ts';

/** Words, infinities and unreadable dates in `column`; empty cells are the business of the role's own check. */
export function cellFindings(column: Column, role: Role, rowNumbers: readonly number[]): Finding[] {
  const found = (code: string, cells: Cells) => told(code, column, cells, rowNumbers);
  if (role === 'date')
    return column.kind === 'date'
      ? dateFindings(column, rowNumbers)
      : found('invalid_dates', noDates(column));
  const words = column.kind === 'text' || column.kind === 'date' ? wordsOf(column) : column.misfits;
  return [
    ...found(NOT_NUMERIC[role] ?? 'control_not_numeric', words),
    ...found('infinite_number', column.infinite),
  ];
}

type Cells = Column['misfits'];

/** One finding for all `cells`: their rows, and every different text once. */
function told(code: string, column: Column, cells: Cells, rowNumbers: readonly number[]): Finding[] {
  const [first] = cells;
  if (!first) return [];
  const rows = cells.map(({ index }) => rowNumbers[index] ?? 0);
  const texts = [...new Set(cells.map(({ text }) => text))];
  const facts = { text: first.text, ...(texts.length > 1 ? { texts } : {}) };
  return [error(code, { column: column.header, rows }, facts)];
}

const NOT_NUMERIC: Partial<Record<Role, string>> = {
  target: 'target_not_numeric',
  revenue_per_kpi: 'revenue_per_kpi_not_numeric',
  spend: 'media_not_numeric',
  exposure: 'media_not_numeric',
  organic: 'media_not_numeric',
};

/** Also where most cells are words, the others are numbers and nothing is wrong with them. */
function wordsOf(column: Column): Cells {
  if (column.kind === 'date') return [{ index: 0, text: 'a date' }];
  return filledOf(column).filter(({ text }) => !isNumber(text));
}

function isNumber(text: string): boolean {
  const { kind } = readNumber(text);
  return kind === 'number' || kind === 'ambiguous';
}

const filledOf = ({ texts }: Column): Cells =>
  texts.flatMap((text, index) => (text === '' ? [] : [{ index, text }]));

function dateFindings(column: Column, rowNumbers: readonly number[]): Finding[] {
  const isFoot = ({ text }: Cells[number]) => tokensOf(text).some((t) => TOTAL.has(t) || FOOT.has(t));
  const unread = new Set(column.misfits.map((m) => m.index));
  const empty = [...column.values.keys()].filter((i) => Number.isNaN(column.values[i]) && !unread.has(i));
  const rows = empty.map((index) => rowNumbers[index] ?? 0);
  const noDate = error(
    'empty_dates',
    { column: column.header, rows },
    emptiness(wordsAt(column.missing), empty),
  );
  return [
    ...told('totals_row', column, column.misfits.filter(isFoot), rowNumbers),
    ...told(
      'invalid_dates',
      column,
      column.misfits.filter((cell) => !isFoot(cell)),
      rowNumbers,
    ),
    ...(empty.length > 0 ? [noDate] : []),
  ];
}

/** A column the user calls the date although none of its cells is one: every cell that holds something. */
function noDates(column: Column): Cells {
  if (column.kind === 'text') return filledOf(column);
  const cells = [...column.values].flatMap((value, index) =>
    Number.isNaN(value) ? [] : [{ index, text: String(value) }],
  );
  return cells.length > 0 ? cells : [{ index: 0, text: '' }];
}
