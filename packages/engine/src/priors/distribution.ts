// What every prior can do, and the one place that turns a prior's JSON into it.
import type { Prior } from '../model/spec.ts';
import { beta } from './beta.ts';
import { exponential } from './exponential.ts';
import { gamma } from './gamma.ts';
import { halfNormal } from './half-normal.ts';
import { inverseGamma } from './inverse-gamma.ts';
import { laplace } from './laplace.ts';
import { logNormal } from './log-normal.ts';
import { normal } from './normal.ts';
import { studentT } from './student-t.ts';
import { truncatedNormal } from './truncated-normal.ts';
import { uniform } from './uniform.ts';

/** Where a prior has mass: the whole line, x > 0, a half-line or an interval. */
export type Support =
  | { readonly kind: 'real' }
  /** The whole line too, with tails so heavy that quantiles are best looked at on the scale of sinh. */
  | { readonly kind: 'heavy_tailed'; readonly centre: number; readonly scale: number }
  | { readonly kind: 'positive' }
  | { readonly kind: 'above'; readonly low: number }
  | { readonly kind: 'below'; readonly high: number }
  | { readonly kind: 'interval'; readonly low: number; readonly high: number };

export interface Distribution {
  readonly support: Support;
  /** log p(x), normalising constant included; −Infinity or NaN outside the support. */
  logDensity(x: number): number;
  /** d log p(x)/dx. */
  slope(x: number): number;
  /** The x whose cumulative probability is that of standard normal `z`: Q(Φ(z)). */
  atNormal(z: number): number;
  /** The same over t = log(x/(1 − x)), where mass lies so near 1 that x has no digits for it. */
  readonly onLogit?: OnLogit;
}

export interface OnLogit {
  /** log p in t. */
  logDensity(t: number): number;
  slope(t: number): number;
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
    case 'truncated_normal':
      return truncatedNormal(prior.mean, prior.sd, prior);
    case 'student_t':
      return studentT(prior.nu, prior.location, prior.scale);
    case 'laplace':
      return laplace(prior.location, prior.b);
    case 'inverse_gamma':
      return inverseGamma(prior.shape, prior.scale);
    case 'exponential':
      return exponential(prior.rate);
  }
}

/** The smallest and the largest value a prior allows. */
export function boundsOf(support: Support): { readonly low: number; readonly high: number } {
  switch (support.kind) {
    case 'interval':
      return { low: support.low, high: support.high };
    case 'above':
      return { low: support.low, high: Number.POSITIVE_INFINITY };
    case 'below':
      return { low: Number.NEGATIVE_INFINITY, high: support.high };
    case 'positive':
      return { low: 0, high: Number.POSITIVE_INFINITY };
    default:
      return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  }
}
