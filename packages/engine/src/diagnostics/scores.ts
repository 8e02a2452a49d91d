// Rank normalisation: every draw replaced by the normal quantile of its rank (Vehtari et al. 2021, equation 14).
import { normalQuantile } from '../numeric/normal.ts';
import { sortingOrder } from './order.ts';
import type { Sample } from './sample.ts';

const MAX_CACHED = 8;
const cache = new Map<number, Float64Array>();

/** Blom's score of a rank (1..size, halves for ties). */
function score(rank: number, size: number): number {
  return normalQuantile((rank - 0.375) / (size + 0.25));
}

/** Scores of the ranks 1..size: the same for every quantity of a fit, so kept. */
function scoresBySize(size: number): Float64Array {
  const found = cache.get(size);
  if (found) return found;
  const scores = new Float64Array(size);
  for (let rank = 1; rank <= size; rank++) scores[rank - 1] = score(rank, size);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(size, scores);
  return scores;
}

/** Scores in the draws' own places, from the sorted values and where each came from; ties share their mean rank. */
function scoresInPlace(sorted: Float64Array, order: Uint32Array): Float64Array {
  const size = sorted.length;
  const byRank = scoresBySize(size);
  const scores = new Float64Array(size);
  for (let first = 0; first < size; ) {
    let last = first;
    while (last + 1 < size && sorted[last + 1] === sorted[first]) last++;
    const z = first === last ? byRank[first] : score((first + last) / 2 + 1, size);
    for (let i = first; i <= last; i++) scores[order[i]] = z;
    first = last + 1;
  }
  return scores;
}

/** The draws on the scale where they are standard normal, in their own places. */
export function normalScores(draws: Float64Array): Float64Array {
  const order = sortingOrder(draws);
  return scoresInPlace(
    Float64Array.from(order, (place) => draws[place]),
    order,
  );
}

/** Rank-normalised draws: how well the chains agree on location. */
export function bulkScores(sample: Sample): Float64Array {
  return scoresInPlace(sample.sorted, sample.order);
}

/**
 * Rank-normalised distances from the median: how well they agree on scale. The distances are sorted by merging the
 * two sides of the median, both of which already are.
 */
export function foldedScores(sample: Sample): Float64Array {
  const { sorted, order } = sample;
  const size = sorted.length;
  const half = size >> 1; // the size is even: every chain has two halves
  // Not by interpolation: whether the middle two are equally far from the median hangs on the last bit.
  const median = (sorted[half - 1] + sorted[half]) / 2;
  const distances = new Float64Array(size);
  const places = new Uint32Array(size);
  let right = half;
  let left = half - 1;
  for (let i = 0; i < size; i++) {
    const takeLeft =
      right >= size || (left >= 0 && Math.abs(sorted[left] - median) <= Math.abs(sorted[right] - median));
    const from = takeLeft ? left-- : right++;
    distances[i] = Math.abs(sorted[from] - median);
    places[i] = order[from];
  }
  return scoresInPlace(distances, places);
}
