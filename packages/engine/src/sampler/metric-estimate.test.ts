// Learning a metric from draws and gradients.
import { describe, expect, it } from 'vitest';
import { normal } from '../../reference/targets.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { createHistory, type History, historySince, remember } from './history.ts';
import { applyMetric, identityMetric, metricFrom } from './metric.ts';
import { estimateMetric, geometricMean } from './metric-estimate.ts';

const rho = 0.8;
const sds = [0.01, 1, 100, 5];

/** Independent draws of a normal with correlation rho^|i − j|, with their gradients. */
function history(draws: number): History {
  const target = normal([1, 2, 3, 4], sds, rho);
  const random = stream(5, 0, purpose.simulate, draws);
  const made = createHistory(draws, 4);
  for (let draw = 0; draw < draws; draw++) {
    const z = [random.normal()];
    while (z.length < 4) z.push(rho * z[z.length - 1] + Math.sqrt(1 - rho * rho) * random.normal());
    const position = Float64Array.from(z, (value, i) => i + 1 + sds[i] * value);
    const gradient = new Float64Array(4);
    target.logDensity(position, gradient);
    remember(made, position, gradient);
  }
  return made;
}

describe('the geometric mean of A and B⁻¹', () => {
  it('solves ΣBΣ = A', () => {
    const a = Float64Array.of(4, 1, 0.5, 1, 3, -0.2, 0.5, -0.2, 1);
    const b = Float64Array.of(2, -0.3, 0.1, -0.3, 1, 0.4, 0.1, 0.4, 5);
    const mean = geometricMean(a, b, 3);
    if (mean === undefined) throw new Error('b is positive definite');
    const times = (x: Float64Array, y: Float64Array) =>
      Float64Array.from({ length: 9 }, (_, at) =>
        [0, 1, 2].reduce((sum, k) => sum + x[Math.floor(at / 3) * 3 + k] * y[k * 3 + (at % 3)], 0),
      );
    times(times(mean, b), mean).forEach((value, at) => {
      expect(value).toBeCloseTo(a[at], 12);
    });
  });

  it('is undefined where B is not positive definite', () => {
    expect(geometricMean(Float64Array.of(1), Float64Array.of(-1), 1)).toBeUndefined();
  });
});

describe('a metric estimate', () => {
  it('is the covariance for a normal target, from few draws', () => {
    const state = estimateMetric(history(60), identityMetric(4));
    const column = new Float64Array(4);
    sds.forEach((sdJ, j) => {
      applyMetric(
        metricFrom(state),
        Float64Array.from(sds, (_, i) => (i === j ? 1 : 0)),
        column,
      );
      // Directions between ½ and 2 are left out, hence no exact equality.
      sds.forEach((sdI, i) => {
        expect(Math.abs(column[i] / (sdI * sdJ) - rho ** Math.abs(i - j))).toBeLessThan(0.35);
      });
    });
    expect(state.values.length).toBeGreaterThan(0);
    expect(state.values.every((value) => value > 2 || value < 0.5)).toBe(true);
  });

  it('is diagonal below twenty draws', () => {
    const state = estimateMetric(history(19), identityMetric(4));
    expect(state.values).toHaveLength(0);
    // sd q/sd g: the geometric mean of marginal and conditional variance, √(1 − ρ²) or less of the marginal one.
    state.scale.forEach((scale, i) => {
      const ratio = (scale * scale) / (sds[i] * sds[i]);
      expect(ratio).toBeGreaterThan(0.2);
      expect(ratio).toBeLessThan(1);
    });
  });

  it('keeps the scale of a coordinate that never moved', () => {
    const still = createHistory(4, 2);
    for (const q of [1, 2, 3, 5]) remember(still, Float64Array.of(q, 7), Float64Array.of(-q, 0));
    const state = estimateMetric(still, { ...identityMetric(2), scale: Float64Array.of(9, 6) });
    expect(state.scale[0]).toBeCloseTo(1, 12);
    expect(state.scale[1]).toBe(6);
  });

  it('reads the recent draws only', () => {
    const all = history(30);
    const recent = historySince(all, 18);
    expect(recent.length).toBe(12);
    expect([...recent.positions]).toEqual([...all.positions.slice(18 * 4)]);
  });
});
