// Log saturation log(1 + x) of the input in its own units: β is an elasticity where the KPI is modelled on the log scale.
import { log1p } from '../../numeric/elementary.ts';
import type { SaturationForm } from './form.ts';

/** `unit` is what one scaled unit of input is in its own units: the curve is about those. */
export function logForm(unit: number): SaturationForm {
  return {
    parameters: [],
    amplitude: 'beta',
    value: (x) => log1p(unit * x),
    at(x, _, out) {
      out.value = log1p(unit * x);
      out.byInput = unit / (1 + unit * x);
    },
    asymptote: () => null,
  };
}
