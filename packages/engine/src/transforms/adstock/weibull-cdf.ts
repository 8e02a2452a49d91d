// Weibull adstock by survival: w_0 = 1, each later lag keeps 1 − cdf(s; scale λ, shape k) of the one before it.
import { exp, log } from '../../numeric/elementary.ts';
import type { AdstockForm } from './form.ts';

export const weibullCdf: AdstockForm = {
  parameters: [
    { name: 'lam', support: 'positive', scaling: 'duration' },
    { name: 'k', support: 'positive', scaling: 'none' },
  ],
  // log w_s = −Σ_{r=1..s} (r/λ)^k
  weigh(parameters, { values, slopes: [byLam, byK] }) {
    const [lam, k] = [parameters[0], parameters[1]];
    const logLam = log(lam);
    let sum = 0;
    let weighted = 0;
    for (let s = 0; s < values.length; s++) {
      if (s > 0) {
        const distance = log(s) - logLam;
        const power = exp(k * distance);
        sum += power;
        weighted += power * distance;
      }
      const weight = exp(-sum);
      values[s] = weight;
      // Where nothing is left the sums may be infinite, and 0 times them no number.
      byLam[s] = weight > 0 ? (weight * k * sum) / lam : 0;
      byK[s] = weight > 0 ? -weight * weighted : 0;
    }
  },
};
