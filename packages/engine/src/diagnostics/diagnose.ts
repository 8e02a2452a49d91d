// Have the chains converged, and how many draws are they worth? R-hat, bulk and tail ESS, MCSE.
//
// Vehtari et al. (Bayesian Analysis 16 (2021) 667) in ArviZ's conventions: chains are split in half; fewer than 4
// draws a chain or any NaN gives NaN; a quantity that never changes has R-hat NaN and is worth all its draws.
import { effectiveSize } from './effective-size.ts';
import { meanAndSd } from './moments.ts';
import { belowQuantile, type Sample, sampleOf } from './sample.ts';
import { bulkScores, foldedScores } from './scores.ts';

export interface Diagnosis {
  /** Rank-normalised split R-hat, the larger of bulk and folded; NaN for a single chain. */
  readonly rHat: number;
  readonly essBulk: number;
  /** The smaller of those at the 5 % and the 95 % quantile. */
  readonly essTail: number;
  /** Monte Carlo standard error of the mean. */
  readonly mcseMean: number;
}

const UNKNOWN: Diagnosis = {
  rHat: Number.NaN,
  essBulk: Number.NaN,
  essTail: Number.NaN,
  mcseMean: Number.NaN,
};

/** Everything about one quantity, from one sort of its draws. `chains` are equally long. */
export function diagnose(chains: readonly Float64Array[]): Diagnosis {
  const sample = sampleOf(chains);
  if (!sample) return UNKNOWN;
  const bulk = bulkScores(sample);
  return {
    rHat: chains.length < 2 ? Number.NaN : largestRHat(sample, bulk),
    essBulk: effectiveSize(bulk, sample.count, sample.length),
    essTail: tailSize(sample),
    mcseMean: standardError(sample),
  };
}

function largestRHat(sample: Sample, bulk: Float64Array): number {
  const { count, length } = sample;
  return Math.max(splitRHat(bulk, count, length), splitRHat(foldedScores(sample), count, length));
}

/** √((B/W + n − 1)/n) of `count` series of n = `length`, one after another in `series`. */
function splitRHat(series: Float64Array, count: number, length: number): number {
  const means = new Float64Array(count);
  let within = 0;
  for (let k = 0; k < count; k++) {
    const { mean, sd } = meanAndSd(series.subarray(k * length, (k + 1) * length));
    means[k] = mean;
    within += (sd * sd) / count;
  }
  const { sd } = meanAndSd(means);
  return Math.sqrt(((length * sd * sd) / within + length - 1) / length);
}

function tailSize(sample: Sample): number {
  const { count, length } = sample;
  const low = effectiveSize(belowQuantile(sample, 0.05), count, length);
  const high = effectiveSize(belowQuantile(sample, 0.95), count, length);
  return Math.min(low, high);
}

function standardError(sample: Sample): number {
  return meanAndSd(sample.all).sd / Math.sqrt(effectiveSize(sample.halves, sample.count, sample.length));
}
