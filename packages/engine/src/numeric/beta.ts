// The beta function and the beta distribution: log B, CDF, quantile.
import { exp, log, log1p } from './elementary.ts';
import { deviance, HALF_LOG_2PI, logGamma, stirlingError, stirlingErrorAnywhere } from './gamma.ts';
import { searchQuantile } from './quantile-search.ts';

const TWO_PI = 6.283185307179586;
const EPSILON = 1.1102230246251565e-16;
const MAX_TERMS = 100_000;

function requireShapes(a: number, b: number): void {
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`Beta shapes must be positive and finite, got ${a} and ${b}.`);
  }
}

/** log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), without cancellation where one shape is large. */
export function logBeta(a: number, b: number): number {
  requireShapes(a, b);
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const sum = a + b;
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(sum);
  const tail = (large - 0.5) * log1p(-small / sum) + stirlingError(large) - stirlingError(sum);
  if (small < 10) return logGamma(small) + small - small * log(sum) + tail;
  return -0.5 * log(sum) + HALF_LOG_2PI + stirlingError(small) + (small - 0.5) * log(small / sum) + tail;
}

/** x^a (1−x)^b / B(a, b), the beta density per unit of logit x; `y` = 1 − x, given so that neither loses digits. */
function densityPerLogit(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const stirling = stirlingErrorAnywhere(n) - stirlingErrorAnywhere(a) - stirlingErrorAnywhere(b);
  return Math.sqrt((a / n) * (b / TWO_PI)) * exp(stirling - deviance(a, n * x) - deviance(b, n * y));
}

/** The continued fraction of DLMF 8.17.22 as Lentz evaluates it: fast for x < (a + 1)/(a + b + 2). */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 2 * EPSILON) break;
  }
  return value;
}

/** The lower tail at x, with y = 1 − x. */
function lowerTail(x: number, y: number, a: number, b: number): number {
  const density = densityPerLogit(x, y, a, b);
  if (x * (a + b + 2) < a + 1) return (density * fraction(x, a, b)) / a;
  return 1 - (density * fraction(y, b, a)) / b;
}

/** Probability that a beta(a, b) variable is at most x. */
export function betaI(x: number, a: number, b: number): number {
  requireShapes(a, b);
  if (!(x > 0 && x < 1)) return x <= 0 ? 0 : x >= 1 ? 1 : Number.NaN;
  return lowerTail(x, 1 - x, a, b);
}

/** The x with betaI(x, a, b) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  requireShapes(a, b);
  if (!(p > 0 && p < 1)) return p === 0 || p === 1 ? p : Number.NaN;
  return p <= 0.5 ? logistic(betaQuantileLogit(p, a, b)) : logistic(-betaQuantileLogit(1 - p, b, a));
}

function logistic(u: number): number {
  return u < 0 ? exp(u) / (1 + exp(u)) : 1 / (1 + exp(-u));
}

/** The logit of that x, where p ≤ ½: the beta density per unit of logit x is log-concave. */
export function betaQuantileLogit(p: number, a: number, b: number): number {
  // First term of the series, I ≈ x^a / (a B), or the mean, whichever is smaller.
  const first = (log(p * a) + logBeta(a, b)) / a;
  const start = Math.min(first, log(a / b));
  if (start < -40) return first;
  return searchQuantile(start, p, (u) => {
    const x = logistic(u);
    const y = logistic(-u);
    return { tail: lowerTail(x, y, a, b), density: densityPerLogit(x, y, a, b) };
  });
}
