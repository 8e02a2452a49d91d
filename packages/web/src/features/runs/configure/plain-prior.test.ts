// Priors in plain words: what is typed is what the distribution means, both ways.
import { describe, expect, test } from 'vitest';
import { numberOf } from './number.ts';
import * as plain from './plain-prior.ts';

describe('a return in plain words', () => {
  test('is a log-normal with that median and 3 % above the other', () => {
    const prior = plain.logNormalOf({ around: 1.2, seldom: 6.5 });
    expect(prior).toMatchObject({ family: 'log_normal' });
    if (prior?.family !== 'log_normal') throw new Error('a log-normal was wanted');
    expect(plain.aroundOf(prior).around).toBeCloseTo(1.2, 4);
    expect(plain.aroundOf(prior).seldom).toBeCloseTo(6.5, 4);
  });

  // LogNormal(0.2, 0.9): median e^0.2, 97 % point e^(0.2 + 0.9 × 1.8808), from scipy.stats.lognorm.ppf.
  test('reads the default as around 1.22, seldom more than 6.64', () => {
    const { around, seldom } = plain.aroundOf({ family: 'log_normal', mu: 0.2, sigma: 0.9 });
    expect(around).toBeCloseTo(1.2214, 4);
    expect(seldom).toBeCloseTo(6.637, 3);
  });

  test('needs a range above zero', () => {
    expect(plain.logNormalOf({ around: 2, seldom: 2 })).toBeNull();
    expect(plain.logNormalOf({ around: 0, seldom: 2 })).toBeNull();
    expect(plain.logNormalOf({ around: Number.NaN, seldom: 2 })).toBeNull();
  });
});

describe('a share in plain words', () => {
  test('is a beta with that mean and spread', () => {
    const prior = plain.betaOf({ mean: 0.01, spread: 0.01 });
    if (prior?.family !== 'beta') throw new Error('a beta was wanted');
    expect(plain.giveOrTakeOf(prior).mean).toBeCloseTo(0.01, 6);
    expect(plain.giveOrTakeOf(prior).spread).toBeCloseTo(0.01, 6);
  });

  test('cannot spread further than a share can', () => {
    expect(plain.betaOf({ mean: 0.5, spread: 0.6 })).toBeNull();
    expect(plain.betaOf({ mean: 1.2, spread: 0.1 })).toBeNull();
  });
});

test('a half-normal is known by what it seldom exceeds', () => {
  const prior = plain.halfNormalOf(4.34);
  expect(prior).toEqual({ family: 'half_normal', sd: 1.99992 });
  expect(plain.seldomOfHalfNormal(2)).toBeCloseTo(4.34, 2);
  expect(plain.halfNormalOf(-1)).toBeNull();
});

test('a number may be typed with a point, a comma or a minus of either kind', () => {
  expect(['0.9', ' 0,9 ', '−2', '1e3'].map(numberOf)).toEqual([0.9, 0.9, -2, 1000]);
  expect(['', 'abc', '1,234,5', '1.2.3'].map(numberOf)).toEqual([null, null, null, null]);
});
