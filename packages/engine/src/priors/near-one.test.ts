// Beta priors with mass nearer to 1 than doubles reach: their coordinate goes by the logit (SciPy, make-priors.py).
import { describe, expect, it } from 'vitest';
import { nearOneCases } from '../../fixtures/priors.ts';
import { priorProblem } from '../model/check-prior.ts';
import { coordinate } from './coordinate.ts';
import { distribution } from './distribution.ts';

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

describe.each(nearOneCases)('$prior', ({ prior, rows }) => {
  const law = distribution(prior).onLogit;
  if (!law) throw new Error('no density on the logit');
  const at = coordinate(prior);

  it('is a prior that can be asked for', () => {
    expect(priorProblem(prior, 'alpha', 'fraction')).toBeUndefined();
  });

  it('has the quantiles and the density of the logit that SciPy computes', () => {
    for (const [z, t, logDensity] of rows) {
      expect(law.atNormal(z)).toBeCloseTo(t, 8);
      expect(Math.abs(law.logDensity(t) - logDensity)).toBeLessThan(1e-12 * (1 + Math.abs(logDensity)));
      const h = 1e-5;
      expect(law.slope(t)).toBeCloseTo((law.logDensity(t + h) - law.logDensity(t - h)) / (2 * h), 6);
    }
  });

  it('has a coordinate that is the quantile, with a standard normal density, where doubles tell', () => {
    for (const [z, t] of rows) {
      if (Math.abs(z) > 6) continue;
      at.at(z);
      const [x, y] = [1 / (1 + Math.exp(-t)), 1 / (1 + Math.exp(t))];
      if (t < 0) expect(Math.abs(at.x / x - 1)).toBeLessThan(1e-6);
      else expect(Math.abs(1 - at.x - y)).toBeLessThan(1e-6 * y + 1.2e-16);
      expect(at.logDensity).toBeCloseTo(-0.5 * z * z - HALF_LOG_TWO_PI, 7);
    }
  });

  it('has the derivatives that finite differences find, and its own Jacobian, beyond the last knot as well', () => {
    const h = 1e-5;
    const logit = (x: number) => Math.log(x) - Math.log1p(-x);
    for (let z = -7.4; z < 7.5; z += 0.37) {
      const [below, here, above] = [z - h, z, z + h].map((one) => {
        at.at(one);
        return { ...at, t: logit(at.x) };
      });
      expect(here.slope).toBeGreaterThan(0);
      expect(here.logDensitySlope).toBeCloseTo((above.logDensity - below.logDensity) / (2 * h), 4);
      if (here.t > 18) continue; // the logit is no longer to be read from x
      const slopeOfLogit = here.slope / (here.x * (1 - here.x));
      expect(slopeOfLogit / ((above.t - below.t) / (2 * h))).toBeCloseTo(1, 3);
      expect(here.logDensity).toBeCloseTo(law.logDensity(here.t) + Math.log(slopeOfLogit), 6);
    }
  });
});

it('is still refused where next to nothing lies anywhere but at the ends', () => {
  for (const shape of [0.02, 0.001])
    for (const [alpha, beta] of [
      [1, shape],
      [shape, 1],
    ] as const)
      expect(priorProblem({ family: 'beta', alpha, beta }, 'alpha', 'fraction')?.code).toBe('prior_extreme');
});
