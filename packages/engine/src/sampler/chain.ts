// A chain from its start to its draws: laplaceStart, warmUp, sample. What the rest of the engine calls.
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { metricFrom, metricInWasm } from './metric.ts';
import { defaultMaxTreeDepth, type SamplerSettings } from './settings.ts';
import type { ChainState } from './state.ts';
import type { Target } from './target.ts';
import { createTrajectory, moveTo, type Transition } from './trajectory.ts';
import { transitionOf } from './transition.ts';

export type { Algorithm, SamplerSettings } from './settings.ts';
export { laplaceStart, type Start } from './start.ts';
export type { Target } from './target.ts';
export type { Transition } from './trajectory.ts';
export { warmUp } from './warm-up.ts';

/**
 * Draws `draws` times from `state` on and returns the state to go on from. Every transition has its own random
 * stream, named by the chain's draw index, so sampling in parts gives the same bits as sampling at once.
 *
 * `onDraw` gets that index (warm-up included: the first is `state.draw`) and the chain's own position, which the
 * next transition overwrites: read it, do not keep it.
 */
export function* sample(
  target: Target,
  settings: SamplerSettings,
  state: ChainState,
  draws: number,
  onDraw: (draw: number, position: Float64Array, transition: Transition) => void,
): Generator<Transition, ChainState> {
  const { seed, chain } = settings;
  const { stepSize } = state;
  const metric = metricFrom(state.metric, metricInWasm(target.size));
  const trajectory = createTrajectory(target, settings.maxTreeDepth ?? defaultMaxTreeDepth);
  moveTo(trajectory, state.position);
  const move = transitionOf(settings);
  for (let draw = state.draw; draw < state.draw + draws; draw++) {
    const made = move(trajectory, metric, stepSize, stream(seed, chain, purpose.transition, draw));
    onDraw(draw, trajectory.current.position, made);
    yield made;
  }
  return {
    draw: state.draw + draws,
    position: trajectory.current.position.slice(),
    stepSize,
    metric: state.metric,
  };
}
