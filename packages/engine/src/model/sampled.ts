// Linear coefficients that are sampled: their coordinates, what they add to the mean, their part of the gradient.
import type { Stream } from '../numeric/random.ts';
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { boundsOf } from '../priors/distribution.ts';
import { HALF_LOG_TWO_PI } from '../priors/normal.ts';
import { type Directions, directionsOf } from './directions.ts';
import type { PlacedColumn, Variances } from './variances.ts';

export interface SampledColumns {
  /** Coordinates, one a column: the first of a position. */
  readonly count: number;
  /** Σ w·z by row, at the last `locate` or `set`. */
  readonly mean: Float64Array;
  /** `left`: what media leave of the KPI by row, for columns that are centred on it; null for those that are not. */
  locate(position: Float64Array, left: Float64Array | null): void;
  /** The same from coefficients, by column of the whole linear block. */
  set(linear: Float64Array): void;
  /** Writes the coefficients to their places among all. */
  write(linear: Float64Array): void;
  /** log p in the coordinates, and their gradient from the score −σ²·∂log p/∂e by row. */
  addDensity(score: Float64Array, perVariance: number, gradient: Float64Array, slopes: Float64Array): number;
  drawPrior(random: Stream, position: Float64Array): void;
  /** Makes a position that was not centred one that is, at the same coefficients. */
  centre(position: Float64Array, left: Float64Array): void;
  /** Adds to `out` what centring makes media responsible for: −σ²·∂log p/∂(media) through the coefficients, by row. */
  addPull(score: Float64Array, variance: number, out: Float64Array): void;
}

/**
 * `normal` and `variances`: the columns drawn from N(mean, sd), whose coordinate is (w − mean)/sd; of the others it is
 * the one of their prior. Positions are those coordinates in better directions (directions.ts).
 */
export function sampledColumns(
  columns: readonly PlacedColumn[],
  normal: readonly PlacedColumn[],
  variances: Variances,
  mask: Float64Array,
): SampledColumns {
  const byLogVariance = new Float64Array(normal.length);
  const parts = columns.map((placed) => {
    const at = normal.indexOf(placed);
    return at >= 0 ? standardised(variances, at, byLogVariance) : byPrior(placed);
  });
  const count = parts.length;
  const state: State = {
    columns,
    parts,
    directions: directionsOf(effectsOf(columns, parts, mask)),
    coefficients: new Float64Array(count),
    mean: new Float64Array(mask.length),
    inside: new Float64Array(count),
    shift: new Float64Array(count),
  };
  const { coefficients, inside, directions } = state;
  const pulled = new Float64Array(mask.length);
  return {
    count,
    mean: state.mean,
    locate: (position, left) => locate(state, position, left),
    set(linear) {
      for (let i = 0; i < count; i++) coefficients[i] = linear[columns[i].index];
      addUp(state);
    },
    write(linear) {
      for (let i = 0; i < count; i++) linear[columns[i].index] = coefficients[i];
    },
    addDensity(score, perVariance, gradient, slopes) {
      let density = directions.logJacobian;
      for (let i = 0; i < count; i++) {
        inside[i] = parts[i].slope(scoreOf(columns[i], score) * perVariance);
        density += parts[i].logDensity();
      }
      directions.turn(inside);
      for (let i = 0; i < count; i++) gradient[i] = inside[i];
      variances.pass(byLogVariance, slopes);
      return density;
    },
    centre: (position, left) => centre(state, position, left),
    addPull(score, variance, out) {
      for (let i = 0; i < count; i++) inside[i] = parts[i].slope(scoreOf(columns[i], score) / variance);
      directions.pull(inside, pulled);
      for (let t = 0; t < out.length; t++) out[t] -= variance * pulled[t];
    },
    drawPrior(random, position) {
      for (let i = 0; i < count; i++) inside[i] = random.normal();
      directions.leave(inside);
      position.set(inside);
    },
  };
}

