// The tests of uniformity against simulation: right how often they should be, and not blind.
import { describe, expect, it } from 'vitest';
import { purpose } from '../src/numeric/purposes.ts';
import { stream } from '../src/numeric/random.ts';
import { band, cumulated, uniformity } from './uniformity.ts';

const RANKED = 99;
const COUNT = 60;
const SETS = 400;

const sets = Array.from({ length: SETS }, (_, s) => {
  const random = stream(7, 0, purpose.simulate, s);
  return Array.from({ length: COUNT }, () => Math.floor(random.uniform() * (RANKED + 1)));
});

/** Four standard deviations of a share of the sets. */
const around = (share: number) => 4 * Math.sqrt((share * (1 - share)) / SETS);

describe('uniform ranks', () => {
  const found = sets.map((ranks) => uniformity(ranks, RANKED));

  it('have an ECDF whose p value is uniform: below 0.05, 0.2 and 0.5 that often', () => {
    for (const level of [0.05, 0.2, 0.5]) {
      const share = found.filter(({ band }) => band <= level).length / SETS;
      expect(Math.abs(share - level)).toBeLessThan(around(level) + 0.02);
    }
  });

  it('leave the 80 % band one time in five', () => {
    const limits = band(COUNT, RANKED, 0.2);
    const outside = sets.filter((ranks) =>
      cumulated(ranks, RANKED).some((n, i) => n < limits[i].low || n > limits[i].high),
    );
    expect(outside.length / SETS).toBeLessThan(0.2 + around(0.2));
    expect(outside.length / SETS).toBeGreaterThan(0.2 - around(0.2) - 0.03);
  });

  it('have scores of mean 0, and of the variance of uniform ranks', () => {
    const mean = found.reduce((sum, { mean }) => sum + mean, 0) / SETS;
    const spread = found.reduce((sum, { spread }) => sum + spread, 0) / SETS;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(SETS));
    expect(Math.abs(spread)).toBeLessThan(4 / Math.sqrt(SETS));
    // The squares of these bounded scores vary a little less than those of normal ones.
    const squares = found.reduce((sum, u) => sum + u.mean * u.mean, 0) / SETS;
    expect(Math.abs(squares - 1)).toBeLessThan(4 * Math.sqrt(2 / SETS));
  });
});

describe('ranks that are not uniform', () => {
  it.each([
    ['too high', (u: number) => u ** 0.6, 'mean'],
    ['at both ends', (u: number) => (u < 0.5 ? 2 * u * u : 1 - 2 * (1 - u) * (1 - u)), 'spread'],
  ] as const)('%s are told by their scores and by their ECDF', (_, bend, by) => {
    const ranks = Array.from({ length: 200 }, (_, i) => Math.floor(bend((i + 0.5) / 200) * (RANKED + 1)));
    const told = uniformity(ranks, RANKED);
    expect(told[by]).toBeGreaterThan(4);
    expect(told.band).toBeLessThan(1e-4);
    expect(told.p).toBeLessThan(1e-4);
  });

  it('in the middle are told by a spread below zero', () => {
    const ranks = Array.from({ length: 200 }, (_, i) => 25 + Math.floor(i / 4));
    expect(uniformity(ranks, RANKED).spread).toBeLessThan(-4);
  });
});

it('a p value of one rank is what can be counted by hand', () => {
  // Of ranks 0, 1, 2, 3, the ends are the unlikeliest: two of four.
  expect(uniformity([0], 3).band).toBeCloseTo(0.5, 12);
  expect(uniformity([1], 3).band).toBeCloseTo(1, 12);
});
