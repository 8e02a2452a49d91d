// The beta function and distribution against exact values.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstMixed, worstRelative } from '../../fixtures/special-functions.ts';
import { betaI, betaQuantile, logBeta } from './beta.ts';

// mpmath, 200 bits: fixtures/make-special-functions.py
describe('the beta distribution', () => {
  it('has the exact logarithm of the beta function to 2e-14', () => {
    expect(worstMixed('logBeta', logBeta)).toBeLessThan(2e-14);
  });

  it('has the exact CDF to 3e-13 of its value, down to values of 1e-266', () => {
    expect(worstRelative('betaI', betaI)).toBeLessThan(3e-13);
  });

  it('has the exact quantiles to 5e-14 of their value', () => {
    expect(worstRelative('betaQuantile', betaQuantile)).toBeLessThan(5e-14);
  });

  it('mirrors, and its quantile undoes its CDF', () => {
    const shape = fc.double({ min: 0.1, max: 300, noNaN: true });
    const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(shape, shape, p, (a, b, q) => {
        const x = betaQuantile(q, a, b);
        fc.pre(x > 0.000001 && x < 0.999999); // beyond, 1 − x keeps too few digits for the way back
        expect(betaI(x, a, b)).toBeCloseTo(q, 9);
        expect(betaI(x, a, b) + betaI(1 - x, b, a)).toBeCloseTo(1, 9);
      }),
      { seed: 7 },
    );
  });

  it('is 1 − (1 − x)³ for the carryover prior Beta(1, 3)', () => {
    for (const x of [1e-6, 0.1, 0.5, 0.9])
      expect(betaI(x, 1, 3)).toBeCloseTo(1 - (1 - x) * (1 - x) * (1 - x), 14);
  });

  it('converges where one shape is huge and the other tiny', () => {
    expect(betaI(betaQuantile(1e-300, 10000, 0.01), 10000, 0.01) / 1e-300).toBeCloseTo(1, 9);
    expect(betaI(betaQuantile(1e-10, 100, 0.01), 100, 0.01) / 1e-10).toBeCloseTo(1, 9);
  });

  it('says what it can at the ends and refuses impossible shapes', () => {
    expect([betaI(-1, 2, 3), betaI(0, 2, 3), betaI(1, 2, 3), betaI(2, 2, 3)]).toEqual([0, 0, 1, 1]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect(betaI(Number.NaN, 2, 3)).toBeNaN();
    expect(betaQuantile(-0.1, 2, 3)).toBeNaN();
    expect(() => betaI(0.5, -1, 2)).toThrow('Beta shapes must be positive and finite, got -1 and 2.');
  });
});
