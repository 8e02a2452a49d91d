// One NUTS transition against its slow twin, and what it says when a trajectory goes wrong.
import { describe, expect, it } from 'vitest';
import { banana, lowRank } from '../../reference/banana.ts';
import { slowTransition } from '../../reference/nuts-transition.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { metricFrom } from './metric.ts';
import { createTrajectory, moveTo, transition } from './trajectory.ts';

function compareWithTwin(
  stepSize: number,
  transitions: number,
): { depths: Set<number>; divergences: number } {
  const trajectory = createTrajectory(banana, 7);
  moveTo(trajectory, Float64Array.of(0.3, -0.2, 0.1, 1));
  const metric = metricFrom(lowRank);
  const depths = new Set<number>();
  let divergences = 0;
  for (let draw = 0; draw < transitions; draw++) {
    const from = [...trajectory.current.position];
    const made = transition(trajectory, metric, stepSize, stream(11, 0, purpose.transition, draw));
    const twin = slowTransition(banana, lowRank, from, stepSize, stream(11, 0, purpose.transition, draw), 7);
    expect({ ...made, twin: draw }).toMatchObject({
      treeDepth: twin.treeDepth,
      steps: twin.steps,
      diverging: twin.diverging,
    });
    expect(made.acceptanceRate).toBeCloseTo(twin.acceptanceRate, 9);
    expect(made.energy).toBeCloseTo(twin.energy, 7);
    twin.position.forEach((value, i) => {
      expect(trajectory.current.position[i]).toBeCloseTo(value, 7);
    });
    depths.add(made.treeDepth);
    divergences += made.diverging ? 1 : 0;
  }
  return { depths, divergences };
}

describe('a NUTS transition', () => {
  it('equals its slow recursive twin on the same random stream, at every tree depth', () => {
    const { depths } = compareWithTwin(0.02, 40);
    expect(Math.max(...depths)).toBe(7);
    expect(compareWithTwin(0.3, 150).depths).toContain(3);
    expect(compareWithTwin(0.9, 150).depths).toContain(1);
  });

  it('diverges where its twin does', () => {
    const { divergences } = compareWithTwin(2.2, 200);
    expect(divergences).toBeGreaterThan(0);
    expect(divergences).toBeLessThan(200);
  });
});
