// The kernel's slow, obvious twin: windows summed lag by lag, curves from the engine's own functions, plain sums.
import type { FusedChannel, KernelInput, LagWeights } from '../src/kernel/kernel.ts';
import { exp, log, pow, tanh } from '../src/numeric/elementary.ts';

/** What the slow kernel knows: fused curves. */
export interface FusedInput extends KernelInput {
  channels: readonly FusedChannel[];
}

/** One per channel in input order; shrink one per direction. */
export interface KernelParameters {
  alpha: readonly number[];
  steepness: readonly number[];
  shift: readonly number[];
  amplitude: readonly number[];
  shrink: readonly number[];
  /** By channel; of those that carry over by weights. */
  windows: readonly (LagWeights | null)[];
}

/** Of one channel, row by row. */
export interface ChannelColumns {
  adstocked: number[];
  value: number[];
  a: number[];
  b: number[];
  c: number[];
  d: number[];
}

export function channelColumns(input: FusedInput, p: KernelParameters, channel: number): ChannelColumns {
  const { x, lags, kind } = input.channels[channel];
  const rows = Array.from({ length: input.rows }, (_, t) => {
    const weights = p.windows[channel];
    const { stock, change, second } = weights
      ? weightedCarryover(x, t, weights)
      : { ...carryover(x, t, lags, p.alpha[channel]), second: 0 };
    if (stock === 0) return { adstocked: 0, value: 0, a: 0, b: 0, c: 0, d: 0 };
    if (kind === 'logistic') {
      const value = tanh((p.steepness[channel] * stock) / 2);
      const slope = 1 - value * value;
      return { adstocked: stock, value, a: slope * stock, b: slope * change, c: 0, d: slope * second };
    }
    const value = 1 / (1 + exp(-p.steepness[channel] * (log(stock) - p.shift[channel])));
    const slope = value * (1 - value);
    return {
      adstocked: stock,
      value,
      a: slope,
      b: (slope * change) / stock,
      c: slope * log(stock),
      d: (slope * second) / stock,
    };
  });
  return {
    adstocked: rows.map((row) => row.adstocked),
    value: rows.map((row) => row.value),
    a: rows.map((row) => row.a),
    b: rows.map((row) => row.b),
    c: rows.map((row) => row.c),
    d: rows.map((row) => row.d),
  };
}

/** a_t = Σ_{s<L} α^s·x_{t−s} and its derivative by α. */
function carryover(
  x: Float64Array,
  t: number,
  lags: number,
  alpha: number,
): { stock: number; change: number } {
  let stock = 0;
  let change = 0;
  for (let s = 0; s < lags && s <= t; s++) {
    stock += pow(alpha, s) * x[t - s];
    if (s > 0) change += s * pow(alpha, s - 1) * x[t - s];
  }
  return { stock, change };
}

/** a_t = Σ w_s·x_{t−s}, and the same with the slopes of the weights. */
function weightedCarryover(
  x: Float64Array,
  t: number,
  { values, slopes }: LagWeights,
): { stock: number; change: number; second: number } {
  const carried = (weights: Float64Array | undefined) =>
    total(Array.from(weights ?? [], (w, s) => (s <= t ? w * x[t - s] : 0)));
  return { stock: carried(values), change: carried(slopes[0]), second: carried(slopes[1]) };
}

export interface Residuals {
  errors: number[];
  projections: number[];
  remainders: number[];
  square: number;
  /** eᵀe − Σ d_i·c_i² */
  quadratic: number;
}

export function residualsOf(input: FusedInput, p: KernelParameters): Residuals {
  const { rows, directions, basis, mask, target } = input;
  const values = input.channels.map((_, channel) => channelColumns(input, p, channel).value);
  const errors = Array.from({ length: rows }, (_, t) => {
    if (mask[t] === 0) return 0;
    return target[t] - total(values.map((value, channel) => p.amplitude[channel] * value[t]));
  });
  const projections = Array.from({ length: directions }, (_, i) =>
    total(errors.map((e, t) => e * basis[t * directions + i])),
  );
  const remainders = errors.map(
    (e, t) => e - total(projections.map((c, i) => p.shrink[i] * c * basis[t * directions + i])),
  );
  const square = total(errors.map((e) => e * e));
  return {
    errors,
    projections,
    remainders,
    square,
    quadratic: square - total(projections.map((c, i) => p.shrink[i] * c * c)),
  };
}

export function total(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

export function weightedTotal(weights: ArrayLike<number>, numbers: readonly number[]): number {
  return total(numbers.map((number, t) => weights[t] * number));
}
