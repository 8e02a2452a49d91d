// The curve s(a(x)) of one channel: which coordinates it has and how the kernel's sums become their slopes.
import type { Kernel } from '../kernel/kernel.ts';
import { log } from '../numeric/elementary.ts';
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { geometricWindow, retention } from '../transforms/adstock/geometric.ts';
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

export interface Curve {
  /** α as stated per week, then the shape(s). */
  readonly coordinates: readonly Coordinate[];
  readonly lane: number;
  readonly kernel: Kernel;
  /** Writes the lane's parameters from the coordinates. */
  write(): void;
  /** Σ w·∂s/∂θ for every coordinate θ, from the kernel's weighted sums. */
  slopes(sums: LaneSums, out: Float64Array): void;
  /** log sat at the channel's mean input, and its slopes by the coordinates. */
  logReference(slopes?: Float64Array): number;
}

export function curveOf(channel: ScaledChannel, lane: number, kernel: Kernel, data: ScaledData): Curve {
  const { saturation } = channel.spec;
  const adstock = laneAdstock(channel, lane, kernel, data);
  const mean = meanInput(channel, data);
  return saturation.kind === 'logistic'
    ? logisticCurve(adstock, coordinate(saturation.priors.lam), mean)
    : hillCurve(adstock, coordinate(saturation.priors.kappa), coordinate(saturation.priors.slope), mean);
}

/** The adstock of a lane: α and what its window makes of it. */
interface LaneAdstock {
  readonly lane: number;
  readonly kernel: Kernel;
  readonly alpha: Coordinate;
  /** At the last `write`: the normaliser N, its slope by the period's α, and dα/d(weekly α). */
  readonly window: { norm: number; normSlope: number; perWeek: number };
  /** Writes the lane's adstock and returns N. */
  write(): number;
}

function laneAdstock(channel: ScaledChannel, lane: number, kernel: Kernel, data: ScaledData): LaneAdstock {
  const { lMax, normalize, priors } = channel.spec.adstock;
  const alpha = coordinate(priors.alpha);
  // One object for good: this runs at every gradient, where garbage costs a fifth of the time.
  const window = { norm: 1, normSlope: 0, perWeek: 1 };
  return {
    lane,
    kernel,
    alpha,
    window,
    write() {
      const carry = retention(alpha.x, data.weeksPerPeriod);
      const { gamma, gammaSlope, norm, normSlope } = geometricWindow(carry.alpha, lMax, normalize);
      kernel.alpha[lane] = carry.alpha;
      kernel.gamma[lane] = gamma;
      kernel.gammaSlope[lane] = gammaSlope;
      window.norm = norm;
      window.normSlope = normSlope;
      window.perWeek = carry.slope;
      return norm;
    },
  };
}

/** s = tanh(h·a/2) with h = λN: ∂s/∂λ = ½N·A, ∂s/∂α = ½(λN'·A + h·B). */
function logisticCurve(adstock: LaneAdstock, lam: Coordinate, mean: number): Curve {
  const { alpha, kernel, lane, window } = adstock;
  return {
    coordinates: [alpha, lam],
    lane,
    kernel,
    write() {
      kernel.steepness[lane] = lam.x * adstock.write();
    },
    slopes(sums, out) {
      const { norm, normSlope, perWeek } = window;
      out[0] = 0.5 * perWeek * lam.x * (normSlope * sums.a[lane] + norm * sums.b[lane]);
      out[1] = 0.5 * norm * sums.a[lane];
    },
    logReference(slopes) {
      const at = logLogistic(mean, lam.x);
      if (slopes) {
        slopes[0] = 0;
        slopes[1] = at.byLam;
      }
      return at.log;
    },
  };
}

/** s = 1/(1 + exp(−p(log a − k))), k = log κ − log N: ∂s/∂κ = −pA/κ, ∂s/∂p = C − kA, ∂s/∂α = p(B + (N'/N)A). */
function hillCurve(adstock: LaneAdstock, kappa: Coordinate, slope: Coordinate, mean: number): Curve {
  const { alpha, kernel, lane, window } = adstock;
  return {
    coordinates: [alpha, kappa, slope],
    lane,
    kernel,
    write() {
      kernel.steepness[lane] = slope.x;
      kernel.shift[lane] = log(kappa.x) - log(adstock.write());
    },
    slopes(sums, out) {
      const { norm, normSlope, perWeek } = window;
      out[0] = perWeek * slope.x * (sums.b[lane] + (normSlope / norm) * sums.a[lane]);
      out[1] = (-slope.x * sums.a[lane]) / kappa.x;
      out[2] = sums.c[lane] - kernel.shift[lane] * sums.a[lane];
    },
    logReference(slopes) {
      const at = logHill(mean, kappa.x, slope.x);
      if (slopes) {
        slopes[0] = 0;
        slopes[1] = at.byKappa;
        slopes[2] = at.bySlope;
      }
      return at.log;
    },
  };
}

/** Mean scaled input over the training rows. */
function meanInput(channel: ScaledChannel, data: ScaledData): number {
  let sum = 0;
  for (let t = 0; t < data.rows; t++) sum += data.mask[t] * channel.input[t];
  return sum / data.trainingRows;
}
