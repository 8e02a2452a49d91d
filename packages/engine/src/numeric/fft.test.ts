// Autocovariances by transform against the sums they stand for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autocovariance, forwardFft, inverseFft, meanAutocovariance } from './fft.ts';

function bySums(x: Float64Array): number[] {
  const n = x.length;
  const mean = x.reduce((a, b) => a + b, 0) / n;
  return Array.from(x, (_, lag) => {
    let sum = 0;
    for (let i = 0; i + lag < n; i++) sum += (x[i] - mean) * (x[i + lag] - mean);
    return sum / n;
  });
}

const series = (length: number) =>
  fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: length, maxLength: length });

function expectClose(got: Float64Array, wanted: number[]): void {
  expect(got.length).toBe(wanted.length);
  got.forEach((value, lag) => {
    expect(Math.abs(value - wanted[lag])).toBeLessThan(1e-12 * (1 + Math.abs(wanted[0])));
  });
}

describe('the autocovariance', () => {
  it('equals its defining sum at every lag, for any length', () => {
    const any = fc.integer({ min: 1, max: 40 }).chain(series);
    fc.assert(
      fc.property(any, (x) => {
        expectClose(autocovariance(Float64Array.from(x)), bySums(Float64Array.from(x)));
      }),
      { seed: 7 },
    );
  });

  it('of several series is the mean of their own, paired or not', () => {
    const several = fc
      .integer({ min: 1, max: 5 })
      .chain((count) => fc.tuple(fc.constant(count), series(count * 17)));
    fc.assert(
      fc.property(several, ([count, x]) => {
        const all = Float64Array.from(x);
        const parts = Array.from({ length: count }, (_, k) => bySums(all.subarray(k * 17, (k + 1) * 17)));
        const mean = parts[0].map((_, lag) => parts.reduce((sum, part) => sum + part[lag], 0) / count);
        expectClose(meanAutocovariance(all, count, 17), mean);
      }),
      { seed: 7 },
    );
  });
});

describe('the transform', () => {
  it('finds the one frequency of a wave, at its bit-reversed place', () => {
    const n = 16;
    const re = Float64Array.from({ length: n }, (_, i) => Math.cos((2 * Math.PI * 3 * i) / n));
    const im = Float64Array.from({ length: n }, (_, i) => Math.sin((2 * Math.PI * 3 * i) / n));
    forwardFft(re, im);
    const place = 0b1100; // 3 = 0011 read backwards
    re.forEach((value, i) => {
      expect(value).toBeCloseTo(i === place ? n : 0, 12);
    });
    im.forEach((value) => {
      expect(value).toBeCloseTo(0, 12);
    });
  });

  it('and back is n times the series', () => {
    fc.assert(
      fc.property(series(32), series(32), (a, b) => {
        const [re, im] = [Float64Array.from(a), Float64Array.from(b)];
        forwardFft(re, im);
        inverseFft(re, im);
        re.forEach((value, i) => {
          expect(Math.abs(value / 32 - a[i])).toBeLessThan(1e-12);
        });
        im.forEach((value, i) => {
          expect(Math.abs(value / 32 - b[i])).toBeLessThan(1e-12);
        });
      }),
      { seed: 7 },
    );
  });
});
