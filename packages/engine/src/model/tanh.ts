// Tanh under the size `coefficient`: stated, and sampled, as PyMC-Marketing's b·tanh(x/(b·c)), so that λ is b·c.
//
// b is the most the channel can bring and c the cost of its first unit of effect: what little spend brings, x/c, knows
// no b, so the two need no other coordinates.
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { type Amplitude, bounded } from './amplitude.ts';
import type { Curve } from './curve.ts';
import type { Prior } from './spec.ts';

/** λ = b·c as a coordinate of c: after `size.at`, which sets b. Its density is that of c. */
export function costCoordinate(prior: Prior, size: Coordinate): Coordinate {
  const cost = coordinate(prior);
  const lam: Coordinate = {
    prior: cost.prior,
    x: 0,
    slope: 0,
    logDensity: 0,
    logDensitySlope: 0,
    at(z) {
      cost.at(z);
      lam.x = size.x * cost.x;
      lam.slope = size.x * cost.slope;
      lam.logDensity = cost.logDensity;
      lam.logDensitySlope = cost.logDensitySlope;
    },
  };
  return lam;
}

/** b moves the curve's last coordinate, λ, with it. */
export function costAmplitude(curve: Curve, size: Coordinate): Amplitude {
  const last = curve.coordinates.length - 1;
  const plain = bounded(size);
  return {
    ...plain,
    addDensity(byLogBeta, byCurve, gradient, at) {
      const byLogLam = byCurve[last] * curve.coordinates[last].x;
      return plain.addDensity(byLogBeta + byLogLam, byCurve, gradient, at);
    },
  };
}
