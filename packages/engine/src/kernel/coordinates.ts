// What the WASM kernel needs to go from sampling coordinates to its lanes and back by itself, and how the host asks for it.
//
// For models whose channels are all geometric and logistic. There is no plain twin here: the model does the same for any
// channel, with the same bits (model/quick-channel.ts), and must where a coordinate lies far out.
import type { LogProduct } from '../numeric/log-product.ts';
import { placeIn } from './coordinate-records.ts';

/** A prior's table: six coefficients a knot, and from and to which knot it is believed. */
export interface LaneTable {
  readonly polynomials: Float64Array;
  readonly exactFrom: number;
  readonly exactTo: number;
}

export interface LaneCoordinates {
  readonly lags: number;
  /** The retention, between `low` and `low` + `width`. */
  readonly carry: LaneTable & { readonly low: number; readonly width: number };
  /** λ, a positive number. */
  readonly rate: LaneTable;
  /** β = scale·R(z)/f(mean) under a half-normal prior, or a positive size times `numerator` over the channel's total. */
  readonly size: LaneEffect | LaneTotal;
}

export interface LaneEffect {
  readonly kind: 'effect';
  readonly mean: number;
  readonly scale: number;
  readonly sd: number;
  /** The prior's log density at 0. */
  readonly constant: number;
}

export interface LaneTotal extends LaneTable {
  readonly kind: 'total';
  readonly numerator: number;
}

/** All channels' sizes are of one kind; the lanes are theirs in their order. */
export interface CoordinatesInput {
  /** Index of the first channel's first coordinate in a position; the others follow, three a channel. */
  readonly first: number;
  readonly channels: readonly LaneCoordinates[];
}

export interface Coordinates {
  /** Curves and β at a position, totals by the first of the row weights; false: the host must do all of it. */
  enter(position: Float64Array): boolean;
  /**
   * Adds the channels' log densities to `density`, but for factors left in `jacobian`, and writes their gradient with
   * that of the likelihood.
   */
  leave(density: number, perVariance: number, gradient: Float64Array, jacobian: LogProduct): number;
}

/** What the bytes export for it. */
export interface CoordinateStages {
  enterEffects(): number;
  enterTotals(): number;
  leaveEffects(perVariance: number): void;
  leaveTotals(perVariance: number): void;
}

/** `memory` from number `at` on holds the records. */
export function coordinatesOf(
  memory: Float64Array,
  at: number,
  { first, channels }: CoordinatesInput,
  stages: CoordinateStages,
): Coordinates {
  const count = channels.length;
  const totals = channels[0].size.kind === 'total';
  const enter = totals ? stages.enterTotals : stages.enterEffects;
  const leave = totals ? stages.leaveTotals : stages.leaveEffects;
  const records = memory.subarray(at, at + placeIn(2 * Math.ceil(count / 2), 'zCarry'));
  const z = channels.map((_, c) => placeIn(c, 'zCarry'));
  const found = channels.map((_, c) => placeIn(c, 'byCarry'));
  return {
    enter(position) {
      for (let c = 0, from = first; c < count; c++, from += 3) {
        const to = z[c];
        records[to] = position[from];
        records[to + 2] = position[from + 1];
        records[to + 4] = position[from + 2];
      }
      return enter() === 1;
    },
    leave(density, perVariance, gradient, jacobian) {
      leave(perVariance);
      let sum = density;
      for (let c = 0, to = first; c < count; c++, to += 3) {
        const from = found[c];
        gradient[to] = records[from];
        gradient[to + 1] = records[from + 2];
        gradient[to + 2] = records[from + 4];
        if (!totals) jacobian.multiply(records[from + 6]);
        sum += records[from + 8];
      }
      return sum;
    },
  };
}
