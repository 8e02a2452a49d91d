// Cells that are not what their column's role needs: text, infinite numbers, dates that are none, gaps.
import type { Column } from '../cells/column.ts';
import { error, type Finding } from '../finding.ts';
import type { Role } from '../roles/guess.ts';

/** Words, infinities and unreadable dates in `column`; empty cells are the business of the role's own check. */
export function cellFindings(column: Column, role: Role, rowNumbers: readonly number[]): Finding[] {
  if (role === 'date')
    return column.kind === 'date' ? dateFindings(column, rowNumbers) : noDates(column, rowNumbers);
  const findings: Finding[] = [];
  const where = (cells: Column['misfits']) => ({
    column: column.header,
    rows: cells.map((c) => rowNumbers[c.index] ?? 0),
  });
  const words = column.kind === 'text' || column.kind === 'date' ? wordsOf(column) : column.misfits;
  const [word] = words;
  if (word)
    findings.push(error(NOT_NUMERIC[role] ?? 'control_not_numeric', where(words), { text: word.text }));
  const [infinite] = column.infinite;
  if (infinite) findings.push(error('infinite_number', where(column.infinite), { text: infinite.text }));
  return findings;
}

const NOT_NUMERIC: Partial<Record<Role, string>> = {
  target: 'target_not_numeric',
  revenue_per_kpi: 'revenue_per_kpi_not_numeric',
  spend: 'media_not_numeric',
  exposure: 'media_not_numeric',
  organic: 'media_not_numeric',
};

function wordsOf(column: Column): Column['misfits'] {
  if (column.kind === 'date') return [{ index: 0, text: 'a date' }];
  return column.texts.flatMap((text, index) => (text === '' ? [] : [{ index, text }]));
}

function dateFindings(column: Column, rowNumbers: readonly number[]): Finding[] {
  const rowOf = (index: number) => rowNumbers[index] ?? 0;
  const findings: Finding[] = [];
  const [misfit] = column.misfits;
  if (misfit) {
    const rows = column.misfits.map((m) => rowOf(m.index));
    findings.push(error('invalid_dates', { column: column.header, rows }, { text: misfit.text }));
  }
  const unread = new Set(column.misfits.map((m) => m.index));
  const empty = [...column.values.keys()].filter((i) => Number.isNaN(column.values[i]) && !unread.has(i));
  if (empty.length > 0)
    findings.push(error('empty_dates', { column: column.header, rows: empty.map(rowOf) }));
  return findings;
}

/** A column the user calls the date although none of its cells is one. */
function noDates(column: Column, rowNumbers: readonly number[]): Finding[] {
  const text =
    column.texts.find((t) => t !== '') ?? String(column.values.find((v) => !Number.isNaN(v)) ?? '');
  return [error('invalid_dates', { column: column.header, rows: [...rowNumbers] }, { text })];
}
