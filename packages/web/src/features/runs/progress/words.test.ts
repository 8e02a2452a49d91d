// Where a run stands, in words.
import type { RunProgress } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { lanesOf, phaseWords, remainingWords } from './words.ts';

const progress: RunProgress = {
  phase: 'sampling',
  attempt: 1,
  fraction: 0.424,
  chains: [
    { chain: 0, phase: 'sampling', draw: 1240, of: 2000, drawsPerSecond: 951.4, divergences: 3 },
    { chain: 1, phase: 'warmup', draw: 300, of: 300, drawsPerSecond: 0, divergences: 0 },
  ],
  etaMs: 12_400,
  worstRHat: null,
};

describe('a run on its way', () => {
  test('says its phase, and that it goes on after a check', () => {
    expect(phaseWords({ state: 'queued', progress: null })).toMatch(/^Waiting/);
    expect(phaseWords({ state: 'running', progress })).toBe(
      'Sampling: each chain explores what fits the data.',
    );
    expect(phaseWords({ state: 'running', progress: { ...progress, attempt: 2 } })).toMatch(/Attempt 2/);
    const backtest = { fold: 2, of: 4, forecaster: 'noMedia' } as const;
    expect(phaseWords({ state: 'running', progress: { ...progress, backtest } })).toBe(
      'Backtest: forecasting from origin 2 of 4, without media.',
    );
  });

  test('says how long it still takes, and nothing where that is not known', () => {
    expect(remainingWords(progress)).toBe('about 12 s left');
    expect(remainingWords({ ...progress, etaMs: 200 })).toBe('nearly done');
    expect(remainingWords({ ...progress, etaMs: null })).toBeNull();
    expect(remainingWords(null)).toBeNull();
  });

  test('has one lane a chain', () => {
    expect(lanesOf(progress)).toEqual([
      { chain: 1, percent: 62, words: 'draw 1,240 of 2,000, 951 a second', divergences: 3 },
      { chain: 2, percent: 100, words: 'warm-up 300 of 300', divergences: 0 },
    ]);
  });
});
