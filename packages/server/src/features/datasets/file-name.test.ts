// A user's file name can be shown and kept without harm.
import { describe, expect, test } from 'vitest';
import { cleanFileName, datasetName } from './file-name.ts';

describe('a file name', () => {
  test.each([
    [undefined, 'data'],
    ['', 'data'],
    ['/', 'data'],
    ['a/b\\c.csv', 'c.csv'],
    ['line\r\nbreak\u0000.csv', 'linebreak.csv'],
    ['sales\u202ecsv.exe', 'salescsv.exe'],
    ['Umsätze.csv'.normalize('NFD'), 'Umsätze.csv'],
    ['😀'.repeat(300), '😀'.repeat(200)],
  ])('%j becomes %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test.each([
    ['Sales 2024.csv', 'Sales 2024'],
    ['sales.2024.xlsx', 'sales.2024'],
    ['.csv', '.csv'],
    ['data', 'data'],
  ])('%j names the dataset %j', (fileName, name) => {
    expect(datasetName(fileName)).toBe(name);
  });
});
