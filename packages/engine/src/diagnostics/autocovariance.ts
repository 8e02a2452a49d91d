// Autocovariances at the lags that are asked for: summed while they are few, by a Fourier transform beyond.
import { meanAutocovariance } from '../numeric/fft.ts';

/** Up to about this many lags their sums cost less than the transform; most quantities need ten. */
const SUMMED = 32;

/**
 * The autocovariance (divided by the length, own mean removed) at a lag, averaged over the `count` series of `length`
 * that stand one after another in `series`.
 */
export function autocovarianceOf(
  series: Float64Array,
  count: number,
  length: number,
): (lag: number) => number {
  const centred = new Float64Array(series.length);
  for (let k = 0; k < count; k++) centre(series, centred, k * length, length);
  const summed = new Float64Array(SUMMED);
  let known = 0;
  let transformed: Float64Array | undefined;
  return (lag) => {
    if (lag >= SUMMED) {
      transformed ??= meanAutocovariance(series, count, length);
      return transformed[lag];
    }
    for (; known <= lag; known += 2) sumTwoLags(centred, count, known, summed);
    return summed[lag];
  };
}

function centre(from: Float64Array, to: Float64Array, first: number, length: number): void {
  let sum = 0;
  for (let i = first; i < first + length; i++) sum += from[i];
  const mean = sum / length;
  for (let i = first; i < first + length; i++) to[i] = from[i] - mean;
}

/** Into `out`, at `lag` and the next, of series of equal length. */
function sumTwoLags(centred: Float64Array, count: number, lag: number, out: Float64Array): void {
  const length = centred.length / count;
  let here = 0;
  let next = 0;
  for (let first = 0; first < centred.length; first += length) {
    const end = first + length - lag - 1;
    for (let i = first; i < end; i++) {
      here += centred[i] * centred[i + lag];
      next += centred[i] * centred[i + lag + 1];
    }
    if (lag < length) here += centred[end] * centred[end + lag];
  }
  out[lag] = here / centred.length;
  out[lag + 1] = next / centred.length;
}
