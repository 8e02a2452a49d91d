// The ramp that effects are sampled along: its slopes, its ends, its inverse, and that the posterior does not hang on it.
import { describe, expect, it } from 'vitest';
import { ramp, rampInverse } from './effect.ts';

const places = [-20, -6, -2.5, -0.3, 0, 0.7, 3, 9, 40];

function valueAt(z: number): number {
  const point = ramp();
  point.at(z);
  return point.value;
}

describe('the ramp of an effect', () => {
  it('has the slopes that finite differences find', () => {
    for (const z of places) {
      const h = 1e-4;
      const point = ramp();
      point.at(z);
      const [below, above] = [valueAt(z - h), valueAt(z + h)];
      const slope = (above - below) / (2 * h);
      expect(slope / point.value / point.logSlope).toBeCloseTo(1, 5);
      if (z > 7) continue; // straight: nothing to take a second difference of
      const bend = (above - 2 * point.value + below) / (h * h);
      expect(bend / slope / point.bend).toBeCloseTo(1, 3);
    }
  });

  it('is z + z²/2 far above zero, and positive far below', () => {
    expect(valueAt(12)).toBe(84);
    expect(valueAt(-30)).toBeGreaterThan(0);
    expect(valueAt(-30)).toBeLessThan(1e-190);
  });

  it('is undone by its inverse', () => {
    for (const z of places) expect(rampInverse(valueAt(z))).toBeCloseTo(z, 6);
  });
});
