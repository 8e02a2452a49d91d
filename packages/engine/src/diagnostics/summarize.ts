// A quantity in few numbers: mean, sd, median and 94 % interval, in ArviZ's conventions.
import { hdi } from './hdi.ts';
import { meanAndSd } from './moments.ts';
import { quantile } from './quantile.ts';

/** A posterior summary of one per-draw quantity; `hdi94` is the narrowest interval holding 94 % of the draws. */
export interface Estimate {
  readonly mean: number;
  readonly sd: number;
  readonly median: number;
  readonly hdi94: readonly [number, number];
}

/** Mean, sd, median and 94 % HDI of draws in any order; all NaN when a draw is NaN. */
export function summarize(draws: Float64Array): Estimate {
  const { mean, sd } = meanAndSd(draws);
  if (Number.isNaN(mean) && draws.some(Number.isNaN)) {
    return { mean, sd, median: Number.NaN, hdi94: [Number.NaN, Number.NaN] };
  }
  const sorted = draws.slice().sort();
  return { mean, sd, median: quantile(sorted, 0.5), hdi94: hdi(sorted, 0.94) };
}
