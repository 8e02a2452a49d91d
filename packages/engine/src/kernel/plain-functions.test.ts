// The tables and polynomials against functions of known accuracy, densely over their ranges.
import { expect, test } from 'vitest';
import { log, pow, tanh } from '../numeric/elementary.ts';
import { exp2, log2, tanh64 } from './plain-functions.ts';

/** Points that fall on every part of a cell of the table, not only on its nodes. */
function grid(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.618)) / count);
}

const largest = (errors: readonly number[]) => errors.reduce((a, b) => Math.max(a, b), 0);

test('tanh is within 1e-15, within 6e-15 of itself, exactly 0 at 0 and 1 beyond the table', () => {
  const borders = Array.from({ length: 1279 }, (_, j) => [j + 0.5 - 1e-9, j + 0.5, j + 0.5 + 1e-9]).flat();
  const points = [...grid(0, 4, 5000), ...grid(4, 1280, 40000), ...borders];
  const errors = points.map((v) => Math.abs(tanh64(v) - tanh(v / 64)));
  expect(largest(errors)).toBeLessThan(1e-15);
  expect(largest(errors.map((error, i) => error / tanh(points[i] / 64)))).toBeLessThan(6e-15);
  expect(tanh64(0)).toBe(0);
  for (const v of [1279.9, 1280, 1e6, 1e300, Number.POSITIVE_INFINITY]) {
    expect(tanh64(v)).toBeCloseTo(1, 15);
  }
});

test('log₂ is within 5e-16 of its size or of 1, over every exponent, and exact at powers of two', () => {
  const points = [
    ...grid(0.5, 2, 20000),
    ...grid(0.999, 1.001, 2000),
    ...grid(-1020, 1020, 2000).map((e) => pow(2, e)),
  ];
  const errors = points.map((a) => {
    const expected = log(a) / log(2);
    return Math.abs(log2(a) - expected) / Math.max(1, Math.abs(expected));
  });
  expect(largest(errors)).toBeLessThan(5e-16);
  for (const e of [-1022, -3, 0, 1, 10, 1023]) expect(log2(pow(2, e))).toBe(e);
});

test('2^(t/128) is within 5e-16 of itself, exact at whole powers, and held within 2^±1000', () => {
  const points = [...grid(-500, 500, 20000), ...grid(-128000, 128000, 20000)];
  const errors = points.map((t) => Math.abs(exp2(t) / pow(2, t / 128) - 1));
  expect(largest(errors)).toBeLessThan(5e-16);
  for (const e of [-1000, -1, 0, 1, 77, 1000]) expect(exp2(128 * e)).toBe(pow(2, e));
  expect(exp2(1e9)).toBe(exp2(128000));
  expect(exp2(-1e9)).toBe(exp2(-128000));
});
