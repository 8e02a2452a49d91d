// The gamma function and distribution against exact values.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstMixed, worstRelative } from '../../fixtures/special-functions.ts';
import { digamma, gammaP, gammaQ, gammaQuantile, logGamma } from './gamma.ts';

// mpmath, 200 bits: fixtures/make-special-functions.py
describe('the gamma function', () => {
  it('has the exact logarithm to 1e-14, relative where that exceeds 1', () => {
    expect(worstMixed('logGamma', logGamma)).toBeLessThan(1e-14);
  });

  it('has the exact derivative of its logarithm to 3e-15, relative where that exceeds 1', () => {
    expect(worstMixed('digamma', digamma)).toBeLessThan(3e-15);
  });

  it('is infinite at 0 and not offered below', () => {
    expect(logGamma(0)).toBe(Number.POSITIVE_INFINITY);
    expect(logGamma(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(logGamma(-0.5)).toBeNaN();
    expect(logGamma(Number.NaN)).toBeNaN();
  });
});

describe('the gamma distribution', () => {
  it('has the exact CDF to 5e-13 of its value, for shapes from 0.02 to 4000 and values down to 1e-101', () => {
    expect(worstRelative('gammaP', (a, x) => gammaP(a, x))).toBeLessThan(5e-13);
  });

  it('has the exact quantiles to 5e-14 of their value', () => {
    expect(worstRelative('gammaQuantile', (p, a) => gammaQuantile(p, a))).toBeLessThan(5e-14);
  });

  it('splits into its two tails, and its quantile undoes its CDF', () => {
    const shape = fc.double({ min: 0.05, max: 500, noNaN: true });
    const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(shape, p, (a, q) => {
        const x = gammaQuantile(q, a);
        expect(gammaP(a, x)).toBeCloseTo(q, 12);
        expect(gammaP(a, x) + gammaQ(a, x)).toBeCloseTo(1, 14);
      }),
      { seed: 7 },
    );
  });

  it('is exponential at shape 1', () => {
    for (const x of [1e-9, 0.1, 1, 5, 30]) expect(gammaP(1, x) / -Math.expm1(-x)).toBeCloseTo(1, 14);
  });

  it('says what it can at the ends and refuses impossible shapes', () => {
    expect(gammaP(2, -1)).toBe(0);
    expect(gammaP(2, Number.POSITIVE_INFINITY)).toBe(1);
    expect(gammaP(2, Number.NaN)).toBeNaN();
    expect(gammaQuantile(0, 2)).toBe(0);
    expect(gammaQuantile(1, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(gammaQuantile(1.5, 2)).toBeNaN();
    expect(() => gammaP(0, 1)).toThrow('A gamma shape must be positive and finite, got 0.');
  });
});
