// How a channel's β follows from its size coordinate, and what that adds to density and gradient.
import type { LogProduct } from '../numeric/log-product.ts';
import type { Coordinate } from '../priors/coordinate.ts';
import type { Curve, LaneSums } from './curve.ts';
import { ramp } from './effect.ts';

export interface Amplitude {
  /** β at a coordinate. */
  set(coordinate: number): number;
  /** The size in its own units at a β. */
  sizeOf(beta: number): number;
  /** Adds to `gradient[at]` the size's slope and to `byCurve` what β moves with the curve; returns log p(size). */
  addDensity(byLogBeta: number, byCurve: Float64Array, gradient: Float64Array, at: number): number;
}

/**
 * `coefficient`: β·f(x̄) = scale·R(z), so log β = log R(z) − log f(x̄; shape) and a constant; the Jacobian of (β, shape)
 * is β·R'/R, which goes to `jacobian`.
 */
export function coefficient(
  curve: Curve,
  size: Coordinate,
  { scale, jacobian }: { scale: number; jacobian: LogProduct },
): Amplitude {
  const reference = new Float64Array(curve.coordinates.length);
  const effect = ramp();
  return {
    set(z) {
      effect.at(z);
      size.x = (scale * effect.value) / curve.reference(reference);
      return size.x;
    },
    sizeOf: (value) => value,
    addDensity(byLogBeta, byCurve, gradient, at) {
      const beta = size.x;
      const by = byLogBeta + size.prior.slope(beta) * beta + 1;
      gradient[at] = (by - 1) * effect.logSlope + effect.bend;
      for (let i = 0; i < byCurve.length; i++) byCurve[i] -= by * reference[i];
      jacobian.multiply(beta * effect.logSlope);
      return size.prior.logDensity(beta);
    },
  };
}

/** `coefficient` with a prior that has bounds: β in the coordinate of its prior, which keeps it inside them. */
export function bounded(size: Coordinate): Amplitude {
  return {
    set(z) {
      size.at(z);
      return size.x;
    },
    sizeOf: (value) => value,
    addDensity(byLogBeta, _, gradient, at) {
      gradient[at] = (byLogBeta * size.slope) / size.x + size.logDensitySlope;
      return size.logDensity;
    },
  };
}

/**
 * `roi`, `mroi`, `total_media`, `contribution`: β = size·numerator/(k·F), F = Σ r_t·s_t of the curve, or what stands in
 * its place: the value among `sums` (METHOD §5).
 */
export function fromTotal(curve: Curve, size: Coordinate, numerator: number, sums: LaneSums): Amplitude {
  const byTotal = new Float64Array(curve.coordinates.length);
  return {
    set(z) {
      size.at(z);
      return (size.x * numerator) / sums.value[curve.lane];
    },
    sizeOf: (beta) => (beta * sums.value[curve.lane]) / numerator,
    addDensity(byLogBeta, byCurve, gradient, at) {
      gradient[at] = (byLogBeta * size.slope) / size.x + size.logDensitySlope;
      curve.slopes(sums, byTotal);
      const perTotal = byLogBeta / sums.value[curve.lane];
      for (let i = 0; i < byCurve.length; i++) byCurve[i] -= perTotal * byTotal[i];
      return size.logDensity;
    },
  };
}
