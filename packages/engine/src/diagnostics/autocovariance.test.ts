// Autocovariances summed lag by lag against those of the Fourier transform.
import { describe, expect, it } from 'vitest';
import { meanAutocovariance } from '../numeric/fft.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { autocovarianceOf } from './autocovariance.ts';

describe('autocovariances', () => {
  it.each([
    [8, 1000],
    [3, 41],
    [2, 3],
    [1, 2],
  ])('of %i series of %i are those of the transform at every lag, in any order', (count, length) => {
    const random = stream(1, 0, purpose.simulate, length);
    let value = 0;
    const series = Float64Array.from({ length: count * length }, () => {
      value = 0.8 * value + random.normal();
      return value;
    });
    const all = meanAutocovariance(series, count, length);
    const at = autocovarianceOf(series, count, length);
    const lags = [...all.keys()];
    for (const lag of [...lags.slice(length >> 1), ...lags])
      expect(Math.abs(at(lag) - all[lag])).toBeLessThan(1e-12 * (1 + all[0]));
  });
});
