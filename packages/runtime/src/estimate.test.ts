// An estimate grows with the work, shrinks with threads, and is near what the sample takes.
import { expandSpec, sample } from '@mixmodel/engine';
import { expect, test } from 'vitest';
import { costOf } from './estimate.ts';

const { data, draft } = sample();
const { spec } = expandSpec(draft, data);

test('a full fit costs more than a quick one, and threads make it shorter', () => {
  const [quick, full] = [costOf(data, spec, { mode: 'quick' }, 2), costOf(data, spec, { mode: 'full' }, 2)];
  expect(full.ms).toBeGreaterThan(quick.ms);
  expect(full.memoryMb).toBeGreaterThan(quick.memoryMb);
  expect(costOf(data, spec, { mode: 'full' }, 1).ms).toBeGreaterThan(full.ms);
  expect(costOf(data, spec, { mode: 'full' }, 16).ms).toBe(costOf(data, spec, { mode: 'full' }, 4).ms);
});

test('the sample is said to take about a second', () => {
  expect(costOf(data, spec, { mode: 'full' }, 2).ms).toBeGreaterThan(500);
  expect(costOf(data, spec, { mode: 'full' }, 2).ms).toBeLessThan(1500);
});

test('a curve with two shapes is said to take longer', () => {
  const channels = draft.channels.map((one) => ({ ...one, saturation: { kind: 'hill' as const } }));
  const hill = expandSpec({ ...draft, channels }, data).spec;
  expect(costOf(data, hill, { mode: 'full' }, 2).ms).toBeGreaterThan(
    costOf(data, spec, { mode: 'full' }, 2).ms,
  );
});

test('a curve without a loop of its own in the kernel is said to take longer', () => {
  const channels = draft.channels.map((one) => ({ ...one, order: 'saturation_first' as const }));
  const composed = expandSpec({ ...draft, channels }, data).spec;
  expect(costOf(data, composed, { mode: 'full' }, 2).ms).toBeGreaterThan(
    costOf(data, spec, { mode: 'full' }, 2).ms,
  );
});
