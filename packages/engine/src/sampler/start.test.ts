// The climb to a mode and the wide draw around it, also where the density is not friendly.
import { describe, expect, it } from 'vitest';
import { normal } from '../../reference/targets.ts';
import { applyMetric, metricFrom } from './metric.ts';
import { climb } from './optimize.ts';
import { laplaceStart } from './start.ts';
import type { Target } from './target.ts';

const settings = { seed: 4, chain: 0, warmup: 300, targetAcceptance: 0.9 };

/** −(1 − x)² − 100(y − x²)², the usual hard climb; its mode is (1, 1). */
const rosenbrock: Target = {
  size: 2,
  logDensity([x, y], gradient) {
    const bend = y - x * x;
    gradient[0] = 2 * (1 - x) + 400 * bend * x;
    gradient[1] = -200 * bend;
    return -(1 - x) * (1 - x) - 100 * bend * bend;
  },
};

/** Two normal hills with sd 0.5 at ±4, the right one higher by log 3. */
const twoHills: Target = {
  size: 1,
  logDensity([x], gradient) {
    const left = Math.exp(-2 * (x + 4) * (x + 4));
    const right = 3 * Math.exp(-2 * (x - 4) * (x - 4));
    gradient[0] = (-4 * (x + 4) * left - 4 * (x - 4) * right) / (left + right);
    return Math.log(left + right);
  },
};

/** log x − x: no density at or below zero. Its mode is at 1. */
const positive: Target = {
  size: 1,
  logDensity([x], gradient) {
    gradient[0] = 1 / x - 1;
    return Math.log(x) - x;
  },
};

describe('the climb', () => {
  it('finds the end of a bent ridge', () => {
    const { position, gradients } = climb(rosenbrock, Float64Array.of(-1.2, 1));
    expect(position[0]).toBeCloseTo(1, 3);
    expect(position[1]).toBeCloseTo(1, 3);
    expect(gradients).toBeLessThan(150);
  });

  it('finds the mean of a badly scaled, correlated normal', () => {
    const means = [3, -2, 0.5, 10];
    const { position } = climb(normal(means, [0.1, 1, 10, 3], 0.9), new Float64Array(4));
    means.forEach((mean, i) => {
      expect(position[i]).toBeCloseTo(mean, 2);
    });
  });

  it('steps back from where there is no density', () => {
    expect(climb(positive, Float64Array.of(1e-3)).position[0]).toBeCloseTo(1, 3);
    expect(climb(positive, Float64Array.of(50)).position[0]).toBeCloseTo(1, 3);
  });

  it('does not take infinite density for a mode', () => {
    const spike: Target = {
      size: 1,
      logDensity([x], gradient) {
        gradient[0] = -x;
        return x < -0.5 ? Number.POSITIVE_INFINITY : -0.5 * x * x;
      },
    };
    const { position, logDensity } = climb(spike, Float64Array.of(3));
    expect(position[0]).toBeCloseTo(0, 3);
    expect(logDensity).toBeCloseTo(0, 6);
  });
});

describe('the Laplace start', () => {
  const target = normal([1, -2, 3], [0.5, 1, 2], 0.6);

  it('brings the covariance of a normal as metric, its mode, and what it cost', () => {
    let calls = 0;
    const counted: Target = {
      size: 3,
      logDensity: (position, gradient) => {
        calls++;
        return target.logDensity(position, gradient);
      },
    };
    const start = laplaceStart(counted, Float64Array.of(5, 5, 5), settings);
    expect(start.modeLogDensity).toBeCloseTo(0, 5);
    expect(start.gradients).toBe(calls);
    const column = new Float64Array(3);
    applyMetric(metricFrom(start.metric), Float64Array.of(1, 0, 0), column);
    expect(column[0] / 0.25).toBeGreaterThan(0.5);
    expect(column[0] / 0.25).toBeLessThan(2);
  });

  it('draws with twice the covariance', () => {
    const draws = Array.from(
      { length: 2000 },
      (_, chain) => laplaceStart(target, Float64Array.of(1, -2, 3), { ...settings, chain }).position,
    );
    const spread = (i: number, mean: number) =>
      draws.reduce((sum, q) => sum + (q[i] - mean) * (q[i] - mean), 0) / draws.length;
    // The error of a variance from 2000 draws is √(2/2000) = 3 %.
    expect(Math.abs(spread(0, 1) / (2 * 0.25) - 1)).toBeLessThan(0.12);
    expect(Math.abs(spread(2, 3) / (2 * 4) - 1)).toBeLessThan(0.12);
  });

  it('stays with the mode it climbed to, so that other chains can find others', () => {
    const left = laplaceStart(twoHills, Float64Array.of(-2.5), settings);
    const right = laplaceStart(twoHills, Float64Array.of(2.5), settings);
    expect(left.position[0]).toBeLessThan(-1);
    expect(right.position[0]).toBeGreaterThan(1);
    expect(right.modeLogDensity - left.modeLogDensity).toBeCloseTo(Math.log(3), 6);
  });

  it('survives a start without density, where that towards the origin has one', () => {
    const ball: Target = {
      size: 2,
      logDensity([x, y], gradient) {
        gradient.set([-x, -y]);
        return x * x + y * y > 100 ? Number.NaN : -0.5 * (x * x + y * y);
      },
    };
    const start = laplaceStart(ball, Float64Array.of(1e6, -1e6), settings);
    expect(start.modeLogDensity).toBeCloseTo(0, 6);
    expect(laplaceStart(ball, Float64Array.of(Number.NaN, 1), settings).modeLogDensity).toBeCloseTo(0, 6);
  });

  it('survives a start whose whole way to the origin has no density', () => {
    const start = laplaceStart(positive, Float64Array.of(-3), settings);
    expect(start.position[0]).toBeGreaterThan(0);
  });

  it('survives a mode at the edge of the support, where curvature is no number', () => {
    // Exponential(1): the mode is at zero, beyond which there is nothing.
    const exponential: Target = {
      size: 1,
      logDensity([x], gradient) {
        gradient[0] = -1;
        return x < 0 ? Number.NEGATIVE_INFINITY : -x;
      },
    };
    const start = laplaceStart(exponential, Float64Array.of(2), settings);
    expect(start.position[0]).toBeGreaterThanOrEqual(0);
    expect(start.metric.scale.every((scale) => scale > 0 && Number.isFinite(scale))).toBe(true);
  });

  it('says so when there is no density anywhere', () => {
    const nowhere: Target = { size: 2, logDensity: () => Number.NaN };
    expect(() => laplaceStart(nowhere, Float64Array.of(1, 1), settings)).toThrow(
      'A chain needs a point where log density and gradient are finite.',
    );
  });
});
