// A distribution kept between bounds, against the families that have such bounds of their own.
import { describe, expect, it } from 'vitest';
import { distribution } from './distribution.ts';
import { restricted } from './restricted.ts';

const points = [-4, -1.3, 0, 0.4, 2.2, 5];

describe('a normal kept between bounds', () => {
  it.each([
    [-0.95, 0.95],
    [0.2, 3],
    [-2, -0.1],
  ])('%d and %d is the truncated normal', (low, high) => {
    const ours = restricted(distribution({ family: 'normal', mean: 0.1, sd: 0.3 }), low, high);
    const theirs = distribution({ family: 'truncated_normal', mean: 0.1, sd: 0.3, low, high });
    for (const z of points) {
      const x = theirs.atNormal(z);
      expect(ours.atNormal(z)).toBeCloseTo(x, 9);
      expect(ours.logDensity(x)).toBeCloseTo(theirs.logDensity(x), 9);
      expect(ours.slope(x)).toBe(theirs.slope(x));
    }
    expect(ours.logDensity(low - 0.01)).toBe(Number.NEGATIVE_INFINITY);
  });
});

it('an exponential kept above a bound is the same one, moved there: it has no memory', () => {
  const law = distribution({ family: 'exponential', rate: 0.5 });
  const above = restricted(law, 2);
  for (const z of points) expect(above.atNormal(z)).toBeCloseTo(2 + law.atNormal(z), 9);
  expect(above.logDensity(2.5)).toBeCloseTo(law.logDensity(0.5), 12);
  expect(above.support).toEqual({ kind: 'above', low: 2 });
});
