// Beta(alpha, beta) on (0, 1): log p = (alpha − 1) log x + (beta − 1) log(1 − x) − log B(alpha, beta).

import { betaQuantile, betaQuantileLogit, logBeta } from '../numeric/beta.ts';
import { exp, log, log1p } from '../numeric/elementary.ts';
import { normalCdf } from '../numeric/normal.ts';
import type { Distribution } from './distribution.ts';

export function beta(a: number, b: number): Distribution {
  const constant = -logBeta(a, b);
  return {
    support: { kind: 'interval', low: 0, high: 1 },
    logDensity: (x) => constant + (a - 1) * log(x) + (b - 1) * log1p(-x),
    slope: (x) => (a - 1) / x - (b - 1) / (1 - x),
    // Mirrored above the median, so that the quantile is always found in the tail that has digits.
    atNormal: (z) => (z > 0 ? 1 - betaQuantile(normalCdf(-z), b, a) : betaQuantile(normalCdf(z), a, b)),
    onLogit: {
      logDensity: (t) => constant - a * softplus(-t) - b * softplus(t),
      slope: (t) => a * logistic(-t) - b * logistic(t),
      atNormal: (z) =>
        z > 0 ? -betaQuantileLogit(normalCdf(-z), b, a) : betaQuantileLogit(normalCdf(z), a, b),
    },
  };
}

/** log(1 + e^t) = −log(1 − x) */
function softplus(t: number): number {
  return (t > 0 ? t : 0) + log1p(exp(-Math.abs(t)));
}

function logistic(t: number): number {
  const small = exp(-Math.abs(t));
  return (t > 0 ? 1 : small) / (1 + small);
}
