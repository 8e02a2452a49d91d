// What a gradient does with the commonest channel, geometric carryover and a logistic curve, in one piece.
//
// The same operations in the same order as channel.ts does by curve, adstock and amplitude, hence the same bits, for half
// of the time: there, most of it goes to calls that pass a number or two.

import type { Coordinate } from '../priors/coordinate.ts';
import { geometricWindow } from '../transforms/adstock/geometric.ts';
import { perPeriod } from '../transforms/adstock/period.ts';
import { logisticPoint } from '../transforms/saturation/logistic.ts';
import type { ChannelBlock, ChannelPlace } from './channel.ts';
import type { Curve } from './curve.ts';
import { ramp } from './effect.ts';

export type Quick = Pick<ChannelBlock, 'setCurve' | 'setAmplitude' | 'addDensity'>;

/** How β follows from the size: along the ramp by its scale, or from a total by the numerator. */
export type QuickSize =
  | { readonly kind: 'effect'; readonly scale: number; readonly mean: number }
  | { readonly kind: 'total'; readonly numerator: number };

/** Undefined for any other channel. */
export function quickChannel(
  place: ChannelPlace,
  curve: Curve,
  size: Coordinate,
  stated: QuickSize,
): Quick | undefined {
  const { adstock, saturation, order } = place.channel.spec;
  if (order !== 'adstock_first' || adstock.kind !== 'geometric' || saturation.kind !== 'logistic')
    return undefined;
  if (place.evidence.length > 0) return undefined;
  const [alpha, lam] = curve.coordinates;
  const at = { ...place, alpha, lam, size, lags: adstock.lMax, normalize: adstock.normalize };
  return stated.kind === 'effect' ? byEffect(at, stated) : byTotal(at, stated.numerator);
}

interface Parts extends ChannelPlace {
  readonly alpha: Coordinate;
  readonly lam: Coordinate;
  readonly size: Coordinate;
  readonly lags: number;
  readonly normalize: boolean;
}

/** The adstock's normaliser with its slope, and the slope of what it is stated by. */
interface Window {
  norm: number;
  normSlope: number;
  perWeek: number;
}

function curveSetter(
  { alpha, lam, kernel, lane, offset, lags, normalize, data }: Parts,
  window: Window,
): Quick['setCurve'] {
  const { weeksPerPeriod } = data;
  return (position) => {
    alpha.at(position[offset]);
    lam.at(position[offset + 1]);
    const carry = perPeriod('retention', alpha.x, weeksPerPeriod);
    const { gamma, gammaSlope, norm, normSlope } = geometricWindow(carry.value, lags, normalize);
    kernel.alpha[lane] = carry.value;
    kernel.gamma[lane] = gamma;
    kernel.gammaSlope[lane] = gammaSlope;
    kernel.steepness[lane] = lam.x * norm;
    window.norm = norm;
    window.normSlope = normSlope;
    window.perWeek = carry.slope;
  };
}

/** amplitude.ts's `coefficient`. */
function byEffect(parts: Parts, { scale, mean }: { scale: number; mean: number }): Quick {
  const { alpha, lam, size, kernel, lane, offset, jacobian } = parts;
  const { value, a, b } = kernel.gradient;
  const window = { norm: 1, normSlope: 0, perWeek: 1 };
  const effect = ramp();
  // A field, not a variable: a captured number would be boxed anew at every gradient.
  const reference = { byLam: 0 };
  return {
    setCurve: curveSetter(parts, window),
    setAmplitude(position) {
      effect.at(position[offset + 2]);
      const point = logisticPoint(mean, lam.x);
      reference.byLam = point.logByLam;
      const beta = (scale * effect.value) / point.value;
      size.x = beta;
      kernel.amplitude[lane] = beta;
    },
    addDensity(perVariance, gradient) {
      const beta = kernel.amplitude[lane];
      const each = beta * perVariance;
      const { norm, normSlope, perWeek } = window;
      const byAlpha = 0.5 * perWeek * lam.x * (normSlope * a[lane] + norm * b[lane]) * each;
      const by = beta * value[lane] * perVariance + size.prior.slope(beta) * beta + 1;
      const byLam = 0.5 * norm * a[lane] * each - by * reference.byLam;
      gradient[offset] = byAlpha * alpha.slope + alpha.logDensitySlope;
      gradient[offset + 1] = byLam * lam.slope + lam.logDensitySlope;
      gradient[offset + 2] = (by - 1) * effect.logSlope + effect.bend;
      jacobian.multiply(beta * effect.logSlope);
      return size.prior.logDensity(beta) + alpha.logDensity + lam.logDensity;
    },
  };
}

/** amplitude.ts's `fromTotal`. */
function byTotal(parts: Parts, numerator: number): Quick {
  const { alpha, lam, size, kernel, lane, offset, totals } = parts;
  const { value, a, b } = kernel.gradient;
  const window = { norm: 1, normSlope: 0, perWeek: 1 };
  return {
    setCurve: curveSetter(parts, window),
    setAmplitude(position) {
      size.at(position[offset + 2]);
      kernel.amplitude[lane] = (size.x * numerator) / totals.value[lane];
    },
    addDensity(perVariance, gradient) {
      const beta = kernel.amplitude[lane];
      const each = beta * perVariance;
      const byLogBeta = beta * value[lane] * perVariance;
      const perTotal = byLogBeta / totals.value[lane];
      const { norm, normSlope, perWeek } = window;
      const half = 0.5 * perWeek * lam.x;
      const byAlpha =
        half * (normSlope * a[lane] + norm * b[lane]) * each -
        perTotal * (half * (normSlope * totals.a[lane] + norm * totals.b[lane]));
      const byLam = 0.5 * norm * a[lane] * each - perTotal * (0.5 * norm * totals.a[lane]);
      gradient[offset] = byAlpha * alpha.slope + alpha.logDensitySlope;
      gradient[offset + 1] = byLam * lam.slope + lam.logDensitySlope;
      gradient[offset + 2] = (byLogBeta * size.slope) / size.x + size.logDensitySlope;
      return size.logDensity + alpha.logDensity + lam.logDensity;
    },
  };
}
