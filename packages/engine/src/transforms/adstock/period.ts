// From parameters stated per week to those of a period of Δ days, so that a prior means the same on any grid.
import { pow } from '../../numeric/elementary.ts';
import type { Scaling } from './form.ts';

/** Reused result of `perPeriod`: overwritten by every call. */
const scaled = { value: 0, slope: 1 };

/** The period's value and its slope by the weekly one; `weeks` is Δ/7. */
export function perPeriod(
  scaling: Scaling,
  weekly: number,
  weeks: number,
): { readonly value: number; readonly slope: number } {
  scaled.value = weekly;
  scaled.slope = 1;
  if (weeks === 1 || scaling === 'none') return scaled;
  if (scaling === 'duration') {
    scaled.value = weekly / weeks;
    scaled.slope = 1 / weeks;
    return scaled;
  }
  // What is left after s periods is left after s·Δ/7 weeks: α^s, or α^{(s − θ)²} where time enters squared.
  const exponent = scaling === 'retention' ? weeks : weeks * weeks;
  scaled.value = pow(weekly, exponent);
  scaled.slope = (exponent * scaled.value) / weekly;
  return scaled;
}
