// Logistic saturation by its half-way point: half of the most is reached at x = λ, whose rate is ln 3/λ.
import type { SaturationForm } from './form.ts';
import { logistic } from './logistic.ts';

const LN3 = 1.0986122886681098;

/** λ of the logistic curve that is half full at `lam`, and its slope. */
export const halfwayRate = (lam: number): number => LN3 / lam;
export const halfwayRateSlope = (lam: number): number => -LN3 / (lam * lam);

export const inverseScaledLogistic: SaturationForm = {
  parameters: [{ name: 'lam', support: 'positive' }],
  amplitude: 'beta',
  value: (x, shapes) => logistic(x, halfwayRate(shapes[0])),
  at(x, shapes, out) {
    const s = logistic(x, halfwayRate(shapes[0]));
    const half = 0.5 * (1 - s * s);
    out.value = s;
    out.byInput = halfwayRate(shapes[0]) * half;
    out.byFirst = x * halfwayRateSlope(shapes[0]) * half;
  },
  asymptote: () => 1,
};
