// When the metric is learnt anew, and how the step size finds the wanted acceptance.
import { describe, expect, it } from 'vitest';
import { standardNormal } from '../../reference/targets.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import type { Start } from './chain.ts';
import { identityMetric, metricFrom } from './metric.ts';
import { averagedStepSize, learnStepSize, reasonableStepSize, startDualAveraging } from './step-size.ts';
import { createTrajectory, moveTo } from './trajectory.ts';
import { metricUpdates, warmUp } from './warm-up.ts';

describe('the schedule of metric updates', () => {
  it('starts at 8, grows, and leaves the last draws to the step size: 50, or 15 % if fewer', () => {
    expect(metricUpdates(300)).toEqual([8, 14, 20, 28, 39, 54, 75, 105, 147, 255]);
    expect(metricUpdates(1000).slice(-3)).toEqual([401, 561, 950]);
  });

  it('does nothing in a tiny warm-up', () => {
    expect(metricUpdates(100)).toEqual([8, 14, 20, 28, 39, 54, 85]);
    expect(metricUpdates(20)).toEqual([8, 17]);
    expect(metricUpdates(9)).toEqual([]);
    expect(metricUpdates(0)).toEqual([]);
  });
});

describe('the step size', () => {
  it('is averaged to where the acceptance is the wanted one', () => {
    // Acceptance of a normal target falls with the square of the step size; noise by the seeded stream.
    const random = stream(2, 0, purpose.simulate, 0);
    const averaging = startDualAveraging(0.01, 10, 0.8);
    let stepSize = 0.01;
    for (let draw = 0; draw < 2000; draw++) {
      const acceptance = Math.max(0, 1 - 0.5 * stepSize * stepSize + 0.1 * (random.uniform() - 0.5));
      stepSize = learnStepSize(averaging, Math.min(1, acceptance));
    }
    expect(averagedStepSize(averaging)).toBeCloseTo(Math.sqrt(0.4), 1);
  });

  it('is the given one while nothing is learnt', () => {
    expect(averagedStepSize(startDualAveraging(0.25, 10, 0.8))).toBeCloseTo(0.25, 14);
  });

  it('is first found within a factor of two of where one step stops being accepted, from any guess', () => {
    const trajectory = createTrajectory(standardNormal(10), 10);
    moveTo(trajectory, new Float64Array(10).fill(1));
    const found = [1e-6, 0.1, 1e6].map((guess) =>
      reasonableStepSize(
        trajectory,
        metricFrom(identityMetric(10)),
        guess,
        stream(1, 0, purpose.stepSize, 0),
      ),
    );
    for (const stepSize of found) {
      expect(stepSize).toBeGreaterThan(0.3);
      expect(stepSize).toBeLessThan(4);
    }
  });
});

describe('warm-up', () => {
  const start: Start = {
    position: new Float64Array(3).fill(0.5),
    metric: identityMetric(3),
    modeLogDensity: 0,
    gradients: 0,
  };

  it('yields once a transition and ends with a state that counts its draws', () => {
    const settings = { seed: 1, chain: 0, warmup: 40, targetAcceptance: 0.8 };
    const transitions = warmUp(standardNormal(3), settings, start);
    let yields = 0;
    let step = transitions.next();
    while (!step.done) {
      yields++;
      step = transitions.next();
    }
    expect(yields).toBe(40);
    expect(step.value.draw).toBe(40);
    expect(structuredClone(step.value)).toEqual(step.value);
  });

  it('of no draws still finds a step size', () => {
    const settings = { seed: 1, chain: 0, warmup: 0, targetAcceptance: 0.8 };
    const step = warmUp(standardNormal(3), settings, start).next();
    expect(step.done).toBe(true);
    expect(step.value.stepSize).toBeGreaterThan(0.3);
    expect(step.value.stepSize).toBeLessThan(4);
  });
});
