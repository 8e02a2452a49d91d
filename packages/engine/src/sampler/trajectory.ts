// One transition of the No-U-Turn sampler with multinomial choice (Hoffman & Gelman 2014, Betancourt 2017).
import type { Stream } from '../numeric/random.ts';
import { type Choice, createChoice, mergeSubtree, offer, startSubtree, startTrajectory } from './choice.ts';
import { copyPhasePoint, createPhasePoint, leapfrog, type PhasePoint, prepare } from './leapfrog.ts';
import { type Metric, sampleMomentum } from './metric.ts';
import type { Target } from './target.ts';
import { createStretch, join, type Stretch } from './turning.ts';

/** What one transition did. One object is reused for every transition of a chain: copy what must last. */
export interface Transition {
  /** Log density at the new position. */
  logDensity: number;
  /** Kinetic minus log density at the chosen point: what E-BFMI reads. */
  energy: number;
  /** The trajectory met an energy error above 1000 or a density that is no number. */
  diverging: boolean;
  /** Doublings completed, as Stan counts them; without a tree, those of a tree with as many steps. */
  treeDepth: number;
  /** Leapfrog steps, each one gradient. */
  steps: number;
  /** Mean of min(1, exp(−energy error)) over the points that might have been chosen. */
  acceptanceRate: number;
  /** Step size used. */
  stepSize: number;
}

/** A point that a transition may end at. */
interface Candidate {
  position: Float64Array;
  gradient: Float64Array;
  logDensity: number;
  energy: number;
}

/** Where a chain stands, with all memory its transitions need: they allocate nothing. */
export interface Trajectory {
  readonly target: Target;
  readonly maxTreeDepth: number;
  /** The chain's position; after a transition, the chosen point. */
  current: Candidate;
  candidate: Candidate;
  /** The two ends of the trajectory. */
  readonly backward: PhasePoint;
  readonly forward: PhasePoint;
  /** Finished subtrees waiting for their right neighbour: the one at index k has 2ᵏ points. */
  readonly waiting: readonly Stretch[];
  /** The subtree that ends at the last point walked. */
  readonly latest: Stretch;
  /** The trajectory before the present doubling, in the direction of travel. */
  readonly whole: Stretch;
  readonly choice: Choice;
  readonly transition: Transition;
}

/** How the walk through a new subtree ended. */
type Extension = 'complete' | 'turning' | 'diverging';

/** Energy error that counts as a divergence (Stan's). */
export const divergenceThreshold = 1000;

export function createTrajectory(target: Target, maxTreeDepth: number): Trajectory {
  const { size } = target;
  return {
    target,
    maxTreeDepth,
    current: createCandidate(size),
    candidate: createCandidate(size),
    backward: createPhasePoint(size),
    forward: createPhasePoint(size),
    waiting: Array.from({ length: maxTreeDepth + 1 }, () => createStretch(size)),
    latest: createStretch(size),
    whole: createStretch(size),
    choice: createChoice(),
    transition: {
      logDensity: Number.NaN,
      energy: Number.NaN,
      diverging: false,
      treeDepth: 0,
      steps: 0,
      acceptanceRate: 0,
      stepSize: 0,
    },
  };
}

/** Puts the chain at `position`, at the price of one gradient. */
export function moveTo(trajectory: Trajectory, position: Float64Array): void {
  const { current, target } = trajectory;
  current.position.set(position);
  current.logDensity = target.logDensity(current.position, current.gradient);
  if (Number.isFinite(current.logDensity)) return;
  throw new Error(
    `A chain must start where the log density is finite; it is ${current.logDensity} at the position given. Start from laplaceStart, which finds such a position.`,
  );
}

/** Moves the chain once. The directions, choices and momentum all come from `random`, in this order of use. */
export function transition(
  trajectory: Trajectory,
  metric: Metric,
  stepSize: number,
  random: Stream,
): Transition {
  const { choice, latest, whole, maxTreeDepth } = trajectory;
  const made = trajectory.transition;
  begin(trajectory, metric, random);
  copyPhasePoint(trajectory.forward, trajectory.backward);
  whole.momentumSum.set(trajectory.forward.momentum);
  startTrajectory(choice, trajectory.forward.energy);
  made.stepSize = stepSize;
  while (made.treeDepth < maxTreeDepth) {
    const forward = random.uniform() < 0.5;
    const end = openDoubling(trajectory, forward);
    const extension = extend(trajectory, metric, end, forward ? stepSize : -stepSize, random);
    made.diverging = extension === 'diverging';
    if (extension !== 'complete') break;
    made.treeDepth++;
    if (mergeSubtree(choice, random)) acceptCandidate(trajectory);
    if (!join(whole, latest)) break;
    exchangeSums(whole, latest);
  }
  made.acceptanceRate = choice.acceptance / made.steps;
  made.logDensity = trajectory.current.logDensity;
  made.energy = trajectory.current.energy;
  return made;
}

