// One transition of Hamiltonian Monte Carlo with a jittered integration time: cheaper than a tree where the metric fits.
//
// In the metric's units a posterior that is nearly normal turns at about one radian per unit of time: after a quarter
// turn (π/2) a position has forgotten where it was, a tree goes on to a half turn and picks a point of it at random.
// The time is jittered because no fixed one suits every frequency (Neal 2011, Handbook of MCMC, §5.4.2.2; Hoffman,
// Radul & Sountsov 2021, AISTATS 130, 3907). It is drawn before the walk and does not depend on it, and the leapfrog
// is reversible, so the Metropolis choice leaves the target invariant.
import { exp } from '../numeric/elementary.ts';
import type { Stream } from '../numeric/random.ts';
import { leapfrog, type PhasePoint } from './leapfrog.ts';
import type { Metric } from './metric.ts';
import { acceptForward, begin, divergenceThreshold, type Trajectory, type Transition } from './trajectory.ts';

/** Mean integration time: well over π/2, because the directions that mix worst turn slower than the metric says. */
const meanTime = 2.2;
/** The time is uniform within this share of the mean. */
const jitter = 0.3;
/**
 * Now and then the step is shorter, by chance alone: a chain that came where its step is too long for any walk to be
 * accepted gets out again.
 */
const shortEvery = 16;
const shorter = 3;

/** Moves the chain once. Momentum, time, step and choice come from `random`, in this order. */
export function jitteredTransition(
  trajectory: Trajectory,
  metric: Metric,
  stepSize: number,
  random: Stream,
): Transition {
  const made = trajectory.transition;
  begin(trajectory, metric, random);
  const time = meanTime * (1 + jitter * (2 * random.uniform() - 1));
  const longest = random.uniform() * shortEvery < 1 ? stepSize / shorter : stepSize;
  const steps = Math.min(Math.ceil(time / longest), (1 << trajectory.maxTreeDepth) - 1);
  // The longest step that arrives at the time.
  made.stepSize = Math.min(time / steps, longest);
  const rate = walk(trajectory, metric, steps);
  if (random.uniform() < rate) {
    acceptForward(trajectory);
  }
  made.acceptanceRate = rate;
  // As deep as a tree of as many steps would be.
  made.treeDepth = 32 - Math.clz32(made.steps);
  made.logDensity = trajectory.current.logDensity;
  made.energy = trajectory.current.energy;
  return made;
}

/**
 * Takes the forward end along and returns its acceptance. A walk diverges when its energy is ever above the threshold
 * over either of its ends: seen from both, so that the walk back is judged alike.
 */
function walk(trajectory: Trajectory, metric: Metric, steps: number): number {
  const { target, transition: made, forward } = trajectory;
  const initial = forward.energy;
  let highest = initial;
  while (made.steps < steps && highest - initial <= divergenceThreshold) {
    leapfrog(target, metric, forward, made.stepSize);
    made.steps++;
    highest = Math.max(highest, forward.energy);
  }
  made.diverging = !(highest - lower(initial, forward) <= divergenceThreshold);
  return made.diverging ? 0 : Math.min(1, exp(initial - forward.energy));
}

function lower(energy: number, end: PhasePoint): number {
  return Math.min(energy, end.energy);
}
