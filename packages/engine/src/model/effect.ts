// The coordinate of a coefficient's effect β·f(x̄): a ramp that is soft at zero and steeper the farther it climbs.
//
// A prior that does not vanish at zero leaves a channel with little effect a posterior that is cut off there. On the
// log scale that is an exponential tail, which a trajectory crosses slowly; along u(z) = zΦ(z) + φ(z), whose slope is
// Φ(z), it is a normal one. Far from zero u(z) is z itself: there an effect that the data fix badly has a long tail to
// the right, which R = u + u²/2 draws in. One that they fix well sees of R only a straight piece.
import { normalAt } from '../numeric/normal.ts';
import { meanInput } from './curve.ts';
import type { ScaledChannel, ScaledData } from './scaled.ts';

/** Below this R is no longer a normal number. */
const LOWEST = -37;
const BISECTIONS = 60;

export interface Ramp {
  /** R(z). */
  value: number;
  /** R'/R. */
  logSlope: number;
  /** R''/R'. */
  bend: number;
  at(z: number): void;
}

export function ramp(): Ramp {
  const point: Ramp = {
    value: 0,
    logSlope: 0,
    bend: 0,
    at(z) {
      const { cdf, density } = normalAt(z);
      const u = z * cdf + density;
      const steeper = 1 + u;
      point.value = u * (1 + 0.5 * u);
      point.logSlope = (cdf * steeper) / point.value;
      point.bend = density / cdf + cdf / steeper;
    },
  };
  return point;
}

/** The z with R(z) = value > 0, to the last few digits; the lowest there is for smaller values. */
export function rampInverse(value: number): number {
  const point = ramp();
  let [low, high] = [LOWEST, Math.max(value, 1)];
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    point.at(middle);
    if (point.value < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Standard errors that one unit of the ramp stands for: between two and four it made no difference. */
const ERRORS = 3;

/**
 * About how well the data fix an effect at the mean input, in scaled KPI: noise as period-to-period changes show it,
 * over how much the input varies. Only the coordinate depends on it, never the posterior.
 */
export function effectScale(channel: ScaledChannel, data: ScaledData): number {
  const mean = meanInput(channel, data);
  let squares = 0;
  for (let t = 0; t < data.rows; t++) {
    const from = channel.input[t] - mean;
    squares += data.mask[t] * from * from;
  }
  const error = (changes(data) * mean) / Math.sqrt(squares);
  return Math.max(Math.min(ERRORS * error, 1), 1e-6) || 1;
}

/** Sd of the noise if neighbouring periods differed by nothing else. */
function changes({ rows, mask, target }: ScaledData): number {
  let squares = 0;
  let pairs = 0;
  for (let t = 1; t < rows; t++) {
    if (!(mask[t] && mask[t - 1])) continue;
    const change = target[t] - target[t - 1];
    squares += change * change;
    pairs++;
  }
  return Math.sqrt(squares / (2 * pairs));
}
