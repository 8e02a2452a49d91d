// HalfNormal(sd) on x > 0: log p = ½ log(2/π) − log sd − ½(x/sd)².
import { log } from '../numeric/elementary.ts';
import { normalCdf, normalQuantile } from '../numeric/normal.ts';
import type { Distribution } from './distribution.ts';

/** ½ log(2/π) */
const HALF_LOG_TWO_OVER_PI = -0.22579135264472744;

export function halfNormal(sd: number): Distribution {
  const constant = HALF_LOG_TWO_OVER_PI - log(sd);
  return {
    support: { kind: 'positive' },
    logDensity(x) {
      const u = x / sd;
      return u >= 0 ? constant - 0.5 * u * u : Number.NEGATIVE_INFINITY;
    },
    slope: (x) => -x / (sd * sd),
    // Q(p) = −sd·Φ⁻¹((1 − p)/2): the upper tail keeps its digits.
    atNormal: (z) => -sd * normalQuantile(0.5 * normalCdf(-z)),
  };
}
