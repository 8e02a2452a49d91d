// No saturation: every unit of input brings the same.
import type { SaturationForm } from './form.ts';

export const none: SaturationForm = {
  parameters: [],
  amplitude: 'beta',
  value: (x) => x,
  at(x, _, out) {
    out.value = x;
    out.byInput = 1;
  },
  asymptote: () => null,
};
