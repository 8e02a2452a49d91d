// Every default of METHOD, in one place: `expandSpec` writes them out so that a stored spec has no silence in it.
import type { Period } from './data.ts';
import type {
  Baseline,
  GeometricAdstock,
  HillSaturation,
  LogisticSaturation,
  NormalPrior,
  Prior,
} from './spec.ts';

const normal = (sd: number): NormalPrior => ({ family: 'normal', mean: 0, sd });

/** METHOD §3: eight weeks, rounded up to whole periods. */
const WINDOW: Readonly<Record<Period, number>> = { day: 56, week: 8, month: 2 };

/** Periods in 104 weeks: from here on two yearly pairs are affordable, before that one. */
const TWO_YEARS: Readonly<Record<Period, number>> = { day: 728, week: 104, month: 24 };

export function defaultAdstock(period: Period): GeometricAdstock {
  return {
    kind: 'geometric',
    lMax: WINDOW[period],
    normalize: true,
    priors: { alpha: { family: 'beta', alpha: 1, beta: 3 } },
  };
}

export const defaultLogistic: LogisticSaturation = {
  kind: 'logistic',
  priors: { lam: { family: 'gamma', shape: 3, rate: 1 } },
};

export const defaultHill: HillSaturation = {
  kind: 'hill',
  priors: {
    kappa: { family: 'half_normal', sd: 1.5 },
    slope: { family: 'log_normal', mu: 0, sigma: 0.4 },
  },
};

/** Prior on β when the size is `coefficient` (METHOD §4). */
export const defaultAmplitude: Readonly<Record<'logistic' | 'hill', Prior>> = {
  logistic: { family: 'half_normal', sd: 2 },
  hill: { family: 'half_normal', sd: 1.5 },
};

/** Meridian's default prior on return. */
export const defaultRoi: Prior = { family: 'log_normal', mu: 0.2, sigma: 0.9 };

/** Organic media: a share of the KPI around 1 %. */
export const defaultContribution: Prior = { family: 'beta', alpha: 1, beta: 99 };

/** Prior mean and sd of all media's share of the KPI under `total_media`. */
export const totalMediaShare = { mean: 0.4, sd: 0.2 } as const;

export const defaultControl: NormalPrior = normal(2);

export const defaultSigma: Prior = { family: 'half_normal', sd: 2 };

/** The default trend is linear: narrower than `Baseline`, so that a draft's prior can be laid over it. */
type DefaultBaseline = Baseline & { readonly trend: { readonly kind: 'linear' } };

export function defaultBaseline(period: Period, periods: number): DefaultBaseline {
  const yearly = periods < TWO_YEARS[period] ? 1 : 2;
  return {
    intercept: normal(2),
    trend: { kind: 'linear', prior: normal(1) },
    yearly: { order: yearly, prior: normal(0.5) },
    weekly: { order: period === 'day' ? 3 : 0, prior: normal(0.5) },
  };
}
