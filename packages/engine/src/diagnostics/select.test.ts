// Order statistics found without sorting, against sorting.
import { describe, expect, it } from 'vitest';
import { stream } from '../numeric/random.ts';
import { percentiles, quantile, quantilesOf } from './quantile.ts';
import { settle } from './select.ts';

const random = stream(5, 0, 8, 0);
const cases: Record<string, Float64Array> = {
  random: Float64Array.from({ length: 501 }, () => random.normal()),
  ascending: Float64Array.from({ length: 300 }, (_, i) => i),
  descending: Float64Array.from({ length: 300 }, (_, i) => -i),
  'few values': Float64Array.from({ length: 400 }, (_, i) => i % 3),
  equal: new Float64Array(200).fill(4),
  one: Float64Array.of(7),
  two: Float64Array.of(7, 3),
};

describe.each(Object.entries(cases))('settled values: %s', (_, values) => {
  it('hold at each place what sorting would put there, and are the same values', () => {
    const sorted = values.slice().sort();
    const last = values.length - 1;
    const places = [0, Math.floor(last / 3), Math.floor(last / 2), last];
    const settled = values.slice();
    settle(settled, places);
    expect(places.map((place) => settled[place])).toEqual(places.map((place) => sorted[place]));
    expect(settled.sort()).toEqual(sorted);
  });

  it('give the quantiles of sorting, bit for bit, and leave the draws where they were', () => {
    const shares = [0, 0.03, 0.25, 0.5, 0.75, 0.97, 1];
    const before = values.slice();
    const sorted = values.slice().sort();
    expect(quantilesOf(values, shares)).toEqual(shares.map((p) => quantile(sorted, p)));
    expect(values).toEqual(before);
  });
});

it('percentiles run from the smallest draw to the largest in steps of one percent', () => {
  const steps = percentiles(Float64Array.from({ length: 201 }, (_, i) => i));
  expect(steps).toHaveLength(101);
  for (const [p, value] of steps.entries()) expect(value).toBeCloseTo(2 * p, 12);
});
