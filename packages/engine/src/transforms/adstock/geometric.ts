// Geometric adstock over a finite window: weights α^s, s = 0..L−1.
import type { AdstockForm } from './form.ts';

export const geometric: AdstockForm = {
  parameters: [{ name: 'alpha', support: 'fraction', scaling: 'retention' }],
  weigh(parameters, { values, slopes: [byAlpha] }) {
    const alpha = parameters[0];
    let power = 1;
    let slope = 0;
    for (let s = 0; s < values.length; s++) {
      values[s] = power;
      byAlpha[s] = slope;
      slope = slope * alpha + power;
      power *= alpha;
    }
  },
};

/** Power sums of α over the window and their derivatives: what a recursion needs to stay inside L lags. */
export interface GeometricWindow {
  /** α^L and its derivative: the weight at which a period leaves the window. */
  readonly gamma: number;
  readonly gammaSlope: number;
  /** 1/Σα^s (1 when not normalised) and its derivative. */
  readonly norm: number;
  readonly normSlope: number;
}

/** Reused result of `geometricWindow`: overwritten by every call. */
const window = { gamma: 0, gammaSlope: 0, norm: 1, normSlope: 0 };

/** By Horner's rule, so the value and its derivative share the loop and no power function is needed. */
export function geometricWindow(alpha: number, lags: number, normalize: boolean): GeometricWindow {
  let sum = 0;
  let slope = 0;
  let power = 1;
  for (let s = 0; s < lags; s++) {
    slope = slope * alpha + sum;
    sum = sum * alpha + 1;
    power *= alpha;
  }
  window.gamma = power;
  window.gammaSlope = alpha > 0 ? (lags * power) / alpha : lags === 1 ? 1 : 0;
  window.norm = normalize ? 1 / sum : 1;
  window.normSlope = normalize ? -slope / (sum * sum) : 0;
  return window;
}
