// Equal-tailed bands of a curve or series: one set of draws a point (METHOD §8).
import { quantilesOf } from '../diagnostics/quantile.ts';
import type { Band } from './result.ts';

const SHARES = [0.03, 0.25, 0.75, 0.97] as const;

/** Mean and quantiles of each point's draws. */
export function bandOf(points: readonly Float64Array[]): Band {
  const quantiles = points.map((draws) => quantilesOf(draws, SHARES));
  const [q03, q25, q75, q97] = SHARES.map((_, i) => quantiles.map((found) => found[i]));
  return { mean: points.map(meanOf), q03, q25, q75, q97 };
}

export function meanOf(draws: Float64Array): number {
  let sum = 0;
  for (const draw of draws) sum += draw;
  return sum / draws.length;
}
