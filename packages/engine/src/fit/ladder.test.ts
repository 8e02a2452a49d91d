// The ladder: which rung follows which shortfall, and when climbing ends.
import { describe, expect, it } from 'vitest';
import type { Checkup } from './convergence.ts';
import { type Climb, nextStep } from './ladder.ts';
import { samplingSettings } from './settings.ts';

const full = samplingSettings({});
const found = (shortfall: Checkup['shortfall']): Checkup => ({
  checked: [],
  maxRHat: 1,
  minEssBulk: 1000,
  minEssTail: 1000,
  minEBfmi: 1,
  divergences: 0,
  draws: 8000,
  treeDepthHits: 0,
  modeDistance: 0,
  shortfall,
});
const first: Climb = {
  extensions: 0,
  targetAcceptance: 0.9,
  warmup: 300,
  algorithm: 'hmc',
  firstGradients: 100,
  lastGradients: 100,
  gradients: 100,
};

describe('the ladder', () => {
  it('stops when nothing falls short', () => {
    expect(nextStep(found('none'), first, full)).toEqual({ kind: 'stop' });
  });

  it('extends the same chains twice when only more draws are missing, then samples more carefully', () => {
    expect(nextStep(found('more_draws'), first, full)).toEqual({ kind: 'extend', draws: 2000 });
    expect(nextStep(found('more_draws'), { ...first, extensions: 1 }, full).kind).toBe('extend');
    expect(nextStep(found('more_draws'), { ...first, extensions: 2 }, full)).toEqual({
      kind: 'rerun',
      targetAcceptance: 0.95,
      warmup: 300,
      algorithm: 'hmc',
    });
  });

  it('reruns at 0.95, at 0.99, then along trees with a long warm-up, then stops', () => {
    const at = (targetAcceptance: number, warmup = 300) =>
      nextStep(found('other_sampling'), { ...first, targetAcceptance, warmup }, full);
    expect(at(0.9)).toMatchObject({ targetAcceptance: 0.95, warmup: 300, algorithm: 'hmc' });
    expect(at(0.95)).toMatchObject({ targetAcceptance: 0.99, warmup: 300 });
    expect(at(0.99)).toMatchObject({ targetAcceptance: 0.99, warmup: 1000, algorithm: 'nuts' });
    expect(at(0.99, 1000)).toEqual({ kind: 'stop' });
  });

  it('ends before it would cost more than four times the first attempt on top of it', () => {
    expect(nextStep(found('other_sampling'), { ...first, gradients: 350 }, full).kind).toBe('rerun');
    expect(nextStep(found('other_sampling'), { ...first, gradients: 351 }, full).kind).toBe('stop');
    expect(nextStep(found('more_draws'), { ...first, gradients: 400 }, full).kind).toBe('extend');
    expect(nextStep(found('more_draws'), { ...first, gradients: 401 }, full).kind).toBe('stop');
  });

  it('does not exist in quick mode', () => {
    const quick = samplingSettings({ mode: 'quick' });
    expect(nextStep(found('other_sampling'), first, quick)).toEqual({ kind: 'stop' });
  });
});
