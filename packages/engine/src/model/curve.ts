// The curve of one channel: which coordinates it has and how the kernel's sums become their slopes.
import type { Kernel } from '../kernel/kernel.ts';
import type { Coordinate } from '../priors/coordinate.ts';
import type { ScaledChannel, ScaledData } from './scaled.ts';

/** Per-lane sums over rows of the kernel's columns, weighted somehow: Σ w·s and its relatives. */
export interface LaneSums {
  readonly value: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
  readonly d: Float64Array;
}

export interface Curve {
  /** The adstock's parameters as stated per week, then the saturation's. */
  readonly coordinates: readonly Coordinate[];
  readonly lane: number;
  readonly kernel: Kernel;
  /** Writes the lane's parameters from the coordinates. */
  write(): void;
  /** Σ w·∂s/∂θ for every coordinate θ, from the kernel's weighted sums. */
  slopes(sums: LaneSums, out: Float64Array): void;
  /** f at the channel's mean input, and the slopes of its logarithm by the coordinates. */
  reference(slopes?: Float64Array): number;
}

/** Where a channel's curve is computed, and the mean input it is looked at. */
export interface Place {
  readonly channel: ScaledChannel;
  readonly lane: number;
  readonly kernel: Kernel;
  readonly weeksPerPeriod: number;
  /** Mean scaled input over the training rows. */
  readonly mean: number;
  readonly size: Coordinate;
}

/** Mean scaled input over the training rows. */
export function meanInput(channel: ScaledChannel, data: ScaledData): number {
  let sum = 0;
  for (let t = 0; t < data.rows; t++) sum += data.mask[t] * channel.input[t];
  return sum / data.trainingRows;
}
