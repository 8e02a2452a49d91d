// When an effect comes, against numbers done by hand.
import { expect, it } from 'vitest';
import { halfLife, meanLag } from './lag.ts';

const powers = (alpha: number, lags: number) => Float64Array.from({ length: lags }, (_, s) => alpha ** s);

it('the half-life is that of exponential decay where the window cuts nothing off', () => {
  for (const periods of [1, 2, 5])
    expect(halfLife(powers(0.5 ** (1 / periods), 500))).toBeCloseTo(periods, 10);
});

it('each lag is spread evenly over its period to find where half of the effect has come', () => {
  // Weights 1, ½, ¼ of 1.75: 0.875 are reached inside the first period.
  expect(halfLife(powers(0.5, 3))).toBeCloseTo(0.875, 14);
  // Weights 1, 0.9, 0.81 of 2.71: after the first, 0.355 of 0.9.
  expect(halfLife(powers(0.9, 3))).toBeCloseTo(1 + 0.355 / 0.9, 14);
  expect(halfLife(powers(1, 8))).toBe(4);
  expect(halfLife(powers(0, 8))).toBe(0.5);
  expect(halfLife(powers(0.7, 1))).toBe(0.5);
  expect(halfLife(powers(Number.NaN, 8))).toBeNaN();
});

it('an effect that only comes later has its half-life there', () => {
  expect(halfLife(Float64Array.of(0, 0, 1, 1))).toBe(3);
  expect(meanLag(Float64Array.of(0, 0, 1, 1))).toBe(2.5);
});

it('the mean lag asks for no sum of 1, and is 0 when everything comes at once', () => {
  expect(meanLag(Float64Array.of(4, 2, 2))).toBe(0.75);
  expect(meanLag(powers(0, 8))).toBe(0);
});
