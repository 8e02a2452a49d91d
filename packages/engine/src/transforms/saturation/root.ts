// Root saturation x^α, which grows for ever. Its slopes at 0 are 0 by definition here.
import { exp, log, pow } from '../../numeric/elementary.ts';
import type { SaturationForm } from './form.ts';

export const root: SaturationForm = {
  parameters: [{ name: 'alpha', support: 'fraction' }],
  amplitude: 'beta',
  value: (x, shapes) => (x > 0 ? pow(x, shapes[0]) : 0),
  at(x, shapes, out) {
    const alpha = shapes[0];
    const logX = log(x);
    const value = exp(alpha * logX);
    out.value = value;
    out.byInput = (alpha * value) / x;
    out.byFirst = value * logX;
  },
  asymptote: () => null,
};
