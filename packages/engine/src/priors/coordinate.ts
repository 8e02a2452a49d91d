// The sampling coordinate of a prior: a smooth map z → x under which the prior is close to standard normal.
//
// ENGINE §2.3: weakly identified parameters then look like N(0, 1) to the sampler. The map is a natural cubic
// spline through the exact quantiles on an unbounded scale (log for x > 0, logit on an interval, inverse sinh for
// heavy tails), continued linearly; it need not be exact, because its own Jacobian enters the density.

import type { Prior } from '../model/spec.ts';
import { exp, log, log1p } from '../numeric/elementary.ts';
import { type Distribution, distribution, type Support } from './distribution.ts';

const LOWEST = -6;
const STEP = 0.25;
const INTERVALS = 48;

/** A point of the map: read `x` and the derivatives after `at(z)`. One object a coordinate, reused. */
export interface Coordinate {
  readonly prior: Distribution;
  x: number;
  /** dx/dz */
  slope: number;
  /** log p(x(z)) + log dx/dz: the prior's log density in z. */
  logDensity: number;
  /** Its derivative by z. */
  logDensitySlope: number;
  at(z: number): void;
}

export function coordinate(prior: Prior): Coordinate {
  return coordinateOf(distribution(prior));
}

export function coordinateOf(law: Distribution): Coordinate {
  const knots = Float64Array.from({ length: INTERVALS + 1 }, (_, i) =>
    unbounded(law.support, law.atNormal(LOWEST + STEP * i)),
  );
  const curvature = naturalSpline(knots);
  const place = bounded(law.support);
  const point: Coordinate = {
    prior: law,
    x: 0,
    slope: 0,
    logDensity: 0,
    logDensitySlope: 0,
    at(z) {
      spline(knots, curvature, z);
      place(point);
      point.logDensity = law.logDensity(point.x) + point.logDensity;
      point.logDensitySlope += law.slope(point.x) * point.slope;
    },
  };
  return point;
}

/** Value, slope and curvature of the spline at the last `spline` call. */
const on = { t: 0, slope: 0, curvature: 0 };

/** x, dx/dz, log dx/dz and its derivative from the spline's point; the Jacobian goes where the density will be. */
function bounded(support: Support): (point: Coordinate) => void {
  switch (support.kind) {
    case 'real':
      return (point) => {
        point.x = on.t;
        point.slope = on.slope;
        point.logDensity = log(on.slope);
        point.logDensitySlope = on.curvature / on.slope;
      };
    case 'positive':
      return (point) => {
        point.x = exp(on.t);
        point.slope = point.x * on.slope;
        point.logDensity = on.t + log(on.slope);
        point.logDensitySlope = on.slope + on.curvature / on.slope;
      };
    case 'interval':
      return (point) => placeInInterval(point, support.low, support.high - support.low);
    case 'above':
      return (point) => {
        const distance = exp(on.t);
        point.x = support.low + distance;
        point.slope = distance * on.slope;
        point.logDensity = on.t + log(on.slope);
        point.logDensitySlope = on.slope + on.curvature / on.slope;
      };
    case 'below':
      return (point) => {
        const distance = exp(-on.t);
        point.x = support.high - distance;
        point.slope = distance * on.slope;
        point.logDensity = -on.t + log(on.slope);
        point.logDensitySlope = -on.slope + on.curvature / on.slope;
      };
    case 'heavy_tailed':
      return (point) => placeBySinh(point, support.centre, support.scale);
  }
}

/** x = centre + scale·sinh(t). */
function placeBySinh(point: Coordinate, centre: number, scale: number): void {
  const [up, down] = [exp(on.t), exp(-on.t)];
  const cosh = (up + down) / 2;
  point.x = centre + (scale * (up - down)) / 2;
  point.slope = scale * cosh * on.slope;
  point.logDensity = log(scale) + log(cosh) + log(on.slope);
  point.logDensitySlope = ((up - down) / (up + down)) * on.slope + on.curvature / on.slope;
}

/** x = low + width·logistic(t), kept strictly inside so that log x and log(1 − x) stay finite. */
function placeInInterval(point: Coordinate, low: number, width: number): void {
  const e = exp(on.t > 0 ? -on.t : on.t);
  const small = e / (1 + e);
  const upper = on.t > 0;
  const p = upper ? 1 - small : small;
  point.x = low + width * (p < 1 ? p : 1 - 1.1102230246251565e-16);
  point.slope = width * small * (1 - small) * on.slope;
  point.logDensity = log(width) - (upper ? on.t : -on.t) - 2 * log1p(e) + log(on.slope);
  point.logDensitySlope = (upper ? 2 * small - 1 : 1 - 2 * small) * on.slope + on.curvature / on.slope;
}

function unbounded(support: Support, x: number): number {
  switch (support.kind) {
    case 'real':
      return x;
    case 'positive':
      return log(x);
    case 'interval':
      return log(x - support.low) - log(support.high - x);
    case 'above':
      return log(x - support.low);
    case 'below':
      return -log(support.high - x);
    case 'heavy_tailed': {
      const u = (x - support.centre) / support.scale;
      const size = log(Math.abs(u) + Math.sqrt(u * u + 1));
      return u < 0 ? -size : size;
    }
  }
}

/** Second derivatives (times STEP²/6) at the knots of the natural cubic spline: tridiagonal solve. */
function naturalSpline(knots: Float64Array): Float64Array {
  const n = knots.length;
  const upper = new Float64Array(n);
  const m = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const pivot = 4 - upper[i - 1];
    upper[i] = 1 / pivot;
    m[i] = (knots[i + 1] - 2 * knots[i] + knots[i - 1] - m[i - 1]) / pivot;
  }
  for (let i = n - 2; i > 0; i--) m[i] -= upper[i] * m[i + 1];
  return m;
}

function spline(knots: Float64Array, m: Float64Array, z: number): void {
  const s = (z - LOWEST) / STEP;
  if (s <= 0) return line(knots[0], knots[1] - knots[0] - m[1], s);
  if (s >= INTERVALS) {
    const last = INTERVALS;
    return line(knots[last], knots[last] - knots[last - 1] + m[last - 1], s - last);
  }
  const i = s < INTERVALS ? Math.floor(s) : INTERVALS - 1;
  const v = s - i;
  const u = 1 - v;
  on.t = u * knots[i] + v * knots[i + 1] + (u * u * u - u) * m[i] + (v * v * v - v) * m[i + 1];
  on.slope = (knots[i + 1] - knots[i] - (3 * u * u - 1) * m[i] + (3 * v * v - 1) * m[i + 1]) / STEP;
  on.curvature = (6 * (u * m[i] + v * m[i + 1])) / (STEP * STEP);
}

function line(from: number, perStep: number, steps: number): void {
  on.t = from + perStep * steps;
  on.slope = perStep / STEP;
  on.curvature = 0;
}
