// The normal distribution against exact values.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstRelative } from '../../fixtures/special-functions.ts';
import { normalAt, normalCdf, normalQuantile } from './normal.ts';

// mpmath, 200 bits: fixtures/make-special-functions.py
describe('the normal distribution', () => {
  it('has the exact CDF to 1e-15 of its value, far into the left tail', () => {
    expect(worstRelative('normalCdf', normalCdf)).toBeLessThan(2e-15);
  });

  it('has its density and CDF by table to 1e-10 of their values, and beyond the table', () => {
    for (let z = -9; z <= 9; z += 0.0173) {
      const { density, cdf } = normalAt(z);
      expect(Math.abs(cdf / normalCdf(z) - 1)).toBeLessThan(1e-10);
      expect(Math.abs(density / (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)) - 1)).toBeLessThan(1e-14);
    }
  });

  it('has the exact quantiles to 1e-15 of their value, down to probabilities of 1e-300', () => {
    expect(worstRelative('normalQuantile', normalQuantile)).toBeLessThan(2e-15);
  });

  it('is symmetric to the bit in its quantiles', () => {
    const p = fc.integer({ min: 1, max: 2 ** 30 - 1 }).map((k) => k / 2 ** 31);
    fc.assert(
      fc.property(p, (q) => {
        expect(normalQuantile(1 - q)).toBe(-normalQuantile(q));
      }),
      { seed: 7 },
    );
  });

  it('says what it can at the ends and NaN outside', () => {
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(Number.NaN)).toBeNaN();
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(0.5)).toBe(0);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
  });
});
