// Rows are shown as they stand in the file, also where the file is no table yet.
import { describe, expect, test } from 'vitest';
import { bytesOf, lines } from '../../fixtures/weekly.ts';
import { prepare } from '../prepare.ts';
import { readRows } from './rows.ts';

const file = bytesOf(lines().join('\n'));

describe('rows of a file', () => {
  test('around a row, with the row in the middle', async () => {
    const { columns, rows, of } = await readRows(file, {}, { around: 50, count: 5 });
    expect(columns).toEqual([
      'date',
      'revenue',
      'tv_spend',
      'search_spend',
      'radio_spend',
      'temperature',
      'holiday',
    ]);
    expect(rows.map(({ row }) => row)).toEqual([48, 49, 50, 51, 52]);
    expect(rows[2]?.cells.join(',')).toBe(lines()[49]);
    expect(of).toBe(104);
  });

  test('at either end as many as there are to show', async () => {
    const shown = async (around: number) =>
      (await readRows(file, {}, { around, count: 5 })).rows.map(({ row }) => row);
    expect(await shown(2)).toEqual([2, 3, 4, 5, 6]);
    expect(await shown(105)).toEqual([101, 102, 103, 104, 105]);
    expect(await shown(9999)).toEqual([101, 102, 103, 104, 105]);
  });

  test('from a row on, and none beyond the last', async () => {
    expect((await readRows(file, {}, { from: 104, count: 10 })).rows.map(({ row }) => row)).toEqual([
      104, 105,
    ]);
    expect((await readRows(file, {}, { from: 106, count: 10 })).rows).toEqual([]);
  });

  test('with what is too much and what has no name', async () => {
    const ragged = bytesOf('week,revenue,\n2024-01-01,"1,200.50",x,extra\n\n2024-01-08,n/a\n');
    const { columns, rows } = await readRows(ragged, {}, { from: 1, count: 9 });
    expect(columns).toEqual(['week', 'revenue', 'C', 'D']);
    expect(rows).toEqual([
      { row: 2, cells: ['2024-01-01', '1,200.50', 'x', 'extra'] },
      { row: 4, cells: ['2024-01-08', 'n/a', '', ''] },
    ]);
  });

  test('of a file without a header are all its rows', async () => {
    const { columns, rows } = await readRows(
      bytesOf('2024-01-01,5\n2024-01-08,6\n'),
      {},
      { from: 1, count: 9 },
    );
    expect(columns).toEqual(['A', 'B']);
    expect(rows.map(({ row }) => row)).toEqual([1, 2]);
  });
});

test('a column keeps its first cells as they are written', async () => {
  const text = lines()
    .map((line, i) => (i === 1 ? line.replace(/^([^,]+),(\d+)/, '$1,"50,123.00"') : line))
    .join('\n');
  const { table } = await prepare(bytesOf(text));
  expect(table?.columns[1]?.first?.slice(0, 2)).toEqual(['50,123.00', lines()[2]?.split(',')[1]]);
  expect(table?.columns[1]?.first).toHaveLength(5);
});

test('a book in a cell is not told whole', async () => {
  const book = 'x'.repeat(100_000);
  const text = lines()
    .map((line, i) => (i === 0 ? `${line},note ${book}` : `${line},${book}`))
    .join('\n');
  const { table, findings } = await prepare(bytesOf(text));
  expect(table?.columns.at(-1)?.header).toHaveLength(200);
  expect(JSON.stringify(findings).length).toBeLessThan(5000);
  const { rows } = await readRows(bytesOf(text), {}, { from: 2, count: 1 });
  expect(rows[0]?.cells.at(-1)).toHaveLength(500);
});
