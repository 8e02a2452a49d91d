// The rounding rule on numbers whose right answer is plain.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountText, estimateText } from './amounts.ts';
import { rounded, roundingPower } from './rounding.ts';

describe('the rounding rule', () => {
  test('keeps two significant digits of half the interval', () => {
    expect(roundingPower([1.4, 2.9])).toBe(-2); // half 0.75: to 0.01
    expect(roundingPower([0, 3])).toBe(-1); // half 1.5: to 0.1
    expect(roundingPower([100_000, 348_000])).toBe(4); // half 124,000: to 10,000
    expect(roundingPower([0, 0.2])).toBe(-2); // half 0.1: to 0.01
    expect(roundingPower([0, 20])).toBe(0); // half 10: to 1
  });

  test('is never finer than twice the Monte Carlo error', () => {
    expect(roundingPower([1.4, 2.9], 0.004)).toBe(-2);
    expect(roundingPower([1.4, 2.9], 0.006)).toBe(-1);
    expect(roundingPower([1.4, 2.9], 0.005)).toBe(-2);
    expect(roundingPower([1.4, 2.9], null)).toBe(-2);
  });

  test('holds for any interval and error', () => {
    const size = fc.double({ min: 1e-9, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(size, size, (half, mcse) => {
        const step = 10 ** roundingPower([-half, half], mcse);
        expect(step).toBeGreaterThanOrEqual(2 * mcse * 0.999999);
        expect(step).toBeGreaterThanOrEqual((half / 100) * 0.999999);
        expect(step <= (half / 10) * 1.000001 || step / 10 <= 2 * mcse * 1.000001).toBe(true);
      }),
    );
  });

  test('writes the number to that digit, grouped and without a negative zero', () => {
    expect(rounded(2.1347, -2)).toBe('2.13');
    expect(rounded(2.1, -2)).toBe('2.10');
    expect(rounded(1_234_567, 4)).toBe('1,230,000');
    expect(rounded(-0.001, -2)).toBe('0.00');
    expect(rounded(-3, 1)).toBe('0');
    expect(rounded(-12.34, -1)).toBe('−12.3');
  });

  test('survives every number there is', () => {
    expect(rounded(Number.NaN, Number.NaN)).toBe('not defined');
    expect(rounded(Number.NEGATIVE_INFINITY, 3)).toBe('−∞');
    expect(rounded(Number.MAX_VALUE, 300)).toBe('1.8e308');
    expect(rounded(1e-30, -32)).toBe('1.0e-30');
    expect(roundingPower([0, Number.POSITIVE_INFINITY])).toBe(-2);
    const any = fc.double();
    fc.assert(
      fc.property(any, any, any, (mean, low, high) => {
        const text = estimateText({ mean, sd: 1, median: mean, hdi94: [low, high] });
        expect(`${text.mean}${text.interval}${amountText(mean)}`).not.toMatch(/NaN|undefined/);
      }),
    );
  });
});
