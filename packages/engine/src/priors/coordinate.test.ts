// Sampling coordinates: their density is the prior's with the Jacobian, and a normal z gives the prior back.
import { describe, expect, it } from 'vitest';
import { priorCases } from '../../fixtures/priors.ts';
import type { Prior } from '../model/spec.ts';
import { normalCdf } from '../numeric/normal.ts';
import { coordinate } from './coordinate.ts';
import { distribution } from './distribution.ts';
import { knotsOf } from './knots.ts';
import { scaleOf } from './scale.ts';

const priors: Prior[] = priorCases.map(({ prior }) => prior);

describe.each(priors)('the coordinate of %j', (prior) => {
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
      expect(Math.abs((up.x - down.x) / (2 * h) / at.slope - 1)).toBeLessThan(1e-5 + 1e-10 / at.slope);
      expect(at.logDensitySlope).toBeCloseTo((up.logDensity - down.logDensity) / (2 * h), 4);
    }
  });

  it('maps a standard normal to the prior: its density there is normal', () => {
    for (const z of [-5.3, -2.3, -1, -0.1, 0.4, 1.7, 2.9]) {
      at.at(z);
      expect(at.logDensity).toBeCloseTo(-0.5 * z * z - 0.5 * Math.log(2 * Math.PI), 5);
    }
  });

  it('gives the same prior where it adds the Jacobian and where it need not', () => {
    const { exactFrom, exactTo } = knotsOf(law, scaleOf(law.support));
    for (const knot of [exactFrom, exactTo]) {
      const border = -6 + knot / 4;
      const [below, above] = [border - 1e-9, border + 1e-9].map((z) => {
        at.at(z);
        return [at.logDensity, at.x];
      });
      expect(below[0]).toBeCloseTo(above[0], 6);
      expect(Math.abs(below[1] - above[1])).toBeLessThan(1e-6 * (1 + Math.abs(above[1])));
    }
  });

  it('integrates the density to the probability of the quantile', () => {
    // Midpoints between quantiles, so that every family is looked at where its mass is.
    const edges = Array.from({ length: 20_001 }, (_, i) => law.atNormal(-2 + (3.3 * i) / 20_000));
    const p = edges.slice(1).reduce((sum, to, i) => {
      const from = edges[i];
      return sum + (to - from) * Math.exp(law.logDensity((from + to) / 2));
    }, 0);
    expect(p).toBeCloseTo(normalCdf(1.3) - normalCdf(-2), 6);
  });
});
