// Binomial adstock: weights (1 − s/D)^{1/α − 1}, D the window L (Meridian) or L + 1 (PyMC-Marketing).
import { exp, log1p } from '../../numeric/elementary.ts';
import type { AdstockForm } from './form.ts';

/** An α below this is as good as 0, whose inverse is no number to go on with. */
const LEAST = 1e-150;

/** `beyond` is D − L: how many lags after the window the weight reaches 0. */
export function binomial(beyond: 0 | 1): AdstockForm {
  return {
    parameters: [{ name: 'alpha', support: 'fraction', scaling: 'none' }],
    weigh(parameters, { values, slopes: [byAlpha] }) {
      const alpha = Math.max(LEAST, parameters[0]);
      const exponent = 1 / alpha - 1;
      for (let s = 0; s < values.length; s++) {
        const logBase = log1p(-s / (values.length + beyond));
        const weight = exp(exponent * logBase);
        values[s] = weight;
        byAlpha[s] = weight > 0 ? (-weight * logBase) / (alpha * alpha) : 0;
      }
    },
  };
}
