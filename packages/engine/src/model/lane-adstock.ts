// The adstock of a lane the kernel fuses: its coordinates, what it writes, and what the kernel's sums say of its slopes.
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { adstockForm, lagWindow } from '../transforms/adstock/adstock.ts';
import { geometricWindow } from '../transforms/adstock/geometric.ts';
import { perPeriod } from '../transforms/adstock/period.ts';
import type { LaneSums, Place } from './curve.ts';
import { curveParameters } from './parameters.ts';
import type { GeometricAdstock } from './spec.ts';

export interface LaneAdstock {
  /** As stated per week. */
  readonly coordinates: readonly Coordinate[];
  /** Writes the lane's adstock and returns N, what the saturation has to normalise by. */
  write(): number;
  /** Slopes of Σ w·tanh(h·a/2), h = λN. */
  logisticSlopes(sums: LaneSums, lam: number, out: Float64Array): void;
  /** Slopes of Σ w/(1 + exp(−p(log a − k))), k = log κ − log N. */
  hillSlopes(sums: LaneSums, p: number, out: Float64Array): void;
}

export function laneAdstock(place: Place): LaneAdstock {
  const { adstock } = place.channel.spec;
  if (adstock.kind === 'geometric') return recurring(place, adstock);
  return adstock.kind === 'none' ? nothing : weighted(place);
}

const nothing: LaneAdstock = {
  coordinates: [],
  write: () => 1,
  logisticSlopes: () => {},
  hillSlopes: () => {},
};

/** By the kernel's recursion, which leaves normalising to the saturation. */
function recurring({ lane, kernel, weeksPerPeriod }: Place, adstock: GeometricAdstock): LaneAdstock {
  const { lMax, normalize, priors } = adstock;
  const alpha = coordinate(priors.alpha);
  // One object for good: this runs at every gradient, where garbage costs a fifth of the time.
  const window = { norm: 1, normSlope: 0, perWeek: 1 };
  return {
    coordinates: [alpha],
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
    logisticSlopes(sums, lam, out) {
      const { norm, normSlope, perWeek } = window;
      // ∂/∂α = ½(λN'·A + h·B)
      out[0] = 0.5 * perWeek * lam * (normSlope * sums.a[lane] + norm * sums.b[lane]);
    },
    hillSlopes(sums, p, out) {
      const { norm, normSlope, perWeek } = window;
      // ∂/∂α = p(B + (N'/N)A)
      out[0] = perWeek * p * (sums.b[lane] + (normSlope / norm) * sums.a[lane]);
    },
  };
}

/** By weights, normalised or not as they come. */
function weighted({ channel, lane, kernel, weeksPerPeriod }: Place): LaneAdstock {
  const { adstock } = channel.spec;
  const window = lagWindow(adstock);
  const scalings = adstockForm(adstock).parameters.map(({ scaling }) => scaling);
  const coordinates = curveParameters(channel.spec).adstock.map(({ prior }) => coordinate(prior));
  const parameters = new Float64Array(coordinates.length);
  const perWeek = new Float64Array(coordinates.length);
  const slopes = (factor: number, sums: LaneSums, out: Float64Array) => {
    out[0] = factor * perWeek[0] * sums.b[lane];
    if (perWeek.length > 1) out[1] = factor * perWeek[1] * sums.d[lane];
  };
  return {
    coordinates,
    write() {
      for (let i = 0; i < parameters.length; i++) {
        const scaled = perPeriod(scalings[i], coordinates[i].x, weeksPerPeriod);
        parameters[i] = scaled.value;
        perWeek[i] = scaled.slope;
      }
      window.set(parameters);
      kernel.writeWindow(lane, window);
      return 1;
    },
    logisticSlopes: (sums, lam, out) => slopes(0.5 * lam, sums, out),
    hillSlopes: (sums, p, out) => slopes(p, sums, out),
  };
}
