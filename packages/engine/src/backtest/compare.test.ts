// Verdicts and the seasonal-naive forecast against numbers done by hand.
import { describe, expect, it } from 'vitest';
import type { RowScore } from '../fit/accuracy.ts';
import { type FoldScores, horizonResult } from './compare.ts';
import { seasonalNaive } from './seasonal-naive.ts';

const score = (crps: number, inside = true): RowScore => ({
  actual: 100,
  point: 100 + crps,
  crps,
  inside50: inside,
  inside94: inside,
});

/** One fold: the CRPS of the model and of both baselines, the same in every period. */
function fold(model: number, baseline: number, periods = 2): FoldScores {
  return Array.from({ length: periods }, (_, ahead) => ({
    ahead,
    model: score(model, ahead % 2 === 0),
    noMedia: score(baseline),
    seasonalNaive: score(baseline),
  }));
}

const two = { weeks: 2, periods: 2 };
const against = (folds: readonly FoldScores[]) => horizonResult(folds, two).againstNoMedia;

describe('a comparison', () => {
  it('is better or worse from 5 % on, where most origins agree', () => {
    expect(against([fold(80, 100), fold(90, 100), fold(101, 100)])).toEqual({
      crpsRatio: (80 + 90 + 101) / 300,
      closer: 2,
      verdict: 'better',
    });
    expect(against([fold(120, 100), fold(110, 100), fold(99, 100)]).verdict).toBe('worse');
    expect(against([fold(96, 100), fold(97, 100), fold(98, 100)]).verdict).toBe('alike');
  });

  it('is alike where one origin alone makes the difference', () => {
    expect(against([fold(10, 100), fold(101, 100), fold(102, 100)])).toMatchObject({
      closer: 1,
      verdict: 'alike',
    });
    expect(against([fold(300, 100), fold(99, 100), fold(98, 100)])).toMatchObject({
      closer: 2,
      verdict: 'alike',
    });
  });

  it('is over the periods of its horizon', () => {
    const scores = [...fold(50, 100, 1), ...fold(200, 100, 3).slice(1)];
    expect(horizonResult([scores], { weeks: 1, periods: 1 })).toMatchObject({
      model: { rows: 1, crps: 50 },
      againstNoMedia: { crpsRatio: 0.5, verdict: 'better' },
    });
    expect(horizonResult([scores], { weeks: 3, periods: 3 }).model).toMatchObject({ rows: 3, crps: 150 });
  });
});

describe('intervals', () => {
  /** `inside` of `rows` inside both intervals. */
  function intervals(share50: number, share94: number, rows: number) {
    const scores = Array.from({ length: rows }, (_, ahead) => ({
      ahead,
      model: { ...score(1), inside50: ahead < share50 * rows, inside94: ahead < share94 * rows },
      noMedia: score(1),
      seasonalNaive: score(1),
    }));
    return horizonResult([scores], { weeks: rows, periods: rows }).intervals;
  }

  it('are narrow or wide when coverage is three standard errors off', () => {
    // 3·√(0.94·0.06/52) = 0.099, 3·√(0.25/52) = 0.208.
    expect(intervals(0.5, 0.94, 52)).toBe('right');
    expect(intervals(0.5, 44 / 52, 52)).toBe('right');
    expect(intervals(0.5, 43 / 52, 52)).toBe('narrow');
    expect(intervals(15 / 52, 1, 52)).toBe('narrow');
    expect(intervals(37 / 52, 1, 52)).toBe('wide');
    expect(intervals(36 / 52, 1, 52)).toBe('right');
  });

  it('need more rows to be called wrong the fewer there are', () => {
    expect(intervals(0.5, 0.8, 15)).toBe('right');
    expect(intervals(0.5, 0.8, 100)).toBe('narrow');
  });
});

describe('the seasonal-naive forecast', () => {
  // Season 4: errors in rows 4..11 are 1, 1, 1, 1, 2, 2, 2, 2.
  const kpi = Float64Array.of(10, 20, 30, 40, 11, 21, 31, 41, 13, 23, 33, 43, 15, 20, Number.NaN, 50);

  it('is the KPI of a season before, plus and minus its errors so far', () => {
    const { scoreAt } = seasonalNaive(kpi, 0, 12, 4);
    const found = scoreAt(12);
    expect(found).toMatchObject({ actual: 15, point: 13, inside94: true, inside50: false });
    // Atoms 13 ± 1 and ± 2, four each: E|X − 15| = (1 + 3 + 0 + 4)/4; pairs 1·2 + 3·2 + 4·2 of 16 twice.
    expect(found?.crps).toBeCloseTo(2 - (2 * (1 + 1 + 2 + 3 + 3 + 4)) / 16 / 2, 14);
    expect(scoreAt(15)).toMatchObject({ actual: 50, point: 43, inside94: false });
  });

  it('says nothing where either KPI is missing', () => {
    expect(seasonalNaive(kpi, 0, 12, 4).scoreAt(14)).toBeUndefined();
    const gap = kpi.map((y, t) => (t === 9 ? Number.NaN : y));
    expect(seasonalNaive(gap, 0, 12, 4).scoreAt(13)).toBeUndefined();
  });

  it('is a number where too few errors tell of a spread', () => {
    const found = seasonalNaive(kpi, 1, 12, 4).scoreAt(12);
    expect(found).toEqual({ actual: 15, point: 13, crps: 2 });
  });

  it('knows no error after its origin', () => {
    const later = kpi.map((y, t) => (t < 12 || t === 13 ? y : y * 9));
    const [now, then] = [kpi, later].map((series) => seasonalNaive(series, 0, 12, 4).scoreAt(13));
    expect(now).toMatchObject({ actual: 20, point: 23 });
    expect(then).toEqual(now);
  });
});