/** A fresh momentum; the forward end of the trajectory stands at the chain's position. */
export function begin(trajectory: Trajectory, metric: Metric, random: Stream): void {
  const { current, forward } = trajectory;
  const made = trajectory.transition;
  forward.position.set(current.position);
  forward.gradient.set(current.gradient);
  forward.logDensity = current.logDensity;
  sampleMomentum(metric, random, forward.momentum);
  prepare(forward, metric);
  current.energy = forward.energy;
  made.diverging = false;
  made.treeDepth = 0;
  made.steps = 0;
}

/** Turns `whole` towards the end that is to be walked on from, and returns that end. */
function openDoubling(trajectory: Trajectory, forward: boolean): PhasePoint {
  const { whole } = trajectory;
  const near = forward ? trajectory.forward : trajectory.backward;
  const far = forward ? trajectory.backward : trajectory.forward;
  whole.firstMomentum = far.momentum;
  whole.firstVelocity = far.velocity;
  // The near end moves on: what it was is kept.
  whole.lastMomentum.set(near.momentum);
  whole.lastVelocity.set(near.velocity);
  return near;
}

/** Walks as many steps as the trajectory has points, and leaves the new subtree in `latest`. */
function extend(
  trajectory: Trajectory,
  metric: Metric,
  end: PhasePoint,
  stepSize: number,
  random: Stream,
): Extension {
  const { target, choice, transition: made } = trajectory;
  const points = 1 << made.treeDepth;
  startSubtree(choice);
  for (let point = 0; point < points; point++) {
    leapfrog(target, metric, end, stepSize);
    made.steps++;
    if (offer(choice, end.energy, random)) holdCandidate(trajectory.candidate, end);
    if (end.energy - choice.initialEnergy > divergenceThreshold) return 'diverging';
    if (!fold(trajectory, end, point)) return 'turning';
  }
  return 'complete';
}

/**
 * Joins the new point with the subtrees that it completes: its number is odd when it completes a pair, odd
 * twice over when that completes a four, and so on, as a binary counter carries. False when one has turned.
 */
function fold(trajectory: Trajectory, end: PhasePoint, point: number): boolean {
  const { waiting, latest } = trajectory;
  latest.firstMomentum = end.momentum;
  latest.firstVelocity = end.velocity;
  latest.lastMomentum = end.momentum;
  latest.lastVelocity = end.velocity;
  latest.momentumSum.set(end.momentum);
  let level = 0;
  for (let carry = point; (carry & 1) === 1; carry >>= 1) {
    if (!join(waiting[level], latest)) return false;
    level++;
  }
  if (level < trajectory.transition.treeDepth) keepWaiting(trajectory, level);
  return true;
}

/** Moves `latest` into its place among those waiting: arrays change hands, only live ends are copied. */
function keepWaiting(trajectory: Trajectory, level: number): void {
  const { waiting, latest } = trajectory;
  const place = waiting[level];
  if (level === 0) {
    // One point is its own first and last.
    place.firstMomentum.set(latest.lastMomentum);
    place.firstVelocity.set(latest.lastVelocity);
    place.lastMomentum = place.firstMomentum;
    place.lastVelocity = place.firstVelocity;
  } else {
    // The first point is still in the arrays of the subtree joined last.
    exchangeFirst(place, waiting[level - 1]);
    place.lastMomentum.set(latest.lastMomentum);
    place.lastVelocity.set(latest.lastVelocity);
  }
  exchangeSums(place, latest);
}

function exchangeFirst(one: Stretch, other: Stretch): void {
  const { firstMomentum, firstVelocity } = one;
  one.firstMomentum = other.firstMomentum;
  one.firstVelocity = other.firstVelocity;
  other.firstMomentum = firstMomentum;
  other.firstVelocity = firstVelocity;
}

function exchangeSums(one: Stretch, other: Stretch): void {
  const { momentumSum } = one;
  one.momentumSum = other.momentumSum;
  other.momentumSum = momentumSum;
}

function createCandidate(size: number): Candidate {
  return {
    position: new Float64Array(size),
    gradient: new Float64Array(size),
    logDensity: Number.NaN,
    energy: Number.NaN,
  };
}

function holdCandidate(candidate: Candidate, point: PhasePoint): void {
  candidate.position.set(point.position);
  candidate.gradient.set(point.gradient);
  candidate.logDensity = point.logDensity;
  candidate.energy = point.energy;
}

/** The forward end becomes the chain's position: arrays change hands. */
export function acceptForward({ current, forward }: Trajectory): void {
  const { position, gradient } = current;
  current.position = forward.position;
  current.gradient = forward.gradient;
  current.logDensity = forward.logDensity;
  current.energy = forward.energy;
  forward.position = position;
  forward.gradient = gradient;
}

function acceptCandidate(trajectory: Trajectory): void {
  const { current } = trajectory;
  trajectory.current = trajectory.candidate;
  trajectory.candidate = current;
}
