// The drawn interval says what the numbers say.
import { expect, test } from 'vitest';
import { axisEnd, intervalBars } from './interval-bar.ts';

test('a bar spans its interval on the common axis, with mean, truth and break-even in place', () => {
  const bars = [{ low: 0.5, mean: 1.5, high: 2 }, { low: 0, mean: 0.5, high: 1, truth: 0.75 }, null];
  expect(axisEnd(bars, 1)).toBe(2);
  expect(intervalBars(bars, 9, 2, 1)).toEqual(['  ────●──', '──●◆─    ', '    ┊    ']);
});

test('truth on the mean has its own mark, and an axis always reaches break-even', () => {
  expect(intervalBars([{ low: 0, mean: 0.5, high: 1, truth: 0.5 }], 5, 1)).toEqual(['──◈──']);
  expect(axisEnd([{ low: 0, mean: 0.1, high: 0.2 }], 1)).toBe(1);
  expect(axisEnd([null], 1)).toBe(1);
});
