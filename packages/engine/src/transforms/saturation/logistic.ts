// Logistic saturation (1 − e^{−λx})/(1 + e^{−λx}) = tanh(λx/2).
import { expm1, log } from '../../numeric/elementary.ts';

/** Value for x ≥ 0; expm1 keeps the digits of small λx. */
export function logistic(x: number, lam: number): number {
  const m = expm1(-lam * x);
  return -m / (2 + m);
}

/** log of the value and its derivative by λ, for x > 0. One object, overwritten by every call. */
const point = { log: 0, byLam: 0 };

export function logLogistic(x: number, lam: number): { readonly log: number; readonly byLam: number } {
  const s = logistic(x, lam);
  point.log = log(s);
  point.byLam = (x * (1 - s * s)) / (2 * s);
  return point;
}
