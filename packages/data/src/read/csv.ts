// Delimited text to rows of cells; papaparse splits, the delimiter is sniffed here (its own guess fails on decimal commas).
import type { ParseResult } from 'papaparse';
import { error, type Finding } from '../finding.ts';
import type { GridRow } from './grid.ts';

export interface DelimitedText {
  readonly rows: readonly GridRow[];
  readonly delimiter: string;
  readonly findings: readonly Finding[];
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Records the sniffer looks at. */
const SAMPLE_RECORDS = 60;
/** One line more than a sheet may have, so that too many is seen. */
const MAX_RECORDS = 500_002;

export async function readDelimited(text: string, asked?: string): Promise<DelimitedText> {
  const { default: papa } = await import('papaparse');
  const parse = (source: string, delimiter: string, preview: number): ParseResult<string[]> =>
    papa.parse<string[]>(source, { delimiter, header: false, skipEmptyLines: false, preview });
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const body = stated ? text.slice(stated[0].length) : text;
  const delimiter = asked ?? stated?.[1] ?? sniffDelimiter((d) => parse(body, d, SAMPLE_RECORDS).data);
  const parsed = parse(body, delimiter, MAX_RECORDS);
  const firstRow = stated ? 2 : 1;
  const rows = parsed.data.map((cells, i) => ({ row: i + firstRow, cells }));
  return { rows, delimiter, findings: quoteFindings(parsed, firstRow) };
}

function quoteFindings(parsed: ParseResult<string[]>, firstRow: number): Finding[] {
  const rows = parsed.errors.filter((e) => e.type === 'Quotes').map((e) => (e.row ?? 0) + firstRow);
  const distinct = [...new Set(rows)];
  return distinct.length > 0 ? [error('unclosed_quote', { rows: distinct })] : [];
}

/** The delimiter under which most records have the same number of fields and most fields read as one value. */
export function sniffDelimiter(recordsWith: (delimiter: string) => string[][]): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = scoreRecords(recordsWith(delimiter).filter((cells) => cells.some((c) => c.trim() !== '')));
    if (score > best.score + 1e-9) best = { delimiter, score };
  }
  return best.delimiter;
}

function scoreRecords(records: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const cells of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, share] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  if (width < 2) return 0;
  const body = records.slice(1).flat();
  const whole = body.filter(isOneValue).length;
  // A header cut into another number of fields than its body is the surest sign of a wrong delimiter.
  const headerFits = records[0]?.length === width ? 1 : 0.8;
  return headerFits * (share / records.length) * (0.3 + 0.7 * (whole / Math.max(1, body.length)));
}

const NUMBER = /^[-+(]?[\p{Sc}\s]*\d{1,3}(([.,' \u00a0]\d{3})*|\d*)([.,]\d+)?(e[-+]?\d+)?[%)\p{Sc}\s]*$/iu;

/** A field that is one number or one word: no delimiter is left inside it. */
const isOneValue = (cell: string): boolean =>
  !/[,;\t|]/.test(cell) || (cell.length <= LONGEST_NUMBER && NUMBER.test(cell.trim()));

const LONGEST_NUMBER = 500;
