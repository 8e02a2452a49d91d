// Weibull adstock by density: pdf(s + 1; scale λ, shape k), stretched over the window to run from 0 to 1.
import { exp, log } from '../../numeric/elementary.ts';
import type { AdstockForm, Weights } from './form.ts';

/** Weights this close to each other are all the same: stretching them would enlarge rounding. */
const FLAT = 1e-12;

/** Fewer lags than this: one is 0, one is 1, and nothing is left to be told by the density. */
export const FEWEST_WEIBULL_LAGS = 3;

export const weibullPdf: AdstockForm = {
  parameters: [
    { name: 'lam', support: 'positive', scaling: 'duration' },
    { name: 'k', support: 'positive', scaling: 'none' },
  ],
  weigh(parameters, out) {
    densities(parameters[0], parameters[1], out);
    stretch(out);
  },
};

/**
 * Densities over the largest of them, and their slopes, by their logarithms over that of lag 0:
 * log p_s − log p_0 = (k − 1) log x − (u_s − u_0), x = s + 1, u_s = (x/λ)^k.
 */
function densities(lam: number, k: number, { values, slopes: [byLam, byK] }: Weights): void {
  const logLam = log(lam);
  const u0 = exp(-k * logLam);
  let top = 0;
  for (let s = 0; s < values.length; s++) {
    const logX = log(s + 1);
    const u = exp(k * (logX - logLam));
    // All density before lag 0 is over: whatever comes later is nothing beside it.
    const rise = s === 0 ? 0 : u < Number.POSITIVE_INFINITY ? u - u0 : Number.POSITIVE_INFINITY;
    values[s] = (k - 1) * logX - rise;
    byLam[s] = (k / lam) * rise;
    byK[s] = s === 0 ? 0 : logX - (u * (logX - logLam) + u0 * logLam);
    if (values[s] > values[top]) top = s;
  }
  const [log0, lam0, k0] = [values[top], byLam[top], byK[top]];
  for (let s = 0; s < values.length; s++) {
    const p = exp(values[s] - log0);
    values[s] = p;
    // The slopes of nothing may be infinite, and 0 times them no number.
    byLam[s] = p > 0 ? p * (byLam[s] - lam0) : 0;
    byK[s] = p > 0 ? p * (byK[s] - k0) : 0;
  }
}

/** (p − min)/(max − min) where max is 1 with slope 0; all 1 where p is flat. */
function stretch({ values, slopes }: Weights): void {
  let low = 0;
  for (let s = 1; s < values.length; s++) if (values[s] < values[low]) low = s;
  const least = values[low];
  const range = 1 - least;
  if (range < FLAT) {
    values.fill(1);
    for (const slope of slopes) slope.fill(0);
    return;
  }
  for (const slope of slopes) {
    const leastSlope = slope[low];
    for (let s = 0; s < values.length; s++) {
      const share = (values[s] - least) / range;
      slope[s] = (slope[s] - leastSlope + share * leastSlope) / range;
    }
  }
  for (let s = 0; s < values.length; s++) values[s] = (values[s] - least) / range;
}
