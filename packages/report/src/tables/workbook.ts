// Tables as an Excel workbook, a sheet each: numbers stay numbers, and words never become formulas.
import type { Cell, RunTable } from './table.ts';

/** Excel's own limit for a sheet's name. */
const longestName = 31;

/** The library is loaded with the first workbook: 160 ms that no other format needs. */
export async function workbookOf(tables: readonly RunTable[]): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  for (const { name, columns, rows } of tables) {
    const sheet = utils.aoa_to_sheet([
      columns.map(({ label }) => cellOf(label)),
      ...rows.map((row) => row.map(cellOf)),
    ]);
    sheet['!cols'] = columns.map(({ label }) => ({ wch: Math.max(10, Math.min(40, label.length + 2)) }));
    utils.book_append_sheet(book, sheet, name.slice(0, longestName));
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));
}

/** A cell of type text is shown as it is: `=1+1` is three characters and no sum. */
function cellOf(value: Cell) {
  if (value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { t: 'n' as const, v: value } : null;
  if (typeof value === 'boolean') return { t: 'b' as const, v: value };
  return { t: 's' as const, v: value.slice(0, longestText) };
}

/** Excel's own limit for a cell. */
const longestText = 32_767;
