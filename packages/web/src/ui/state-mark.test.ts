// A finished run is good only when it converged.
import type { RunProgress } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { percentDone, stateOf } from './state-mark.tsx';

test('completed is told by convergence, in a word of its own', () => {
  expect(stateOf({ state: 'completed', converged: true, progress: null }).word).toBe('Converged');
  expect(stateOf({ state: 'completed', converged: false, progress: null }).word).toBe('Not converged');
  expect(stateOf({ state: 'completed', converged: null, progress: null }).word).toBe('Not converged');
});

test('every other state has its own word', () => {
  const words = (['queued', 'running', 'failed', 'cancelled'] as const).map(
    (state) => stateOf({ state, converged: null, progress: null }).word,
  );
  expect(new Set(words).size).toBe(4);
});

test('what is done is told by whole percents, never beyond either end', () => {
  const at = (fraction: number): RunProgress => ({
    phase: 'sampling',
    attempt: 1,
    fraction,
    chains: [],
    etaMs: null,
    worstRHat: null,
  });
  expect(stateOf({ state: 'running', converged: null, progress: at(0.424) }).word).toBe('Running, 42 %');
  expect([at(1.2), at(-0.1), null].map(percentDone)).toEqual([100, 0, 0]);
});
