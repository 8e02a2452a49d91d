// StudentT(nu, location, scale): log p = −log B(nu/2, ½) − ½ log nu − log scale − ½(nu + 1) log(1 + u²/nu), u = (x − location)/scale.
import { betaQuantile, logBeta } from '../numeric/beta.ts';
import { log, log1p } from '../numeric/elementary.ts';
import { normalCdf } from '../numeric/normal.ts';
import type { Distribution } from './distribution.ts';

export function studentT(nu: number, location: number, scale: number): Distribution {
  const constant = -logBeta(nu / 2, 0.5) - 0.5 * log(nu) - log(scale);
  return {
    support: { kind: 'heavy_tailed', centre: location, scale },
    logDensity(x) {
      const u = (x - location) / scale;
      return constant - 0.5 * (nu + 1) * log1p((u * u) / nu);
    },
    slope(x) {
      const u = (x - location) / scale;
      return (-(nu + 1) * u) / ((nu + u * u) * scale);
    },
    atNormal: (z) => location + scale * Math.sign(z) * upperQuantile(normalCdf(-Math.abs(z)), nu),
  };
}

/** The t > 0 with P(T > t) = tail ≤ ½. nu/(nu + t²) ~ Beta(nu/2, ½): solved for the one of it and its rest that is small. */
function upperQuantile(tail: number, nu: number): number {
  if (tail > 0.25) {
    const rest = betaQuantile(1 - 2 * tail, 0.5, nu / 2);
    return Math.sqrt((nu * rest) / (1 - rest));
  }
  const share = betaQuantile(2 * tail, nu / 2, 0.5);
  return Math.sqrt((nu * (1 - share)) / share);
}
