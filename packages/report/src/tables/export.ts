// A run as a file for other programs or for people: CSV, JSON, Excel or Markdown, the same bytes wherever it is asked for.
import { csvOf } from '../csv.ts';
import { markdownOf } from './markdown.ts';
import type { RunTable } from './table.ts';
import { type RunFiles, type TableName, tablesOf } from './tables-of.ts';
import { workbookOf } from './workbook.ts';

export const exportFormats = ['csv', 'json', 'xlsx', 'md'] as const;

export type ExportFormat = (typeof exportFormats)[number];

export interface ExportAsked {
  readonly format: ExportFormat;
  /** One table alone; without it all of them, of which CSV, holding one, takes the first. */
  readonly table?: TableName | undefined;
}

/** Undefined when the run has no such table: one that needs insights, experiments or a backtest. */
export async function exported(
  files: RunFiles,
  { format, table }: ExportAsked,
): Promise<Uint8Array | undefined> {
  const all = tablesOf(files);
  const tables = table === undefined ? all : all.filter(({ name }) => name === table);
  const [first] = tables;
  if (!first) return undefined;
  switch (format) {
    case 'csv':
      return bytesOf(csvOf([first.columns.map(({ key }) => key), ...first.rows]));
    case 'json':
      return bytesOf(`${JSON.stringify(tables.map(asObjects), null, 1)}\n`);
    case 'xlsx':
      return workbookOf(tables);
    case 'md':
      return bytesOf(markdownOf(files, table === undefined ? undefined : tables));
  }
}

function asObjects({ name, title, columns, rows }: RunTable) {
  return {
    name,
    title,
    rows: rows.map((row) => Object.fromEntries(columns.map(({ key }, i) => [key, row[i] ?? null]))),
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
