// TruncatedNormal(mean, sd; low, high): the normal cut to low < x < high, either bound open where it is not given.
import { log } from '../numeric/elementary.ts';
import { normalCdf, normalQuantile } from '../numeric/normal.ts';
import type { Distribution, Support } from './distribution.ts';
import { HALF_LOG_TWO_PI } from './normal.ts';

/** Less of the normal than this between the bounds has too few digits left to be computed with. */
const LEAST_MASS = 1e-12;

export function truncatedNormal(
  mean: number,
  sd: number,
  { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY },
): Distribution {
  // Mirrored where the bounds lie above the mean: the tail beyond them then keeps its digits.
  const mirror = low > mean ? -1 : 1;
  const [from, to] = mirror > 0 ? [low, high] : [-high, -low];
  const below = normalCdf((from - mirror * mean) / sd);
  const above = normalCdf((mirror * mean - to) / sd);
  const mass = to > mirror * mean ? 1 - below - above : normalCdf((to - mirror * mean) / sd) - below;
  const constant = mass < LEAST_MASS ? Number.NaN : -log(sd) - HALF_LOG_TWO_PI - log(mass);
  return {
    support: supportOf(low, high),
    logDensity(x) {
      const u = (x - mean) / sd;
      return x >= low && x <= high ? constant - 0.5 * u * u : Number.NEGATIVE_INFINITY;
    },
    slope: (x) => (mean - x) / (sd * sd),
    atNormal(z) {
      const v = mirror * z;
      // Φ(u) = below + p·mass = 1 − above − (1 − p)·mass, by the side that is small.
      const lower = below + normalCdf(v) * mass;
      const u = lower < 0.5 ? normalQuantile(lower) : -normalQuantile(above + normalCdf(-v) * mass);
      return mean + mirror * sd * u;
    },
  };
}

function supportOf(low: number, high: number): Support {
  if (high < Number.POSITIVE_INFINITY)
    return low > Number.NEGATIVE_INFINITY ? { kind: 'interval', low, high } : { kind: 'below', high };
  if (low === 0) return { kind: 'positive' };
  return low > Number.NEGATIVE_INFINITY ? { kind: 'above', low } : { kind: 'real' };
}
