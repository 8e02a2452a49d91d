// Every prior family against SciPy (fixtures/make-priors.py) and against finite differences.
import { describe, expect, it } from 'vitest';
import { priorCases } from '../../fixtures/priors.ts';
import { stream } from '../numeric/random.ts';
import { boundsOf, distribution } from './distribution.ts';

/** Worst |got − expected| relative to the larger of |expected| and `unit`. */
const apart = (got: number, expected: number, unit: number) =>
  Math.abs(got - expected) / Math.max(Math.abs(expected), unit);

describe.each(priorCases)('$prior', ({ prior, rows }) => {
  const law = distribution(prior);
  const spread = law.atNormal(1) - law.atNormal(-1);

  it('has the log density SciPy computes', () => {
    for (const [, x, logDensity] of rows) expect(apart(law.logDensity(x), logDensity, 1)).toBeLessThan(1e-11);
  });

  it('has the quantiles SciPy computes', () => {
    // Where the smaller tail is not the one with digits, what is left of 1e-16 of the other one shows.
    for (const [z, x] of rows) expect(apart(law.atNormal(z), x, spread)).toBeLessThan(2e-9);
  });

  it('has the slope that finite differences find', () => {
    const { low, high } = boundsOf(law.support);
    for (const [, x] of rows) {
      const h = 1e-4 * Math.min(spread, 0.5 * Math.min(x - low, high - x));
      const [down, up] = [law.logDensity(x - h), law.logDensity(x + h)];
      if (prior.family === 'laplace' && Math.abs(x - prior.location) < h) continue; // its kink
      const rounding = 1e-15 / h;
      expect(apart(law.slope(x), (up - down) / (2 * h), 1 / spread)).toBeLessThan(1e-5 + rounding * spread);
    }
  });

  it('gives no weight outside its support', () => {
    const { low, high } = boundsOf(law.support);
    for (const outside of [low - 0.1 * spread, high + 0.1 * spread])
      if (Number.isFinite(outside)) expect(law.logDensity(outside) > Number.NEGATIVE_INFINITY).toBe(false);
  });

  it('is drawn from by normals: a fifth of the draws in each fifth', () => {
    const random = stream(5, 0, 8, 0);
    const fifths = [-0.8416212335729143, -0.2533471031357997, 0.2533471031357997, 0.8416212335729143].map(
      law.atNormal,
    );
    const counts = [0, 0, 0, 0, 0];
    for (let s = 0; s < 4000; s++) {
      const x = law.atNormal(random.normal());
      counts[fifths.filter((edge) => x > edge).length]++;
    }
    // Five standard deviations of a binomial count.
    for (const count of counts) expect(Math.abs(count - 800)).toBeLessThan(5 * Math.sqrt(640));
  });
});
