// Density of draws by a Gaussian kernel, reflected where the quantity cannot go on.
import { exp, pow } from '../numeric/elementary.ts';
import { meanAndSd } from './moments.ts';
import { quantilesOf } from './quantile.ts';

/** √(2π) */
const ROOT_TWO_PI = 2.5066282746310002;

/** A draw further away than this many bandwidths adds less than e^−18. */
const REACH = 6;

/** Where the quantity ends; ±Infinity where it does not. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Evenly spaced points. */
export interface EvenGrid {
  readonly first: number;
  readonly step: number;
  readonly points: number;
}

/**
 * Density of `draws` at the points of each grid, all inside `bounds`. What the kernel would lay beyond a bound is folded
 * back (Silverman, Density Estimation, 1986, section 2.10), so that all mass stays inside.
 */
export function kernelDensity(draws: Float64Array, grids: readonly EvenGrid[], bounds: Bounds): number[] {
  const width = bandwidth(draws);
  const scale = 1 / (draws.length * width * ROOT_TWO_PI);
  return grids.flatMap((grid) => {
    const sums = new Float64Array(grid.points);
    const add = kernelAdder(grid, width, sums);
    for (const x of draws) {
      add(x);
      add(2 * bounds.low - x);
      add(2 * bounds.high - x);
    }
    return Array.from(sums, (sum) => sum * scale);
  });
}

/** Silverman's rule of thumb: 0.9·min(sd, IQR/1.34)·n^(−1/5) (equation 3.31). */
function bandwidth(draws: Float64Array): number {
  const { sd } = meanAndSd(draws);
  const [low, high] = quantilesOf(draws, [0.25, 0.75]);
  const middle = (high - low) / 1.34;
  return 0.9 * (middle > 0 && middle < sd ? middle : sd) * pow(draws.length, -0.2);
}

/**
 * Adds exp(−½((g − x)/width)²) to every point g near x. From one point to the next the exponent changes linearly, so
 * the exponential is taken at the nearest point only and multiplied on from there.
 */
function kernelAdder(
  { first, step, points }: EvenGrid,
  width: number,
  sums: Float64Array,
): (x: number) => void {
  const last = first + step * (points - 1);
  const stride = step / width;
  const change = exp(-stride * stride);
  const spread = (from: number, direction: 1 | -1, u: number, height: number) => {
    let ratio = exp(-stride * (direction * u + 0.5 * stride));
    let value = height;
    let distance = Math.abs(u + direction * stride);
    for (let i = from + direction; i >= 0 && i < points && distance <= REACH; i += direction) {
      value *= ratio;
      ratio *= change;
      distance += stride;
      sums[i] += value;
    }
  };
  return (x) => {
    if (!(x >= first - REACH * width && x <= last + REACH * width)) return;
    const nearest = Math.min(points - 1, Math.max(0, Math.round((x - first) / step)));
    const u = (first + step * nearest - x) / width;
    const height = exp(-0.5 * u * u);
    sums[nearest] += height;
    spread(nearest, 1, u, height);
    spread(nearest, -1, u, height);
  };
}
