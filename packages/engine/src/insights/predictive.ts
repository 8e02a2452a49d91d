// Posterior prediction of the rows a model was trained on: mean, replicated KPI, residual autocorrelation.
import type { ParameterPoint, Posterior } from '../model/posterior.ts';
import { exp, expm1 } from '../numeric/elementary.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { noiseOf } from './noise.ts';

export interface PredictiveCollector {
  /** Training rows, as indices into the data. */
  readonly rows: readonly number[];
  /** What is expected of the KPI over its scale, summed over draws; by training row. */
  readonly meanSum: Float64Array;
  /** Replicated KPI over its scale, by training row then draw. */
  readonly replicated: readonly Float64Array[];
  /** Var(expected)/(Var(expected) + variance of the noise) of the KPI by draw (Gelman, Goodrich, Gabry & Vehtari 2019). */
  readonly bayesianR2: Float64Array;
  /** Lag-1 autocorrelation of a replicated series' residuals, by draw. */
  readonly replicatedAcf1: Float64Array;
  add(point: ParameterPoint, index: number): void;
  /**
   * Posterior mean of what is left in each training row and was not carried over from the row before: of AR(1) errors
   * the innovations, else y* less its mean: where parts multiply on the log scale, where the noise has one size. After
   * the last `add`.
   */
  residuals(): Float64Array;
}

export function predictiveCollector(model: Posterior, draws: number, seed: number): PredictiveCollector {
  const { mask, target } = model.scaled;
  const rows = Array.from(mask.keys()).filter((t) => mask[t] === 1);
  const noise = noiseOf(model);
  const meanSum = new Float64Array(rows.length);
  const replicated = rows.map(() => new Float64Array(draws));
  const bayesianR2 = new Float64Array(draws);
  const replicatedAcf1 = new Float64Array(draws);
  const mean = new Float64Array(rows.length);
  const errors = new Float64Array(rows.length);
  const left = new Float64Array(rows.length);
  const newSum = new Float64Array(rows.length);
  const muSum = new Float64Array(rows.length);
  const link = links[model.spec.likelihood.link];
  return {
    rows,
    meanSum,
    replicated,
    bayesianR2,
    replicatedAcf1,
    add(point, index) {
      model.locateAt(point);
      const random = stream(seed, 0, purpose.predictive, index);
      noise.replicate(point, random, errors);
      for (const [i, t] of rows.entries()) {
        mean[i] = meanAt(model, point, t);
        left[i] = target[t] - mean[i];
        muSum[i] += mean[i];
      }
      bayesianR2[index] = link.predict(mean, errors, noise.variance(point), (i, expected, replicate) => {
        meanSum[i] += expected;
        replicated[i][index] = replicate;
      });
      noise.innovations(point, errors);
      replicatedAcf1[index] = autocorrelation(errors, rows);
      noise.innovations(point, left);
      for (let i = 0; i < left.length; i++) newSum[i] += left[i];
    },
    residuals: () =>
      noise.independent
        ? muSum.map((sum, i) => target[rows[i]] - sum / draws)
        : newSum.map((sum) => sum / draws),
  };
}

/** What mean and noise on the scale of y* say of the KPI over its scale. */
interface Link {
  /** Tells each row's expectation and replicate; returns Bayesian R². */
  predict(
    mean: Float64Array,
    errors: Float64Array,
    noiseVariance: number,
    tell: (i: number, expected: number, replicate: number) => void,
  ): number;
}

const links: Readonly<Record<'identity' | 'log', Link>> = {
  identity: {
    predict(mean, errors, noiseVariance, tell) {
      for (let i = 0; i < mean.length; i++) tell(i, mean[i], mean[i] + errors[i]);
      const spread = variance(mean);
      return spread / (spread + noiseVariance);
    },
  },
  /** E[e^(mu + noise)] = e^(mu + v/2), and its variance is that squared times e^v − 1. */
  log: {
    predict(mean, errors, noiseVariance, tell) {
      const expected = mean.map((mu) => exp(mu + 0.5 * noiseVariance));
      let squares = 0;
      for (let i = 0; i < mean.length; i++) {
        tell(i, expected[i], exp(mean[i] + errors[i]));
        squares += expected[i] * expected[i];
      }
      const spread = variance(expected);
      return spread / (spread + (expm1(noiseVariance) * squares) / mean.length);
    },
  },
};

/** mu_t in scaled units at the located point. */
export function meanAt(model: Posterior, point: ParameterPoint, t: number): number {
  const { kernel, scaled } = model;
  let mean = 0;
  for (let i = 0; i < scaled.columns.length; i++) mean += point.linear[i] * scaled.columns[i].values[t];
  for (let c = 0; c < point.channels.length; c++)
    mean += point.channels[c].beta * kernel.values[t * kernel.lanes + model.channels[c].lane];
  return mean;
}

/** Autocorrelation over pairs of periods `lag` apart, both in the likelihood. */
export function autocorrelation(residuals: Float64Array, rows: readonly number[], lag = 1): number {
  let mean = 0;
  for (const r of residuals) mean += r / residuals.length;
  let products = 0;
  let squares = 0;
  let earlier = 0;
  for (let i = 0; i < residuals.length; i++) {
    const centred = residuals[i] - mean;
    squares += centred * centred;
    while (rows[earlier] < rows[i] - lag) earlier++;
    if (rows[earlier] === rows[i] - lag) products += centred * (residuals[earlier] - mean);
  }
  return products / squares;
}

function variance(values: Float64Array): number {
  let mean = 0;
  for (const v of values) mean += v / values.length;
  let squares = 0;
  for (const v of values) squares += (v - mean) * (v - mean);
  return squares / (values.length - 1);
}
