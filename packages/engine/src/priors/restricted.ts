// A distribution kept to low < x < high: the same density, made whole again, and its quantiles between the two.
import { log } from '../numeric/elementary.ts';
import { normalCdf, normalQuantile } from '../numeric/normal.ts';
import type { Distribution } from './distribution.ts';

/** Beyond this many standard deviations nothing is left of a normal in doubles. */
const FARTHEST = 38;
const HALVINGS = 200;

export function restricted(law: Distribution, low: number, high = Number.POSITIVE_INFINITY): Distribution {
  const below = normalCdf(standing(law, low));
  const above = high < Number.POSITIVE_INFINITY ? normalCdf(-standing(law, high)) : 0;
  const mass = 1 - below - above;
  const constant = log(mass);
  return {
    support: high < Number.POSITIVE_INFINITY ? { kind: 'interval', low, high } : { kind: 'above', low },
    logDensity: (x) => (x >= low && x <= high ? law.logDensity(x) - constant : Number.NEGATIVE_INFINITY),
    slope: law.slope,
    atNormal(z) {
      const lower = below + normalCdf(z) * mass;
      return law.atNormal(
        lower < 0.5 ? normalQuantile(lower) : -normalQuantile(above + normalCdf(-z) * mass),
      );
    },
  };
}

/** The z with atNormal(z) = x, by bisection. */
function standing(law: Distribution, x: number): number {
  let from = -FARTHEST;
  let to = FARTHEST;
  for (let i = 0; i < HALVINGS && to - from > 1e-15 * Math.abs(from); i++) {
    const z = (from + to) / 2;
    if (law.atNormal(z) < x) from = z;
    else to = z;
  }
  return (from + to) / 2;
}
