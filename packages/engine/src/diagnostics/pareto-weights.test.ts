// Pareto-smoothed weights against distributions whose tail is known.
import { describe, expect, it } from 'vitest';
import { log } from '../numeric/elementary.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { paretoWeights } from './pareto-weights.ts';

/** The middle of each of n equal parts of probability, in an order that is not sorted. */
const uniforms = Float64Array.from({ length: 4000 }, (_, i) => (((i * 1597) % 4000) + 0.5) / 4000);
const normals = uniforms.map(normalQuantile);

describe('Pareto-smoothed weights', () => {
  it('find the shape of a tail, 1 over the number of moments it has', () => {
    for (const shape of [0.2, 0.5, 0.9]) {
      const found = paretoWeights(uniforms.map((u) => -shape * log(1 - u)));
      expect(Math.abs(found.shape - shape)).toBeLessThan(0.08);
    }
  });

  it('take the factor of an observation out of a normal posterior', () => {
    // N(0, 1) is N(-0.5, 2)·N(0.5; 2): without that observation mean and variance are those of the other factor.
    const { weights, shape, most } = paretoWeights(normals.map((x) => 0.25 * (0.5 - x) ** 2));
    const mean = normals.reduce((sum, x, i) => sum + weights[i] * x, 0);
    const variance = normals.reduce((sum, x, i) => sum + weights[i] * (x - mean) ** 2, 0);
    expect(shape).toBeLessThan(most);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(Math.abs(mean + 0.5)).toBeLessThan(0.06);
    expect(Math.abs(variance - 2)).toBeLessThan(0.2);
  });

  it('say that they cannot be trusted where the observation made the posterior', () => {
    const far = paretoWeights(normals.map((x) => 0.5 * (9 - x) ** 2));
    expect(far.shape).toBeGreaterThan(far.most);
    expect(paretoWeights(normals.map(() => Number.NaN)).shape).toBe(Number.POSITIVE_INFINITY);
    expect(paretoWeights(normals.map(() => 3)).shape).toBe(0);
  });
});
