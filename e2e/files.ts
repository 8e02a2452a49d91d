// Files a person might give: a good one of their own, and bad ones of every kind.
import { sample } from '@mixmodel/engine';
import type { GivenFile } from './person.ts';

interface Shape {
  readonly delimiter?: string;
  readonly decimal?: string;
  readonly date?: (day: number) => string;
  readonly header?: (name: string) => string;
}

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
export const german = (day: number) => iso(day).split('-').reverse().join('.');

/** A simulated table of its own seed, as text; every number written as `shape` says. */
export function table(
  seed: number,
  { delimiter = ',', decimal = '.', date = iso, header }: Shape = {},
): string[] {
  const { data } = sample(seed, 80);
  const columns = [...data.columns.entries()];
  const number = (value: number) => String(Math.round(value * 100) / 100).replace('.', decimal);
  const names = ['week', ...columns.map(([name]) => name)].map((name) => header?.(name) ?? name);
  const rows = data.dates.map((day, t) =>
    [date(day), ...columns.map(([, values]) => number(values[t] ?? 0))].join(delimiter),
  );
  return [names.join(delimiter), ...rows];
}

const germanNames: Readonly<Record<string, string>> = {
  week: 'Woche',
  revenue: 'Umsatz',
  tv_spend: 'TV Kosten',
  search_spend: 'Suche Kosten',
  social_spend: 'Social Kosten',
  radio_spend: 'Radio Kosten',
  display_spend: 'Display Kosten',
  temperature: 'Temperatur',
  competitor_price: 'Wettbewerber Preis',
  holiday: 'Feiertag',
};

/** Semicolons, decimal commas, days before months, German headers. */
export const ownFile: GivenFile = {
  name: 'umsatz 2024–25.csv',
  buffer: Buffer.from(
    table(7, {
      delimiter: ';',
      decimal: ',',
      date: german,
      header: (name) => germanNames[name] ?? name,
    }).join('\r\n'),
  ),
};

export const sampleFile = (name: string, change: (lines: string[]) => string[]): GivenFile => ({
  name,
  buffer: Buffer.from(`${change(table(1)).join('\n')}\n`),
});

const cellsOf = (line: string) => line.split(',');

/** `value` in one column of one row. */
export const withCell =
  (row: number, column: string, value: string) =>
  (lines: string[]): string[] => {
    const place = cellsOf(lines[0] ?? '').indexOf(column);
    return lines.map((line, i) => (i === row - 1 ? cellsOf(line).with(place, value).join(',') : line));
  };

/** Refused at the door: the file is not kept and the page says why. */
export const refused: readonly (readonly [GivenFile, RegExp])[] = [
  [{ name: 'empty.csv', buffer: Buffer.alloc(0) }, /empty|no rows|nothing/i],
  [
    { name: 'photo.csv', buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
    /PNG|image|CSV|Excel/i,
  ],
  [
    { name: 'page.csv', buffer: Buffer.from('<!doctype html><html><body><table></table></body></html>') },
    /web page|HTML/i,
  ],
];

/** Taken, and shown with what blocks it: nothing that was given is lost. */
export const blocked: readonly (readonly [GivenFile, RegExp])[] = [
  [sampleFile('text-in-spend.csv', withCell(12, 'tv_spend', 'a lot')), /tv_spend/],
  [sampleFile('negative.csv', withCell(20, 'radio_spend', '-500')), /radio_spend/],
  [sampleFile('twice.csv', (lines) => [...lines, lines.at(-1) ?? '']), /twice|repeat|same date/i],
  [sampleFile('gap.csv', (lines) => lines.filter((_, i) => i < 30 || i > 36)), /missing|gap/i],
  [sampleFile('short.csv', (lines) => lines.slice(0, 20)), /52/],
  [
    sampleFile('one-date.csv', (lines) =>
      lines.map((line, i) => (i === 0 ? line : ['2024-01-01', ...cellsOf(line).slice(1)].join(','))),
    ),
    /date/i,
  ],
  [sampleFile('infinite.csv', withCell(9, 'revenue', 'inf')), /revenue/],
];
