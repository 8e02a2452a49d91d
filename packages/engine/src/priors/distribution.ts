// What every prior can do, and the one place that turns a prior's JSON into it.
import type { Prior } from '../model/spec.ts';
import { beta } from './beta.ts';
import { gamma } from './gamma.ts';
import { halfNormal } from './half-normal.ts';
import { logNormal } from './log-normal.ts';
import { normal } from './normal.ts';
import { uniform } from './uniform.ts';

/** Where a prior has mass: the whole line, x > 0, or an interval. */
export type Support =
  | { readonly kind: 'real' }
  | { readonly kind: 'positive' }
  | { readonly kind: 'interval'; readonly low: number; readonly high: number };

export interface Distribution {
  readonly support: Support;
  /** log p(x) for x inside the support, normalising constant included. */
  logDensity(x: number): number;
  /** d log p(x)/dx. */
  slope(x: number): number;
  /** The x whose cumulative probability is that of standard normal `z`: Q(Φ(z)). */
  atNormal(z: number): number;
}

export function distribution(prior: Prior): Distribution {
  switch (prior.family) {
    case 'normal':
      return normal(prior.mean, prior.sd);
    case 'half_normal':
      return halfNormal(prior.sd);
    case 'log_normal':
      return logNormal(prior.mu, prior.sigma);
    case 'gamma':
      return gamma(prior.shape, prior.rate);
    case 'beta':
      return beta(prior.alpha, prior.beta);
    case 'uniform':
      return uniform(prior.low, prior.high);
  }
}
