// The door from bytes to a table of typed columns: content, encoding, delimiter, header, then each column's cells.
import { InputError } from '@mixmodel/engine';
import { type Column, readColumn } from '../cells/column.ts';
import type { DateOrder } from '../cells/dates.ts';
import { votesOf } from '../cells/decimal.ts';
import { type DecimalSign, readNumber } from '../cells/numbers.ts';
import { type Finding, note, refuse } from '../finding.ts';
import { contentOf, refuseMarkup } from './content.ts';
import { readDelimited } from './csv.ts';
import { decode } from './encoding.ts';
import { type GridRow, type RawCell, usedWidth } from './grid.ts';
import { findHeader, type Header } from './header.ts';
import { readWorkbook } from './workbook.ts';

export interface TableOptions {
  readonly fileName?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly decimal?: DecimalSign;
  readonly dateOrder?: DateOrder;
}

export interface TableSource {
  readonly kind: 'csv' | 'excel' | 'joined';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** Every sheet of the workbook, in its order. */
  readonly sheets?: readonly string[];
  readonly headerRow: number;
}

export interface Table {
  readonly source: TableSource;
  readonly columns: readonly Column[];
  /** The user's number of each row of the columns: the first line or Excel row of the file is 1. */
  readonly rowNumbers: readonly number[];
  /** What reading the file as a whole found. */
  readonly findings: readonly Finding[];
  /** Made of a long table: a row of the columns is all rows of one date, and `rowNumbers` tells the first of them. */
  readonly turned?: true;
}

export const LIMITS = { megabytes: 50, rows: 500_000, columns: 1000, seconds: 60, memoryMb: 1024 } as const;

const MB = 1024 * 1024;

/** Throws an InputError when the bytes hold no table; everything less is a finding of the table or a column. */
export async function readTable(bytes: Uint8Array, options: TableOptions = {}): Promise<Table> {
  const lines = await readLines(bytes, options);
  const header = headerOrSheets(lines);
  return tableOf({ ...lines.source, headerRow: header.row }, header, lines.findings, options);
}

/** A sheet that holds no table may have a neighbour that does: both are told. */
function headerOrSheets(lines: Lines): Header {
  try {
    return headerOf(lines);
  } catch (thrown) {
    const { sheet = '', sheets = [] } = lines.source;
    const others = sheets.filter((name) => name !== sheet);
    if (!(thrown instanceof InputError) || others.length === 0) throw thrown;
    throw new InputError([...thrown.problems, note('several_sheets', {}, { sheet, sheets: others })]);
  }
}

/** The cells of a file before a header is looked for. */
export interface Lines {
  readonly source: Omit<TableSource, 'headerRow'>;
  readonly rows: readonly GridRow[];
  readonly findings: readonly Finding[];
}

/** Throws an InputError when the bytes are neither delimited text nor a workbook that can be opened. */
export async function readLines(bytes: Uint8Array, options: TableOptions): Promise<Lines> {
  if (bytes.length > LIMITS.megabytes * MB)
    throw refuse('file_too_large', {}, { sizeMb: Math.ceil(bytes.length / MB), limitMb: LIMITS.megabytes });
  return contentOf(bytes, options.fileName) === 'text'
    ? textLines(bytes, options)
    : sheetLines(bytes, options);
}

async function textLines(bytes: Uint8Array, options: TableOptions): Promise<Lines> {
  const decoded = await decode(bytes, options);
  refuseMarkup(decoded.text, options.fileName);
  const { delimiter, rows, findings } = await readDelimited(decoded.text, options.delimiter);
  const source = { kind: 'csv' as const, encoding: decoded.encoding, delimiter };
  return { source, rows, findings: [...decoded.findings, ...findings] };
}

async function sheetLines(bytes: Uint8Array, options: TableOptions): Promise<Lines> {
  const { sheet, sheets, rows, findings } = await readWorkbook(bytes, options, LIMITS);
  return { source: { kind: 'excel', sheet, sheets }, rows, findings };
}

/** Throws an InputError when the rows hold no table. */
export function headerOf({ rows, source }: Lines): Header {
  if (rows.length > LIMITS.rows + 1) throw refuse('too_many_rows', {}, { limit: LIMITS.rows });
  const wide = rows.find((line) => usedWidth(line.cells) > LIMITS.columns);
  if (wide) throw refuse('too_many_columns', { row: wide.row }, { limit: LIMITS.columns });
  const header = findHeader(rows, source.kind === 'csv');
  const only = header.columns.length === 1 ? header.columns[0] : undefined;
  const isOther = header.findings.some(({ code }) => code === 'reserved_header');
  if (only && !isOther) throw refuse('one_column', { column: only.name });
  return header;
}

function tableOf(
  source: TableSource,
  header: Header,
  findings: readonly Finding[],
  options: TableOptions,
): Table {
  const rowNumbers = header.body.map((line) => line.row);
  const raws = header.columns.map(({ name, position }) => ({
    header: name,
    position,
    cells: header.body.map((line) => line.cells[position] ?? null),
    rowNumbers,
  }));
  const evidence = {
    asked: options.decimal,
    table: tableSign(raws.map((raw) => raw.cells)),
    delimiter: source.delimiter,
    dateOrder: options.dateOrder,
  };
  const columns = raws.map((raw) => readColumn(raw, evidence));
  return { source, columns, rowNumbers, findings: [...findings, ...header.findings] };
}

/** Cells of a column looked at for the table's decimal sign. */
const CELLS_SAMPLED = 2000;

/** The decimal sign all telling columns agree on. */
function tableSign(columns: readonly (readonly RawCell[])[]): DecimalSign | undefined {
  const signs = new Set<DecimalSign>();
  for (const cells of columns) {
    const texts = cells.slice(0, CELLS_SAMPLED).filter((cell) => typeof cell === 'string');
    // Dates with points would vote as numbers: only columns of numbers are asked.
    const readings = texts.map(readNumber);
    if (readings.filter((r) => r.kind === 'text').length > 0.5 * texts.length) continue;
    for (const sign of votesOf(readings)) signs.add(sign);
  }
  const [sign] = signs;
  return signs.size === 1 ? sign : undefined;
}
