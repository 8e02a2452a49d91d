// Every default of METHOD, in one place: `expandSpec` writes them out so that a stored spec has no silence in it.
import type { Period } from './data.ts';
import type { Adstock, Baseline, NormalPrior, Prior, Saturation, Size } from './spec.ts';

const normal = (sd: number): NormalPrior => ({ family: 'normal', mean: 0, sd });
const halfNormal = (sd: number): Prior => ({ family: 'half_normal', sd });
/** The Gamma distribution of this mean and standard deviation. */
const gamma = (mean: number, sd: number): Prior => ({
  family: 'gamma',
  shape: (mean * mean) / (sd * sd),
  rate: mean / (sd * sd),
});

/** METHOD §3: eight weeks, rounded up to whole periods. */
const WINDOW: Readonly<Record<Period, number>> = { day: 56, week: 8, month: 2 };

/** Periods in 104 weeks: from here on two yearly pairs are affordable, before that one. */
const TWO_YEARS: Readonly<Record<Period, number>> = { day: 728, week: 104, month: 24 };

const retention: Prior = { family: 'beta', alpha: 1, beta: 3 };

/** METHOD §3: PyMC-Marketing's, but for Weibull's by survival, whose sd of 2.5 has infinite density at 0. */
export function defaultAdstock(kind: Adstock['kind'], period: Period): Adstock {
  const window = { lMax: WINDOW[period], normalize: true };
  switch (kind) {
    case 'geometric':
      return { kind, ...window, priors: { alpha: retention } };
    case 'delayed':
      return { kind, ...window, priors: { alpha: retention, theta: halfNormal(1) } };
    case 'weibull_pdf':
      return { kind, ...window, priors: { lam: gamma(2, 1), k: gamma(3, 1) } };
    case 'weibull_cdf':
      return { kind, ...window, priors: { lam: gamma(2, 1), k: gamma(2, 1) } };
    case 'binomial':
      return {
        kind,
        ...window,
        divisor: 'l_max',
        priors: { alpha: { family: 'uniform', low: 0, high: 1 } },
      };
    case 'none':
      return { kind, lMax: 1, normalize: true, priors: {} };
  }
}

/** Standard deviation of β where parts multiply: media as a share of the logarithm of the KPI. */
const MULTIPLICATIVE_SD = 0.3;

export const multiplicativeAmplitude: Prior = halfNormal(MULTIPLICATIVE_SD);

/**
 * METHOD §4. What a tanh curve is stated by follows from how its size is; where parts multiply `c` grows as the
 * amplitude shrinks, so that λ = b·c lies where it does elsewhere.
 */
export function defaultSaturation(
  kind: Saturation['kind'],
  size: Size['kind'],
  multiplies = false,
): Saturation {
  switch (kind) {
    case 'logistic':
      return { kind, priors: { lam: { family: 'gamma', shape: 3, rate: 1 } } };
    case 'inverse_scaled_logistic':
      return { kind, priors: { lam: { family: 'gamma', shape: 0.5, rate: 1 } } };
    case 'hill':
      return {
        kind,
        priors: { kappa: halfNormal(1.5), slope: { family: 'log_normal', mu: 0, sigma: 0.4 } },
      };
    case 'tanh':
      if (size !== 'coefficient') return { kind, priors: { lam: halfNormal(1) } };
      return { kind, priors: { c: halfNormal(multiplies ? 1 / MULTIPLICATIVE_SD : 1) } };
    case 'michaelis_menten':
      return { kind, priors: { lam: halfNormal(1) } };
    case 'root':
      return { kind, priors: { alpha: { family: 'beta', alpha: 1, beta: 2 } } };
    case 'hill_sigmoid':
      return { kind, priors: { beta: halfNormal(1.5), lam: halfNormal(1.5) } };
    case 'log':
    case 'none':
      return { kind, priors: {} };
  }
}

/** Prior on β when the size is `coefficient` (METHOD §4). */
export const defaultAmplitude: Readonly<Record<Saturation['kind'], Prior>> = {
  logistic: halfNormal(2),
  inverse_scaled_logistic: halfNormal(2),
  hill: halfNormal(1.5),
  tanh: halfNormal(1),
  michaelis_menten: gamma(2, 1),
  root: gamma(1, 1),
  hill_sigmoid: halfNormal(1.5),
  log: halfNormal(1),
  none: halfNormal(1),
};

/** Meridian's default prior on return. */
export const defaultRoi: Prior = { family: 'log_normal', mu: 0.2, sigma: 0.9 };

/** Meridian's default prior on marginal return. */
export const defaultMarginalRoi: Prior = { family: 'log_normal', mu: 0, sigma: 0.5 };

/**
 * HalfNormal(C·spend_c/Σ spend) over the C channels with spend: PyMC-Marketing's way of stating amplitudes by spend
 * (`prior_sigma = n_channels * spend_share` in its MMM example), where every channel has spend.
 */
export function spendShare(channel: number, spends: readonly number[]): Prior {
  const total = spends.reduce((sum, one) => sum + one, 0);
  const paid = spends.filter((one) => one > 0).length;
  return halfNormal((paid * spends[channel]) / total);
}

/** Organic media: a share of the KPI around 1 %. */
export const defaultContribution: Prior = { family: 'beta', alpha: 1, beta: 99 };

/** Prior mean and sd of all media's share of the KPI under `total_media`. */
export const totalMediaShare = { mean: 0.4, sd: 0.2 } as const;

export const defaultControl: NormalPrior = normal(2);

export const defaultEvent: NormalPrior = normal(0.5);

/** Two pairs over the month, where monthly seasonality is asked for. */
export const defaultMonthly = { order: 2, prior: normal(0.5) } as const;

/** What a trend has besides its kind. */
export const defaultTrends = {
  linear: { prior: normal(1) },
  piecewise: { prior: normal(1), scale: { family: 'half_normal', sd: 0.25 } },
  gaussian_process: {
    amplitude: { family: 'half_normal', sd: 0.3 },
    lengthScale: { family: 'log_normal', mu: 0, sigma: 0.5 },
  },
} as const satisfies Record<string, Readonly<Record<string, Prior>>>;

export const defaultSigma: Prior = { family: 'half_normal', sd: 2 };

/** Juárez & Steel (2010): mean 20, so that heavy tails are possible and not assumed. */
export const defaultNu: Prior = { family: 'gamma', shape: 2, rate: 0.1 };

export const defaultRho: Prior = normal(0.3);

export function defaultBaseline(period: Period, periods: number): Baseline {
  const yearly = periods < TWO_YEARS[period] ? 1 : 2;
  return {
    intercept: normal(2),
    trend: { kind: 'linear', ...defaultTrends.linear },
    yearly: { order: yearly, prior: normal(0.5) },
    weekly: { order: period === 'day' ? 3 : 0, prior: normal(0.5) },
  };
}
