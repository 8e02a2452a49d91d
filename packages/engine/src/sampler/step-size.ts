// The step size: a first guess by doubling, then dual averaging towards the wanted acceptance rate.
import { exp, log } from '../numeric/elementary.ts';
import type { Stream } from '../numeric/random.ts';
import { copyPhasePoint, createPhasePoint, leapfrog, prepare } from './leapfrog.ts';
import { type Metric, sampleMomentum } from './metric.ts';
import type { Trajectory } from './trajectory.ts';

/** Doublings or halvings after which the search stops: 2⁶⁰ covers any target that can be sampled at all. */
const maxSearch = 60;

/**
 * The step size near `guess` at which one step from the chain's position crosses an acceptance of 0.8
 * (Hoffman & Gelman 2014, algorithm 4, with Stan's 0.8 for ½ and a fresh momentum each time).
 */
export function reasonableStepSize(
  trajectory: Trajectory,
  metric: Metric,
  guess: number,
  random: Stream,
): number {
  const { target, current } = trajectory;
  const start = createPhasePoint(target.size);
  start.position.set(current.position);
  start.gradient.set(current.gradient);
  start.logDensity = current.logDensity;
  const point = createPhasePoint(target.size);
  const crossing = log(0.8);
  let stepSize = guess;
  let grows: boolean | undefined;
  for (let search = 0; search < maxSearch; search++) {
    sampleMomentum(metric, random, start.momentum);
    prepare(start, metric);
    copyPhasePoint(start, point);
    leapfrog(target, metric, point, stepSize);
    const accepts = start.energy - point.energy > crossing;
    grows ??= accepts;
    if (accepts !== grows) break;
    stepSize *= grows ? 2 : 0.5;
  }
  return stepSize;
}

/** Nesterov's dual averaging of the log step size (Hoffman & Gelman 2014, §3.2). */
export interface DualAveraging {
  readonly targetAcceptance: number;
  /** Where the log step size is drawn to. */
  readonly anchor: number;
  /** How many times less than usual a shortfall moves the step size. */
  readonly damping: number;
  updates: number;
  /** Mean shortfall in acceptance, early ones counting less. */
  shortfall: number;
  /** Weighted mean of the log step sizes: the one to keep. */
  meanLog: number;
}

const gamma = 0.05;
const t0 = 10;

/**
 * Starts averaging at `stepSize`, drawn towards `pull` times it: trying large steps first costs less than
 * trying small ones.
 */
export function startDualAveraging(
  stepSize: number,
  pull: number,
  targetAcceptance: number,
  damping = 1,
): DualAveraging {
  const anchor = log(pull * stepSize);
  return { targetAcceptance, anchor, damping, updates: 0, shortfall: 0, meanLog: log(stepSize) };
}

/** Learns from one transition and returns the step size to try next. */
export function learnStepSize(averaging: DualAveraging, acceptanceRate: number): number {
  averaging.updates++;
  const t = averaging.updates;
  const rate = 1 / (t + t0);
  const short = averaging.targetAcceptance - acceptanceRate;
  averaging.shortfall = (1 - rate) * averaging.shortfall + rate * short;
  const next = averaging.anchor - (averaging.shortfall * Math.sqrt(t)) / (averaging.damping * gamma);
  // t^−κ with κ = 0.75, by roots, which are exact.
  const weight = 1 / (Math.sqrt(t) * Math.sqrt(Math.sqrt(t)));
  averaging.meanLog = (1 - weight) * averaging.meanLog + weight * next;
  return exp(next);
}

/** The step size to sample with. */
export function averagedStepSize(averaging: DualAveraging): number {
  return exp(averaging.meanLog);
}
