// The sampling coordinate of a prior: a smooth map z → x under which the prior is standard normal.
//
// ENGINE §2.3: weakly identified parameters then look like N(0, 1) to the sampler. The map is the quantile function on an
// unbounded scale (log for x > 0, logit on an interval, inverse sinh for heavy tails), through exact quantiles (knots.ts).
// Where it is exact to rounding the density in z is −z²/2 and needs no logarithm; elsewhere, and beyond the knots, where
// it goes on in a line, its own Jacobian enters the density, so that it need not be exact.

import type { Prior } from '../model/spec.ts';
import { log } from '../numeric/elementary.ts';
import { type Distribution, distribution } from './distribution.ts';
import { type Knots, knotsOf, LOWEST, PER_UNIT } from './knots.ts';
import { HALF_LOG_TWO_PI } from './normal.ts';
import { logSlopeOnScale, onScale, type Scale, scaleOf } from './scale.ts';

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
  return new MappedCoordinate(mapOf(prior));
}

export function coordinateOf(law: Distribution): Coordinate {
  return new MappedCoordinate(mapAlong(law));
}

/** What coordinates of one prior share. */
interface PriorMap {
  readonly law: Distribution;
  readonly scale: Scale;
  readonly knots: Knots;
}

function mapAlong(law: Distribution): PriorMap {
  const scale = scaleOf(law.support);
  return { law, scale, knots: knotsOf(law, scale) };
}

/** Channels mostly share their priors: one table stays in the processor's cache where forty would not. */
const maps = new Map<string, PriorMap>();
const MOST_MAPS = 64;

function mapOf(prior: Prior): PriorMap {
  const key = JSON.stringify(prior);
  const known = maps.get(key);
  if (known) return known;
  if (maps.size >= MOST_MAPS) maps.clear();
  const made = mapAlong(distribution(prior));
  maps.set(key, made);
  return made;
}

/** The table a prior's coordinate reads where the density in z is normal, and the scale it is on. */
export function tableOf(
  prior: Prior,
): Pick<Knots, 'polynomials' | 'exactFrom' | 'exactTo'> & { scale: Scale } {
  const { knots, scale } = mapOf(prior);
  const { polynomials, exactFrom, exactTo } = knots;
  return { polynomials, exactFrom, exactTo, scale };
}

/** A class, so that every coordinate of a model has one shape: the loop over them is the hottest outside the kernel. */
class MappedCoordinate implements Coordinate {
  readonly prior: Distribution;
  x = 0;
  slope = 0;
  logDensity = 0;
  logDensitySlope = 0;
  private readonly knots: Knots;
  private readonly polynomials: Float64Array;
  private readonly exactFrom: number;
  private readonly exactTo: number;
  private readonly scale: Scale;

  constructor({ law, scale, knots }: PriorMap) {
    this.prior = law;
    this.scale = scale;
    this.knots = knots;
    this.polynomials = this.knots.polynomials;
    this.exactFrom = this.knots.exactFrom;
    this.exactTo = this.knots.exactTo;
  }

  at(z: number): void {
    const s = (z - LOWEST) * PER_UNIT;
    if (!(s >= this.exactFrom && s < this.exactTo)) {
      this.outside(s);
      return;
    }
    const c = this.polynomials;
    const interval = s | 0;
    const p = 6 * interval;
    const v = s - interval;
    const v2 = v * v;
    const third = c[p + 3];
    const fourth = c[p + 4];
    const fifth = c[p + 5];
    const t = c[p] + c[p + 1] * v + v2 * (c[p + 2] + third * v + v2 * (fourth + fifth * v));
    const bend = 2 * c[p + 2] * v + v2 * (3 * third + 4 * fourth * v + 5 * fifth * v2);
    onScale(this.scale, t, this);
    this.slope *= (c[p + 1] + bend) * PER_UNIT;
    this.logDensity = -0.5 * z * z - HALF_LOG_TWO_PI;
    this.logDensitySlope = -z;
  }

  /** By the map's own Jacobian. */
  private outside(s: number): void {
    const { t, slope, curvature } = this.knots.at(s);
    const bend = onScale(this.scale, t, this);
    const perT = this.slope;
    this.slope = perT * slope;
    const { onLogit } = this.knots;
    if (onLogit) {
      this.logDensity = onLogit.logDensity(t) + log(slope);
      this.logDensitySlope = onLogit.slope(t) * slope + curvature / slope;
      return;
    }
    this.logDensity = this.prior.logDensity(this.x) + logSlopeOnScale(this.scale, t) + log(slope);
    this.logDensitySlope = this.prior.slope(this.x) * this.slope + bend * slope + curvature / slope;
  }
}
