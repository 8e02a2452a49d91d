// A user's file name can be shown, stored and sent back without harm.
import { describe, expect, test } from 'vitest';
import { attachment, cleanFileName, datasetName } from './file-name.ts';

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

  test('is one header value, whatever it holds', () => {
    expect(attachment('a"b\\c%d.csv')).toBe(
      `attachment; filename="a_b_c_d.csv"; filename*=UTF-8''a%22b%5Cc%25d.csv`,
    );
    expect(attachment("Müller's (1).csv")).toBe(
      `attachment; filename="M_ller's (1).csv"; filename*=UTF-8''M%C3%BCller%27s%20%281%29.csv`,
    );
  });
});
