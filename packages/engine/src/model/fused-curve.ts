// Curves the kernel has a loop for: geometric adstock or none, then a saturation that is a tanh or a Hill curve.
import { log } from '../numeric/elementary.ts';
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { geometricWindow } from '../transforms/adstock/geometric.ts';
import { perPeriod } from '../transforms/adstock/period.ts';
import { logHill } from '../transforms/saturation/hill.ts';
import { halfwayRate, halfwayRateSlope } from '../transforms/saturation/inverse-scaled-logistic.ts';
import { logLogistic } from '../transforms/saturation/logistic.ts';
import { tanhRate, tanhRateSlope } from '../transforms/saturation/tanh.ts';
import type { Curve, Place } from './curve.ts';
import { curveParameters, statesCost } from './parameters.ts';
import type { ChannelSpec } from './spec.ts';
import { costCoordinate } from './tanh.ts';

/** The kernel's loop for a channel, if it has one. */
export function fusedKind({ order, adstock, saturation }: ChannelSpec): 'logistic' | 'hill' | undefined {
  if (order !== 'adstock_first' || (adstock.kind !== 'geometric' && adstock.kind !== 'none'))
    return undefined;
  switch (saturation.kind) {
    case 'logistic':
    case 'inverse_scaled_logistic':
    case 'tanh':
      return 'logistic';
    case 'hill':
    case 'michaelis_menten':
      return 'hill';
    default:
      return undefined;
  }
}

export function fusedCurve(place: Place): Curve {
  const { spec } = place.channel;
  const { shapes } = curveParameters(spec);
  const priors = shapes.map(({ prior }) => prior);
  const adstock = laneAdstock(place);
  const [first, second] = priors.map((prior) =>
    statesCost(spec) ? costCoordinate(prior, place.size) : coordinate(prior),
  );
  switch (spec.saturation.kind) {
    case 'inverse_scaled_logistic':
      return logisticCurve(place, adstock, first, { at: halfwayRate, slope: halfwayRateSlope });
    case 'tanh':
      return logisticCurve(place, adstock, first, { at: tanhRate, slope: tanhRateSlope });
    case 'michaelis_menten':
      return hillCurve(place, adstock, first, null);
    case 'hill':
      return hillCurve(place, adstock, first, second);
    default:
      return logisticCurve(place, adstock, first, { at: (lam) => lam, slope: () => 1 });
  }
}

/** The adstock of a lane: α, or nothing, and what its window makes of it. */
interface LaneAdstock {
  readonly coordinates: readonly Coordinate[];
  /** At the last `write`: the normaliser N, its slope by the period's α, and dα/d(weekly α). */
  readonly window: { norm: number; normSlope: number; perWeek: number };
  /** Writes the lane's adstock and returns N. */
  write(): number;
}

function laneAdstock({ channel, lane, kernel, weeksPerPeriod }: Place): LaneAdstock {
  const { adstock } = channel.spec;
  // One object for good: this runs at every gradient, where garbage costs a fifth of the time.
  const window = { norm: 1, normSlope: 0, perWeek: 1 };
  if (adstock.kind !== 'geometric') return { coordinates: [], window, write: () => 1 };
  const { lMax, normalize, priors } = adstock;
  const alpha = coordinate(priors.alpha);
  return {
    coordinates: [alpha],
    window,
    write() {
      const carry = perPeriod('retention', alpha.x, weeksPerPeriod);
      const { gamma, gammaSlope, norm, normSlope } = geometricWindow(carry.value, lMax, normalize);
      kernel.alpha[lane] = carry.value;
      kernel.gamma[lane] = gamma;
      kernel.gammaSlope[lane] = gammaSlope;
      window.norm = norm;
      window.normSlope = normSlope;
      window.perWeek = carry.slope;
      return norm;
    },
  };
}

/** What a logistic curve's λ is for the parameter it is stated by, and its slope. */
interface Rate {
  at(parameter: number): number;
  slope(parameter: number): number;
}

/** s = tanh(h·a/2) with h = λN: ∂s/∂λ = ½N·A, ∂s/∂α = ½(λN'·A + h·B). */
function logisticCurve(
  { kernel, lane, mean }: Place,
  adstock: LaneAdstock,
  shape: Coordinate,
  rate: Rate,
): Curve {
  const { window } = adstock;
  const at = adstock.coordinates.length;
  return {
    coordinates: [...adstock.coordinates, shape],
    lane,
    kernel,
    write() {
      kernel.steepness[lane] = rate.at(shape.x) * adstock.write();
    },
    slopes(sums, out) {
      const { norm, normSlope, perWeek } = window;
      const lam = rate.at(shape.x);
      if (at > 0) out[0] = 0.5 * perWeek * lam * (normSlope * sums.a[lane] + norm * sums.b[lane]);
      out[at] = 0.5 * norm * sums.a[lane] * rate.slope(shape.x);
    },
    logReference(slopes) {
      const reference = logLogistic(mean, rate.at(shape.x));
      if (slopes) {
        if (at > 0) slopes[0] = 0;
        slopes[at] = reference.byLam * rate.slope(shape.x);
      }
      return reference.log;
    },
  };
}

/**
 * s = 1/(1 + exp(−p(log a − k))), k = log κ − log N: ∂s/∂κ = −pA/κ, ∂s/∂p = C − kA, ∂s/∂α = p(B + (N'/N)A). Without a
 * slope of its own p is 1.
 */
function hillCurve(
  { kernel, lane, mean }: Place,
  adstock: LaneAdstock,
  kappa: Coordinate,
  slope: Coordinate | null,
): Curve {
  const { window } = adstock;
  const at = adstock.coordinates.length;
  return {
    coordinates: [...adstock.coordinates, kappa, ...(slope ? [slope] : [])],
    lane,
    kernel,
    write() {
      kernel.steepness[lane] = slope ? slope.x : 1;
      kernel.shift[lane] = log(kappa.x) - log(adstock.write());
    },
    slopes(sums, out) {
      const { norm, normSlope, perWeek } = window;
      const p = slope ? slope.x : 1;
      if (at > 0) out[0] = perWeek * p * (sums.b[lane] + (normSlope / norm) * sums.a[lane]);
      out[at] = (-p * sums.a[lane]) / kappa.x;
      if (slope) out[at + 1] = sums.c[lane] - kernel.shift[lane] * sums.a[lane];
    },
    logReference(slopes) {
      const reference = logHill(mean, kappa.x, slope ? slope.x : 1);
      if (slopes) {
        if (at > 0) slopes[0] = 0;
        slopes[at] = reference.byKappa;
        if (slope) slopes[at + 1] = reference.bySlope;
      }
      return reference.log;
    },
  };
}
