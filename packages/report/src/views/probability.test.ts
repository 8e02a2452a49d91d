// Probabilities from quantiles, and their words at the ends.
import { expect, test } from 'vitest';
import { probabilityAbove, probabilityText, withProbability } from './probability.ts';

/** Quantiles of a uniform distribution on 0..10. */
const uniform = Array.from({ length: 101 }, (_, i) => i / 10);

test('the probability above a value is read from the quantiles, between them in proportion', () => {
  expect(probabilityAbove(uniform, 5)).toBeCloseTo(0.5, 12);
  expect(probabilityAbove(uniform, 2.525)).toBeCloseTo(0.7475, 12);
  expect(probabilityAbove(uniform, -1)).toBe(1);
  expect(probabilityAbove(uniform, 0)).toBe(1);
  expect(probabilityAbove(uniform, 10)).toBe(0);
  expect(probabilityAbove(uniform, 11)).toBe(0);
});

test('draws that equal the value are not above it', () => {
  const half = Array.from({ length: 101 }, (_, i) => (i <= 60 ? 1 : i));
  expect(probabilityAbove(half, 1)).toBeCloseTo(0.4, 12);
  expect(probabilityAbove(new Array<number>(101).fill(2), 2)).toBe(0);
  expect(probabilityAbove(new Array<number>(101).fill(2), 1.9)).toBe(1);
});

test('no probability is written as certain', () => {
  const texts = [1, 0.9901, 0.99, 0.5, 0.125, 0.01, 0.0099, 0].map(probabilityText);
  expect(texts).toEqual(['>99 %', '>99 %', '99 %', '50 %', '13 %', '1 %', '<1 %', '<1 %']);
  expect([1, 0.92, 0].map(withProbability)).toEqual([
    'with a probability above 99 %',
    'with a probability of 92 %',
    'with a probability below 1 %',
  ]);
});
