// The names of sampled and reported quantities in the words of a marketing team.

/** Channel and control columns by what people call them; whole quantities where the kind of a curve decides. */
export type Labels = Readonly<Record<string, string>>;

/** `channel`: about one channel. `term`: about one column of the baseline. `whole`: about the model. */
export type About = 'channel' | 'term' | 'whole' | 'chain';

export interface Described {
  readonly words: string;
  readonly about: About;
}

const ofChannel: Readonly<Record<string, string>> = {
  adstock_alpha: 'the carryover (adstock alpha)',
  adstock_theta: 'the delay of the carryover (adstock theta)',
  adstock_lam: 'the time scale of the carryover (adstock lam)',
  adstock_k: 'the shape of the carryover (adstock k)',
  saturation_lam: 'the saturation (lam)',
  saturation_kappa: 'the half-saturation point (kappa)',
  saturation_slope: 'the steepness of saturation (slope)',
  saturation_c: 'the cost of a first unit of effect (c)',
  saturation_alpha: 'the saturation (alpha)',
  saturation_b: 'the size of the effect (b)',
  saturation_sigma: 'the size of the effect (sigma)',
  saturation_beta: 'the size of the effect (beta)',
  total_contribution: 'the contribution',
  incremental_contribution: 'what would be missing without it',
  roas: 'the return (ROAS)',
  roas_of_spend: 'the return with late effects counted (ROAS of the spend)',
  marginal_roas: 'the return of the next unit spent (marginal ROAS)',
};

/** One name means different things on different curves, as in PyMC-Marketing. */
export const ofKind: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  michaelis_menten: { saturation_alpha: 'the size of the effect (alpha)' },
  root: { saturation_alpha: 'the power of the saturation (alpha)' },
  hill_sigmoid: { saturation_beta: 'the steepness of saturation (beta)' },
};

const ofTerm: Readonly<Record<string, string>> = {
  gamma_control: 'the effect of control',
  gamma_fourier: 'the yearly season',
  gamma_weekly: 'the weekly season',
  gamma_monthly: 'the monthly season',
  gamma_event: 'the effect of event',
  gamma_treatment: 'the effect of',
  treatment_contribution: 'the contribution of',
  lift: 'the prediction of lift test',
  trend_delta: 'the change of the trend at',
  trend_gp: 'the wave of the trend',
  gamma_control_variance: 'the spread of the effect of control',
  gamma_event_variance: 'the spread of the effect of event',
  gamma_treatment_variance: 'the spread of the effect of',
  gamma_fourier_variance: 'the spread of the yearly season',
  gamma_weekly_variance: 'the spread of the weekly season',
  gamma_monthly_variance: 'the spread of the monthly season',
};

const ofModel: Readonly<Record<string, string>> = {
  y_sigma: 'the noise (sigma)',
  y_nu: 'how rare outliers are (nu)',
  y_rho: 'the carry-over of errors (rho)',
  intercept_contribution: 'the level of the baseline (intercept)',
  trend_coefficient: 'the trend',
  trend_delta_scale: 'how much the trend changes its slope',
  trend_gp_amplitude: 'how far the trend strays (amplitude)',
  trend_gp_length: 'how soon the trend turns (length scale)',
  intercept_contribution_variance: 'the spread of the level',
  trend_coefficient_variance: 'the spread of the trend',
  log_posterior: 'the model as a whole (log posterior)',
  total_media_contribution: 'the total of all media',
  paid_media_incremental: 'what would be missing without all paid media',
  paid_media_roas: 'the return of all paid media together',
  baseline_contribution: 'the baseline',
  mean_mu_kpi: 'the mean of the KPI',
};

/** `saturation_lam[tv_spend]` as `the saturation (lam) of channel TV`. */
export function describeQuantity(quantity: string, labels: Labels): Described {
  const [, name = quantity, index] = /^([^[]+)(?:\[(.+)\])?$/.exec(quantity) ?? [];
  if (/^(all chains|chains? )/.test(quantity)) return { words: quantity, about: 'chain' };
  if (index === undefined) return { words: ofModel[name] ?? `\`${name}\``, about: 'whole' };
  // A column may be called `constructor`, which every object has.
  const label = (Object.hasOwn(labels, index) ? labels[index] : undefined) ?? index;
  if (ofTerm[name]) return { words: `${ofTerm[name]} ${label}`, about: 'term' };
  const words = labels[quantity] ?? ofChannel[name] ?? `\`${name}\``;
  return { words: `${words} of channel ${label}`, about: 'channel' };
}
