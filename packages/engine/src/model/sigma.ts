// The noise's σ in the coordinate it is sampled in: its logarithm, or that of its prior where the prior has bounds.
import { exp, log } from '../numeric/elementary.ts';
import type { Stream } from '../numeric/random.ts';
import { coordinate } from '../priors/coordinate.ts';
import { type Distribution, distribution } from '../priors/distribution.ts';
import type { Prior } from './spec.ts';

export interface SigmaCoordinate {
  readonly prior: Distribution;
  /** σ there. */
  at(position: number): number;
  /** log p(σ) with the Jacobian, at the last position. */
  logDensity(): number;
  /** Derivative of the log density by the coordinate, `byLogSigma` being that of the likelihood by log σ. */
  slope(byLogSigma: number): number;
  draw(random: Stream): number;
}

export function sigmaCoordinate(prior: Prior): SigmaCoordinate {
  const law = distribution(prior);
  return law.support.kind === 'positive' ? byLogarithm(law) : byPrior(prior);
}

function byLogarithm(prior: Distribution): SigmaCoordinate {
  // Fields, not variables: captured numbers would be boxed anew at every gradient.
  const now = { log: 0, sigma: 1 };
  return {
    prior,
    at(position) {
      now.log = position;
      now.sigma = exp(position);
      return now.sigma;
    },
    logDensity: () => prior.logDensity(now.sigma) + now.log,
    slope: (byLogSigma) => byLogSigma + prior.slope(now.sigma) * now.sigma + 1,
    draw: (random) => log(prior.atNormal(random.normal())),
  };
}

function byPrior(prior: Prior): SigmaCoordinate {
  const point = coordinate(prior);
  return {
    prior: point.prior,
    at(position) {
      point.at(position);
      return point.x;
    },
    logDensity: () => point.logDensity,
    slope: (byLogSigma) => (byLogSigma * point.slope) / point.x + point.logDensitySlope,
    draw: (random) => random.normal(),
  };
}
