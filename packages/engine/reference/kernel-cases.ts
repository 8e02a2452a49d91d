// Seeded inputs and parameters for the kernel, for its tests and its bench.
import type { FusedChannel, Kernel } from '../src/kernel/kernel.ts';
import { pow } from '../src/numeric/elementary.ts';
import { purpose } from '../src/numeric/purposes.ts';
import { type Stream, stream } from '../src/numeric/random.ts';
import type { FusedInput, KernelParameters } from './kernel.ts';

/** A curve, and whether it carries over by weights. */
export type LaneKind = FusedChannel['kind'] | `${FusedChannel['kind']} window`;

export interface CaseShape {
  rows: number;
  kinds: readonly LaneKind[];
  directions: number;
  seed: number;
  /** Rows at each end that are masked out. */
  leadIn?: number;
  tail?: number;
}

export interface KernelCase {
  input: FusedInput;
  parameters: KernelParameters;
}

/** Inputs with single zeros and runs of zeros longer than a window, windows of 1 to 12 lags, two sets of row weights. */
export function kernelCase({ rows, kinds, directions, seed, leadIn = 0, tail = 0 }: CaseShape): KernelCase {
  const random = stream(seed, 0, purpose.simulate, 0);
  const mask = Float64Array.from({ length: rows }, (_, t) => (t < leadIn || t >= rows - tail ? 0 : 1));
  const channels = kinds.map((kind, c): FusedChannel => {
    const [curve, window] = kind.split(' ') as [FusedChannel['kind'], string | undefined];
    const lags = 1 + ((5 * c + 7) % 12);
    return { kind: curve, lags, x: spend(random, rows), ...(window ? { carry: 'window' } : {}) };
  });
  const numbers = (length: number, scale = 1) =>
    Float64Array.from({ length }, () => scale * (2 * random.uniform() - 1));
  const basis = numbers(rows * directions, 1 / Math.sqrt(rows));
  for (let i = 0; i < basis.length; i++) basis[i] *= mask[Math.floor(i / directions)];
  const target = numbers(rows);
  for (let t = 0; t < rows; t++) if (mask[t] === 0) target[t] = Number.NaN;
  return {
    input: { rows, channels, target, mask, basis, directions, rowWeights: [mask, numbers(rows)] },
    parameters: {
      alpha: kinds.map(() => 0.95 * random.uniform()),
      steepness: kinds.map(() => 0.2 + 4 * random.uniform()),
      shift: kinds.map(() => random.normal()),
      amplitude: kinds.map(() => 0.5 * random.uniform()),
      shrink: Array.from({ length: directions }, () => random.uniform()),
      // Weights above 0, slopes of either sign; every third has one parameter only.
      windows: channels.map(({ lags, carry }, c) => {
        if (carry !== 'window') return null;
        const values = numbers(lags).map((w) => 0.5 + 0.4 * w);
        return { values, slopes: c % 3 === 0 ? [numbers(lags)] : [numbers(lags), numbers(lags)] };
      }),
    },
  };
}

function spend(random: Stream, rows: number): Float64Array {
  const x = Float64Array.from({ length: rows }, () => (random.uniform() < 0.7 ? random.uniform() : 0));
  const pauseAt = Math.floor(random.uniform() * rows);
  return x.fill(0, pauseAt, pauseAt + 20);
}

export function setParameters(kernel: Kernel, input: FusedInput, parameters: KernelParameters): void {
  for (const [channel, { lags }] of input.channels.entries()) {
    const lane = kernel.laneOf[channel];
    const alpha = parameters.alpha[channel];
    kernel.alpha[lane] = alpha;
    kernel.gamma[lane] = pow(alpha, lags);
    kernel.gammaSlope[lane] = lags * pow(alpha, lags - 1);
    kernel.steepness[lane] = parameters.steepness[channel];
    kernel.shift[lane] = parameters.shift[channel];
    kernel.amplitude[lane] = parameters.amplitude[channel];
    const weights = parameters.windows[channel];
    if (weights) kernel.writeWindow(lane, weights);
  }
  kernel.shrink.set(parameters.shrink);
}
