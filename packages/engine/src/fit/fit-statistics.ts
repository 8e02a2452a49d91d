// How well the model describes the rows it was trained on: R², errors, coverage, residual autocorrelation.
import { summarize } from '../diagnostics/summarize.ts';
import { pointReader } from '../insights/point.ts';
import { autocorrelation, type PredictiveCollector, predictiveCollector } from '../insights/predictive.ts';
import type { Posterior } from '../model/posterior.ts';
import { accuracyOf, scoreOf } from './accuracy.ts';
import type { Draws } from './draws.ts';
import { visitThinned } from './read-draws.ts';
import type { FitStatistics } from './result.ts';

/** Predictive bands come from every k-th draw, at least this many. */
export const PREDICTIVE_DRAWS = 2000;

export function fitStatistics(model: Posterior, draws: Draws, seed: number): FitStatistics {
  const predictive = predictiveOf(model, draws, seed);
  const count = predictive.bayesianR2.length;
  const { targetScale } = model.scaled;
  const scores = predictive.rows.map((t, i) =>
    scoreOf(model.scaled.kpi[t], predictive.meanSum[i] / count, predictive.replicated[i]),
  );
  const acf1 = autocorrelation(predictive.residuals(), predictive.rows);
  const accuracy = accuracyOf(scores);
  return {
    ...accuracy,
    crps: targetScale * accuracy.crps,
    bayesianR2: summarize(predictive.bayesianR2),
    residualAcf1: acf1,
    residualAcf1PValue: twoSided(acf1, predictive.replicatedAcf1),
  };
}

/** Every k-th draw replicated. */
export function predictiveOf(model: Posterior, draws: Draws, seed: number): PredictiveCollector {
  const count = visitThinned(draws, PREDICTIVE_DRAWS, () => {});
  const reader = pointReader(model, draws);
  const predictive = predictiveCollector(model, count, seed);
  visitThinned(draws, PREDICTIVE_DRAWS, (values, offset, index) =>
    predictive.add(reader.read(values, offset), index),
  );
  return predictive;
}

/** Twice the smaller tail of the replicated statistic beyond the observed one. */
function twoSided(observed: number, replicated: Float64Array): number {
  let above = 0;
  for (const value of replicated) if (value >= observed) above++;
  const tail = Math.min(above, replicated.length - above) / replicated.length;
  return Math.min(1, 2 * tail);
}
