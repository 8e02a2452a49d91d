// The slow, obvious twin of one NUTS transition: whole lists of points, dense matrices, logs of weights.
import type { Stream } from '../src/numeric/random.ts';
import type { MetricState } from '../src/sampler/state.ts';
import type { Target } from '../src/sampler/target.ts';

export interface SlowPoint {
  readonly position: number[];
  readonly momentum: number[];
  readonly velocity: number[];
  readonly gradient: number[];
  readonly energy: number;
}

/** A subtree in walking order, or why there is none. */
type Subtree = readonly SlowPoint[] | 'turning' | 'diverging';

export interface SlowTransition {
  readonly position: number[];
  readonly energy: number;
  readonly diverging: boolean;
  readonly treeDepth: number;
  readonly steps: number;
  readonly acceptanceRate: number;
}

interface Dynamics {
  readonly target: Target;
  readonly inverseMass: number[][];
  readonly random: Stream;
  readonly initialEnergy: number;
  /** Every point walked in this transition. */
  readonly walked: SlowPoint[];
  /** The subtree's candidate, and up to which sum of weights it stays so. */
  candidate: SlowPoint | undefined;
  candidateUntil: number;
  logWeights: number[];
}

export function slowTransition(
  target: Target,
  metric: MetricState,
  position: readonly number[],
  stepSize: number,
  random: Stream,
  maxTreeDepth: number,
): SlowTransition {
  const inverseMass = power(metric, 1, 1);
  const noise = position.map(() => random.normal());
  const first = pointAt(target, inverseMass, [...position], times(power(metric, -0.5, -1, true), noise));
  const walk: Dynamics = {
    target,
    inverseMass,
    random,
    initialEnergy: first.energy,
    walked: [],
    candidate: undefined,
    candidateUntil: 0,
    logWeights: [],
  };
  let trajectory: SlowPoint[] = [first];
  let chosen = first;
  let treeDepth = 0;
  let diverging = false;
  while (treeDepth < maxTreeDepth) {
    const forward = random.uniform() < 0.5;
    const end = forward ? trajectory[trajectory.length - 1] : trajectory[0];
    walk.candidate = undefined;
    walk.candidateUntil = 0;
    walk.logWeights = [];
    const subtree = build(walk, end, forward ? stepSize : -stepSize, treeDepth);
    diverging = subtree === 'diverging';
    if (typeof subtree === 'string') break;
    treeDepth++;
    const old = logSum(trajectory.map((point) => first.energy - point.energy));
    const accepts = Math.log(random.uniform()) < logSum(walk.logWeights) - old;
    if (accepts && walk.candidate !== undefined) chosen = walk.candidate;
    const behind = forward ? trajectory : [...trajectory].reverse();
    const turned = turns(behind, subtree);
    trajectory = forward ? [...trajectory, ...subtree] : [...[...subtree].reverse(), ...trajectory];
    if (turned) break;
  }
  const acceptances = walk.walked.map((point) => Math.min(1, Math.exp(first.energy - point.energy)));
  return {
    position: chosen.position,
    energy: chosen.energy,
    diverging,
    treeDepth,
    steps: walk.walked.length,
    acceptanceRate: acceptances.reduce((a, b) => a + b, 0) / acceptances.length,
  };
}

/** A subtree of 2^depth points beyond `from`: its left half, then its right half, then whether they turn. */
function build(walk: Dynamics, from: SlowPoint, stepSize: number, depth: number): Subtree {
  if (depth === 0) return leaf(walk, from, stepSize);
  const left = build(walk, from, stepSize, depth - 1);
  if (typeof left === 'string') return left;
  const right = build(walk, left[left.length - 1], stepSize, depth - 1);
  if (typeof right === 'string') return right;
  return turns(left, right) ? 'turning' : [...left, ...right];
}

function leaf(walk: Dynamics, from: SlowPoint, stepSize: number): Subtree {
  const point = step(walk, from, stepSize);
  walk.walked.push(point);
  walk.logWeights.push(walk.initialEnergy - point.energy);
  const sum = logSum(walk.logWeights);
  if (walk.candidate === undefined || sum > walk.candidateUntil) {
    if (sum > Number.NEGATIVE_INFINITY) {
      walk.candidate = point;
      walk.candidateUntil = sum - Math.log(walk.random.uniform());
    }
  }
  return point.energy - walk.initialEnergy > 1000 ? 'diverging' : [point];
}

function step({ target, inverseMass }: Dynamics, from: SlowPoint, stepSize: number): SlowPoint {
  return slowStep(target, inverseMass, from, stepSize);
}

export function slowStep(
  target: Target,
  inverseMass: number[][],
  from: SlowPoint,
  stepSize: number,
): SlowPoint {
  const half = from.momentum.map((p, i) => p + 0.5 * stepSize * from.gradient[i]);
  const velocity = times(inverseMass, half);
  const position = from.position.map((q, i) => q + stepSize * velocity[i]);
  const gradient = new Float64Array(position.length);
  target.logDensity(Float64Array.from(position), gradient);
  const momentum = half.map((p, i) => p + 0.5 * stepSize * gradient[i]);
  return pointAt(target, inverseMass, position, momentum);
}

export function pointAt(
  target: Target,
  inverseMass: number[][],
  position: number[],
  momentum: number[],
): SlowPoint {
  const gradient = new Float64Array(position.length);
  const logDensity = target.logDensity(Float64Array.from(position), gradient);
  const velocity = times(inverseMass, momentum);
  const energy = 0.5 * dot(momentum, velocity) - logDensity;
  return {
    position,
    momentum,
    velocity,
    gradient: [...gradient],
    energy: Number.isFinite(energy) ? energy : Number.POSITIVE_INFINITY,
  };
}

/** Stan's criterion: the whole, the left with the first point of the right, the right with the last of the left. */
function turns(left: readonly SlowPoint[], right: readonly SlowPoint[]): boolean {
  const apart = (points: readonly SlowPoint[]) => {
    const sum = points[0].momentum.map((_, i) => points.reduce((s, point) => s + point.momentum[i], 0));
    return dot(points[0].velocity, sum) > 0 && dot(points[points.length - 1].velocity, sum) > 0;
  };
  return !(
    apart([...left, ...right]) &&
    apart([...left, right[0]]) &&
    apart([left[left.length - 1], ...right])
  );
}

/** S^outer · (I + U(Λ^inner − I)Uᵀ) · S^outer, or with S on the left only. */
export function power(metric: MetricState, inner: number, outer: number, leftOnly = false): number[][] {
  const { scale, vectors, values } = metric;
  const size = scale.length;
  return Array.from(scale, (_, i) =>
    Array.from(scale, (_, j) => {
      let entry = i === j ? 1 : 0;
      for (let k = 0; k < values.length; k++) {
        entry += (values[k] ** inner - 1) * vectors[k * size + i] * vectors[k * size + j];
      }
      return scale[i] ** outer * entry * (leftOnly ? 1 : scale[j] ** outer);
    }),
  );
}

export function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

function logSum(logs: readonly number[]): number {
  const top = Math.max(...logs);
  return top === Number.NEGATIVE_INFINITY
    ? top
    : top + Math.log(logs.reduce((s, l) => s + Math.exp(l - top), 0));
}
