// The model that was fitted, in one sentence: what most channels have, and which channels differ.
import type { ResultFile } from '@mixmodel/contract';

type Spec = ResultFile['spec'];
type ChannelSpec = Spec['channels'][number];

/** "Model: logistic saturation, carryover up to 8 weeks, linear trend, yearly season, 3 controls." */
export function modelSentence({ spec, data }: ResultFile): string {
  const { baseline, channels, treatments = [] } = spec;
  const { monthly, events = [] } = baseline;
  const controls = spec.controls.filter(({ role }) => role !== 'outcome').length;
  const parts = [
    usual(channels, ({ saturation }) => saturationWords[saturation.kind]),
    usual(channels, ({ adstock }) => carryover(adstock, data.period)),
    ...(channels.some(({ order }) => order === 'saturation_first')
      ? [usual(channels, ({ order }) => orderWords[order])]
      : []),
    trendNames[baseline.trend.kind],
    baseline.yearly.order > 0 ? 'yearly season' : 'no yearly season',
    ...(baseline.weekly.order > 0 ? ['weekly season'] : []),
    ...(monthly && monthly.order > 0 ? ['monthly season'] : []),
    ...(events.length > 0 ? [counted(events.length, 'event')] : []),
    controls === 0 ? 'no controls' : counted(controls, 'control'),
    ...(treatments.length > 0 ? [counted(treatments.length, 'treatment')] : []),
    ...unusualNoise(spec.likelihood),
  ];
  return `Model: ${parts.join(', ')}.`;
}

const saturationWords: Readonly<Record<ChannelSpec['saturation']['kind'], string>> = {
  logistic: 'logistic saturation',
  inverse_scaled_logistic: 'logistic saturation by its half-way point',
  hill: 'Hill saturation',
  tanh: 'tanh saturation',
  michaelis_menten: 'Michaelis–Menten saturation',
  root: 'root saturation',
  hill_sigmoid: 'Hill saturation as a sigmoid',
  log: 'logarithmic saturation',
  none: 'no saturation',
};

const carryoverWords: Readonly<Record<Exclude<ChannelSpec['adstock']['kind'], 'none'>, string>> = {
  geometric: 'carryover',
  delayed: 'delayed carryover',
  weibull_pdf: 'Weibull carryover by density',
  weibull_cdf: 'Weibull carryover by survival',
  binomial: 'binomial carryover',
};

const orderWords = { adstock_first: 'carryover first', saturation_first: 'saturation first' } as const;
export const trendNames: Readonly<Record<Spec['baseline']['trend']['kind'], string>> = {
  none: 'no trend',
  linear: 'linear trend',
  piecewise: 'piecewise linear trend',
  gaussian_process: 'smooth trend (Gaussian process)',
};

const familyWords = {
  normal: 'Normal',
  student_t: 'Student-t (heavy tails, so that outliers pull less)',
} as const;

const errorWords = {
  independent: 'independent errors',
  ar1: 'AR(1) errors (part of each error stays in the next period)',
} as const;

/** The noise that was assumed, whatever it is. */
export function noiseText({ family, errors, link }: Spec['likelihood']): string {
  const scale = link === 'log' ? ', on the logarithm of the KPI (parts multiply)' : '';
  return `${familyWords[family]}, ${errorWords[errors]}${scale}`;
}

/** Only what differs from the usual: normal, independent, additive. */
function unusualNoise({ family, errors, link }: Spec['likelihood']): string[] {
  return [
    ...(link === 'log' ? ['parts multiply'] : []),
    ...(family === 'student_t' ? ['Student-t noise'] : []),
    ...(errors === 'ar1' ? ['AR(1) errors'] : []),
  ];
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** A window of one period is none: the effect ends with the period of its spend. */
function carryover({ kind, lMax }: ChannelSpec['adstock'], period: string): string {
  return kind === 'none' || lMax === 1 ? 'no carryover' : `${carryoverWords[kind]} up to ${lMax} ${period}s`;
}

/** More names than these say less than their number. */
const mostNames = 4;

/** What most channels have; the others in brackets, by name. */
function usual(channels: readonly ChannelSpec[], wordsOf: (channel: ChannelSpec) => string): string {
  const groups = new Map<string, string[]>();
  for (const channel of channels) {
    const words = wordsOf(channel);
    groups.set(words, [...(groups.get(words) ?? []), channel.name]);
  }
  const [[most = ''] = [], ...others] = [...groups].sort(([, a], [, b]) => b.length - a.length);
  const differ = others.map(([words, names]) => `${namesOf(names)}: ${words}`);
  return differ.length > 0 ? `${most} (${differ.join('; ')})` : most;
}

function namesOf(names: readonly string[]): string {
  return names.length > mostNames ? `${names.length} channels` : names.join(', ');
}
