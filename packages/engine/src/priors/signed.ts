// A sign people know a coefficient to have, as a prior that leaves the other side no weight.
import type { Prior, Sign } from '../model/spec.ts';
import { boundsOf, distribution } from './distribution.ts';

/** A prior on the coefficient, or on its negative where `mirrored`. */
export interface SignedPrior {
  readonly prior: Prior;
  readonly mirrored: boolean;
}

/**
 * A normal is cut at 0; bounds are drawn in to 0; a prior on positive numbers is about the coefficient's size.
 * Undefined where the two leave nothing, or the family has no cut form.
 */
export function withSign(prior: Prior, sign: Sign | undefined): SignedPrior | undefined {
  if (sign === undefined) return { prior, mirrored: false };
  const { low, high } = boundsOf(distribution(prior).support);
  if (low >= 0) return { prior, mirrored: sign === 'negative' };
  if (high <= 0) return sign === 'negative' ? { prior, mirrored: false } : undefined;
  const side = sign === 'positive' ? { low: 0 } : { high: 0 };
  switch (prior.family) {
    case 'normal':
      return {
        prior: { family: 'truncated_normal', mean: prior.mean, sd: prior.sd, ...side },
        mirrored: false,
      };
    case 'truncated_normal':
    case 'uniform':
      return { prior: { ...prior, ...side }, mirrored: false };
    default:
      return undefined;
  }
}
