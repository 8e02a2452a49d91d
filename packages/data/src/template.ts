// The file to begin with: the columns that are needed, example rows that pass every check, and what each column is.
import type { ModelData } from '@mixmodel/engine';
import { csvOf } from './write.ts';

export type TemplateKind = 'csv' | 'xlsx';

/** What stands beside the example rows of a workbook, by column. */
export const templateNotes: Readonly<Record<string, readonly [needed: string, meaning: string]>> = {
  week: [
    'needed',
    'The first day of each period, one row each: days, weeks or months; at least 52 weeks, better 104',
  ],
  revenue: ['needed', 'What is to be explained: revenue, or a count such as orders'],
  tv_spend: ['at least one channel', 'What was spent on a channel in the period; 0 where nothing was spent'],
  search_spend: ['as many channels as there are', 'A column for each channel, named after it'],
  social_spend: ['', ''],
  radio_spend: ['', ''],
  display_spend: ['', ''],
  temperature: [
    'if it moves sales',
    'What else moves sales and is not media: weather; your own prices and promotions, which are reported apart',
  ],
  competitor_price: ['', ''],
  holiday: ['if it moves sales', '1 in a period with a holiday or an event, 0 otherwise'],
};

/** `example` are simulated rows; replace them with your own. */
export async function templateFile(
  kind: TemplateKind,
  example: ModelData,
  dateColumn: string,
): Promise<Uint8Array> {
  const data = { ...example, columns: inOrder(example.columns) };
  return kind === 'csv' ? new TextEncoder().encode(csvOf(data, dateColumn)) : workbookOf(data, dateColumn);
}

/** What is to be explained stands beside the date. */
function inOrder(columns: ModelData['columns']): ModelData['columns'] {
  const names = Object.keys(templateNotes);
  return new Map([...columns].sort(([a], [b]) => names.indexOf(a) - names.indexOf(b)));
}

/** Excel counts days from 1899-12-30. */
const serialEpoch = 25_569;

async function workbookOf({ columns, dates }: ModelData, dateColumn: string): Promise<Uint8Array> {
  const { default: XLSX } = await import('@e965/xlsx');
  const series = [...columns.values()];
  const head = [dateColumn, ...columns.keys()];
  const rows = dates.map((day, t) => [
    { t: 'n', v: day + serialEpoch, z: 'yyyy-mm-dd' },
    ...series.map((values) => values[t]),
  ]);
  const data = XLSX.utils.aoa_to_sheet([head, ...rows]);
  data['!cols'] = head.map((name) => ({ wch: Math.max(12, name.length + 2) }));
  const notes = head.map((name) => [name, ...(templateNotes[name] ?? ['', ''])]);
  const about = XLSX.utils.aoa_to_sheet([['Column', 'Needed', 'What it is'], ...notes]);
  about['!cols'] = [{ wch: 20 }, { wch: 30 }, { wch: 100 }];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, data, 'Data');
  XLSX.utils.book_append_sheet(book, about, 'Columns');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
}