interface State {
  readonly columns: readonly PlacedColumn[];
  readonly parts: readonly Part[];
  readonly directions: Directions;
  readonly coefficients: Float64Array;
  readonly mean: Float64Array;
  /** Coordinates of the coefficients, or the gradient by them. */
  readonly inside: Float64Array;
  readonly shift: Float64Array;
}

/** By column, what its coordinate changes of the KPI by row where that is typical. */
function effectsOf(
  columns: readonly PlacedColumn[],
  parts: readonly Part[],
  mask: Float64Array,
): Float64Array[] {
  return parts.map((part, i) => {
    const slope = part.typicalSlope();
    return columns[i].column.values.map((z, t) => mask[t] * z * slope);
  });
}

function locate(state: State, position: Float64Array, left: Float64Array | null): void {
  const { parts, directions, coefficients, inside, shift } = state;
  for (let i = 0; i < parts.length; i++) inside[i] = position[i];
  directions.enter(inside);
  if (left) {
    directions.fit(left, shift);
    for (let i = 0; i < parts.length; i++) inside[i] += shift[i];
  }
  for (let i = 0; i < parts.length; i++) coefficients[i] = parts[i].at(inside[i]);
  addUp(state);
}

/** Σ w·z by row into `mean`. */
function addUp({ columns, coefficients, mean }: State): void {
  mean.fill(0);
  for (let i = 0; i < columns.length; i++) {
    const { values } = columns[i].column;
    for (let t = 0; t < mean.length; t++) mean[t] += coefficients[i] * values[t];
  }
}

function scoreOf({ column: { values } }: PlacedColumn, score: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < score.length; t++) sum += score[t] * values[t];
  return sum;
}

function centre({ directions, inside, shift }: State, position: Float64Array, left: Float64Array): void {
  for (let i = 0; i < inside.length; i++) inside[i] = position[i];
  directions.enter(inside);
  directions.fit(left, shift);
  for (let i = 0; i < inside.length; i++) inside[i] -= shift[i];
  directions.leave(inside);
  for (let i = 0; i < inside.length; i++) position[i] = inside[i];
}

/** One coefficient in its coordinate. */
interface Part {
  /** The coefficient there. */
  at(position: number): number;
  /** Its derivative by the coordinate in the middle of its prior; 0 where that tells nothing of elsewhere. */
  typicalSlope(): number;
  /** Gradient by the coordinate, given that by the coefficient without its prior. */
  slope(byCoefficient: number): number;
  /** log p with the Jacobian. */
  logDensity(): number;
}

function byPrior({ column: { prior, mirrored } }: PlacedColumn): Part {
  if (prior.family === 'learned') throw new Error('a learned scale has no prior of its own');
  const point: Coordinate = coordinate(prior);
  const sign = mirrored ? -1 : 1;
  const { low, high } = boundsOf(point.prior.support);
  return {
    at(position) {
      point.at(position);
      return sign * point.x;
    },
    typicalSlope() {
      // Against a bound the coefficient hardly moves with its coordinate: no slope is typical of it.
      if (Number.isFinite(low) || Number.isFinite(high)) return 0;
      point.at(0);
      return sign * point.slope;
    },
    slope: (byCoefficient) => sign * byCoefficient * point.slope + point.logDensitySlope,
    logDensity: () => point.logDensity,
  };
}

/** w = mean + sd·z, z ~ N(0, 1): no funnel where the sd is learned. */
function standardised({ means, sds }: Variances, at: number, byLogVariance: Float64Array): Part {
  const now = { z: 0 };
  return {
    at(position) {
      now.z = position;
      return means[at] + sds[at] * position;
    },
    typicalSlope: () => sds[at],
    slope(byCoefficient) {
      byLogVariance[at] = 0.5 * byCoefficient * sds[at] * now.z;
      return byCoefficient * sds[at] - now.z;
    },
    logDensity: () => -0.5 * now.z * now.z - HALF_LOG_TWO_PI,
  };
}
