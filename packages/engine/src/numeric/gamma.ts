// The gamma function and the gamma distribution of rate 1: log Γ, CDF, quantile.
import { exp, log } from './elementary.ts';
import { normalQuantile } from './normal.ts';
import { searchQuantile } from './quantile-search.ts';

export const HALF_LOG_2PI = 0.9189385332046727;
const TWO_PI = 6.283185307179586;
const MAX_TERMS = 100_000;
const EPSILON = 1.1102230246251565e-16;

/**
 * log Γ(x) − ((x − ½) log x − x + ½ log 2π), the error of Stirling's formula, for x ≥ 10.
 * Bernoulli series, Abramowitz & Stegun 6.1.41; what it leaves out is below 1e-17.
 */
export function stirlingError(x: number): number {
  const z = 1 / (x * x);
  const high = 1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z * (1 / 156 - z * (3617 / 122400))));
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * high))) / x;
}

/** The same for any x > 0, by stepping up to 10. */
export function stirlingErrorAnywhere(x: number): number {
  return x >= 10 ? stirlingError(x) : logGamma(x) - (x - 0.5) * log(x) + x - HALF_LOG_2PI;
}

/** log Γ(x) for x > 0, within about 1e-14 of the true value (relative where that is large); NaN for x < 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x >= 10) return x > 1e300 ? x * (log(x) - 1) : (x - 0.5) * log(x) - x + HALF_LOG_2PI + stirlingError(x);
  // Γ(x) = Γ(x + n) / (x (x+1) … (x+n−1))
  let product = 1;
  let raised = x;
  while (raised < 10) {
    product *= raised;
    raised += 1;
  }
  return (raised - 0.5) * log(raised) - raised + HALF_LOG_2PI + stirlingError(raised) - log(product);
}

/** ψ(x) = d log Γ(x)/dx for x > 0: the asymptotic series (Abramowitz & Stegun 6.3.18) after stepping up to 10. */
export function digamma(x: number): number {
  let shift = 0;
  let raised = x;
  while (raised < 10) {
    shift -= 1 / raised;
    raised += 1;
  }
  const z = 1 / (raised * raised);
  const series = 1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * (691 / 32760)))));
  return shift + log(raised) - 0.5 / raised - z * series;
}

/**
 * x log(x/m) + m − x without cancellation: the deviance part of a Poisson or binomial probability.
 * C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function deviance(x: number, m: number): number {
  const d = x - m;
  if (Math.abs(d) >= 0.1 * (x + m)) return x * log(x / m) + m - x;
  const v = d / (x + m);
  const v2 = v * v;
  let sum = d * v;
  let power = 2 * x * v;
  for (let k = 3; ; k += 2) {
    power *= v2;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}

/** x^a e^(−x) / Γ(a), the gamma density of rate 1 per unit of log x. */
export function gammaDensityPerLog(a: number, x: number): number {
  return Math.sqrt(a / TWO_PI) * exp(-deviance(a, x) - stirlingErrorAnywhere(a));
}

/** P(a, x) by its power series (DLMF 8.7.1): best for x < a + 1. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < MAX_TERMS; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < sum * EPSILON) break;
  }
  return gammaDensityPerLog(a, x) * sum;
}

/** Q(a, x) by Legendre's continued fraction (DLMF 8.9.2), evaluated as Lentz does: best for x ≥ a + 1. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < MAX_TERMS; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 2 * EPSILON) break;
  }
  return gammaDensityPerLog(a, x) * fraction;
}

function requireShape(a: number): void {
  if (!(a > 0 && a < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`A gamma shape must be positive and finite, got ${a}.`);
  }
}

/** Probability that a gamma variable of shape `a` and rate 1 is at most x. */
export function gammaP(a: number, x: number): number {
  requireShape(a);
  if (!(x > 0)) return Number.isNaN(x) ? x : 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Probability that a gamma variable of shape `a` and rate 1 exceeds x, with its own digits where it is small. */
export function gammaQ(a: number, x: number): number {
  requireShape(a);
  if (!(x > 0)) return Number.isNaN(x) ? x : 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** The x with gammaP(shape, x) = p. */
export function gammaQuantile(p: number, shape: number): number {
  requireShape(shape);
  if (!(p > 0 && p < 1)) return p === 0 ? 0 : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  const start = firstGuess(p, shape);
  // Below this P is the first term of its series to the last digit, and x may underflow on the log scale.
  if (start < 1e-20) return start;
  const lower = p <= 0.5;
  const logX = searchQuantile(lower ? log(start) : -log(start), lower ? p : 1 - p, (u) => {
    const x = exp(lower ? u : -u);
    return { tail: lower ? gammaP(shape, x) : gammaQ(shape, x), density: gammaDensityPerLog(shape, x) };
  });
  return exp(lower ? logX : -logX);
}

/** Wilson & Hilferty's cube where it is good, else the first term of the series, P ≈ x^a / Γ(a + 1). */
function firstGuess(p: number, shape: number): number {
  const third = 1 / (9 * shape);
  const root = 1 - third + normalQuantile(p) * Math.sqrt(third);
  const cube = shape * root * root * root;
  const series = exp((log(p) + logGamma(shape + 1)) / shape);
  return root > 0.3 && shape > 0.3 ? cube : Math.min(series, shape + 10);
}
