// Laplace(location, b): log p = −log 2b − |x − location|/b.
import { log } from '../numeric/elementary.ts';
import { normalCdf } from '../numeric/normal.ts';
import type { Distribution } from './distribution.ts';

export function laplace(location: number, b: number): Distribution {
  const constant = -log(2 * b);
  return {
    support: { kind: 'real' },
    logDensity: (x) => constant - Math.abs(x - location) / b,
    slope: (x) => -Math.sign(x - location) / b,
    atNormal: (z) => location - Math.sign(z) * b * log(2 * normalCdf(-Math.abs(z))),
  };
}
