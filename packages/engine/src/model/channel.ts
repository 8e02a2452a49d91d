// One channel inside the collapsed posterior: its coordinates, its lane in the kernel, its part of the gradient.
import type { Kernel } from '../kernel/kernel.ts';
import { exp, log, pow } from '../numeric/elementary.ts';
import type { Stream } from '../numeric/random.ts';
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { geometricWindow } from '../transforms/adstock/geometric.ts';
import { logHill } from '../transforms/saturation/hill.ts';
import { logLogistic } from '../transforms/saturation/logistic.ts';
import type { ScaledChannel, ScaledData } from './scaled.ts';

/** Per-lane sums over rows of the kernel's columns, weighted somehow: Σ w·s and its relatives. */
export interface LaneSums {
  readonly value: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
}

/**
 * A channel's coordinates are [α, shape(s)…, size] from `offset`. The size is z of its prior, except for
 * `coefficient`, where it is log(β·sat(x̄)): that removes the ridge between β and the shape (ENGINE §2.2).
 */
export interface ChannelBlock {
  readonly offset: number;
  readonly count: number;
  /** Whether β is size·numerator/F, so the kernel must weigh the curve before the residuals. */
  readonly throughTotal: boolean;
  readonly lane: number;
  /** Parameters at the last position set. */
  readonly alpha: Coordinate;
  readonly shapes: readonly Coordinate[];
  readonly size: Coordinate;
  /** Reads the channel's coordinates and writes its curve's parameters into the kernel's lane. */
  setCurve(position: Float64Array): void;
  /** Writes β into the lane: after `kernel.weigh` when `throughTotal`. */
  setAmplitude(position: Float64Array): void;
  /** Σ r·β·s over the measured periods at the position's size, in scaled units: when `throughTotal`. */
  totalAt(position: Float64Array): number;
  /** Sets the curve and β from parameters in their own units, as a stored draw or a known truth has them. */
  setParameters(alpha: number, shapes: readonly number[], beta: number): void;
  /** Sets the size from β: after `setParameters` and, when `throughTotal`, `kernel.weigh`. */
  readSize(): void;
  /** log p of this channel's parameters in the coordinates, and their gradient with that of the likelihood. */
  addDensity(perVariance: number, gradient: Float64Array): number;
  /** A prior draw in the coordinates, for the start of a chain. */
  drawPrior(random: Stream, position: Float64Array): void;
}

export function channelBlock(
  channel: ScaledChannel,
  offset: number,
  lane: number,
  kernel: Kernel,
  data: ScaledData,
): ChannelBlock {
  const curve = curveOf(channel, lane, kernel, data);
  const size = coordinate(channel.spec.size.prior);
  const count = curve.coordinates.length + 1;
  const sizeAt = offset + count - 1;
  const amplitude =
    channel.spec.size.kind === 'coefficient'
      ? coefficient(curve, size)
      : fromTotal(channel, curve, size, data);
  const byCurve = new Float64Array(count - 1);
  return {
    offset,
    count,
    throughTotal: channel.spec.size.kind !== 'coefficient',
    lane,
    alpha: curve.coordinates[0],
    shapes: curve.coordinates.slice(1),
    size,
    setCurve(position) {
      for (let i = 0; i < curve.coordinates.length; i++) curve.coordinates[i].at(position[offset + i]);
      curve.write();
    },
    setAmplitude(position) {
      kernel.amplitude[lane] = amplitude.set(position[sizeAt]);
    },
    totalAt(position) {
      size.at(position[sizeAt]);
      return size.x * sizeNumerator(channel, data);
    },
    setParameters(alpha, shapes, beta) {
      curve.coordinates[0].x = alpha;
      for (let i = 1; i < curve.coordinates.length; i++) curve.coordinates[i].x = shapes[i - 1];
      curve.write();
      kernel.amplitude[lane] = beta;
    },
    readSize() {
      size.x = amplitude.sizeOf(kernel.amplitude[lane]);
    },
    addDensity(perVariance, gradient) {
      const beta = kernel.amplitude[lane];
      const byLogBeta = beta * kernel.gradient.value[lane] * perVariance;
      curve.slopes(kernel.gradient, byCurve);
      for (let i = 0; i < byCurve.length; i++) byCurve[i] *= beta * perVariance;
      let logDensity = amplitude.addDensity(byLogBeta, byCurve, gradient, sizeAt);
      for (let i = 0; i < byCurve.length; i++) {
        const at = curve.coordinates[i];
        logDensity += at.logDensity;
        gradient[offset + i] = byCurve[i] * at.slope + at.logDensitySlope;
      }
      return logDensity;
    },
    drawPrior(random, position) {
      for (let i = 0; i < count - 1; i++) position[offset + i] = random.normal();
      const z = random.normal();
      if (channel.spec.size.kind !== 'coefficient') position[sizeAt] = z;
      else {
        for (let i = 0; i < count - 1; i++) curve.coordinates[i].at(position[offset + i]);
        size.at(z);
        position[sizeAt] = log(size.x) + curve.logReference();
      }
    },
  };
}

