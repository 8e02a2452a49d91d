// Quantiles of distributions with a log-concave density: Newton's method on the logarithm of the CDF.
import { log, log1p } from './elementary.ts';

const MAX_STEPS = 200;
/** Longest step: a guess can be so far out that the tail underflows to 0. */
const MAX_STRIDE = 5;

/** What is to be solved, at one point: P(U ≤ u) and its derivative. */
export interface TailPoint {
  readonly tail: number;
  readonly density: number;
}

/**
 * The u with P(U ≤ u) = p. The logarithm of a log-concave distribution's CDF is concave, so Newton's step from the
 * left never passes the root; the bracket is for points where the numbers underflow.
 */
export function searchQuantile(start: number, p: number, at: (u: number) => TailPoint): number {
  let u = start;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (let i = 0; i < MAX_STEPS; i++) {
    const { tail, density } = at(u);
    if (tail < p) low = u;
    else high = u;
    const step =
      tail > 0 && density > 0 ? (logRatio(tail, p) * tail) / density : tail < p ? -MAX_STRIDE : MAX_STRIDE;
    let next = u - Math.max(-MAX_STRIDE, Math.min(MAX_STRIDE, step));
    if (next <= low || next >= high) {
      if (Math.abs(step) < 1e-12) return u; // rounding decides the side
      next = low + (high - low) / 2;
    }
    u = next;
    if (Math.abs(step) < 1e-9) return u; // the next step would be its square
  }
  return u;
}

/** log(a/b), without cancellation where they are close. */
function logRatio(a: number, b: number): number {
  const excess = (a - b) / b;
  return Math.abs(excess) < 0.5 ? log1p(excess) : log(a / b);
}
