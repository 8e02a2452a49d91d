// Sampling coordinates: their density is the prior's with the Jacobian, and a normal z gives the prior back.
import { describe, expect, it } from 'vitest';
import type { Prior } from '../model/spec.ts';
import { normalCdf } from '../numeric/normal.ts';
import { coordinate } from './coordinate.ts';
import { distribution } from './distribution.ts';

const priors: Prior[] = [
  { family: 'normal', mean: 1, sd: 2 },
  { family: 'half_normal', sd: 1.5 },
  { family: 'log_normal', mu: 0.2, sigma: 0.9 },
  { family: 'gamma', shape: 3, rate: 1 },
  { family: 'beta', alpha: 1, beta: 3 },
  { family: 'beta', alpha: 1, beta: 99 },
  { family: 'uniform', low: 0, high: 1 },
];

describe.each(priors)('the coordinate of $family', (prior) => {
  const at = coordinate(prior);
  const law = distribution(prior);
  const grid = Array.from({ length: 61 }, (_, i) => -7.5 + 0.25 * i + 0.011);

  it('is increasing and adds its own Jacobian to the prior density', () => {
    let before = Number.NEGATIVE_INFINITY;
    for (const z of grid) {
      at.at(z);
      expect(at.x).toBeGreaterThan(before);
      before = at.x;
      expect(at.logDensity).toBeCloseTo(law.logDensity(at.x) + Math.log(at.slope), 7);
    }
  });

  it('has the derivatives that finite differences find', () => {
    const h = 1e-5;
    const value = (z: number) => {
      at.at(z);
      return { x: at.x, logDensity: at.logDensity };
    };
    for (const z of grid) {
      const [up, down] = [value(z + h), value(z - h)];
      at.at(z);
      expect(at.slope).toBeCloseTo((up.x - down.x) / (2 * h), 5);
      expect(at.logDensitySlope).toBeCloseTo((up.logDensity - down.logDensity) / (2 * h), 4);
    }
  });

  it('maps a standard normal to the prior: its density there is close to normal', () => {
    for (const z of [-2.3, -1, -0.1, 0.4, 1.7, 2.9]) {
      at.at(z);
      expect(at.logDensity).toBeCloseTo(-0.5 * z * z - 0.5 * Math.log(2 * Math.PI), 3);
    }
  });

  it('integrates the density to the probability of the quantile', () => {
    const p = integrate(law, law.atNormal(-2), law.atNormal(1.3));
    expect(p).toBeCloseTo(normalCdf(1.3) - normalCdf(-2), 6);
  });
});

function integrate(law: ReturnType<typeof distribution>, from: number, to: number): number {
  const n = 20_000;
  const h = (to - from) / n;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp(law.logDensity(from + (i + 0.5) * h));
  return sum * h;
}