/** The curve s(a(x)) of a channel: which coordinates it has and how the kernel's sums become their slopes. */
interface Curve {
  readonly coordinates: readonly Coordinate[];
  write(): void;
  /** Σ w·∂s/∂θ for θ = α, shape(s), from the kernel's weighted sums. */
  slopes(sums: LaneSums, out: Float64Array): void;
  readonly lane: number;
  readonly kernel: Kernel;
  /** log sat at the channel's mean input, and its slopes by the coordinates of the curve. */
  logReference(slopes?: Float64Array): number;
}

function curveOf(channel: ScaledChannel, lane: number, kernel: Kernel, data: ScaledData): Curve {
  const { adstock, saturation } = channel.spec;
  const alpha = coordinate(adstock.priors.alpha);
  // One object for good: this runs at every gradient, where garbage costs a fifth of the time.
  const window = { norm: 1, normSlope: 0, perWeek: 1 };
  const setWindow = () => {
    const carry = retention(alpha.x, data.weeksPerPeriod);
    const { gamma, gammaSlope, norm, normSlope } = geometricWindow(
      carry.alpha,
      adstock.lMax,
      adstock.normalize,
    );
    kernel.alpha[lane] = carry.alpha;
    kernel.gamma[lane] = gamma;
    kernel.gammaSlope[lane] = gammaSlope;
    window.norm = norm;
    window.normSlope = normSlope;
    window.perWeek = carry.slope;
    return window;
  };
  const reference = meanInput(channel, data);
  return saturation.kind === 'logistic'
    ? logisticCurve(alpha, coordinate(saturation.priors.lam), setWindow, reference, lane, kernel)
    : hillCurve(
        alpha,
        coordinate(saturation.priors.kappa),
        coordinate(saturation.priors.slope),
        setWindow,
        reference,
        lane,
        kernel,
      );
}

/** Sets the lane's adstock and returns the normaliser, its slope by the period's α, and dα/d(weekly α). */
type SetWindow = () => { readonly norm: number; readonly normSlope: number; readonly perWeek: number };

/** Reused result of `retention`: overwritten by every call. */
const carried = { alpha: 0, slope: 1 };

/** α of a period and its slope by the weekly α the prior is stated about: a^{weeks per period} (METHOD §1). */
export function retention(
  weekly: number,
  weeksPerPeriod: number,
): { readonly alpha: number; readonly slope: number } {
  carried.alpha = weeksPerPeriod === 1 ? weekly : pow(weekly, weeksPerPeriod);
  carried.slope = weeksPerPeriod === 1 ? 1 : (weeksPerPeriod * carried.alpha) / weekly;
  return carried;
}

/** s = tanh(h·a/2) with h = λN: ∂s/∂λ = ½N·A, ∂s/∂α = ½(λN'·A + h·B). */
function logisticCurve(
  alpha: Coordinate,
  lam: Coordinate,
  setWindow: SetWindow,
  reference: number,
  lane: number,
  kernel: Kernel,
): Curve {
  const window = setWindow();
  return {
    coordinates: [alpha, lam],
    lane,
    kernel,
    write() {
      kernel.steepness[lane] = lam.x * setWindow().norm;
    },
    slopes(sums, out) {
      const { norm, normSlope, perWeek } = window;
      out[0] = 0.5 * perWeek * lam.x * (normSlope * sums.a[lane] + norm * sums.b[lane]);
      out[1] = 0.5 * norm * sums.a[lane];
    },
    logReference(slopes) {
      const at = logLogistic(reference, lam.x);
      if (slopes) {
        slopes[0] = 0;
        slopes[1] = at.byLam;
      }
      return at.log;
    },
  };
}

