// Sentences for what can be wrong with a spec or with sampling settings before any data are read.
import {
  byPlace,
  type Catalogue,
  columns,
  error,
  fact,
  list,
  listFact,
  numberFact,
  owner,
  type Told,
  tiny,
} from './entry.ts';
import { experimentErrors } from './experiments.ts';
import { windowErrors } from './windows.ts';

export const specErrors = {
  ...windowErrors,
  ...experimentErrors,
  spec_syntax: error(
    (p) => {
      const at =
        p.facts?.line === undefined ? '' : ` at line ${fact(p, 'line')}, column ${fact(p, 'column')}`;
      return `The spec is not valid ${fact(p, 'format')}${at}: ${fact(p, 'detail')}. Correct it and try again.`;
    },
    { facts: { format: 'YAML', line: 4, column: 7, detail: 'Nested mappings are not allowed here' } },
    400,
  ),
  spec_duplicate_key: error(
    (p) =>
      `Key \`${fact(p, 'key')}\` stands twice in the same object of the spec, the second time at line ${fact(p, 'line')}. Keep one of the two.`,
    { facts: { key: 'saturation', line: 12 } },
  ),
  spec_aliases: error(
    (p) => `The spec uses more than ${fact(p, 'most')} YAML aliases. Write the repeated parts out.`,
    { facts: { most: 100 } },
  ),
  spec_too_long: error(
    (p) =>
      `The spec has ${fact(p, 'chars')} characters; at most ${fact(p, 'most')} are read. Check that the file is a spec and not the data.`,
    { facts: { chars: 2_500_000, most: 1_000_000 } },
    413,
  ),
  spec_too_deep: error(
    () =>
      'The spec is nested too deeply to be read. A spec has at most six levels: check for brackets that are never closed.',
    {},
    400,
  ),
  spec_not_object: error(
    (_, at) =>
      `The spec must be an object with the keys \`columns\` and \`channels\`; got something else. ${byPlace(at, { terminal: 'Run `mixmodel spec DATA` for one to start from.', screen: 'Begin with the one that was made for the data.' })}`,
    {},
  ),
  spec_file_type: error(
    (p, at) =>
      `\`${fact(p, 'file')}\` is ${fact(p, 'found')}, not a spec. Give a JSON or YAML file${byPlace(at, { terminal: '; `mixmodel spec DATA --out model.yaml` writes one', screen: '' })}.`,
    { facts: { file: 'chart.png', found: 'a PNG image' } },
    400,
  ),
  spec_inside: error(
    (p) =>
      `This is a ${fact(p, 'found')} file; its \`spec\` key is what you want. Save that part as a file of its own.`,
    { facts: { found: 'result' } },
    400,
  ),
  unknown_key: error(
    (p) => {
      const guess = p.facts?.suggestion;
      const remedy = guess ? `Did you mean \`${guess}\`?` : knownKeys(listFact(p, 'known'));
      return `${fact(p, 'where')}: key \`${fact(p, 'key')}\` is not known. ${remedy}`;
    },
    {
      path: 'channels[0].saturaton',
      facts: { key: 'saturaton', where: 'Channel `tv`', suggestion: 'saturation' },
    },
  ),
  prior_of_other_kind: error(
    (p) =>
      `${fact(p, 'where')}: ${fact(p, 'part')} \`${fact(p, 'kind')}\` has ${priorsNamed(listFact(p, 'known'))} \`${fact(p, 'key')}\`. Leave \`${fact(p, 'key')}\` out, or choose another ${fact(p, 'part')}.`,
    {
      path: 'channels[0].saturation.priors.lam',
      facts: {
        where: 'Channel `tv`',
        part: 'saturation',
        kind: 'hill',
        key: 'lam',
        known: ['kappa', 'slope'],
      },
    },
  ),
  name_used_twice: error(
    (p) =>
      `Columns ${columns(listFact(p, 'columns'))} are given the same name \`${fact(p, 'name')}\`, so nobody could tell them apart. Give each its own \`name\`.`,
    { path: 'channels[1].name', facts: { name: 'TV', columns: ['tv_spend', 'tv_online_spend'] } },
  ),
  missing_key: error((p) => `${fact(p, 'where')}: ${fact(p, 'key')} is missing. Add it at \`${p.path}\`.`, {
    path: 'columns.target.column',
    facts: { where: 'Spec, `columns.target`', key: 'column' },
  }),
  unknown_value: error(
    (p) =>
      `${fact(p, 'where')}: ${fact(p, 'key')} \`${fact(p, 'got')}\` is not known. Choose ${list(listFact(p, 'choices'), 'or')}.`,
    {
      path: 'channels[0].saturation.kind',
      facts: { where: 'Channel `tv`', key: 'saturation', got: 'banana', choices: ['logistic', 'hill'] },
    },
  ),
  wrong_value: error(
    (p) => `${fact(p, 'where')}: \`${fact(p, 'key')}\` must be ${fact(p, 'wanted')}; got ${fact(p, 'got')}.`,
    {
      path: 'channels[0].adstock.lMax',
      facts: { where: 'Channel `tv`', key: 'lMax', wanted: 'a whole number', got: '2.5' },
    },
  ),
  empty_value: error(
    (p) =>
      `${fact(p, 'where')}: \`${fact(p, 'key')}\` must not be empty; got ${fact(p, 'got')}. Fill it in at \`${p.path}\`.`,
    { path: 'channels', facts: { where: 'Spec', key: 'channels', got: 'an empty list' } },
  ),
  not_available: error(
    (p) => `${fact(p, 'where')}: ${fact(p, 'asked')} is not available yet; ${useInstead(fact(p, 'use'))}.`,
    {
      path: 'geo',
      facts: { where: 'Spec', asked: '`geo`', use: 'one national table, summed over regions' },
    },
  ),
  unknown_adstock: error(
    unknownKind,
    example('adstock', 'weibul', ['geometric', 'delayed', 'weibull_pdf', 'weibull_cdf', 'binomial', 'none']),
  ),
  unknown_saturation: error(unknownKind, example('saturation', 'banana', ['logistic', 'hill'])),
  unknown_size: error(unknownKind, example('size', 'banana', ['roi', 'mroi', 'total_media'])),
  prior_parameter: error(
    (p) =>
      `${owner(p)}: \`${within(p)}\` does not make a distribution. Give a finite number; standard deviations, shapes and rates above 0; \`high\` above \`low\`${p.facts?.family === 'truncated_normal' ? ', or one of the two' : ''}.`,
    { path: 'channels[0].adstock.priors.alpha.high', column: 'tv', facts: { family: 'uniform' } },
  ),
  prior_support: error(
    (p) =>
      `${owner(p)}: the prior at \`${within(p)}\` ${support(p)}; ${fact(p, 'family')} as given does not. Choose ${list(listFact(p, 'choices'), 'or')}.`,
    {
      path: 'channels[0].adstock.priors.alpha',
      column: 'tv',
      facts: { family: 'normal', choices: ['beta', 'uniform', 'truncated_normal'] },
    },
  ),
  adstock_window: error(
    (p) =>
      `${owner(p)}: the adstock window \`lMax\` must be a whole number from 1 to ${fact(p, 'most')}, the number of periods; got ${fact(p, 'got')}.`,
    { path: 'channels[0].adstock.lMax', column: 'tv', facts: { got: 200, most: 104 } },
  ),
  adstock_window_short: error(
    (p) =>
      `${owner(p)}: adstock \`weibull_pdf\` stretches its weights over the window, so \`lMax\` must be at least ${fact(p, 'least')}; it is ${fact(p, 'got')}. Set \`lMax\`, or choose weibull_cdf.`,
    { path: 'channels[0].adstock.lMax', column: 'tv', facts: { got: 2, least: 3 } },
  ),
  adstock_has_no_window: error(
    (p) =>
      `${owner(p)}: adstock \`none\` carries nothing over, so its window \`lMax\` is 1; got ${fact(p, 'got')}. Leave \`lMax\` out, or choose another adstock.`,
    { path: 'channels[0].adstock.lMax', column: 'tv', facts: { got: 8 } },
  ),
  prior_of_other_size: error(
    (p) =>
      `${owner(p)}: a tanh saturation ${sizeOf(p)} has the prior \`${fact(p, 'wanted')}\`, not \`${fact(p, 'got')}\`. ${tanhRemedy(p)}`,
    {
      path: 'channels[0].saturation.priors.lam',
      column: 'tv',
      facts: { got: 'lam', wanted: 'c', size: 'coefficient' },
    },
  ),
  season_order: error(
    (p) =>
      numberFact(p, 'most') < 1
        ? `Key \`${p.path}\`: data by the ${fact(p, 'period')} cannot show this season. Set it to 0, or leave the key out; got ${fact(p, 'got')}.`
        : `Key \`${p.path}\`: the number of sine and cosine pairs must be a whole number from 0 to ${fact(p, 'most')} for data by the ${fact(p, 'period')}; got ${fact(p, 'got')}.`,
    { path: 'baseline.yearly.order', facts: { got: 40, most: 25, period: 'week' } },
  ),
  unknown_trend: error(
    (p) => `Spec: trend \`${fact(p, 'got')}\` is not known. Choose ${list(listFact(p, 'choices'), 'or')}.`,
    { path: 'baseline.trend.kind', facts: { got: 'cubic', choices: ['none', 'linear', 'piecewise'] } },
  ),
  event_twice: error(
    (p) =>
      `Two events have the name \`${fact(p, 'event')}\`. Give each its own, or all the days to one of them.`,
    { path: 'baseline.events[1].name', facts: { event: 'Black Friday' } },
  ),
  event_empty: error(
    (p) =>
      `Event \`${fact(p, 'event')}\` has no days. Give \`dates\`, or \`windows\` that each have \`first\` and \`last\`.`,
    { path: 'baseline.events[0]', facts: { event: 'Black Friday' } },
  ),
  holidays_without_days: error(
    (p) =>
      `Event \`${fact(p, 'event')}\`: the public holidays of ${fact(p, 'country')} are looked up when a file is read together with its spec, and this was not. Give the days as \`dates\`.`,
    { path: 'baseline.events[0]', facts: { event: 'Public holidays', country: 'DE' } },
  ),
  holidays_end: error(
    (p) =>
      `Event \`${fact(p, 'event')}\`: the holidays of ${fact(p, 'country')} end on ${fact(p, 'last')}, long before the data do. Leave its \`dates\` out, so that they are looked up again.`,
    {
      path: 'baseline.events[0].dates',
      facts: { event: 'Public holidays', country: 'DE', last: '2023-12-26' },
    },
  ),
  unknown_country: error(
    (p) =>
      `\`country\` must be a code of two letters whose holidays are known, such as DE, FR or US; got ${fact(p, 'got')}.${meant(p)}`,
    {
      path: 'baseline.events[0].country',
      facts: { got: 'Germny', suggestion: 'DE', meaning: 'Germany' },
    },
  ),
  unknown_region: error(
    (p) =>
      `No part of ${fact(p, 'country')} with holidays of its own is called ${fact(p, 'got')}.${meant(p)} Leave \`region\` out for the holidays of the whole country.`,
    {
      path: 'baseline.events[0].region',
      facts: { country: 'DE', got: 'Bayen', suggestion: 'BY', meaning: 'Bayern' },
    },
  ),
  event_date: error(
    (p) =>
      `Event \`${fact(p, 'event')}\`: \`${fact(p, 'got')}\` is no day of the calendar. Write year, month and day, such as 2024-11-29.`,
    { path: 'baseline.events[0].dates[0]', facts: { event: 'Black Friday', got: '2024-02-30' } },
  ),
  event_window: error(
    (p) =>
      `Event \`${fact(p, 'event')}\`: a window ends on ${fact(p, 'last')}, before it begins on ${fact(p, 'first')}. Exchange the two, or correct them.`,
    {
      path: 'baseline.events[0].windows[0]',
      facts: { event: 'Sale', first: '2024-11-29', last: '2024-11-22' },
    },
  ),
  event_same_days: error(
    (p) =>
      `Events \`${fact(p, 'event')}\` and \`${fact(p, 'other')}\` take the same part of every period, so their effects cannot be told apart. Make them one event, or correct the days of one.`,
    { path: 'baseline.events[1]', facts: { event: 'Cyber Monday', other: 'Black Friday' } },
  ),
  event_outside: error(
    (p) =>
      `Event \`${fact(p, 'event')}\` has no day in the periods whose KPI is known, so nothing can be learned about it. Correct its days, or leave it out.`,
    { path: 'baseline.events[0]', facts: { event: 'Black Friday' } },
  ),
  event_always: error(
    (p) =>
      `Event \`${fact(p, 'event')}\` covers all periods alike, so its effect cannot be told from the level of the baseline. Correct its days, or leave it out.`,
    { path: 'baseline.events[0]', facts: { event: 'Black Friday' } },
  ),
  prior_sign: error(
    (p) =>
      `${owner(p)}: the ${fact(p, 'family')} prior at \`${within(p)}\` cannot be kept ${fact(p, 'sign')}. Choose normal, truncated_normal or uniform with room on that side, or one on positive numbers, which then is about the size; or leave \`sign\` out.`,
    { path: 'controls[0].prior', column: 'promo', facts: { family: 'laplace', sign: 'positive' } },
  ),
  size_needs_spend: error(
    (p) =>
      `${owner(p)}: size \`${fact(p, 'got')}\` is about money spent, and organic media have none. Choose contribution or coefficient.`,
    { path: 'channels[4].size.kind', column: 'newsletter', facts: { got: 'roi' } },
  ),
  size_needs_money: error(
    (p) =>
      `${owner(p)}: size \`${fact(p, 'got')}\` is money per money spent, and the KPI is counted in units. Give its prior in units per money spent, name the column with the worth of a unit at \`columns.target.revenuePerKpi\`, or choose total_media.`,
    { path: 'channels[0].size.kind', column: 'tv_spend', facts: { got: 'roi' } },
  ),
  preset_with_log: error(
    (p) =>
      `Spec: preset \`${fact(p, 'got')}\` states an additive model, and \`likelihood.link\` is log. Choose link identity, or leave the preset out.`,
    { path: 'preset', facts: { got: 'pymc_1_3' } },
  ),
  size_window_kind: error(
    (p) =>
      `${owner(p)}: \`size.window\` says in which periods a return was measured, and size \`${fact(p, 'got')}\` is no return on spend. Choose size roi, or leave the window out.`,
    { path: 'channels[0].size.window', column: 'tv_spend', facts: { got: 'contribution' } },
  ),
  size_window_no_spend: error(
    (p) =>
      `${owner(p)}: nothing was spent from ${fact(p, 'first')} to ${fact(p, 'last')} in periods whose KPI is known, so \`size.window\` has no return. Correct its days, or leave it out.`,
    {
      path: 'channels[0].size.window',
      column: 'tv_spend',
      facts: { first: '2024-03-04', last: '2024-03-31' },
    },
  ),
  prior_extreme: error(
    (p) =>
      `${owner(p)}: the prior at \`${within(p)}\` (${fact(p, 'family')}) is so narrow, so wide or so far out that it cannot be computed with. Choose one whose likely values lie between a thousandth and a thousand.`,
    { path: 'channels[0].size.prior', column: 'tv_spend', facts: { family: 'log_normal' } },
  ),
  scales_channels: error(
    (p) =>
      `Spec, \`scales.channels\`: ${columns(listFact(p, 'unknown'))} ${listFact(p, 'unknown').length === 1 ? 'is no column' : 'are no columns'} of the data. Choose from ${columns(listFact(p, 'choices'), 'or')}, or leave it out.`,
    { path: 'scales.channels', facts: { unknown: ['tv'], choices: ['tv_spend', 'radio_spend'] } },
  ),
  scale_beyond_data: error(
    (p) =>
      `Spec, \`${p.path}\`: the largest value of \`${p.column}\` is ${fact(p, 'largest')}, and the scale it is divided by is ${tiny(numberFact(p, 'got'))}. Give a scale of about that size, or leave \`scales\` out.`,
    { path: 'scales.target', column: 'revenue', facts: { got: 1e-9, largest: 906_700 } },
  ),
  reference_beyond_data: error(
    (p) =>
      `${owner(p)}: its \`reference\` is ${tiny(numberFact(p, 'got'))}, and the column lies between ${tiny(numberFact(p, 'low'))} and ${tiny(numberFact(p, 'high'))}. Give the value at which it adds nothing (a price: its regular one), in the units of the column, or leave it out for the smallest.`,
    { path: 'treatments[0].reference', column: 'price', facts: { got: 1e15, low: 7.9, high: 9.9 } },
  ),
  sampling_setting: error(
    (p) =>
      `Sampling: \`${p.path}\` must be a whole number from ${fact(p, 'least')} to ${fact(p, 'most')}; got ${fact(p, 'got')}.${chainsNote(p)}`,
    { path: 'draws', facts: { got: '-5', least: 100, most: 100_000 } },
  ),
  target_acceptance: error(
    (p) => `Sampling: the target acceptance must be a number from 0.6 to 0.999; got ${fact(p, 'got')}.`,
    { path: 'targetAcceptance', facts: { got: '1.2' } },
  ),
  unknown_mode: error((p) => `Sampling: mode \`${fact(p, 'got')}\` is not known. Choose quick or full.`, {
    path: 'mode',
    facts: { got: 'fast', choices: ['quick', 'full'] },
  }),
} satisfies Catalogue;

