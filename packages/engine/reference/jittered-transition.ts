// The slow, obvious twin of one jittered HMC transition: dense matrices, every point kept.
import type { Stream } from '../src/numeric/random.ts';
import type { MetricState } from '../src/sampler/state.ts';
import type { Target } from '../src/sampler/target.ts';
import { pointAt, power, type SlowPoint, slowStep, times } from './nuts-transition.ts';

export interface SlowJittered {
  readonly position: number[];
  readonly energy: number;
  readonly diverging: boolean;
  readonly steps: number;
  readonly acceptanceRate: number;
}

export function slowJitteredTransition(
  target: Target,
  metric: MetricState,
  position: readonly number[],
  stepSize: number,
  random: Stream,
): SlowJittered {
  const inverseMass = power(metric, 1, 1);
  const noise = position.map(() => random.normal());
  const first = pointAt(target, inverseMass, [...position], times(power(metric, -0.5, -1, true), noise));
  const time = 1.54 + 1.32 * random.uniform();
  const longest = random.uniform() < 1 / 16 ? stepSize / 3 : stepSize;
  const steps = Math.ceil(time / longest);
  const walked: SlowPoint[] = [first];
  while (walked.length <= steps) {
    if (walked[walked.length - 1].energy - first.energy > 1000) break;
    walked.push(slowStep(target, inverseMass, walked[walked.length - 1], time / steps));
  }
  const last = walked[walked.length - 1];
  const highest = Math.max(...walked.map(({ energy }) => energy));
  const diverging = highest - Math.min(first.energy, last.energy) > 1000;
  const acceptanceRate = diverging ? 0 : Math.min(1, Math.exp(first.energy - last.energy));
  const chosen = random.uniform() < acceptanceRate ? last : first;
  return {
    position: chosen.position,
    energy: chosen.energy,
    diverging,
    steps: walked.length - 1,
    acceptanceRate,
  };
}
