// Curves the kernel has a loop for: any adstock, then a saturation that is a tanh or a Hill curve.
import { exp, log } from '../numeric/elementary.ts';
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { logHill } from '../transforms/saturation/hill.ts';
import { halfwayRate, halfwayRateSlope } from '../transforms/saturation/inverse-scaled-logistic.ts';
import { logisticPoint } from '../transforms/saturation/logistic.ts';
import { tanhRate, tanhRateSlope } from '../transforms/saturation/tanh.ts';
import type { Curve, Place } from './curve.ts';
import { type LaneAdstock, laneAdstock } from './lane-adstock.ts';
import { curveParameters, statesCost } from './parameters.ts';
import type { ChannelSpec } from './spec.ts';
import { costCoordinate } from './tanh.ts';

/** The kernel's loop for a channel, if it has one. */
export function fusedKind({ order, saturation }: ChannelSpec): 'logistic' | 'hill' | undefined {
  if (order !== 'adstock_first') return undefined;
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
      return logisticCurve(place, adstock, first, null);
  }
}

/** What a logistic curve's λ is for another parameter that it is stated by, and its slope. */
interface Rate {
  at(parameter: number): number;
  slope(parameter: number): number;
}

/** s = tanh(h·a/2) with h = λN: ∂s/∂λ = ½N·A. */
function logisticCurve(
  { kernel, lane, mean }: Place,
  adstock: LaneAdstock,
  shape: Coordinate,
  rate: Rate | null,
): Curve {
  const at = adstock.coordinates.length;
  // A field, not a variable: a captured number would be boxed anew at every gradient.
  const norm = { now: 1 };
  return {
    coordinates: [...adstock.coordinates, shape],
    lane,
    kernel,
    write() {
      norm.now = adstock.write();
      kernel.steepness[lane] = (rate ? rate.at(shape.x) : shape.x) * norm.now;
    },
    slopes(sums, out) {
      adstock.logisticSlopes(sums, rate ? rate.at(shape.x) : shape.x, out);
      out[at] = 0.5 * norm.now * sums.a[lane];
      if (rate) out[at] *= rate.slope(shape.x);
    },
    reference(slopes) {
      const { value, logByLam } = logisticPoint(mean, rate ? rate.at(shape.x) : shape.x);
      if (slopes) {
        for (let i = 0; i < at; i++) slopes[i] = 0;
        slopes[at] = rate ? logByLam * rate.slope(shape.x) : logByLam;
      }
      return value;
    },
  };
}

/** s = 1/(1 + exp(−p(log a − k))), k = log κ − log N: ∂s/∂κ = −pA/κ, ∂s/∂p = C − kA. Without a slope of its own p is 1. */
function hillCurve(
  { kernel, lane, mean }: Place,
  adstock: LaneAdstock,
  kappa: Coordinate,
  slope: Coordinate | null,
): Curve {
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
      const p = slope ? slope.x : 1;
      adstock.hillSlopes(sums, p, out);
      out[at] = (-p * sums.a[lane]) / kappa.x;
      if (slope) out[at + 1] = sums.c[lane] - kernel.shift[lane] * sums.a[lane];
    },
    reference(slopes) {
      const reference = logHill(mean, kappa.x, slope ? slope.x : 1);
      if (slopes) {
        for (let i = 0; i < at; i++) slopes[i] = 0;
        slopes[at] = reference.byKappa;
        if (slope) slopes[at + 1] = reference.bySlope;
      }
      return exp(reference.log);
    },
  };
}
