// Progress tells the speed of the last seconds, and the time that is left at that speed.
import type { FitProgress } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import { progressMeter } from './progress.ts';

/** Two chains, the first at `draw` of 1,000, the second not begun. */
function sampling(draw: number, attempt = 1) {
  const chains = [draw, 0].map((at, chain) => ({
    chain,
    phase: 'sampling' as const,
    draw: at,
    of: 1000,
    divergences: 0,
  }));
  return { phase: 'sampling', attempt, chains, fraction: draw / 2000 } as const satisfies FitProgress;
}

describe('a progress meter', () => {
  test('tells nothing of speed before there is something to measure', () => {
    const meter = progressMeter();
    meter.read(sampling(0), 0);
    const told = meter.read(sampling(90), 300);
    expect([told.etaMs, told.chains[0]?.drawsPerSecond]).toEqual([null, 0]);
  });

  test('tells draws a second of each chain, and the time left for all of them', () => {
    const meter = progressMeter();
    meter.read(sampling(0), 0);
    const told = meter.read(sampling(200), 1000);
    expect(told.chains.map(({ drawsPerSecond }) => drawsPerSecond)).toEqual([200, 0]);
    // 1,800 of the 2,000 draws are left, at 200 a second.
    expect(told.etaMs).toBeCloseTo(9000, 6);
  });

  test('forgets what was long ago: draws that were read back are not the speed of drawing', () => {
    const meter = progressMeter();
    meter.read(sampling(0), 0);
    meter.read(sampling(500), 10);
    for (let seconds = 1; seconds <= 6; seconds++) meter.read(sampling(500 + 50 * seconds), 1000 * seconds);
    const told = meter.read(sampling(850), 7000);
    expect(told.chains[0]?.drawsPerSecond).toBeCloseTo(50, 6);
  });

  test('begins anew with each attempt, and keeps the worst R-hat of the check between', () => {
    const meter = progressMeter();
    meter.read(sampling(0), 0);
    meter.read(sampling(1000), 2000);
    expect(meter.read({ phase: 'checked', attempt: 1, maxRHat: 1.04 }, 2000).worstRHat).toBe(1.04);
    const told = meter.read(sampling(10, 2), 2100);
    expect([told.attempt, told.etaMs, told.worstRHat]).toEqual([2, null, 1.04]);
  });

  test('tells of a backtest as a whole, from its estimate until it can be measured, and of the fit it is at', () => {
    const meter = progressMeter({ ownMs: 5000, afterwardsMs: 15_000 });
    meter.read(sampling(0), 0);
    const fitting = meter.read(sampling(200), 1000);
    expect(fitting.etaMs).toBeCloseTo(9000 + 15_000, 6);
    expect(fitting.fraction).toBeCloseTo(0.1 / 4, 6);
    expect(meter.read({ phase: 'assembling' }, 1100)).toMatchObject({ etaMs: 15_000, fraction: 0.25 });
    const at = (fold: number, fraction: number) =>
      ({ phase: 'fold', fold, of: 4, forecaster: 'model', fraction, fit: sampling(10) }) as const;
    const first = meter.readBacktest(at(1, 0), 2000);
    expect([first.etaMs, first.backtest]).toEqual([null, { fold: 1, of: 4, forecaster: 'model' }]);
    const checked = { phase: 'checked', attempt: 1, maxRHat: 1.02 } as const;
    expect(meter.readBacktest({ ...at(1, 0.1), fit: checked }, 3000)).toMatchObject({
      phase: 'assembling',
      worstRHat: 1.02,
    });
    const second = meter.readBacktest(at(2, 0.25), 4000);
    expect(second).toMatchObject({ phase: 'sampling', worstRHat: null });
    // The fit was a quarter of the run, and a quarter of the rest is done.
    expect(second.fraction).toBeCloseTo(0.25 + 0.75 * 0.25, 6);
    // A quarter in two seconds.
    expect(second.etaMs).toBeCloseTo(6000, 6);
  });

  test('tells an R-hat that does not exist as none, and is not through while summaries are made', () => {
    const meter = progressMeter();
    meter.read(sampling(1000), 0);
    expect(meter.read({ phase: 'checked', attempt: 1, maxRHat: Number.NaN }, 1).worstRHat).toBeNull();
    expect(meter.read({ phase: 'assembling' }, 2)).toMatchObject({
      phase: 'assembling',
      fraction: 0.99,
      etaMs: null,
    });
  });
});
