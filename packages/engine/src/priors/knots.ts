// A prior's quantile function on its unbounded scale: a polynomial between exact quantiles, a line beyond the last.
import { exp, log } from '../numeric/elementary.ts';
import { quintic } from '../numeric/quintic.ts';
import type { Distribution, OnLogit } from './distribution.ts';
import { HALF_LOG_TWO_PI } from './normal.ts';
import { logSlopeOnScale, offScale, onScale, type Scale } from './scale.ts';

export const LOWEST = -6;
/** Knots per unit of z. */
export const PER_UNIT = 4;
const STEP = 1 / PER_UNIT;
const INTERVALS = 48;
const MIDDLE = INTERVALS / 2;

/** What the log density in z may differ by from that of a normal: nothing beside a Monte Carlo error. */
const EXACT = 2e-7;
/** Slopes are looked at this share of an interval inside it: a Laplace prior has a kink at a knot. */
const INSIDE = 1e-9;

/** t, dt/dz and d²t/dz² where last asked. */
interface OnKnots {
  readonly t: number;
  readonly slope: number;
  readonly curvature: number;
}

export interface Knots {
  /** Six coefficients an interval, in powers of the place within it from 0 to 1. */
  readonly polynomials: Float64Array;
  /** The intervals, as numbers of the knots they begin and end at, in which the density in z is normal. */
  readonly exactFrom: number;
  readonly exactTo: number;
  /** At any `s`, counted in knots from the lowest: one object, overwritten by every call. */
  at(s: number): OnKnots;
  /** Where the law has more digits in t than in x: its density there. */
  readonly onLogit?: OnLogit;
}

export function knotsOf(law: Distribution, scale: Scale): Knots {
  const polynomials = new Float64Array(6 * INTERVALS);
  const xs = Float64Array.from({ length: INTERVALS + 1 }, (_, i) => law.atNormal(LOWEST + STEP * i));
  const inX = xs.every((x) => Number.isFinite(offScale(scale, x).t));
  const onLogit = inX ? undefined : law.onLogit;
  // Whoever checks priors looks for numbers: one whose quantiles leave the range of doubles shall have none.
  if (!inX && !onLogit) polynomials.fill(Number.NaN);
  else
    for (let i = 0; i < INTERVALS; i++) {
      const [low, high] = [LOWEST + STEP * i, LOWEST + STEP * (i + 1)];
      const inside = INSIDE * (xs[i + 1] - xs[i]);
      const start = onLogit
        ? logitDerivatives(onLogit, low)
        : derivatives(law, scale, low, { x: xs[i], near: xs[i] + inside });
      const end = onLogit
        ? logitDerivatives(onLogit, high)
        : derivatives(law, scale, high, { x: xs[i + 1], near: xs[i + 1] - inside });
      polynomials.set(quintic(start, end), 6 * i);
    }
  const density = (at: OnKnots) =>
    onLogit ? onLogit.logDensity(at.t) + log(at.slope) : densityAt(law, scale, at);
  const point = { t: 0, slope: 0, curvature: 0 };
  const evaluate = (interval: number, v: number) => {
    const [a, b, c, d, e, f] = polynomials.subarray(6 * interval, 6 * interval + 6);
    point.t = a + v * (b + v * (c + v * (d + v * (e + v * f))));
    point.slope = (b + v * (2 * c + v * (3 * d + v * (4 * e + v * 5 * f)))) * PER_UNIT;
    point.curvature = (2 * c + v * (6 * d + v * (12 * e + v * 20 * f))) * PER_UNIT * PER_UNIT;
    return point;
  };
  const rises = (interval: number) =>
    [0, 0.25, 0.5, 0.75, 1].every((v) => evaluate(interval, v).slope > 0 && Number.isFinite(point.t));
  const isExact = (interval: number) =>
    rises(interval) &&
    [0.2, 0.5, 0.8].every((v) => {
      const z = LOWEST + STEP * (interval + v);
      return Math.abs(density(evaluate(interval, v)) + 0.5 * z * z + HALF_LOG_TWO_PI) < EXACT;
    });
  const [from, to] = around(rises);
  const [exactFrom, exactTo] = around(isExact);
  return {
    polynomials,
    exactFrom,
    exactTo,
    ...(onLogit ? { onLogit } : {}),
    at(s) {
      if (s >= from && s < to) return evaluate(Math.floor(s), s - Math.floor(s));
      // A line, by the slope at the last knot.
      const low = s < from;
      evaluate(low ? from : to - 1, low ? 0 : 1);
      point.t += point.slope * STEP * (s - (low ? from : to));
      point.curvature = 0;
      return point;
    },
  };
}

/** The run of intervals around the middle that all have a property, as numbers of knots. */
function around(has: (interval: number) => boolean): readonly [from: number, to: number] {
  let [from, to] = [MIDDLE, MIDDLE];
  while (from > 0 && has(from - 1)) from--;
  while (to < INTERVALS && has(to)) to++;
  return [from, to];
}

/** t and its derivatives by v, of which a unit is one interval: x' = φ(z)/p(x), x'' = x'·(−z − x'·d log p/dx). */
function derivatives(
  law: Distribution,
  scale: Scale,
  z: number,
  { x, near }: { x: number; near: number },
): readonly [number, number, number] {
  const first = exp(-0.5 * z * z - HALF_LOG_TWO_PI - law.logDensity(x));
  const second = first * (-z - first * law.slope(near));
  const { t, slope, curvature } = offScale(scale, x);
  return [t, STEP * slope * first, STEP * STEP * (curvature * first * first + slope * second)];
}

/** The same where t has a density of its own. */
function logitDerivatives(law: OnLogit, z: number): readonly [number, number, number] {
  const t = law.atNormal(z);
  const first = exp(-0.5 * z * z - HALF_LOG_TWO_PI - law.logDensity(t));
  const second = first * (-z - first * law.slope(t));
  return [t, STEP * first, STEP * STEP * second];
}

const place = { x: 0, slope: 0 };

/** log p in z. */
function densityAt(law: Distribution, scale: Scale, { t, slope }: OnKnots): number {
  onScale(scale, t, place);
  return law.logDensity(place.x) + logSlopeOnScale(scale, t) + log(slope);
}
