// InverseGamma(shape, scale), 1/x ~ Gamma(shape, rate scale): log p = shape·log scale − log Γ(shape) − (shape + 1) log x − scale/x.
import { log } from '../numeric/elementary.ts';
import { gammaQuantile, logGamma } from '../numeric/gamma.ts';
import { normalCdf } from '../numeric/normal.ts';
import type { Distribution } from './distribution.ts';

export function inverseGamma(shape: number, scale: number): Distribution {
  const constant = shape * log(scale) - logGamma(shape);
  return {
    support: { kind: 'positive' },
    logDensity: (x) => constant - (shape + 1) * log(x) - scale / x,
    slope: (x) => (scale / x - shape - 1) / x,
    atNormal: (z) => scale / gammaQuantile(normalCdf(-z), shape),
  };
}
