// Are ranks uniform? Mean and spread of their normal scores, and the simultaneous band of their ECDF with its exact p value.
//
// Säilynoja, Bürkner & Vehtari, Graphical test for discrete uniformity and its applications in goodness-of-fit evaluation
// and multiple sample comparison (Statistics and Computing 32 (2022) 32): section 2.2's band, and its coverage by the
// recursion over the points at which the ECDF is looked at.
import { normalCdf, normalQuantile } from '../src/numeric/normal.ts';

export interface Uniformity {
  /** Standardised mean of the scores: too large when truths lie above the draws. */
  readonly mean: number;
  /** Standardised excess of their variance: too large when draws are too narrow. */
  readonly spread: number;
  /** p value of the ECDF's furthest stray. */
  readonly band: number;
  /** The smallest of the three p values. */
  readonly p: number;
}

/** How many tests `uniformity` makes: what Bonferroni divides by. */
export const TESTS = 3;

/** `ranks` among `ranked` draws: 0..ranked. */
export function uniformity(ranks: readonly number[], ranked: number): Uniformity {
  const count = ranks.length;
  const score = (rank: number) => normalQuantile((rank + 0.5) / (ranked + 1));
  let variance = 0;
  for (let rank = 0; rank <= ranked; rank++) variance += score(rank) ** 2 / (ranked + 1);
  let sum = 0;
  let squares = 0;
  for (const rank of ranks) {
    sum += score(rank);
    squares += score(rank) ** 2;
  }
  const mean = sum / Math.sqrt(count * variance);
  const spread = (squares / (count * variance) - 1) * Math.sqrt(count / 2);
  const band = bandP(ranks, ranked);
  return { mean, spread, band, p: Math.min(twoSided(mean), twoSided(spread), band) };
}

function twoSided(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

/** How many ranks are at most i, for i = 0..ranked − 1. */
export function cumulated(ranks: readonly number[], ranked: number): number[] {
  const counts = new Array<number>(ranked + 1).fill(0);
  for (const rank of ranks) counts[rank]++;
  let sum = 0;
  return counts.slice(0, ranked).map((count) => {
    sum += count;
    return sum;
  });
}

/** P(some point of the ECDF of uniform ranks is as unlikely by itself as the unlikeliest here). */
function bandP(ranks: readonly number[], ranked: number): number {
  const tails = pointwiseTails(ranks.length, ranked);
  const found = cumulated(ranks, ranked).reduce((least, n, i) => Math.min(least, tails[i][n]), 1);
  return 1 - staysInside(ranks.length, tails, found);
}

/** By point: the smallest and largest count inside the band that uniform ranks leave with probability `level`. */
export function band(count: number, ranked: number, level: number): { low: number; high: number }[] {
  const tails = pointwiseTails(count, ranked);
  let [outside, inside] = [1e-12, 1];
  for (let i = 0; i < 40; i++) {
    const tail = Math.sqrt(outside * inside);
    if (1 - staysInside(count, tails, tail) <= level) outside = tail;
    else inside = tail;
  }
  return tails.map((of) => rangeAbove(of, outside));
}

/** By point and count n: twice the smaller of P(X ≤ n) and P(X ≥ n), X binomial. */
function pointwiseTails(count: number, ranked: number): Float64Array[] {
  return Array.from({ length: ranked }, (_, i) => {
    const share = (i + 1) / (ranked + 1);
    const mass = Float64Array.from({ length: count + 1 }, (_, n) => binomial(n, count, share));
    const tail = new Float64Array(count + 1);
    let below = 0;
    for (let n = 0; n <= count; n++) {
      below += mass[n];
      tail[n] = 2 * below;
    }
    let above = 0;
    for (let n = count; n >= 0; n--) {
      above += mass[n];
      tail[n] = Math.min(tail[n], 2 * above, 1);
    }
    return tail;
  });
}

/** The counts whose tail is larger than `least`; neighbours, because tails fall to both sides. */
function rangeAbove(tail: Float64Array, least: number): { low: number; high: number } {
  // Rounding must not put a count outside of its own tail.
  const limit = least * (1 + 1e-9);
  let low = 0;
  while (low < tail.length && tail[low] <= limit) low++;
  let high = tail.length - 1;
  while (high >= low && tail[high] <= limit) high--;
  return { low, high };
}

/** P(the ECDF of `count` uniform ranks has every pointwise tail above `least`). */
function staysInside(count: number, tails: readonly Float64Array[], least: number): number {
  let at = Float64Array.of(1);
  let from = 0;
  for (const [i, tail] of tails.entries()) {
    const { low, high } = rangeAbove(tail, least);
    if (high < low) return 0;
    const next = new Float64Array(high - low + 1);
    // Of the ranks that are left, each is the next value with this chance.
    const share = 1 / (tails.length + 1 - i);
    for (let n = Math.max(0, low); n <= high; n++) {
      let sum = 0;
      for (let k = 0; k < at.length && from + k <= n; k++)
        if (at[k] > 0) sum += at[k] * binomial(n - from - k, count - from - k, share);
      next[n - low] = sum;
    }
    at = next;
    from = low;
  }
  return at.reduce((a, b) => a + b, 0);
}

const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k++) logFactorials.push(logFactorials[k - 1] + Math.log(k));
  return logFactorials[n];
}

function binomial(k: number, n: number, p: number): number {
  const ways = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
}
