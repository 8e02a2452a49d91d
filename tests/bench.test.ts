// The README's performance table is of this engine's numerics and of the benchmark as it stands; its data are well made.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csvOf, dataSet } from '../bench/data-sets.ts';
import { benchKey } from '../bench/key.ts';
import type { Measured, Report } from '../bench/run.ts';
import { exponents, minEss, tablesOf, withTables, worstEstimate } from '../bench/tables.ts';
import { root } from './source-files.ts';

function measured(rows: number, channels: number, wallMs: number): Measured {
  const ess = { 'saturation_beta[a]': 900, log_posterior: 5, total_media_contribution: 800 };
  const fit = {
    wallMs,
    totalMs: 2 * wallMs,
    checkMs: wallMs / 4,
    gradients: 1,
    divergences: 0,
    attempts: 1,
    passed: true,
    ess,
    means: {},
  };
  const gradient = { kernelUs: 2, plainUs: 9, densityUs: 4, allInUs: 5, nativeUs: null };
  const control = { estimate: { ms: 3 * wallMs, memoryMb: 150 }, peakMb: 200, cancelMs: [4, 90, 7] };
  return { name: `${rows}×${channels}`, rows, channels, fits: [fit, fit, fit], gradient, ...control };
}

const cold = { seconds: 1.5, peakMb: 200, samplingSeconds: 1 };
const report: Report = {
  date: '2026-01-31',
  machine: 'a machine',
  load: 0,
  node: '20.19.0',
  sets: [measured(100, 4, 200), measured(200, 4, 400), measured(100, 8, 800)],
  cold: { quick: cold, full: cold },
};

test('the table in the README was made by this benchmark from these numerics (npm run bench)', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(/<!-- bench ([0-9a-f]{12}) -->/.exec(readme)?.[1]).toBe(benchKey());
  expect(readme).toContain('<!-- /bench -->');
});

test('a table takes the place of the one before, and nothing else', () => {
  const readme = 'above\n<!-- bench 000000000000 -->\nold\n<!-- /bench -->\nbelow\n';
  const written = withTables(readme, report);
  expect(written).toBe(`above\n<!-- bench ${benchKey()} -->\n${tablesOf(report)}\n<!-- /bench -->\nbelow\n`);
  expect(() => withTables('no place', report)).toThrow('no place for the tables');
});

test('exponents are those of the time in weeks and in channels', () => {
  expect(exponents(report.sets)).toEqual({ weeks: expect.closeTo(1, 12), channels: expect.closeTo(2, 12) });
});

test('estimates stand beside what a fit took, and the farthest of them is told whichever way it errs', () => {
  expect(tablesOf(report)).toContain('| 100×4 | 0.6 | 0.4 | 1.50× | 150 | 200 | 0.75× | 7, at most 90 |');
  expect(tablesOf(report)).toContain('within a factor of 1.5 of the time and 1.3 of the memory');
  const [set] = report.sets as [Measured];
  const low = { ...set, estimate: { ms: 100, memoryMb: 150 } };
  expect(worstEstimate([set, low])).toEqual({ time: 4, memory: 200 / 150 });
});

test('the smallest ESS is of the quantities that both sides have', () => {
  expect(minEss(report.sets[0]?.fits[0] ?? { ess: {} })).toBe(800);
});

test('every program is given the same numbers', () => {
  const set = dataSet(52, 3);
  const [header = '', ...lines] = csvOf(set).trim().split('\n');
  expect(header).toBe('week,channel_1,channel_2,channel_3,weather,price,time,sales');
  expect(lines).toHaveLength(52);
  const last = lines.at(-1)?.split(',').slice(1).map(Number);
  expect(last).toEqual([...set.data.columns.values()].map((values) => values.at(-1)));
  expect(set.data.columns).toEqual(dataSet(52, 3).data.columns);
});
