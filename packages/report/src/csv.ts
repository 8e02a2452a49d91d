// Rows as CSV (RFC 4180) that is safe to open in a spreadsheet.

/** Without it Excel reads UTF-8 as the system's own encoding. */
const byteOrderMark = '\ufeff';

export type CsvCell = string | number | boolean | null;

export function csvOf(lines: readonly (readonly CsvCell[])[]): string {
  return byteOrderMark + lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = harmless(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection). */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