/** s = 1/(1 + exp(−p(log a − k))) with k = log κ − log N: ∂s/∂κ = −pA/κ, ∂s/∂p = C − kA, ∂s/∂α = p(B + (N'/N)A). */
function hillCurve(
  alpha: Coordinate,
  kappa: Coordinate,
  slope: Coordinate,
  setWindow: SetWindow,
  reference: number,
  lane: number,
  kernel: Kernel,
): Curve {
  const window = setWindow();
  return {
    coordinates: [alpha, kappa, slope],
    lane,
    kernel,
    write() {
      kernel.steepness[lane] = slope.x;
      kernel.shift[lane] = log(kappa.x) - log(setWindow().norm);
    },
    slopes(sums, out) {
      const { norm, normSlope, perWeek } = window;
      out[0] = perWeek * slope.x * (sums.b[lane] + (normSlope / norm) * sums.a[lane]);
      out[1] = (-slope.x * sums.a[lane]) / kappa.x;
      out[2] = sums.c[lane] - kernel.shift[lane] * sums.a[lane];
    },
    logReference(slopes) {
      const at = logHill(reference, kappa.x, slope.x);
      if (slopes) {
        slopes[0] = 0;
        slopes[1] = at.byKappa;
        slopes[2] = at.bySlope;
      }
      return at.log;
    },
  };
}

/** How β follows from the size coordinate, and what that adds to density and gradient. */
interface Amplitude {
  /** β at a coordinate. */
  set(coordinate: number): number;
  /** The size in its own units at a β. */
  sizeOf(beta: number): number;
  addDensity(byLogBeta: number, byCurve: Float64Array, gradient: Float64Array, at: number): number;
}

/** `coefficient`: u = log(β·sat(x̄)), so log β = u − log sat(x̄; shape); the Jacobian of (β, shape) is β. */
function coefficient(curve: Curve, size: Coordinate): Amplitude {
  const reference = new Float64Array(curve.coordinates.length);
  return {
    set(u) {
      size.x = exp(u - curve.logReference(reference));
      return size.x;
    },
    sizeOf: (value) => value,
    addDensity(byLogBeta, byCurve, gradient, at) {
      const beta = size.x;
      const by = byLogBeta + size.prior.slope(beta) * beta + 1;
      gradient[at] = by;
      for (let i = 0; i < byCurve.length; i++) byCurve[i] -= by * reference[i];
      return size.prior.logDensity(beta) + log(beta);
    },
  };
}

/** `roi`, `total_media`, `contribution`: β = size·numerator/(k·F), F = Σ r_t·s_t of the curve (METHOD §5). */
function fromTotal(channel: ScaledChannel, curve: Curve, size: Coordinate, data: ScaledData): Amplitude {
  const numerator = sizeNumerator(channel, data);
  const byTotal = new Float64Array(curve.coordinates.length);
  return {
    set(z) {
      size.at(z);
      return (size.x * numerator) / curve.kernel.weighted.value[curve.lane];
    },
    sizeOf: (beta) => (beta * curve.kernel.weighted.value[curve.lane]) / numerator,
    addDensity(byLogBeta, byCurve, gradient, at) {
      gradient[at] = (byLogBeta * size.slope) / size.x + size.logDensitySlope;
      curve.slopes(curve.kernel.weighted, byTotal);
      const perTotal = byLogBeta / curve.kernel.weighted.value[curve.lane];
      for (let i = 0; i < byCurve.length; i++) byCurve[i] -= perTotal * byTotal[i];
      return size.logDensity;
    },
  };
}

/** β·F = size·(this): spend for returns, Σ r·y for a share, in scaled KPI units. */
function sizeNumerator(channel: ScaledChannel, data: ScaledData): number {
  return (channel.spec.size.kind === 'contribution' ? data.kpiTotal : channel.spend) / data.targetScale;
}

/** Mean scaled input over the measured periods. */
function meanInput(channel: ScaledChannel, data: ScaledData): number {
  let sum = 0;
  for (let t = data.leadIn; t < data.rows; t++) sum += channel.input[t];
  return sum / (data.rows - data.leadIn);
}
