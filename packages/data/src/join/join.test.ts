// Several files of one market become one table by their dates, and what does not fit together is told by its file.
import { sentence } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { bytesOf, csv, healthy, lines } from '../../fixtures/weekly.ts';
import { type PrepareOptions, prepare, prepareWithSpec } from '../prepare.ts';
import type { DataFile } from '../read/files.ts';
import { readRows } from '../read/rows.ts';

const { revenue, temperature, holiday, ...media } = healthy;
const sales = { revenue, temperature, holiday } as typeof healthy;
const file = (fileName: string, text: string): DataFile => ({ fileName, bytes: bytesOf(text) });
const salesFile = file('sales.csv', csv(sales));
const spendFile = file('spend.csv', csv(media));

const told = async (files: readonly DataFile[], options?: PrepareOptions) => {
  const { findings } = await prepare(files, options);
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map((finding) => sentence(finding, 'screen'));
};

describe('files that belong together', () => {
  test('give the numbers of one file that holds all columns', async () => {
    const whole = await prepare(bytesOf(csv()));
    const joined = await prepare([salesFile, spendFile]);
    expect(joined.findings).toEqual([]);
    expect(joined.table?.source).toEqual({ kind: 'joined', headerRow: 1 });
    expect(Object.fromEntries(joined.data?.columns ?? [])).toEqual(
      Object.fromEntries(whole.data?.columns ?? []),
    );
    expect([joined.data?.dates, joined.data?.period]).toEqual([whole.data?.dates, 'week']);
    expect(joined.draft?.columns).toEqual(whole.draft?.columns);
  });

  test('one file in a list is the file itself', async () => {
    expect(await prepare([file('all.csv', csv())])).toEqual(
      await prepare(bytesOf(csv()), { fileName: 'all.csv' }),
    );
  });

  test('may be written in different ways: order of rows, delimiter, decimal sign, way of dates', async () => {
    const [head = '', ...rows] = lines(media, { separator: ';' });
    const german = [head.replace('date', 'Datum'), ...rows.reverse()].map((line) =>
      line.replace(/^(\d{4})-(\d\d)-(\d\d)/, '$3.$2.$1').replace(/;(\d+);/, ';$1,50;'),
    );
    const { data, findings } = await prepare([salesFile, file('spend.csv', german.join('\n'))]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(data?.columns.get('tv_spend')?.[0]).toBe(Number(media.tv_spend?.(0)) + 0.5);
  });

  test('may be long: rows of channels become columns before they are joined', async () => {
    const long = ['date,channel,spend'];
    for (const line of lines(media).slice(1)) {
      const [date, tv, search] = line.split(',');
      long.push(`${date},tv,${tv}`, `${date},search,${search}`);
    }
    const { data, draft } = await prepare([salesFile, file('spend.csv', long.join('\n'))]);
    expect(draft?.channels.map(({ column }) => column)).toEqual(['tv_spend', 'search_spend']);
    expect(data?.columns.get('search_spend')?.[7]).toBe(media.search_spend?.(7));
  });

  test('answer to a spec as one table does', async () => {
    const draft = {
      columns: { date: 'date', target: { column: 'revenue', kind: 'money' as const } },
      channels: [{ column: 'tv_spend' }],
    };
    const { data, findings } = await prepareWithSpec([salesFile, spendFile], draft);
    expect([...(data?.columns.keys() ?? [])]).toEqual(['revenue', 'tv_spend']);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('rows that are in one file only', () => {
  test('stay, with empty cells, and are told by the file that lacks them', async () => {
    const shorter = file('spend.csv', lines(media).toSpliced(50, 3).join('\n'));
    const { table, findings } = await prepare([salesFile, shorter]);
    expect(table?.rowNumbers).toHaveLength(104);
    const [lacks] = findings.filter(({ code }) => code === 'join_rows_missing');
    expect(sentence(lacks ?? { code: '' })).toBe(
      '`spend.csv`: It has no row for 3 dates of the other files (2022-12-12, 2022-12-19 and 2022-12-26), so its columns are empty there. Add the rows if they are missing by mistake.',
    );
    const empty = findings.filter(({ code }) => code === 'missing_media');
    expect(empty.map(({ column, rows }) => [column, rows])).toEqual(
      ['tv_spend', 'search_spend', 'radio_spend'].map((column) => [column, [51, 52, 53]]),
    );
  });

  test('at the beginning give media their history', async () => {
    const longer = file('spend.csv', csv(media, { rows: 110, start: '2021-11-22' }));
    const kpi = file('sales.csv', csv({ revenue } as typeof healthy));
    const { data, findings } = await prepare([kpi, longer]);
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['join_rows_missing', 'lead_in']),
    );
    expect(data?.leadIn).toBe(6);
  });

  test('are numbered as the joined table shows them', async () => {
    const shorter = file('spend.csv', lines(media).toSpliced(50, 3).join('\n'));
    const files = [salesFile, shorter];
    const { columns, rows, of } = await readRows(files, {}, { around: 51, count: 3 });
    expect([columns, of]).toEqual([
      ['date', 'revenue', 'temperature', 'holiday', 'tv_spend', 'search_spend', 'radio_spend'],
      104,
    ]);
    expect(rows.map(({ row, cells }) => [row, cells[0], cells[4]])).toEqual([
      [50, '2022-12-05', String(media.tv_spend?.(48))],
      [51, '2022-12-12', ''],
      [52, '2022-12-19', ''],
    ]);
    const own = await readRows(files, {}, { from: 51, count: 1, file: 2 });
    expect(own.rows).toEqual([{ row: 51, cells: lines(media)[53]?.split(',') }]);
  });
});

describe('columns', () => {
  test('of one name in two files are both kept, and the second is told under its new name', async () => {
    const twice = file('spend.csv', csv({ ...media, temperature: (row) => row % 7 }));
    const { table, findings } = await prepare([salesFile, twice]);
    expect(table?.columns.map(({ header }) => header).slice(-1)).toEqual(['temperature (spend.csv)']);
    const [renamed] = findings.filter(({ code }) => code === 'join_column_renamed');
    expect(sentence(renamed ?? { code: '' })).toMatch(
      /^`spend\.csv`: Another file has a column `temperature` as well, so this one is called `temperature \(spend\.csv\)`\./,
    );
  });

  test('hold what their file holds, told by its row in the joined table', async () => {
    const [head = '', ...rows] = lines(media);
    const spoiled = rows.map((line, i) => (i === 8 ? line.replace(/,\d+,/, ',soon,') : line));
    const [cell] = await told([salesFile, file('spend.csv', [head, ...spoiled.reverse()].join('\n'))]);
    expect(cell).toMatch(/^Row 10, column `tv_spend`: "soon" is not a number/);
  });
});

describe('files that do not fit together', () => {
  const swapped = (from: RegExp, to: string) => file('spend.csv', csv(media).replaceAll(from, to));
  test.each<[string, DataFile, RegExp]>([
    [
      'without dates',
      swapped(/^\d{4}-\d\d-\d\d/gm, 'week'),
      /^`spend\.csv`: No column holds dates.*`date`, `tv_spend`/,
    ],
    [
      'with several rows of one date',
      file('spend.csv', [...lines(media), lines(media)[3]].join('\n')),
      /^`spend\.csv`: Row 106: the date stands in another row already/,
    ],
    [
      'by the day and by the week',
      file('spend.csv', csv(media, { stepDays: 1 })),
      /^`spend\.csv`: Its dates are 1 day apart, those of `sales\.csv` 7\./,
    ],
    [
      'whose weeks begin on other days',
      file('spend.csv', csv(media, { start: '2022-01-02' })),
      /^`spend\.csv`: None of its dates stands in another file: it begins on 2022-01-02, `sales\.csv` on 2022-01-03\./,
    ],
    [
      'of which one is a picture',
      { fileName: 'spend.csv', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) },
      /^`spend\.csv`: `spend\.csv` is a PNG image/,
    ],
    ['of which one is empty', file('spend.csv', ''), /^`spend\.csv`: The file is empty/],
  ])('%s are refused by the name of the file', async (_, spend, sentences) => {
    const { table, findings } = await prepare([salesFile, spend]);
    expect(table).toBeUndefined();
    expect(sentence(findings[0] ?? { code: '' }, 'screen')).toMatch(sentences);
  });

  test('because of dates that can be read in two ways are joined once one file says how', async () => {
    const american = lines(sales, { rows: 60, start: '2022-01-03', stepDays: 30 }).map((line) =>
      line.replace(/^(\d{4})-(\d\d)-(\d\d)/, (_all, y, m, d) => `${m}/${d}/${y}`),
    );
    const doubtful = file(
      'sales.csv',
      american.filter((line) => !/^\d\d\/(1[3-9]|[23]\d)/.test(line)).join('\n'),
    );
    const before = await prepare([spendFile, doubtful]);
    expect(before.findings[0]).toMatchObject({ code: 'ambiguous_dates', facts: { ofFile: 'sales.csv' } });
    const after = await prepare([spendFile, doubtful], { files: { 'sales.csv': { dateOrder: 'mdy' } } });
    expect(after.findings.map(({ code }) => code)).not.toContain('ambiguous_dates');
  });
});
