// Whether the transforms of a channel make sense: known kinds, a window that fits, priors that go with the size.
import type { Problem } from '../problem.ts';
import { adstockForm } from '../transforms/adstock/adstock.ts';
import { FEWEST_WEIBULL_LAGS } from '../transforms/adstock/weibull-pdf.ts';
import { saturationForm } from '../transforms/saturation/saturation.ts';
import type { ModelData } from './data.ts';
import { defaultAdstock } from './defaults.ts';
import type { Adstock, ChannelDraft, Saturation } from './spec.ts';

const adstockKinds: readonly Adstock['kind'][] = [
  'geometric',
  'delayed',
  'weibull_pdf',
  'weibull_cdf',
  'binomial',
  'none',
];

const saturationKinds: readonly Saturation['kind'][] = [
  'logistic',
  'inverse_scaled_logistic',
  'hill',
  'tanh',
  'michaelis_menten',
  'root',
  'hill_sigmoid',
  'log',
  'none',
];

/** `at` is the channel's path. */
export function checkCurve(
  { column, adstock, saturation, size }: ChannelDraft,
  at: string,
  data: ModelData,
): Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, path: string, facts: Problem['facts']) =>
    problems.push({ code, path: `${at}.${path}`, column, facts });
  const carried = adstock?.kind ?? 'geometric';
  const curved = saturation?.kind ?? 'logistic';
  if (!adstockKinds.includes(carried))
    add('unknown_adstock', 'adstock.kind', { got: String(carried), choices: adstockKinds });
  else problems.push(...checkWindow(adstock ?? {}, `${at}.adstock`, column, data));
  if (!saturationKinds.includes(curved))
    add('unknown_saturation', 'saturation.kind', { got: String(curved), choices: saturationKinds });
  const stated = Object.keys(saturation?.priors ?? {});
  const wanted = size?.kind === 'coefficient' ? 'c' : 'lam';
  const strange = curved === 'tanh' && stated.find((name) => name !== wanted);
  if (strange)
    add('prior_of_other_size', `saturation.priors.${strange}`, {
      got: strange,
      wanted,
      size: size?.kind ?? '',
    });
  return problems;
}

function checkWindow(
  adstock: NonNullable<ChannelDraft['adstock']>,
  at: string,
  column: string,
  data: ModelData,
): Problem[] {
  const path = `${at}.lMax`;
  const got = adstock.lMax;
  const most = data.dates.length;
  if (got !== undefined && !(Number.isInteger(got) && got >= 1 && got <= most))
    return [{ code: 'adstock_window', path, column, facts: { got, most } }];
  if (adstock.kind === 'none' && got !== undefined && got !== 1)
    return [{ code: 'adstock_has_no_window', path, column, facts: { got } }];
  const lags = got ?? defaultAdstock(adstock.kind ?? 'geometric', data.period).lMax;
  if (adstock.kind === 'weibull_pdf' && lags < FEWEST_WEIBULL_LAGS)
    return [{ code: 'adstock_window_short', path, column, facts: { got: lags, least: FEWEST_WEIBULL_LAGS } }];
  return [];
}

/** Where each parameter of a channel's kinds lives. */
export function supportsOf(
  channel: ChannelDraft,
): Readonly<Record<'adstock' | 'saturation', (name: string) => 'fraction' | 'positive'>> {
  const carried = channel.adstock?.kind ?? 'geometric';
  const curved = channel.saturation?.kind ?? 'logistic';
  const of = (parameters: readonly { name: string; support: 'fraction' | 'positive' }[]) => (name: string) =>
    parameters.find((parameter) => parameter.name === name)?.support ?? 'positive';
  return {
    adstock: of(
      adstockKinds.includes(carried) ? adstockForm(defaultAdstock(carried, 'week')).parameters : [],
    ),
    saturation: of(saturationKinds.includes(curved) ? saturationForm(curved, 1).parameters : []),
  };
}
