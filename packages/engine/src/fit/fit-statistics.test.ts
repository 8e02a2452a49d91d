// Fit statistics against numbers done by hand on a model whose mean is a constant.
import { describe, expect, it } from 'vitest';
import { plainModel, plainPoint } from '../../fixtures/plain-model.ts';
import { drawsAt } from '../../fixtures/stored-draws.ts';

import { normalCdf } from '../numeric/normal.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { fitStatistics } from './fit-statistics.ts';

/** Draws around an intercept of 50 KPI units. */
function around(kpi: readonly number[], options: { sigma?: number; draws?: number; leadIn?: number } = {}) {
  const model = plainModel({ kpi, leadIn: options.leadIn });
  const points = Array.from({ length: options.draws ?? 2 }, (_, s) =>
    plainPoint({ intercept: s % 2 === 0 ? 0.4 : 0.6, sigma: options.sigma }),
  );
  return fitStatistics(model, drawsAt(model, points), 3);
}

describe('errors of the posterior mean', () => {
  const kpi = [40, 0, 50, 60, 100, 0, 50, 50, 40, 60];
  // Errors around 50: −10, −50, 0, 10, 50, −50, 0, 0, −10, 10; the KPI's own mean is 45.
  const statistics = around(kpi);

  it('give R² as 1 − Σ(y − ŷ)²/Σ(y − ȳ)²', () => {
    expect(statistics.r2).toBeCloseTo(1 - 7900 / 7650, 12);
  });

  it('give MAPE over the rows that sold something, and say how many did not', () => {
    // 10/40, 10/60, 50/100, 10/40, 10/60 over 8 rows.
    expect(statistics.mape).toBeCloseTo(1 / 6, 12);
    expect(statistics.mapeSkippedRows).toBe(2);
  });

  it('give wMAPE as all absolute error over all KPI', () => {
    expect(statistics.wmape).toBeCloseTo(190 / 450, 12);
  });

  it('leave out lead-in and rows without a KPI', () => {
    const padded = around([70, 90, ...kpi.slice(0, 4), Number.NaN, ...kpi.slice(4)], { leadIn: 2 });
    expect(padded.rows).toBe(10);
    expect(padded).toMatchObject({ mapeSkippedRows: 2 });
    for (const name of ['r2', 'mape', 'wmape'] as const)
      expect(padded[name]).toBeCloseTo(statistics[name], 12);
  });

  it('leave Bayesian R² at 0 where the mean never moves', () => {
    expect(statistics.bayesianR2.mean).toBeLessThan(1e-25);
  });
});

describe('coverage', () => {
  /** Two rows `z` predictive sds above and below the mean, ten in the middle; all draws at the same mean. */
  function coverageAt(z: number): number {
    const kpi = [50 + 10 * z, 50 - 10 * z, 51, 49, 50, 52, 48, 50, 51, 49, 50, 50];
    const model = plainModel({ kpi });
    const points = Array.from({ length: 3999 }, () => plainPoint({ sigma: 0.1 }));
    return fitStatistics(model, drawsAt(model, points), 3).coverage94;
  }

  it('counts the rows inside the 3–97 % predictive band', () => {
    // Normal quantiles: 1.75 at 96 %, 1.88 at 97 %, 2.05 at 98 %; a band from 3,999 draws is off by at most 0.04.
    expect(coverageAt(1.77)).toBe(1);
    expect(coverageAt(2)).toBeCloseTo(10 / 12, 14);
  });
});

describe('the p-value of residual autocorrelation', () => {
  const rows = 100;
  const noise = stream(5, 0, purpose.simulate, 0);
  const shocks = Array.from({ length: rows + 1 }, () => noise.normal());
  const series = (carried: number) =>
    Array.from({ length: rows }, (_, t) => 50 + 5 * (shocks[t + 1] + carried * shocks[t]));

  /** Centred neighbours over centred squares, written out. */
  function acf(values: readonly number[]): number {
    const mean = values.reduce((a, b) => a + b) / values.length;
    const centred = values.map((v) => v - mean);
    const products = centred.slice(1).map((v, i) => v * centred[i]);
    return products.reduce((a, b) => a + b) / centred.reduce((a, v) => a + v * v, 0);
  }

  it.each([0.2, -0.05])('is twice the smaller tail of replicated residuals (carried %f)', (carried) => {
    const kpi = series(carried);
    const draws = 2500;
    const { residualAcf1, residualAcf1PValue } = around(kpi, { draws });
    expect(residualAcf1).toBeCloseTo(acf(kpi), 10);
    let above = 0;
    for (let s = 0; s < draws; s++) {
      const random = stream(3, 0, purpose.predictive, s);
      if (acf(kpi.map(() => random.normal())) >= acf(kpi)) above++;
    }
    expect(residualAcf1PValue).toBeCloseTo((2 * Math.min(above, draws - above)) / draws, 12);
    // Independent residuals have an autocorrelation of about N(−1/n, 1/n).
    const z = Math.abs(acf(kpi) + 1 / rows) * Math.sqrt(rows);
    const expected = 2 * (1 - normalCdf(z));
    expect(expected).toBeGreaterThan(0.03);
    expect(Math.abs(residualAcf1PValue - expected)).toBeLessThan(0.25 * expected);
  });
});
