// Gamma(shape, rate): log p = shape·log rate − log Γ(shape) + (shape − 1) log x − rate·x.
import { log } from '../numeric/elementary.ts';
import { gammaQuantile, logGamma } from '../numeric/gamma.ts';
import { normalCdf } from '../numeric/normal.ts';
import type { Distribution } from './distribution.ts';

export function gamma(shape: number, rate: number): Distribution {
  const constant = shape * log(rate) - logGamma(shape);
  return {
    support: { kind: 'positive' },
    logDensity: (x) => constant + (shape - 1) * log(x) - rate * x,
    slope: (x) => (shape - 1) / x - rate,
    atNormal: (z) => gammaQuantile(normalCdf(z), shape) / rate,
  };
}
