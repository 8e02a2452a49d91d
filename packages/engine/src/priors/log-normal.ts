// LogNormal(mu, sigma): log x ~ Normal(mu, sigma).
import { exp, log } from '../numeric/elementary.ts';
import type { Distribution } from './distribution.ts';
import { HALF_LOG_TWO_PI } from './normal.ts';

export function logNormal(mu: number, sigma: number): Distribution {
  const constant = -log(sigma) - HALF_LOG_TWO_PI;
  return {
    support: { kind: 'positive' },
    logDensity(x) {
      const t = log(x);
      const u = (t - mu) / sigma;
      return constant - t - 0.5 * u * u;
    },
    slope: (x) => -(1 + (log(x) - mu) / (sigma * sigma)) / x,
    atNormal: (z) => exp(mu + sigma * z),
  };
}
