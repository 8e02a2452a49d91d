// Tanh saturation tanh(x/λ). PyMC-Marketing writes b·tanh(x/(b·c)): its b is the amplitude, its b·c is λ.
import type { SaturationForm } from './form.ts';
import { logistic } from './logistic.ts';

/** tanh(x/λ) is the logistic curve of this rate; and its slope. */
export const tanhRate = (lam: number): number => 2 / lam;
export const tanhRateSlope = (lam: number): number => -2 / (lam * lam);

export const tanhForm: SaturationForm = {
  parameters: [{ name: 'lam', support: 'positive' }],
  amplitude: 'b',
  value: (x, shapes) => logistic(x, tanhRate(shapes[0])),
  at(x, shapes, out) {
    const lam = shapes[0];
    const s = logistic(x, tanhRate(lam));
    const slope = (1 - s * s) / lam;
    out.value = s;
    out.byInput = slope;
    out.byFirst = (-x * slope) / lam;
  },
  asymptote: () => 1,
};
