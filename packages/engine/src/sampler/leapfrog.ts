// One leapfrog step of Hamiltonian dynamics, with one gradient and one application of the metric.
import { applyMetric, type Metric } from './metric.ts';
import type { Target } from './target.ts';

/** A point in phase space; a step moves it in place. */
export interface PhasePoint {
  position: Float64Array;
  gradient: Float64Array;
  readonly momentum: Float64Array;
  /** M⁻¹·momentum, carried along: kept in step by `acceleration`, it never has to be computed afresh. */
  readonly velocity: Float64Array;
  /** M⁻¹·gradient. */
  readonly acceleration: Float64Array;
  logDensity: number;
  /** Kinetic minus log density; Infinity where either is not a number one can go on from. */
  energy: number;
}

export function createPhasePoint(size: number): PhasePoint {
  return {
    position: new Float64Array(size),
    gradient: new Float64Array(size),
    momentum: new Float64Array(size),
    velocity: new Float64Array(size),
    acceleration: new Float64Array(size),
    logDensity: Number.NaN,
    energy: Number.NaN,
  };
}

export function copyPhasePoint(from: PhasePoint, to: PhasePoint): void {
  to.position.set(from.position);
  to.gradient.set(from.gradient);
  to.momentum.set(from.momentum);
  to.velocity.set(from.velocity);
  to.acceleration.set(from.acceleration);
  to.logDensity = from.logDensity;
  to.energy = from.energy;
}

/** Completes a point whose position, gradient, log density and momentum are set. */
export function prepare(point: PhasePoint, metric: Metric): void {
  applyMetric(metric, point.momentum, point.velocity);
  applyMetric(metric, point.gradient, point.acceleration);
  let twiceKinetic = 0;
  for (let i = 0; i < point.momentum.length; i++) twiceKinetic += point.momentum[i] * point.velocity[i];
  point.energy = energyOf(twiceKinetic, point.logDensity);
}

/** Moves `point` by `stepSize`; a negative one goes back in time. */
export function leapfrog(target: Target, metric: Metric, point: PhasePoint, stepSize: number): void {
  const { position, gradient, momentum, velocity, acceleration } = point;
  const size = position.length;
  const half = 0.5 * stepSize;
  for (let i = 0; i < size; i++) {
    momentum[i] += half * gradient[i];
    const midway = velocity[i] + half * acceleration[i];
    velocity[i] = midway;
    position[i] += stepSize * midway;
  }
  const logDensity = target.logDensity(position, gradient);
  applyMetric(metric, gradient, acceleration);
  let twiceKinetic = 0;
  for (let i = 0; i < size; i++) {
    const p = momentum[i] + half * gradient[i];
    const v = velocity[i] + half * acceleration[i];
    momentum[i] = p;
    velocity[i] = v;
    twiceKinetic += p * v;
  }
  point.logDensity = logDensity;
  point.energy = energyOf(twiceKinetic, logDensity);
}

function energyOf(twiceKinetic: number, logDensity: number): number {
  const energy = 0.5 * twiceKinetic - logDensity;
  return Number.isFinite(energy) ? energy : Number.POSITIVE_INFINITY;
}
