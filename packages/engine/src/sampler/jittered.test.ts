// One jittered HMC transition against its slow twin, and its chains against what is known.
import { describe, expect, it } from 'vitest';
import { banana, lowRank } from '../../reference/banana.ts';
import { batchMean } from '../../reference/batch-means.ts';
import { slowJitteredTransition } from '../../reference/jittered-transition.ts';
import { normal } from '../../reference/targets.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { type SamplerSettings, sample } from './chain.ts';
import { jitteredTransition } from './jittered.ts';
import { identityMetric, metricFrom } from './metric.ts';
import type { Target } from './target.ts';
import { createTrajectory, moveTo } from './trajectory.ts';

/** Steps and divergences of transitions that each equalled their twin. */
function compareWithTwin(stepSize: number, transitions: number): { steps: Set<number>; divergences: number } {
  const trajectory = createTrajectory(banana, 10);
  moveTo(trajectory, Float64Array.of(0.3, -0.2, 0.1, 1));
  const metric = metricFrom(lowRank);
  const steps = new Set<number>();
  let divergences = 0;
  for (let draw = 0; draw < transitions; draw++) {
    const from = [...trajectory.current.position];
    const random = () => stream(12, 0, purpose.transition, draw);
    const made = jitteredTransition(trajectory, metric, stepSize, random());
    const twin = slowJitteredTransition(banana, lowRank, from, stepSize, random());
    expect({ ...made, draw }).toMatchObject({ steps: twin.steps, diverging: twin.diverging });
    expect(made.acceptanceRate).toBeCloseTo(twin.acceptanceRate, 7);
    expect(made.energy).toBeCloseTo(twin.energy, 6);
    twin.position.forEach((value, i) => {
      expect(trajectory.current.position[i]).toBeCloseTo(value, 6);
    });
    steps.add(made.steps);
    divergences += made.diverging ? 1 : 0;
  }
  return { steps, divergences };
}

describe('a jittered transition', () => {
  it('equals its slow twin on the same random stream, at every number of steps', () => {
    expect(compareWithTwin(0.02, 20).steps.size).toBeGreaterThan(10);
    expect(compareWithTwin(0.3, 150).steps).toContain(5);
    expect(compareWithTwin(0.9, 150).steps).toContain(2);
  });

  it('diverges where its twin does, and then stays where it is', () => {
    const { divergences } = compareWithTwin(2.2, 300);
    expect(divergences).toBeGreaterThan(0);
    expect(divergences).toBeLessThan(300);
  });

  it('walks no more steps than a tree of the largest depth', () => {
    const trajectory = createTrajectory(banana, 6);
    moveTo(trajectory, new Float64Array(4));
    const made = jitteredTransition(
      trajectory,
      metricFrom(lowRank),
      1e-4,
      stream(1, 0, purpose.transition, 0),
    );
    expect(made).toMatchObject({ steps: 63, treeDepth: 6, stepSize: 1e-4 });
  });
});

function drawn(target: Target, stepSize: number, draws: number, algorithm: 'hmc' | 'nuts'): number[][] {
  const settings: SamplerSettings = { seed: 3, chain: 0, warmup: 0, targetAcceptance: 0.9, algorithm };
  const metric = target === banana ? lowRank : identityMetric(target.size);
  const state = { draw: 0, position: new Float64Array(target.size), stepSize, metric };
  const positions: number[][] = [];
  const chain = sample(target, settings, state, draws, (_, position) => positions.push([...position]));
  while (!chain.next().done);
  return positions;
}

function estimate(positions: readonly number[][], of: (q: readonly number[]) => number) {
  return batchMean(positions.map(of));
}

describe('a chain of jittered transitions', () => {
  it('keeps a correlated normal, also with steps so long that a third of the walks are refused', () => {
    const positions = drawn(normal([1, -2, 0], [1, 1.5, 0.7], 0.5), 1.1, 20_000, 'hmc');
    const z = (of: (q: readonly number[]) => number, truth: number) => {
      const { mean, error } = estimate(positions, of);
      return Math.abs(mean - truth) / error;
    };
    expect(z((q) => q[0], 1)).toBeLessThan(4);
    expect(z((q) => q[1], -2)).toBeLessThan(4);
    expect(z((q) => (q[1] + 2) ** 2, 2.25)).toBeLessThan(4);
    expect(z((q) => q[2] ** 2, 0.49)).toBeLessThan(4);
    expect(z((q) => (q[0] - 1) * (q[1] + 2), 0.75)).toBeLessThan(4);
  });

  it('finds on a bent density what trees find, whose walks it does not share', () => {
    const [fast, tree] = [drawn(banana, 0.35, 30_000, 'hmc'), drawn(banana, 0.35, 10_000, 'nuts')];
    for (const of of [(q: readonly number[]) => q[1], (q: readonly number[]) => q[0] ** 2]) {
      const [a, b] = [estimate(fast, of), estimate(tree, of)];
      expect(Math.abs(a.mean - b.mean) / Math.hypot(a.error, b.error)).toBeLessThan(4);
    }
  });

  it('goes on after a stop as if it had not stopped', () => {
    const whole = drawn(banana, 0.4, 40, 'hmc');
    const settings = { seed: 3, chain: 0, warmup: 0, targetAcceptance: 0.9, algorithm: 'hmc' } as const;
    const state = { draw: 20, position: Float64Array.from(whole[19]), stepSize: 0.4, metric: lowRank };
    const rest: number[][] = [];
    const chain = sample(banana, settings, state, 20, (_, position) => rest.push([...position]));
    while (!chain.next().done);
    expect(rest).toEqual(whole.slice(20));
  });
});
