// How well the model describes the rows it was trained on: R², errors, coverage, residual autocorrelation.
import { quantile } from '../diagnostics/quantile.ts';
import { summarize } from '../diagnostics/summarize.ts';
import { pointReader } from '../insights/point.ts';
import { autocorrelation, type PredictiveCollector, predictiveCollector } from '../insights/predictive.ts';
import type { Posterior } from '../model/posterior.ts';
import type { Draws } from './draws.ts';
import { visitThinned } from './read-draws.ts';
import type { FitStatistics } from './result.ts';

/** Predictive bands come from every k-th draw, at least this many. */
export const PREDICTIVE_DRAWS = 2000;

export function fitStatistics(model: Posterior, draws: Draws, seed: number): FitStatistics {
  const count = visitThinned(draws, PREDICTIVE_DRAWS, () => {});
  const reader = pointReader(model, draws);
  const predictive = predictiveCollector(model, count, seed);
  visitThinned(draws, PREDICTIVE_DRAWS, (values, offset, index) =>
    predictive.add(reader.read(values, offset), index),
  );
  const actual = Float64Array.from(predictive.rows, (t) => model.scaled.target[t]);
  const fitted = predictive.meanSum.map((sum) => sum / count);
  const residuals = actual.map((y, i) => y - fitted[i]);
  const acf1 = autocorrelation(residuals, predictive.rows);
  return {
    rows: actual.length,
    r2: 1 - sumOf(residuals, (r) => r * r) / squaresAroundMean(actual),
    bayesianR2: summarize(predictive.bayesianR2),
    ...percentageErrors(actual, residuals),
    wmape: sumOf(residuals, Math.abs) / sumOf(actual, Math.abs),
    coverage94: coverage(actual, predictive),
    residualAcf1: acf1,
    residualAcf1PValue: twoSided(acf1, predictive.replicatedAcf1),
  };
}

function percentageErrors(
  actual: Float64Array,
  residuals: Float64Array,
): Pick<FitStatistics, 'mape' | 'mapeSkippedRows'> {
  let sum = 0;
  let rows = 0;
  for (let i = 0; i < actual.length; i++) {
    if (actual[i] === 0) continue;
    sum += Math.abs(residuals[i] / actual[i]);
    rows++;
  }
  return { mape: sum / rows, mapeSkippedRows: actual.length - rows };
}

/** Share of rows inside the equal-tailed 3–97 % band of the replicated KPI. */
function coverage(actual: Float64Array, { replicated }: PredictiveCollector): number {
  let inside = 0;
  for (const [i, y] of actual.entries()) {
    const sorted = replicated[i].slice().sort();
    if (y >= quantile(sorted, 0.03) && y <= quantile(sorted, 0.97)) inside++;
  }
  return inside / actual.length;
}

/** Twice the smaller tail of the replicated statistic beyond the observed one. */
function twoSided(observed: number, replicated: Float64Array): number {
  let above = 0;
  for (const value of replicated) if (value >= observed) above++;
  const tail = Math.min(above, replicated.length - above) / replicated.length;
  return Math.min(1, 2 * tail);
}

function squaresAroundMean(values: Float64Array): number {
  const mean = sumOf(values, (v) => v) / values.length;
  return sumOf(values, (v) => (v - mean) * (v - mean));
}

function sumOf(values: Float64Array, term: (value: number) => number): number {
  let sum = 0;
  for (const v of values) sum += term(v);
  return sum;
}
