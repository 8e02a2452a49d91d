// How far predictions were off on named rows: R², percentage errors, CRPS, and how often intervals held the KPI.
import { crpsOfDraws } from '../diagnostics/crps.ts';
import { quantile } from '../diagnostics/quantile.ts';
import type { Accuracy } from './result.ts';

/** What one row's prediction turned out to be worth. */
export interface RowScore {
  readonly actual: number;
  /** The single number predicted: the posterior mean of mu. */
  readonly point: number;
  readonly crps: number;
  /** Whether the KPI lies inside the equal-tailed 25–75 and 3–97 % predictive intervals; absent without a distribution. */
  readonly inside50?: boolean;
  readonly inside94?: boolean;
}

/** `draws` of the predicted KPI, noise included, in any order. */
export function scoreOf(
  actual: number,
  point: number,
  draws: Float64Array,
  crps: (sorted: Float64Array, y: number) => number = crpsOfDraws,
): RowScore {
  const sorted = draws.slice().sort();
  const within = (tail: number) => actual >= quantile(sorted, tail) && actual <= quantile(sorted, 1 - tail);
  return { actual, point, crps: crps(sorted, actual), inside50: within(0.25), inside94: within(0.03) };
}

/** NaN where the rows cannot tell: R² of a KPI that never moved, MAPE of one that is 0 throughout. */
export function accuracyOf(scores: readonly RowScore[]): Accuracy {
  const errors = scores.map(({ actual, point }) => Math.abs(actual - point));
  const selling = scores.filter(({ actual }) => actual !== 0);
  const centre = mean(scores.map(({ actual }) => actual));
  return {
    rows: scores.length,
    r2: 1 - sum(errors.map((e) => e * e)) / sum(scores.map((s) => (s.actual - centre) * (s.actual - centre))),
    mape: mean(selling.map(({ actual, point }) => Math.abs((actual - point) / actual))),
    mapeSkippedRows: scores.length - selling.length,
    wmape: sum(errors) / sum(scores.map(({ actual }) => Math.abs(actual))),
    crps: mean(scores.map(({ crps }) => crps)),
    coverage50: shareOf(scores.map(({ inside50 }) => inside50)),
    coverage94: shareOf(scores.map(({ inside94 }) => inside94)),
  };
}

function shareOf(inside: readonly (boolean | undefined)[]): number {
  const known = inside.filter((each) => each !== undefined);
  return known.filter(Boolean).length / known.length;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
