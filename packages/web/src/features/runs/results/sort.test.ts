// Sorting a table of results.
import { describe, expect, test } from 'vitest';
import { nextOrder, sorted } from './sort.ts';

const rows = [
  { name: 'b[10]', rHat: 1.002 },
  { name: 'b[2]', rHat: null },
  { name: 'a', rHat: 1.01 },
];
const value = (row: (typeof rows)[number], key: 'name' | 'rHat') => row[key];
const names = (order: Parameters<typeof sorted<(typeof rows)[number], 'name' | 'rHat'>>[1]) =>
  sorted(rows, order, value).map(({ name }) => name);

describe('a table', () => {
  test('keeps its own order until a column is chosen', () => {
    expect(names(null)).toEqual(['b[10]', 'b[2]', 'a']);
  });

  test('has what does not exist last, whichever way it is sorted', () => {
    expect(names({ key: 'rHat', down: true })).toEqual(['a', 'b[10]', 'b[2]']);
    expect(names({ key: 'rHat', down: false })).toEqual(['b[10]', 'a', 'b[2]']);
  });

  test('counts the numbers inside names', () => {
    expect(names({ key: 'name', down: false })).toEqual(['a', 'b[2]', 'b[10]']);
  });

  test('goes largest first, smallest first, and back to its own order', () => {
    const first = nextOrder<'name' | 'rHat'>(null, 'rHat');
    expect(first).toEqual({ key: 'rHat', down: true });
    expect(nextOrder(first, 'rHat')).toEqual({ key: 'rHat', down: false });
    expect(nextOrder(nextOrder(first, 'rHat'), 'rHat')).toBeNull();
    expect(nextOrder(first, 'name')).toEqual({ key: 'name', down: true });
  });
});
