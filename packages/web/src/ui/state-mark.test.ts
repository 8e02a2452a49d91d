// A finished run is good only when it converged.
import { expect, test } from 'vitest';
import { stateOf } from './state-mark.tsx';

test('completed is told by convergence, in a word of its own', () => {
  expect(stateOf({ state: 'completed', converged: true }).word).toBe('Converged');
  expect(stateOf({ state: 'completed', converged: false }).word).toBe('Not converged');
  expect(stateOf({ state: 'completed', converged: null }).word).toBe('Not converged');
});

test('every other state has its own word', () => {
  const words = (['queued', 'running', 'failed', 'cancelled'] as const).map(
    (state) => stateOf({ state, converged: null }).word,
  );
  expect(new Set(words).size).toBe(4);
});
