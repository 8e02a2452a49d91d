// Quantiles of draws, as NumPy and ArviZ define them.
import { settle } from './select.ts';

/** The p-quantile of ascending values, interpolated linearly (NumPy's default; Hyndman & Fan's type 7). */
export function quantile(sorted: Float64Array, p: number): number {
  const last = sorted.length - 1;
  if (last < 0) return Number.NaN;
  const position = last * p;
  const below = Math.min(Math.floor(position), last);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, last)];
  const share = position - below;
  const width = high - low;
  if (width === 0) return low; // also between equal infinities
  // The order of operations is NumPy's: an indicator `draw <= quantile` hangs on the last bit.
  return share >= 0.5 ? high - width * (1 - share) : low + width * share;
}

/** Quantiles of ascending values at 0, 1, 2 … 100 %. */
export function percentiles(sorted: Float64Array): number[] {
  return Array.from({ length: 101 }, (_, p) => quantile(sorted, p / 100));
}

/** A few quantiles of draws in any order, which keep their places: faster than sorting. `shares` ascend. */
export function quantilesOf(draws: Float64Array, shares: readonly number[]): number[] {
  const values = draws.slice();
  const last = values.length - 1;
  settle(
    values,
    shares.flatMap((p) => [Math.floor(last * p), Math.min(Math.floor(last * p) + 1, last)]),
  );
  return shares.map((p) => quantile(values, p));
}
