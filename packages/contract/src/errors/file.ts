// Sentences for files that cannot be read as one table.
import {
  type Catalogue,
  columns,
  count,
  error,
  fact,
  flag,
  list,
  listFact,
  note,
  numberFact,
  rows,
  type Told,
} from './entry.ts';

export const fileErrors = {
  empty_file: error(
    () => 'The file is empty. Give a table with a header row and one row for each period.',
    {},
  ),
  file_too_large: error(
    (p) =>
      `The file has ${p.facts?.sizeMb === undefined ? `more than ${fact(p, 'limitMb')}` : fact(p, 'sizeMb')} MB; at most ${fact(p, 'limitMb')} MB are read. Remove sheets or columns that are not needed.`,
    { facts: { sizeMb: 80, limitMb: 50 } },
    413,
  ),
  file_type: error(
    (p) =>
      `${named(p.facts?.fileName)} is ${fact(p, 'found')}, not a table. Save the data as CSV or Excel (.xlsx, .xls) and try again.`,
    { facts: { found: 'a PNG picture', fileName: 'sales.csv' } },
    415,
  ),
  workbook_encrypted: error(
    () => 'The workbook is protected with a password. Save a copy without a password and try again.',
    {},
  ),
  zip_bomb: error(
    (p) =>
      `The workbook unpacks to ${fact(p, 'found')} ${fact(p, 'what')}, more than the ${fact(p, 'limit')} allowed, so it was not opened. Save the data sheet alone as CSV.`,
    { facts: { what: 'megabytes', found: 4096, limit: 300 } },
    413,
  ),
  workbook_damaged: error(
    (p) =>
      `The workbook is damaged: ${fact(p, 'detail')}. Open it in Excel and save it again as .xlsx or CSV.`,
    { facts: { detail: 'its end is missing or changed, as after a download that stopped' } },
  ),
  workbook_too_slow: error(
    (p) =>
      `Reading the workbook took longer than ${fact(p, 'seconds')} seconds and was stopped. Save the data sheet alone as CSV.`,
    { facts: { seconds: 30 } },
    413,
  ),
  workbook_too_big: error(
    (p) =>
      `Reading the workbook needs more than ${fact(p, 'limitMb')} MB of memory and was stopped. Save the data sheet alone as CSV.`,
    { facts: { limitMb: 512 } },
    413,
  ),
  sheet_not_found: error(
    (p) =>
      `The workbook has no sheet \`${fact(p, 'sheet')}\`. Choose ${columns(listFact(p, 'sheets'), 'or')}.`,
    { facts: { sheet: 'Data', sheets: ['Summary', 'Weekly'] } },
  ),
  sheet_empty: error(
    (p, at) =>
      `Sheet \`${fact(p, 'sheet')}\` has no cells. Choose another sheet${flag(at, 'with --sheet')}, or fill it.`,
    { facts: { sheet: 'Sheet2', sheets: ['Sheet1'] } },
  ),
  encoding_unknown: error(
    (p) =>
      `Encoding \`${fact(p, 'encoding')}\` is not known. Choose utf-8, utf-16le, windows-1252 or iso-8859-1.`,
    { facts: { encoding: 'utf-9' } },
    400,
  ),
  unclosed_quote: error(
    (p) =>
      `Row ${p.row}: a quotation mark is opened and not closed, or stands inside a quoted value. Close it or double it.`,
    { row: 17 },
  ),
  one_column: error(
    (p) => `Only one column was found (\`${p.column}\`). Separate the columns by comma, semicolon, tab or |.`,
    { column: 'week revenue tv_spend' },
  ),
  no_header: error(
    (p) =>
      `Row ${p.row} holds numbers or dates where the column names should be. Put one name above each column.`,
    { row: 1 },
  ),
  header_only: error(
    (p) => `There is a header in row ${p.row} and no data below it. Add one row for each period.`,
    { row: 1 },
  ),
  too_many_rows: error(
    (p) => `The table has more than ${fact(p, 'limit')} rows. Keep one row for each period.`,
    { facts: { limit: 200_000 } },
    413,
  ),
  too_many_columns: error(
    (p) =>
      `The table has more than ${fact(p, 'limit')} columns. Keep the date, the KPI, the media and the controls.`,
    { facts: { limit: 2000 } },
    413,
  ),
  reserved_header: error(
    (p) =>
      `Column ${fact(p, 'letter')} is called \`${p.column}\`, a name that programs keep for themselves, so nobody could say what it is. Rename the column.`,
    { column: '__proto__', facts: { letter: 'F' } },
  ),
  duplicate_headers: error(
    (p) => `Columns ${list(listFact(p, 'columns'))} are all called \`${p.column}\`. Give each its own name.`,
    { column: 'tv_spend', facts: { columns: ['B', 'D'] } },
  ),
  empty_header: error(
    (p) => `Column ${fact(p, 'letter')} has values but no name in the header row. Name it or delete it.`,
    { facts: { letter: 'F' } },
  ),
  ragged_rows: error(
    (p) =>
      `${rows(p)}: ${widths(p)} where the header has ${fact(p, 'expected')} names. Look for a comma that should stand in quotes, or a missing value.`,
    { row: 12, facts: { rows: '12 and 31', count: 2, expected: 8, found: 9, several: ['9', '4'] } },
  ),
  encoding_guessed: note((p) => `The text is not UTF-8; it was read as ${fact(p, 'encoding')}.`, {
    facts: { encoding: 'windows-1252' },
  }),
  rows_above_header: note(
    (p) =>
      `The header was found in row ${p.row}; what stands above it (${fact(p, 'count')} ${numberFact(p, 'count') === 1 ? 'row' : 'rows'}) was skipped.`,
    { row: 4, facts: { count: 3 } },
  ),
  several_sheets: note(
    (p, at) =>
      `Sheet \`${fact(p, 'sheet')}\` was read; the workbook also has ${columns(listFact(p, 'sheets'))}.${flag(at, 'Choose another with --sheet.')}`,
    { facts: { sheet: 'Weekly', sheets: ['Summary', 'Notes'] } },
  ),
  row_numbers_left_out: note(
    (p) =>
      `${p.column ? `Column \`${p.column}\`` : `Column ${fact(p, 'letter')}`} only counts rows and was left out.`,
    { facts: { letter: 'A' } },
  ),
} satisfies Catalogue;

function named(fileName: unknown): string {
  return fileName ? `\`${fileName}\`` : 'The file';
}

/** `9 values`, or `9 or 4 values` of rows that differ. */
function widths(told: Told): string {
  const several = listFact(told, 'several');
  return several.length > 1 ? `${list(several, 'or')} values` : count(numberFact(told, 'found'), 'value');
}
