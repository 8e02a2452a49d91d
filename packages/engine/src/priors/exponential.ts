// Exponential(rate) on x > 0: log p = log rate − rate·x.
import { log, log1p } from '../numeric/elementary.ts';
import { normalCdf } from '../numeric/normal.ts';
import type { Distribution } from './distribution.ts';

export function exponential(rate: number): Distribution {
  const constant = log(rate);
  return {
    support: { kind: 'positive' },
    logDensity: (x) => (x >= 0 ? constant - rate * x : Number.NEGATIVE_INFINITY),
    slope: () => -rate,
    // −log(1 − p)/rate, from the smaller tail.
    atNormal: (z) => -(z > 0 ? log(normalCdf(-z)) : log1p(-normalCdf(z))) / rate,
  };
}
