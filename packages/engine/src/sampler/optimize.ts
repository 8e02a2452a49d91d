// L-BFGS: climbs to a mode of the log density (Nocedal & Wright 2006, algorithms 7.4 and 3.5 simplified).
import type { Target } from './target.ts';

/** A visited point; `gradients` counts the evaluations it took to get here. */
export interface Ascent {
  readonly position: Float64Array;
  readonly gradient: Float64Array;
  readonly logDensity: number;
  readonly gradients: number;
}

/** A step taken and the change of the downhill gradient along it. */
interface Correction {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

interface Point {
  readonly position: Float64Array;
  readonly gradient: Float64Array;
  readonly logDensity: number;
}

const memory = 8;
/** Seldom reached: sampled coefficients that the data pin down in coordinates of a wide prior take their time. */
const maxIterations = 1000;
const maxTrials = 25;
/** A relative gain per iteration below which the mode is near enough for a Laplace approximation. */
const smallestGain = 1e-8;
const smallestGradient = 1e-5;
/** Wolfe conditions: enough ascent, enough flattening. */
const enoughAscent = 1e-4;
const enoughFlattening = 0.9;

/** Climbs from `from`, where the density must be finite, until it stops gaining. */
export function climb(target: Target, from: Float64Array): Ascent {
  let point = evaluate(target, from.slice());
  let gradients = 1;
  const corrections: Correction[] = [];
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (norm(point.gradient) < smallestGradient) break;
    const found = searchLine(target, point, ascentDirection(point.gradient, corrections));
    gradients += found.gradients;
    if (found.point === undefined) {
      // Without memory the direction was the gradient itself: nothing better can be tried.
      if (corrections.length === 0) break;
      corrections.length = 0;
      continue;
    }
    const gain = found.point.logDensity - point.logDensity;
    learnCurvature(corrections, point, found.point);
    point = found.point;
    if (gain < smallestGain * Math.max(1, Math.abs(point.logDensity))) break;
  }
  return { ...point, gradients };
}

/** The density and gradient at `position`; −Infinity where either is not a finite number. */
export function evaluate(target: Target, position: Float64Array): Point {
  const gradient = new Float64Array(target.size);
  const logDensity = target.logDensity(position, gradient);
  const usable = Number.isFinite(logDensity) && gradient.every(Number.isFinite);
  return { position, gradient, logDensity: usable ? logDensity : Number.NEGATIVE_INFINITY };
}

/** The two-loop recursion: inverse Hessian times gradient. Without memory, the gradient cut to length one. */
function ascentDirection(gradient: Float64Array, corrections: readonly Correction[]): Float64Array {
  const direction = gradient.slice();
  const latest = corrections.at(-1);
  if (latest === undefined) {
    addScaled(direction, gradient, 1 / Math.max(1, norm(gradient)) - 1);
    return direction;
  }
  const along: number[] = [];
  for (const { step, change, curvature } of corrections.toReversed()) {
    const share = dot(step, direction) / curvature;
    along.push(share);
    addScaled(direction, change, -share);
  }
  addScaled(direction, direction.slice(), latest.curvature / dot(latest.change, latest.change) - 1);
  for (const { step, change, curvature } of corrections) {
    const share = dot(change, direction) / curvature;
    addScaled(direction, step, (along.pop() ?? 0) - share);
  }
  return direction;
}

/** Looks along `direction` by bisection and doubling for a point that fulfils the Wolfe conditions. */
function searchLine(
  target: Target,
  from: Point,
  direction: Float64Array,
): { point: Point | undefined; gradients: number } {
  const slope = dot(direction, from.gradient);
  let best: Point | undefined;
  let near = 0;
  let far = Number.POSITIVE_INFINITY;
  let length = 1;
  let trials = 0;
  while (slope > 0 && trials < maxTrials) {
    const position = from.position.slice();
    addScaled(position, direction, length);
    const point = evaluate(target, position);
    trials++;
    if (!(point.logDensity >= from.logDensity + enoughAscent * length * slope)) far = length;
    else {
      best = point;
      if (dot(point.gradient, direction) <= enoughFlattening * slope) break;
      near = length;
    }
    length = far < Number.POSITIVE_INFINITY ? (near + far) / 2 : 2 * near;
  }
  return { point: best, gradients: trials };
}

function learnCurvature(corrections: Correction[], from: Point, to: Point): void {
  const step = to.position.map((value, i) => value - from.position[i]);
  const change = to.gradient.map((value, i) => from.gradient[i] - value);
  const curvature = dot(step, change);
  if (!(curvature > 1e-12 * dot(change, change))) return;
  corrections.push({ step, change, curvature });
  if (corrections.length > memory) corrections.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

function addScaled(to: Float64Array, what: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] += factor * what[i];
}
