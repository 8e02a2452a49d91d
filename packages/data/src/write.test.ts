// What is written as CSV is read back as the same data.
import { sample } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { bytesOf } from '../fixtures/weekly.ts';
import { prepare } from './prepare.ts';
import { readTable } from './read/table.ts';
import { csvOf } from './write.ts';

test('the sample comes back from its CSV, column for column', async () => {
  const { data, draft } = sample();
  const read = await prepare(bytesOf(csvOf(data, draft.columns.date)), { fileName: 'sample.csv' });
  expect(read.data).toEqual(data);
  expect(read.draft?.channels.map(({ column }) => column)).toEqual(
    draft.channels.map(({ column }) => column),
  );
});

test('a missing value is an empty cell', () => {
  const columns = new Map([['kpi', Float64Array.from([1.5, Number.NaN])]]);
  expect(csvOf({ period: 'week', dates: [0, 7], columns, leadIn: 0 }, 'week')).toBe(
    'week,kpi\n1970-01-01,1.5\n1970-01-08,\n',
  );
});

test('names that hold commas, quotes or line breaks come back as they are', async () => {
  const names = ['plain', 'with, comma', 'with "quotes"', 'semi;colon', 'a|b'];
  const columns = new Map(names.map((name, i) => [name, Float64Array.of(i, i + 1)]));
  const text = csvOf({ period: 'week', dates: [19_723, 19_730], columns, leadIn: 0 }, 'week, of sale');
  const table = await readTable(new TextEncoder().encode(text));
  expect(table.columns.map(({ header }) => header)).toEqual(['week, of sale', ...names]);
});
