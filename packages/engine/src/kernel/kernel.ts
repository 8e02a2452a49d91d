// The hot loop of a fit: carryover, saturation and their derivatives, sums over rows, residuals and gradient sums.
//
// Three stages for given parameters. `curves` fills per lane (a lane is a channel's column) and row t
//   a_t = α·a_{t−1} + x_t − γ·x_{t−L}, γ = α^L        geometric adstock over L lags, not normalised
//   d_t = ∂a_t/∂α by the same recursion, γ' = L·α^{L−1}
// or, where an adstock is given by weights, a_t = Σ w_s·x_{t−s}, d_t and a second slope, which makes D as d makes B:
//   logistic  value s = tanh(h·a/2)                    A = (1 − s²)·a   B = (1 − s²)·d
//   hill      value s = 1/(1 + exp(−p·(ln a − k)))     A = g            B = g·d/a        C = g·ln a,   g = s(1 − s)
// with everything exactly 0 where the window holds no input. So ∂s/∂h = A/2 and ∂s/∂α = (h/2)·B for logistic;
// ∂s/∂p = C − k·A, ∂s/∂k = −p·A and ∂s/∂α = p·B for Hill. Any other curve is composed by the host, which gives the
// value and up to four slopes by its own parameters as the columns A to D. `weigh(j)` sums w_jt times each column over rows.
// `residuals` gives e_t = mask_t·(y_t − Σ β·s), eᵀe, c = Qᵀe, r = e − Q·(d·c) with shrink factors d, and the sums of
// r times each column: the gradient of −½(eᵀe − Σ d_i·c_i²) but for the factors above.
import { assembleKernel, checkInput } from './assemble.ts';
import { type Coordinates, type CoordinatesInput, coordinatesOf } from './coordinates.ts';
import { layoutOf, writeInput } from './layout.ts';
import { plainStages } from './plain.ts';
import { wasmIsAvailable, wasmMemory, wasmStages } from './wasm.ts';

/** An adstock and a saturation in one loop. */
export interface FusedChannel {
  /** Scaled input, one per row, none negative. */
  x: Float64Array;
  /** Length of the carryover window, L ≥ 1. */
  lags: number;
  kind: 'logistic' | 'hill';
  /** Geometric by recursion, which is what is meant when nothing is said, or by any weights: see `writeWindow`. */
  carry?: 'recursion' | 'window';
}

/** A curve made outside the kernel: `evaluate` fills its columns, one number a row, at parameters of its own. */
export interface ComposedCurve {
  evaluate(parameters: Float64Array): void;
  readonly value: Float64Array;
  /** At most four: the columns A to D. */
  readonly slopes: readonly Float64Array[];
  /** What enters the saturation. */
  readonly drive: Float64Array;
}

export interface ComposedChannel {
  curve: ComposedCurve;
  kind: 'composed';
}

export interface KernelInput {
  /** Lead-in and tail rows included. */
  rows: number;
  channels: readonly (FusedChannel | ComposedChannel)[];
  /** One per row; ignored where the mask is 0. */
  target: Float64Array;
  /** 0 or 1 per row. */
  mask: Float64Array;
  /** Orthonormal directions Q, rows × directions, row-major; zero in rows whose mask is 0. */
  basis: Float64Array;
  directions: number;
  rowWeights: readonly Float64Array[];
  /** Given only where every channel is logistic and carries over by recursion. */
  coordinates?: CoordinatesInput;
}

/** Sums of a row weight times each column, by lane. C is zero for logistic lanes, D for lanes that recur. */
export interface ColumnSums {
  readonly value: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
  readonly d: Float64Array;
}

/** Weights of lags 0..L−1. */
export interface LagWeights {
  readonly values: Float64Array;
  readonly slopes: readonly Float64Array[];
}

export interface Kernel {
  /** Lanes in a row of `values`: each kind's channels padded to an even number. */
  readonly lanes: number;
  /** Lane of each channel, in input order. */
  readonly laneOf: Int32Array;

  // The host writes these, by lane.
  readonly alpha: Float64Array;
  /** α^L */
  readonly gamma: Float64Array;
  /** L·α^{L−1} */
  readonly gammaSlope: Float64Array;
  /** Logistic: h = λN ≥ 0, N the adstock's normaliser. Hill: the slope p. */
  readonly steepness: Float64Array;
  /** Hill: k = log κ − log N. */
  readonly shift: Float64Array;
  /** Composed: a curve's own parameters, four numbers a lane. */
  readonly parameters: Float64Array;
  /** Weights by pair of lanes and lag: written by `writeWindow`, copied from one kernel of a model to another. */
  readonly windowWeights: Float64Array;
  /** By lane: index of its first weight there, −1 where it has none. */
  readonly windowOf: Int32Array;
  readonly amplitude: Float64Array;
  /** By direction: ℓ/(σ² + ℓ). */
  readonly shrink: Float64Array;
  /** As given; the host may write others, 0 where the mask is. */
  readonly target: Float64Array;
  /** As given, set by set; the host may write others. */
  readonly rowWeights: readonly Float64Array[];

  /** Where the kernel goes from coordinates to its lanes and back by itself: what was given, in WASM. */
  readonly coordinates?: Coordinates;

  /** Sets what a lane that carries over by weights does: the weights, and their slopes by up to two parameters. */
  writeWindow(lane: number, weights: LagWeights): void;
  curves(): void;
  /** Sums under row weights j into `weighted`. */
  weigh(j: number): void;
  /** eᵀe; fills `errors`, `remainders`, `projections` and `gradient`. */
  residuals(): number;

  readonly weighted: ColumnSums;
  readonly gradient: ColumnSums;
  /** c = Qᵀe, by direction. */
  readonly projections: Float64Array;
  /** rows × lanes, time-major; likewise `columnA` and `adstocked`. */
  readonly values: Float64Array;
  readonly columnA: Float64Array;
  readonly adstocked: Float64Array;
  /** e_t, before the linear directions are taken out. */
  readonly errors: Float64Array;
  /** r_t, after. */
  readonly remainders: Float64Array;
}

/** WASM where it runs, else the plain twin: the same bits either way. */
export function createKernel(input: KernelInput): Kernel {
  return wasmIsAvailable() ? wasmKernel(input) : plainKernel(input);
}

export function wasmKernel(input: KernelInput): Kernel {
  checkInput(input);
  const layout = layoutOf(input);
  const memory = wasmMemory(layout.size);
  writeInput(memory.buffer, layout, input);
  const numbers = new Float64Array(memory.buffer);
  const stages = wasmStages(memory);
  const kernel = assembleKernel(numbers, layout, input, stages);
  const { coordinates } = input;
  return coordinates
    ? { ...kernel, coordinates: coordinatesOf(numbers, layout.at.coordinates, coordinates, stages) }
    : kernel;
}

export function plainKernel(input: KernelInput): Kernel {
  checkInput(input);
  const layout = layoutOf(input);
  const memory = new ArrayBuffer(8 * layout.size);
  writeInput(memory, layout, input);
  return assembleKernel(new Float64Array(memory), layout, input, plainStages(memory, layout));
}
