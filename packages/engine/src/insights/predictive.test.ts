// Posterior prediction against numbers done by hand: means, replicated rows, R², residual autocorrelation.
import { describe, expect, it } from 'vitest';
import { plainModel, plainPoint } from '../../fixtures/plain-model.ts';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { describer } from './describe.ts';
import { pointReader } from './point.ts';
import { autocorrelation, meanAt, predictiveCollector } from './predictive.ts';

describe('the lag-1 autocorrelation of residuals', () => {
  it('is the sum of neighbouring products over the sum of squares, around the mean', () => {
    // Centred: 1, 1, −1, −1. Products 1 − 1 + 1, squares 4.
    expect(autocorrelation(Float64Array.of(6, 6, 4, 4), [0, 1, 2, 3])).toBeCloseTo(0.25, 14);
    expect(autocorrelation(Float64Array.of(1, -1, 1, -1), [5, 6, 7, 8])).toBeCloseTo(-0.75, 14);
  });

  it('is that of periods further apart when asked', () => {
    const residuals = Float64Array.of(6, 6, 4, 4);
    // Centred: 1, 1, −1, −1. Two apart: −1 − 1; three apart: −1.
    expect(autocorrelation(residuals, [0, 1, 2, 3], 2)).toBeCloseTo(-0.5, 14);
    expect(autocorrelation(residuals, [0, 1, 2, 3], 3)).toBeCloseTo(-0.25, 14);
    expect(autocorrelation(residuals, [0, 1, 2, 3], 4)).toBe(0);
    // Rows 1 and 3, and 3 and 5, are two apart.
    expect(autocorrelation(residuals, [1, 3, 4, 5], 2)).toBeCloseTo((1 - 1) / 4, 14);
    expect(autocorrelation(residuals, [1, 4, 6, 9], 3)).toBeCloseTo((1 + 1) / 4, 14);
  });

  it('leaves out pairs with a missing period between them', () => {
    expect(autocorrelation(Float64Array.of(6, 6, 4, 4), [0, 1, 3, 4])).toBeCloseTo(0.5, 14);
    expect(autocorrelation(Float64Array.of(6, 6, 4, 4), [0, 2, 4, 6])).toBe(0);
  });
});

describe('predicted rows', () => {
  const kpi = [Number.NaN, 40, 50, 60, Number.NaN, 80, 70, 60, 50, 40, 30, 20];
  const model = plainModel({ kpi, leadIn: 2, trend: true });
  const points = [
    plainPoint({ intercept: 0.2, trend: 2, sigma: 0.3 }),
    plainPoint({ intercept: 0.5, trend: 1, sigma: 0.1 }),
  ];
  const predictive = predictiveCollector(model, points.length, 4);
  for (const [index, point] of points.entries()) predictive.add(point, index);
  const trained = [2, 3, 5, 6, 7, 8, 9, 10, 11];

  it('are those with a KPI after the lead-in', () => {
    expect(predictive.rows).toEqual(trained);
  });

  it('add up their means over draws', () => {
    // The trend runs from 0 in row 2 to 1 in row 11.
    for (const [i, t] of trained.entries()) {
      expect(meanAt(model, points[0], t)).toBeCloseTo(0.2 + (2 * (t - 2)) / 9, 13);
      expect(predictive.meanSum[i]).toBeCloseTo(0.7 + (3 * (t - 2)) / 9, 13);
    }
  });

  it('have the media effect in their mean', () => {
    const withMedia = plainPoint({ intercept: 0.2, trend: 0, beta: 3, shapes: [2] });
    model.locateAt(withMedia);
    // Row 3: spend 2 of 100, logistic at λx = 0.04.
    expect(meanAt(model, withMedia, 3)).toBeCloseTo(
      0.2 + (3 * (1 - Math.exp(-0.04))) / (1 + Math.exp(-0.04)),
      12,
    );
  });

  it('are replicated with the σ of their draw and a noise of their own', () => {
    for (const [index, { linear, sigma }] of points.entries()) {
      const random = stream(4, 0, purpose.predictive, index);
      const noise = trained.map(() => random.normal());
      for (const [i, t] of trained.entries()) {
        const mean = linear[0] + (linear[1] * (t - 2)) / 9;
        expect(predictive.replicated[i][index]).toBeCloseTo(mean + sigma * noise[i], 12);
      }
      expect(predictive.replicatedAcf1[index]).toBeCloseTo(
        autocorrelation(Float64Array.from(noise), trained),
        12,
      );
    }
  });

  it('give Var(mu)/(Var(mu) + σ²) as Bayesian R²', () => {
    // A trend of b over 11 evenly spaced rows, 0 to 1, has variance 0.11·b²: 0.44/(0.44 + 0.09) and 0.11/(0.11 + 0.01).
    const whole = plainModel({ kpi: kpi.slice(1).map((y) => y || 70), trend: true });
    const collected = predictiveCollector(whole, points.length, 4);
    for (const [index, point] of points.entries()) collected.add(point, index);
    expect(collected.bayesianR2[0]).toBeCloseTo(44 / 53, 12);
    expect(collected.bayesianR2[1]).toBeCloseTo(11 / 12, 12);
  });
});

describe('what is left of AR(1) errors', () => {
  const data = smallData();
  const { spec } = expandSpec({ ...smallDraft, likelihood: { errors: 'ar1' } }, data);
  const model = posterior(spec, data);
  const described = describer(model);
  const points = [0, 1].map((chain) => {
    const values = new Float64Array(described.columns);
    described.describe(model.priorPosition(5, chain), stream(1, 0, 5, chain), values, 0);
    return structuredClone(pointReader(model, described).read(values, 0));
  });
  const predictive = predictiveCollector(model, points.length, 4);
  for (const [index, point] of points.entries()) predictive.add(point, index);

  it('are the innovations, averaged over draws', () => {
    const { target, rows } = model.scaled;
    const slow = points.map((point) => {
      model.locateAt(point);
      const [rho] = point.own ?? [];
      const errors = Array.from({ length: rows }, (_, t) => target[t] - meanAt(model, point, t));
      return errors.map((e, t) => (t === 0 ? e * Math.sqrt(1 - rho ** 2) : e - rho * errors[t - 1]));
    });
    for (const [t, left] of predictive.residuals().entries())
      expect(left).toBeCloseTo((slow[0][t] + slow[1][t]) / 2, 10);
  });

  it('are compared with what is left of a replicate: independent again', () => {
    for (const [index] of points.entries()) {
      const random = stream(4, 0, purpose.predictive, index);
      const fresh = Float64Array.from({ length: model.scaled.rows }, () => random.normal());
      expect(predictive.replicatedAcf1[index]).toBeCloseTo(autocorrelation(fresh, [...fresh.keys()]), 10);
    }
  });

  it('give a Bayesian R² with the variance of a period: σ²/(1 − ρ²)', () => {
    for (const [index, point] of points.entries()) {
      model.locateAt(point);
      const mu = Array.from({ length: model.scaled.rows }, (_, t) => meanAt(model, point, t));
      const centre = mu.reduce((a, b) => a + b, 0) / mu.length;
      const spread = mu.reduce((sum, m) => sum + (m - centre) ** 2, 0) / (mu.length - 1);
      const [rho] = point.own ?? [];
      const noise = point.sigma ** 2 / (1 - rho ** 2);
      expect(predictive.bayesianR2[index]).toBeCloseTo(spread / (spread + noise), 10);
    }
  });
});
