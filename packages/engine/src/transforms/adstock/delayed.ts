// Delayed adstock: weights α^{(s−θ)²}, which peak θ periods after the spend (Jin et al. 2017).
import { exp, log } from '../../numeric/elementary.ts';
import type { AdstockForm } from './form.ts';

/** A retention below this is as good as 0, whose logarithm is no number to go on with. */
const LEAST = 1e-300;

export const delayed: AdstockForm = {
  parameters: [
    { name: 'alpha', support: 'fraction', scaling: 'squared_retention' },
    { name: 'theta', support: 'positive', scaling: 'duration' },
  ],
  weigh(parameters, { values, slopes: [byAlpha, byTheta] }, relative) {
    const alpha = Math.max(LEAST, parameters[0]);
    const theta = parameters[1];
    const logAlpha = log(alpha);
    // The lag nearest to θ has weight 1: with θ beyond the window every α^{(s−θ)²} may be too small for a number.
    const nearest = Math.min(values.length - 1, Math.floor(theta + 0.5));
    const least = relative ? (nearest - theta) * (nearest - theta) : 0;
    for (let s = 0; s < values.length; s++) {
      const distance = s - theta;
      const square = distance * distance - least;
      const weight = exp(logAlpha * square);
      values[s] = weight;
      byAlpha[s] = (weight * square) / alpha;
      byTheta[s] = -2 * logAlpha * distance * weight;
    }
  },
};
