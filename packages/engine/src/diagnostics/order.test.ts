// The radix sort orders as a comparison sort does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortingOrder } from './order.ts';

describe('the sorting order', () => {
  it('sorts any numbers, infinities and subnormals among them, and keeps equal ones in place', () => {
    const special = fc.constantFrom(
      0,
      -0,
      1,
      -1,
      5e-324,
      -5e-324,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    );
    const value = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }), special);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const wanted = values
          .map((_, i) => i)
          .sort((i, j) => Math.sign(compare(values[i], values[j])) || i - j);
        expect(Array.from(sortingOrder(Float64Array.from(values)))).toEqual(wanted);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('tells numbers apart that differ in their last bit only', () => {
    const near = Float64Array.of(1 + 2 ** -52, 1, 1 + 2 ** -51, 1 - 2 ** -53);
    expect(Array.from(sortingOrder(near))).toEqual([3, 1, 0, 2]);
  });
});

/** Without a − b, which is NaN for equal infinities. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
