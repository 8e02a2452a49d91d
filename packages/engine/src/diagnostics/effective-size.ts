// Effective sample size of split chains: Geyer's initial monotone sequence over all chains together.
//
// Vehtari, Gelman, Simpson, Carpenter, Bürkner: Rank-normalization, folding, and localization (Bayesian Analysis 16
// (2021) 667), section 3.2, in the steps of ArviZ, which the fixtures hold it to.
import { log } from '../numeric/elementary.ts';
import { autocovarianceOf } from './autocovariance.ts';
import { meanAndSd } from './moments.ts';

const LOG_10 = log(10);
/** ArviZ calls a range below NumPy's resolution of doubles constant. */
const CONSTANT_RANGE = 1e-15;

/** How many independent draws `count` series of `length`, one after another in `series`, are worth. */
export function effectiveSize(series: Float64Array, count: number, length: number): number {
  if (range(series) < CONSTANT_RANGE) return series.length;
  const covariance = autocovarianceOf(series, count, length);
  const within = (covariance(0) * length) / (length - 1);
  const total = covariance(0) + varianceOfMeans(series, count, length);
  const size = count * length;
  const time = integratedTime((lag) => 1 - (within - covariance(lag)) / total, length);
  return size / Math.max(time, LOG_10 / log(size));
}

function range(series: Float64Array): number {
  let low = series[0];
  let high = series[0];
  for (let i = 1; i < series.length; i++) {
    if (series[i] < low) low = series[i];
    if (series[i] > high) high = series[i];
  }
  return high - low;
}

function varianceOfMeans(series: Float64Array, count: number, length: number): number {
  const means = new Float64Array(count);
  for (let k = 0; k < count; k++) means[k] = meanAndSd(series.subarray(k * length, (k + 1) * length)).mean;
  const { sd } = meanAndSd(means);
  return sd * sd;
}

/**
 * −1 + 2 Σ ρ_t over Geyer's sequence: pairs ρ_{2k} + ρ_{2k+1} as long as they are positive, made non-increasing;
 * then the even half of the first pair left out, where it is positive.
 */
function integratedTime(correlation: (lag: number) => number, length: number): number {
  let even = 1;
  let odd = correlation(1);
  if (Number.isNaN(odd)) return Number.NaN;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  // ArviZ stops looking three lags before the end.
  for (let lag = 2; lag < length - 2 && even + odd > 0; lag += 2) {
    least = Math.min(least, even + odd);
    sum += least;
    even = correlation(lag);
    odd = correlation(lag + 1);
  }
  const next = even > 0 || even + odd >= 0 ? even : 0;
  return 2 * sum - 1 + next;
}
