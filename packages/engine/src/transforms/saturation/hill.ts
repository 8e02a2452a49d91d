// Hill saturation x^s/(κ^s + x^s): half of its maximum at x = κ.
import { exp, log, log1p } from '../../numeric/elementary.ts';
import type { SaturationForm } from './form.ts';

export const hillForm: SaturationForm = {
  parameters: [
    { name: 'kappa', support: 'positive' },
    { name: 'slope', support: 'positive' },
  ],
  amplitude: 'beta',
  value: (x, shapes) => hill(x, shapes[0], shapes[1]),
  at(x, shapes, out) {
    const [kappa, slope] = [shapes[0], shapes[1]];
    const distance = log(x) - log(kappa);
    const u = slope * distance;
    const e = exp(u > 0 ? -u : u);
    const [small, large] = [e / (1 + e), 1 / (1 + e)];
    const bend = small * large;
    out.value = u > 0 ? large : small;
    out.byInput = (slope * bend) / x;
    out.byFirst = (-slope * bend) / kappa;
    out.bySecond = distance * bend;
  },
  asymptote: () => 1,
};

/** Value for x ≥ 0; exactly 0 at 0. */
export function hill(x: number, kappa: number, slope: number): number {
  if (x <= 0) return 0;
  const u = slope * (log(x) - log(kappa));
  if (u >= 0) return 1 / (1 + exp(-u));
  const e = exp(u);
  return e / (1 + e);
}

/** log of the value and its derivatives by κ and s, for x > 0. One object, overwritten by every call. */
const point = { log: 0, byKappa: 0, bySlope: 0 };

export function logHill(
  x: number,
  kappa: number,
  slope: number,
): { readonly log: number; readonly byKappa: number; readonly bySlope: number } {
  const distance = log(x) - log(kappa);
  const u = slope * distance;
  const e = exp(u > 0 ? -u : u);
  const rest = u > 0 ? e / (1 + e) : 1 / (1 + e);
  point.log = (u > 0 ? 0 : u) - log1p(e);
  point.byKappa = (-slope * rest) / kappa;
  point.bySlope = distance * rest;
  return point;
}
