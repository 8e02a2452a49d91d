// Geometric adstock over a finite window: weights α^s, s = 0..L−1.
import { pow } from '../../numeric/elementary.ts';

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

/** The weights themselves, lag 0 first. */
export function geometricWeights(alpha: number, lags: number, normalize: boolean): Float64Array {
  const { norm } = geometricWindow(alpha, lags, normalize);
  const weights = new Float64Array(lags);
  let power = norm;
  for (let s = 0; s < lags; s++) {
    weights[s] = power;
    power *= alpha;
  }
  return weights;
}

/** Mean lag Σ s·w_s/Σ w_s in periods. */
export function geometricMeanLag(alpha: number, lags: number): number {
  let sum = 0;
  let moment = 0;
  let power = 1;
  for (let s = 0; s < lags; s++) {
    sum += power;
    moment += s * power;
    power *= alpha;
  }
  return moment / sum;
}

/**
 * Periods after which half of an effect has come, the weight of lag s spread evenly over s..s+1. With a window that
 * cuts nothing off it is log ½/log α wherever that is a whole number.
 */
export function geometricHalfLife(alpha: number, lags: number): number {
  let sum = 0;
  let power = 1;
  for (let s = 0; s < lags; s++) {
    sum += power;
    power *= alpha;
  }
  let before = 0;
  power = 1;
  for (let s = 0; s < lags; s++) {
    if (2 * (before + power) >= sum) return s + (0.5 * sum - before) / power;
    before += power;
    power *= alpha;
  }
  return Number.NaN; // α is no number
}

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
