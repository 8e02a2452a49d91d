// Dates, moments and sizes as every page writes them.
import { expect, test } from 'vitest';
import { counted, dayText, momentText, sizeText } from './written.ts';

test('a date of the data is the same day in every time zone', () => {
  expect(dayText('2024-11-04')).toBe('4 Nov 2024');
});

test('a moment of today says so', () => {
  const now = new Date(2026, 1, 3, 12, 0);
  expect(momentText(new Date(2026, 1, 3, 9, 5).toISOString(), now)).toBe('today, 09:05');
  expect(momentText(new Date(2026, 1, 2, 9, 5).toISOString(), now)).toBe('2 Feb 2026, 09:05');
});

test('sizes keep two digits at most below ten', () => {
  expect([0, 999, 9_400, 52_300, 1_240_000, 50_000_000].map(sizeText)).toEqual([
    '0 B',
    '999 B',
    '9.4 KB',
    '52 KB',
    '1.2 MB',
    '50 MB',
  ]);
});

test('one is singular', () => {
  expect([counted(0, 'row'), counted(1, 'row'), counted(12000, 'row')]).toEqual([
    '0 rows',
    '1 row',
    '12,000 rows',
  ]);
});
