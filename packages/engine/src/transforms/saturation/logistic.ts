// Logistic saturation (1 − e^{−λx})/(1 + e^{−λx}) = tanh(λx/2).
import { expm1 } from '../../numeric/elementary.ts';
import type { SaturationForm } from './form.ts';

export const logisticForm: SaturationForm = {
  parameters: [{ name: 'lam', support: 'positive' }],
  amplitude: 'beta',
  value: (x, shapes) => logistic(x, shapes[0]),
  at(x, shapes, out) {
    const s = logistic(x, shapes[0]);
    const half = 0.5 * (1 - s * s);
    out.value = s;
    out.byInput = shapes[0] * half;
    out.byFirst = x * half;
  },
  asymptote: () => 1,
};

/** Value for x ≥ 0; expm1 keeps the digits of small λx. */
export function logistic(x: number, lam: number): number {
  const m = expm1(-lam * x);
  return -m / (2 + m);
}

/** The value and the derivative of its logarithm by λ, for x > 0. One object, overwritten by every call. */
const point = { value: 0, logByLam: 0 };

export function logisticPoint(x: number, lam: number): Readonly<typeof point> {
  const s = logistic(x, lam);
  point.value = s;
  point.logByLam = (x * (1 - s * s)) / (2 * s);
  return point;
}
