// Scores of predictions against numbers done by hand.
import { describe, expect, it } from 'vitest';
import { accuracyOf, type RowScore, scoreOf } from './accuracy.ts';

describe('the score of a row', () => {
  const draws = Float64Array.from({ length: 101 }, (_, i) => 200 - i);

  it('says whether the KPI lies between the quartiles, and between 3 and 97 %', () => {
    // Quantiles at 3, 25, 75, 97 %: 103, 125, 175, 197.
    const inside = (y: number) => {
      const { inside50, inside94 } = scoreOf(y, 150, draws);
      return [inside50, inside94];
    };
    expect(inside(125)).toEqual([true, true]);
    expect(inside(124.9)).toEqual([false, true]);
    expect(inside(175.1)).toEqual([false, true]);
    expect(inside(197)).toEqual([false, true]);
    expect(inside(197.1)).toEqual([false, false]);
    expect(inside(102.9)).toEqual([false, false]);
  });
});

describe('accuracy', () => {
  const row = (actual: number, point: number, more: Partial<RowScore> = {}): RowScore => ({
    actual,
    point,
    crps: Math.abs(actual - point),
    ...more,
  });

  it('is about the rows named', () => {
    const found = accuracyOf([row(10, 12), row(20, 15), row(30, 30), row(0, 3)]);
    // Around 15: 25 + 25 + 225 + 225.
    expect(found).toMatchObject({ rows: 4, mapeSkippedRows: 1, crps: 10 / 4 });
    expect(found.r2).toBeCloseTo(1 - 38 / 500, 14);
    expect(found.mape).toBeCloseTo((0.2 + 0.25) / 3, 14);
    expect(found.wmape).toBeCloseTo(10 / 60, 14);
  });

  it('counts coverage where there was an interval', () => {
    const found = accuracyOf([
      row(1, 1, { inside50: true, inside94: true }),
      row(2, 1, { inside50: false, inside94: true }),
      row(3, 1),
    ]);
    expect([found.coverage50, found.coverage94]).toEqual([0.5, 1]);
    expect(accuracyOf([row(3, 1)]).coverage94).toBeNaN();
  });
});
