// Uniform(low, high): log p = −log(high − low).
import { log } from '../numeric/elementary.ts';
import { normalCdf } from '../numeric/normal.ts';
import type { Distribution } from './distribution.ts';

export function uniform(low: number, high: number): Distribution {
  const constant = -log(high - low);
  return {
    support: { kind: 'interval', low, high },
    logDensity: (x) => (x >= low && x <= high ? constant : Number.NEGATIVE_INFINITY),
    slope: () => 0,
    atNormal: (z) => (z > 0 ? high - (high - low) * normalCdf(-z) : low + (high - low) * normalCdf(z)),
  };
}
