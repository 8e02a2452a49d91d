// Michaelis–Menten saturation x/(λ + x): the Hill curve of slope 1.
import type { SaturationForm } from './form.ts';

export const michaelisMenten: SaturationForm = {
  parameters: [{ name: 'lam', support: 'positive' }],
  amplitude: 'alpha',
  value: (x, shapes) => x / (shapes[0] + x),
  at(x, shapes, out) {
    const lam = shapes[0];
    const sum = lam + x;
    out.value = x / sum;
    out.byInput = lam / (sum * sum);
    out.byFirst = -x / (sum * sum);
  },
  asymptote: () => 1,
};
