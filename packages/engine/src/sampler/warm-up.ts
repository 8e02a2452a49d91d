// Warm-up: a chain learns its metric from a growing window of draws and its step size by dual averaging.
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { createHistory, historySince, remember } from './history.ts';
import { metricFrom, metricInWasm } from './metric.ts';
import { estimateMetric } from './metric-estimate.ts';
import { defaultMaxTreeDepth, type SamplerSettings } from './settings.ts';
import type { Start } from './start.ts';
import type { ChainState } from './state.ts';
import { averagedStepSize, learnStepSize, reasonableStepSize, startDualAveraging } from './step-size.ts';
import type { Target } from './target.ts';
import { createTrajectory, moveTo, type Transition } from './trajectory.ts';
import { transitionOf } from './transition.ts';

const firstUpdate = 8;
/** Draws after the last update that serve the step size alone: this many, or this share if that is fewer. */
const lastDraws = 50;
const lastShare = 0.15;
/** Stan's pull towards large steps at the start, and a gentler one when a metric has changed only a little. */
const firstPull = 10;
const laterPull = 4;
/** At the last metric what was learnt is near: from there on the step size moves a third as far at each draw. */
const lastPull = 1;
const lastDamping = 3;

/** Warms a chain up from `start`; yields after every transition and returns the state to sample from. */
export function* warmUp(
  target: Target,
  settings: SamplerSettings,
  start: Start,
): Generator<Transition, ChainState> {
  const { seed, chain, warmup, targetAcceptance } = settings;
  const trajectory = createTrajectory(target, settings.maxTreeDepth ?? defaultMaxTreeDepth);
  moveTo(trajectory, start.position);
  const updates = metricUpdates(warmup);
  const learnUntil = updates.at(-1) ?? 0;
  const history = createHistory(learnUntil, target.size);
  const move = transitionOf(settings);
  const shared = metricInWasm(target.size);
  let metric = metricFrom(start.metric, shared);
  let stepSize = reasonableStepSize(trajectory, metric, 0.1, stream(seed, chain, purpose.stepSize, 0));
  let averaging = startDualAveraging(stepSize, firstPull, targetAcceptance);
  for (let draw = 0; draw < warmup; draw++) {
    const made = move(trajectory, metric, stepSize, stream(seed, chain, purpose.transition, draw));
    stepSize = learnStepSize(averaging, made.acceptanceRate);
    if (draw < learnUntil) remember(history, trajectory.current.position, trajectory.current.gradient);
    if (updates.includes(draw + 1)) {
      const recent = historySince(history, Math.floor(history.length / 2));
      metric = metricFrom(estimateMetric(recent, metric.state), shared);
      const found = averagedStepSize(averaging);
      averaging =
        draw + 1 === learnUntil
          ? startDualAveraging(found, lastPull, targetAcceptance, lastDamping)
          : startDualAveraging(found, laterPull, targetAcceptance);
    }
    yield made;
  }
  return {
    draw: warmup,
    position: trajectory.current.position.slice(),
    stepSize: averagedStepSize(averaging),
    metric: metric.state,
  };
}

/**
 * After how many draws the metric is learnt anew: 8, 14, 20, 28, 39, … and a last time before the draws kept for
 * the step size. An update soon before the last would throw away step-size learning for little, so it is left out.
 */
export function metricUpdates(warmup: number): number[] {
  const last = Math.max(warmup - lastDraws, Math.floor(warmup - lastShare * warmup));
  if (last < firstUpdate) return [];
  const updates: number[] = [];
  for (let next = firstUpdate; next <= 0.75 * last; next += Math.max(6, Math.floor(0.4 * next))) {
    updates.push(next);
  }
  return [...updates, last];
}
