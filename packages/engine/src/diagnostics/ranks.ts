// Ranks of draws, and how many of each chain fall into equal parts of the common ranking.
//
// Vehtari et al. (Bayesian Analysis 16 (2021) 667), section 4: chains that agree have even ranks.
import { normalQuantile } from '../numeric/normal.ts';
import { sortingOrder } from './order.ts';

/** Rank of each value, 1 for the smallest; equal values share the mean of their ranks. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = sortingOrder(values);
  const ranks = new Float64Array(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++;
    for (let i = first; i <= last; i++) ranks[order[i]] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return ranks;
}

/** For each chain, how many of its draws are in each of `bins` equal parts of the ranks among all chains. */
export function rankCounts(chains: readonly Float64Array[], bins: number): number[][] {
  const all = Float64Array.from(chains.flatMap((chain) => [...chain]));
  const ranks = ranksOf(all);
  let at = 0;
  return chains.map((chain) => {
    const counts = new Array<number>(bins).fill(0);
    for (let s = 0; s < chain.length; s++, at++)
      counts[Math.floor((bins * (ranks[at] - 0.5)) / ranks.length)]++;
    return counts;
  });
}

/**
 * What a bin of one chain holds with probability `mass` when the chains agree and draws are independent: of all
 * ranks, a chain has a sample without replacement, so the count is hypergeometric (Säilynoja, Bürkner & Vehtari,
 * Statistics and Computing 32 (2022) 32, section 3), here by its normal approximation.
 */
export function evenRankBand(
  draws: number,
  chains: number,
  bins: number,
  mass: number,
): readonly [number, number] {
  const all = draws * chains;
  const share = 1 / bins;
  const sd = Math.sqrt((draws * share * (1 - share) * (all - draws)) / (all - 1));
  const reach = normalQuantile((1 + mass) / 2) * sd;
  return [Math.max(0, draws * share - reach), draws * share + reach];
}