function example(path: string, got: string, choices: readonly string[]) {
  return { path: `channels[0].${path}.kind`, column: 'tv', facts: { got, choices } };
}

function unknownKind(told: Told): string {
  const kind = told.path?.split('.').at(-2);
  return `${owner(told)}: ${kind} \`${fact(told, 'got')}\` is not known. Choose ${list(listFact(told, 'choices'), 'or')}.`;
}

function support(told: Told): string {
  const choices = listFact(told, 'choices');
  if (choices.includes('gamma')) return 'must rule out negative values';
  return 'must stay between 0 and 1';
}

function sizeOf(told: Told): string {
  const size = fact(told, 'size');
  return size === '' ? 'whose size is left to the rule' : `under size \`${size}\``;
}

/** tanh(x/lam), or with a coefficient b·tanh(x/(b·c)). */
function tanhRemedy(told: Told): string {
  return fact(told, 'wanted') === 'c'
    ? 'State `c`, the cost of a first unit of effect, or choose another size.'
    : 'State `lam`, the input where the curve bends, or choose size coefficient.';
}

function chainsNote(told: Told): string {
  return told.path === 'chains'
    ? ' Convergence is shown by comparing chains, and one alone proves nothing.'
    : '';
}

function knownKeys(known: readonly string[]): string {
  return known.length === 0 ? 'Leave it out.' : `Known here: ${list(known)}.`;
}

/** The path inside the channel or control that the sentence names already. */
function within(told: Told): string {
  const path = told.path ?? '';
  return owner(told) === 'Spec' ? path : path.replace(/^(?:channels|controls|treatments)\[\d+\]\./, '');
}

function priorsNamed(names: readonly string[]): string {
  if (names.length === 0) return 'no priors, not even';
  return `the ${names.length === 1 ? 'prior' : 'priors'} ${list(names)}, not`;
}

function useInstead(use: string): string {
  return use.startsWith('leave') ? use : `use ${use}`;
}

/** The code of a name that was written in its place. */
function meant({ facts }: Told): string {
  return facts?.suggestion === undefined ? '' : ` Did you mean ${facts.suggestion} (${facts.meaning})?`;
}
