// What a sampled or reported quantity means, beside its name: `TV: carry-over a week`.
import type { ResultFile } from '@mixmodel/contract';
import { atReferences } from './phrases.ts';

const ofChannel: Readonly<Record<string, string>> = {
  adstock_alpha: 'carry-over a PERIOD',
  adstock_theta: 'when it is strongest',
  adstock_lam: 'how long it lasts',
  adstock_k: 'shape of its carry-over',
  saturation_lam: 'how fast it saturates',
  saturation_kappa: 'where half of its most is reached',
  saturation_slope: 'how steep its curve is',
  saturation_c: 'cost of its first effect',
  saturation_alpha: 'how it bends',
  saturation_b: 'size of the effect',
  saturation_sigma: 'size of the effect',
  saturation_beta: 'size of the effect',
  total_contribution: 'what it brought',
  incremental_contribution: 'what would be missing without it',
  roas: 'return (ROAS)',
  roas_of_spend: 'return, late effects counted',
  marginal_roas: 'return of the next unit spent',
};

/** One name means different things on different curves; an adstock's alpha is a share a period only where it fades so. */
const ofKind: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  delayed: { adstock_alpha: 'how slowly it fades' },
  binomial: { adstock_alpha: 'how slowly it fades' },
  michaelis_menten: { saturation_alpha: 'size of the effect' },
  hill_sigmoid: { saturation_beta: 'how steep its curve is' },
};

const ofModel: Readonly<Record<string, string>> = {
  y_sigma: 'Noise around the model',
  y_nu: 'How rare outliers are',
  y_rho: 'How much of an error stays in the next PERIOD',
  intercept_contribution: 'Level of the baseline',
  trend_coefficient: 'Trend over the whole period',
  trend_delta_scale: 'How much the trend changes its slope',
  trend_gp_amplitude: 'How far the trend strays from the level',
  trend_gp_length: 'Years until the trend turns',
  log_posterior: 'The model as a whole (log posterior)',
  total_media_contribution: 'All media together',
  paid_media_incremental: 'What would be missing without all paid media',
  paid_media_roas: 'Return of all paid media together',
  baseline_contribution: 'What would have come without media',
  mean_mu_kpi: 'Mean of the KPI',
};

/** The period has its own word, which makes the meaning plain. */
export function parameterMeaning(name: string, result: ResultFile): string {
  const [, variable = name, index] = /^([^[]+)(?:\[(.+)\])?$/s.exec(name) ?? [];
  if (/^(all chains|chain \d+)$/.test(name))
    return name === 'all chains' ? 'All chains' : name.replace('c', 'C');
  if (variable === 'baseline_contribution') return `${ofModel[variable]}${atReferences(result)}`;
  if (index === undefined) return (ofModel[variable] ?? name).replace('PERIOD', result.data.period);
  const term = ofTerm[variable];
  if (term) return `${term} ${labelOfTerm(variable, index, result)}`;
  if (variable === 'gamma_control') return `Control ${index.replaceAll('_', ' ')}`;
  if (variable in seasons) return seasonMeaning(variable, index);
  const spec = result.spec.channels.find(({ column }) => column === index);
  const kind = variable.startsWith('adstock_') ? spec?.adstock.kind : spec?.saturation.kind;
  const meaning = ofKind[kind ?? '']?.[variable] ?? ofChannel[variable];
  const label = result.channels.find((channel) => channel.name === index)?.label ?? index;
  return meaning ? `${label}: ${meaning.replace('PERIOD', result.data.period)}` : name;
}

const ofTerm: Readonly<Partial<Record<string, string>>> = {
  gamma_event: 'Event',
  gamma_treatment: 'Effect of',
  treatment_contribution: 'What was brought by',
  trend_delta: 'Change of the trend at',
  trend_gp: 'Wave of the trend',
};

/** `hinge_3` is the change after three tenths of the time, `phi_3` the third wave. */
function labelOfTerm(variable: string, index: string, { treatments = [] }: ResultFile): string {
  const number = Number(/_(\d+)$/.exec(index)?.[1]);
  if (variable === 'trend_delta') return `${10 * number} % of the time`;
  if (variable === 'trend_gp') return String(number);
  return treatments.find(({ name }) => name === index)?.label ?? index.replaceAll('_', ' ');
}

const seasons: Readonly<Record<string, string>> = {
  gamma_fourier: 'Yearly',
  gamma_weekly: 'Weekly',
  gamma_monthly: 'Monthly',
};

/** `sin_2` is the sine of the second wave of a season. */
function seasonMeaning(variable: string, index: string): string {
  const [, shape = '', order = ''] = /^(sin|cos)_(\d+)$/.exec(index) ?? [];
  const season = seasons[variable] ?? '';
  return shape === ''
    ? `${season} season`
    : `${season} season, wave ${order} (${shape === 'sin' ? 'sine' : 'cosine'})`;
}

/** The channel a quantity is about, by column; undefined where it is about none. */
export function channelIn(name: string, result: ResultFile): string | undefined {
  const index = /\[(.+)\]$/s.exec(name)?.[1];
  const variable = name.slice(0, Math.max(0, name.indexOf('[')));
  return ofChannel[variable] ? result.channels.find((channel) => channel.name === index)?.name : undefined;
}
