// A file is saved under the name the server gives it.
import { expect, test } from 'vitest';
import { nameIn } from './download.ts';

test.each([
  ['attachment; filename="sales 2025.csv"', 'sales 2025.csv'],
  ['attachment; filename=result.json', 'result.json'],
  ['attachment; filename="Ums_tze.csv"; filename*=UTF-8\'\'Ums%C3%A4tze.csv', 'Umsätze.csv'],
  ['attachment', null],
  [null, null],
])('%s names %s', (header, name) => {
  expect(nameIn(header)).toBe(name);
});
