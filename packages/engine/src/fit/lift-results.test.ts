// What is expected of a lift test without it, against normal models in which that is known; which tests are told.
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../numeric/normal.ts';
import { liftWarnings } from './lift-results.ts';
import { reweighted } from './without-test.ts';

/** Predictions of a test that were N(mean, sd²) without it, as draws with it have them. */
function expectedOf(without: { mean: number; sd: number }, lift: number, sd: number) {
  const variance = 1 / (1 / without.sd ** 2 + 1 / sd ** 2);
  const mean = variance * (without.mean / without.sd ** 2 + lift / sd ** 2);
  const draws = 4000;
  const predictions = Float64Array.from(
    { length: draws },
    (_, s) => mean + Math.sqrt(variance) * normalQuantile((((s * 1597) % draws) + 0.5) / draws),
  );
  return reweighted(predictions, { lift, sd });
}

describe('what a model expects of a lift test without it', () => {
  it.each([
    [{ mean: 100, sd: 20 }, 190, 30],
    [{ mean: 100, sd: 40 }, 20, 50],
    [{ mean: 0, sd: 10 }, 12, 12],
  ])('is found from draws that know the test: %o, %d ± %d', (without, lift, sd) => {
    const found = expectedOf(without, lift, sd);
    expect(Math.abs((found?.mean ?? Number.NaN) - without.mean)).toBeLessThan(0.08 * without.sd);
    expect(Math.abs((found?.sd ?? Number.NaN) / without.sd - 1)).toBeLessThan(0.08);
  });

  it('cannot be found from draws that the test decided', () => {
    expect(expectedOf({ mean: 0, sd: 100 }, 30, 10)).toBeUndefined();
    expect(expectedOf({ mean: 0, sd: 10 }, 200, 10)).toBeUndefined();
  });
});

describe('a lift test that is far from what was expected', () => {
  it('is told from 2.33 on, in either direction', () => {
    const estimate = { mean: 0, sd: 1, median: 0, hdi94: [-2, 2] } as const;
    const test = { name: 't', channels: ['tv'], unit: 'kpi', lift: 11, sd: 3, predicted: estimate } as const;
    const codes = (z: number) => liftWarnings([{ ...test, z }]).map(({ code }) => code);
    expect([codes(2.2), codes(2.4), codes(-2.4)]).toEqual([[], ['lift_conflict'], ['lift_conflict']]);
  });
});
