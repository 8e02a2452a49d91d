// Normal(mean, sd): log p = −½((x − mean)/sd)² − log sd − ½ log 2π.
import { log } from '../numeric/elementary.ts';
import type { Distribution } from './distribution.ts';

/** ½ log 2π */
export const HALF_LOG_TWO_PI = 0.9189385332046727;

export function normal(mean: number, sd: number): Distribution {
  const constant = -log(sd) - HALF_LOG_TWO_PI;
  return {
    support: { kind: 'real' },
    logDensity(x) {
      const u = (x - mean) / sd;
      return constant - 0.5 * u * u;
    },
    slope: (x) => (mean - x) / (sd * sd),
    atNormal: (z) => mean + sd * z,
  };
}
