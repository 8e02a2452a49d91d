// Adstock and saturation: values by their formulas, derivatives by finite differences.
import { describe, expect, it } from 'vitest';
import {
  geometricHalfLife,
  geometricMeanLag,
  geometricWeights,
  geometricWindow,
} from './adstock/geometric.ts';
import { hill, logHill } from './saturation/hill.ts';
import { logistic, logLogistic } from './saturation/logistic.ts';

const slope = (f: (x: number) => number, x: number) => (f(x + 1e-6) - f(x - 1e-6)) / 2e-6;

describe('geometric adstock', () => {
  it('has weights α^s that sum to one when normalised', () => {
    const weights = geometricWeights(0.6, 8, true);
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    for (let s = 1; s < 8; s++) expect(weights[s] / weights[s - 1]).toBeCloseTo(0.6, 13);
    expect(geometricWeights(0.6, 3, false)).toEqual(Float64Array.from([1, 0.6, 0.6 * 0.6]));
  });

  it('knows the slopes of its normaliser and of the weight that leaves the window', () => {
    for (const alpha of [0.01, 0.3, 0.97]) {
      const window = { ...geometricWindow(alpha, 8, true) };
      expect(window.normSlope).toBeCloseTo(
        slope((a) => geometricWindow(a, 8, true).norm, alpha),
        7,
      );
      expect(window.gammaSlope).toBeCloseTo(
        slope((a) => geometricWindow(a, 8, true).gamma, alpha),
        7,
      );
    }
  });

  it('has the half-life of exponential decay where the window cuts nothing off', () => {
    for (const periods of [1, 2, 5])
      expect(geometricHalfLife(0.5 ** (1 / periods), 500)).toBeCloseTo(periods, 10);
  });

  it('spreads each lag evenly over its period to find where half of the effect has come', () => {
    // Weights 1, ½, ¼ of 1.75: 0.875 are reached inside the first period.
    expect(geometricHalfLife(0.5, 3)).toBeCloseTo(0.875, 14);
    // Weights 1, 0.9, 0.81 of 2.71: after the first, 0.355 of 0.9.
    expect(geometricHalfLife(0.9, 3)).toBeCloseTo(1 + 0.355 / 0.9, 14);
    expect(geometricHalfLife(1, 8)).toBe(4);
    expect(geometricHalfLife(0, 8)).toBe(0.5);
    expect(geometricHalfLife(0.7, 1)).toBe(0.5);
    expect(geometricHalfLife(Number.NaN, 8)).toBeNaN();
  });

  it('keeps everything in the first period when α is 0 or the window has one lag', () => {
    expect(geometricMeanLag(0, 8)).toBe(0);
    expect(geometricWindow(0.5, 1, true)).toEqual({ gamma: 0.5, gammaSlope: 1, norm: 1, normSlope: -0 });
  });
});

describe('logistic saturation', () => {
  it('is (1 − e^{−λx})/(1 + e^{−λx}), also where λx is tiny', () => {
    expect(logistic(0.7, 2)).toBeCloseTo((1 - Math.exp(-1.4)) / (1 + Math.exp(-1.4)), 15);
    expect(logistic(1e-12, 2)).toBeCloseTo(1e-12, 24);
    expect(logistic(0, 2)).toBe(0);
  });

  it('knows the slope of its logarithm', () => {
    for (const lam of [0.1, 2, 9])
      expect(logLogistic(0.4, lam).byLam).toBeCloseTo(
        slope((l) => Math.log(logistic(0.4, l)), lam),
        6,
      );
  });
});

describe('Hill saturation', () => {
  it('is half at κ, 0 at 0, and x^s/(κ^s + x^s) between', () => {
    expect(hill(0.8, 0.8, 3)).toBe(0.5);
    expect(hill(0, 0.8, 0.05)).toBe(0);
    expect(hill(0.3, 0.8, 1.7)).toBeCloseTo(0.3 ** 1.7 / (0.8 ** 1.7 + 0.3 ** 1.7), 15);
  });

  it('knows the logarithm and its slopes, far into both tails', () => {
    for (const [x, kappa, s] of [
      [0.3, 0.8, 1.7],
      [1e-6, 2, 4],
      [5, 0.01, 6],
    ]) {
      const at = { ...logHill(x, kappa, s) };
      expect(at.byKappa * kappa).toBeCloseTo(slope((k) => logHill(x, k, s).log, kappa) * kappa, 4);
      expect(at.bySlope).toBeCloseTo(
        slope((p) => logHill(x, kappa, p).log, s),
        5,
      );
      if (hill(x, kappa, s) > 0) expect(at.log).toBeCloseTo(Math.log(hill(x, kappa, s)), 10);
    }
  });
});
