// Reading a chart by arrow keys: every point is reached, nothing beyond the ends.

import { readFileSync } from 'node:fs';
import { insightsSchema, resultSchema } from '@mixmodel/contract';
import { viewOf } from '@mixmodel/report';
import { overTimeChart } from '@mixmodel/report/charts';
import { describe, expect, test } from 'vitest';
import { cellText } from './cell-text.ts';
import { afterKey, besidePointer, inWords } from './keys.ts';
import { placeOf } from './reading-place.ts';

describe('arrow keys on a chart', () => {
  test('enter from either end and stop at both', () => {
    expect(afterKey('ArrowRight', null, 104)).toBe(0);
    expect(afterKey('ArrowLeft', null, 104)).toBe(103);
    expect(afterKey('ArrowRight', 103, 104)).toBe(103);
    expect(afterKey('ArrowLeft', 0, 104)).toBe(0);
  });

  test('reach every point one by one', () => {
    let at: number | null | undefined = null;
    const seen: number[] = [];
    for (let i = 0; i < 5; i++) {
      at = afterKey('ArrowRight', at ?? null, 5);
      seen.push(Number(at));
    }
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });

  test('leap with Page, jump with Home and End, leave with Escape', () => {
    expect(afterKey('PageDown', 0, 104)).toBe(10);
    expect(afterKey('PageUp', 5, 104)).toBe(0);
    expect(afterKey('Home', 50, 104)).toBe(0);
    expect(afterKey('End', 50, 104)).toBe(103);
    expect(afterKey('Escape', 50, 104)).toBeNull();
  });

  test('leave other keys, and a chart without readings, to the page', () => {
    expect(afterKey('Tab', 3, 104)).toBeUndefined();
    expect(afterKey('Escape', null, 104)).toBeUndefined();
    expect(afterKey('ArrowRight', null, 0)).toBeUndefined();
  });
});

describe('the box beside the pointer', () => {
  test('stands right of it while there is room, left of it after that, and never outside', () => {
    expect(besidePointer(100, 200, 800)).toBe(112);
    expect(besidePointer(700, 200, 800)).toBe(488);
    expect(besidePointer(150, 200, 320)).toBe(0);
    expect(besidePointer(10, 280, 200)).toBe(-40);
  });
});

describe('a reading of a real chart', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../../../../report/fixtures/${name}.json`, import.meta.url), 'utf8'));
  const view = viewOf(
    resultSchema.parse(read('sample')),
    insightsSchema.parse(read('sample.insights')),
    null,
  );
  const chart = overTimeChart(view);

  test('stands where the pointer would find it', () => {
    for (const index of [0, 40, 103]) {
      const { x, y } = placeOf(chart.reading ?? never(), index, 800, chart.height(800));
      expect(chart.reading?.nearest(x, 800, y)).toBe(index);
    }
  });

  test('is spoken with its period, its values and their intervals', () => {
    const spoken = inWords(chart.reading?.at(10) ?? never());
    expect(spoken).toMatch(/^Week of \d/);
    expect(spoken).toMatch(/Predicted .+ \(.+ to .+\)/);
  });
});

function never(): never {
  throw new Error('the chart has readings');
}

test('a table shows four digits, and says where there is none', () => {
  expect([0.123456, 1234567, 12.5, Number.NaN, 'TV'].map(cellText)).toEqual([
    '0.1235',
    '1,234,600',
    '12.5',
    '–',
    'TV',
  ]);
});
