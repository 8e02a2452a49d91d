// Sentences for warnings a fit gives beside its numbers.
import {
  amount,
  byPlace,
  type Catalogue,
  columns,
  correlation,
  fact,
  list,
  listFact,
  note,
  numberFact,
  type Place,
  percent,
  type Told,
  warning,
} from './entry.ts';
import { experimentWarnings } from './experiments.ts';

export const fitWarnings = {
  ...experimentWarnings,
  prior_media_share: warning(
    (p, at) =>
      `Your priors alone imply a media share${rangeOf(p)} above the whole KPI with probability ${percent(numberFact(p, 'above1'))} (${list(listFact(p, 'channels'))}). Expect too much credit for media, or ${smallerSizes(at)}.`,
    { facts: { above1: 0.31, median: 0.7, low: 0.2, high: 1.8, channels: ['TV', 'Search'] } },
  ),
  beyond_numbers: warning(
    (p) =>
      `What was computed for ${columns(listFact(p, 'places'))} is larger than any number, or none: it is written as 1.8e308 and must not be used. Give tighter size priors, or check the units of KPI and spend.`,
    { facts: { places: ['channels.0.roas.mean'] } },
  ),
  prior_media_tiny: warning(
    (p) =>
      `Before any data, the priors give media at most ${percent(numberFact(p, 'high'))} of the KPI. Spend and KPI are probably in different units (thousands, another currency): check the columns.`,
    { facts: { high: 0.004 } },
  ),
  baseline_negative: warning(
    (p, at) =>
      `Media are probably given too much: with probability ${percent(numberFact(p, 'probability'))} what would have come without them is below 0. ${capital(smallerSizes(at))}, or check the units of KPI and spend.`,
    { facts: { probability: 0.3 } },
  ),
  residual_autocorrelation: warning(
    (p, at) =>
      numberFact(p, 'acf1') < 0
        ? `What the model leaves unexplained alternates from one period to the next (correlation ${correlation(numberFact(p, 'acf1'))}), so the intervals are, if anything, wider than they should be. Look for orders or payments that move from one period to another${orAr1(p, at)}.`
        : `What the model leaves unexplained is alike from one period to the next (correlation ${correlation(numberFact(p, 'acf1'))}), so the intervals are narrower than they should be. Look for an event, price or season that is missing and add it as a control${orAr1(p, at)}.`,
    { facts: { acf1: 0.42, pValue: 0.001, errors: 'independent' } },
  ),
  flat_curve: warning(
    (p) =>
      `${channel(p)} ran at a level where its curve is nearly flat (probability ${percent(numberFact(p, 'probability'))}), so its effect cannot be told from the baseline. Vary its spend, or test a pause.`,
    { column: 'tv_spend', facts: { label: 'TV', probability: 0.72 } },
  ),
  roas_with_tail: warning(
    (p) =>
      `${channel(p)} keeps working after the last period: with that tail its spend returned ${amount(numberFact(p, 'ofSpend'))} for each unit, within the period ${amount(numberFact(p, 'reported'))}.`,
    { column: 'tv_spend', facts: { label: 'TV', reported: 1.8, ofSpend: 2.1 } },
  ),
  parts_multiply: note(
    () =>
      'Parts of the KPI multiply in this model. Contributions and shares are attributed and add up; ROAS, marginal ROAS, cost per KPI unit and response curves are incremental (everything else as it was) and do not add up. Budgets cannot be planned with it.',
    {},
  ),
  endless_prior: warning(
    (p) =>
      `${channel(p)}: the prior of ${fact(p, 'name')} (Gamma of shape ${fact(p, 'shape')}) has infinite density at 0, where samplers get stuck: expect divergences. A shape of at least 1, such as the default's, has none.`,
    { column: 'tv_spend', facts: { label: 'TV', name: 'adstock_lam', shape: 0.64 } },
  ),
  after_origin: note(
    () =>
      'An experiment or a stated window that ended after a forecast began was left out of that forecast, as if nobody knew it yet.',
    {},
  ),
  linear_block: note((p) => [...sampledWords(p), ...scaledWords(p)].join(' '), {
    facts: { sampled: ['price', 'promotion'], scaled: ['trend'], rest: 6 },
  }),
} satisfies Catalogue;

/** What independent errors leave out, and AR(1) errors have; nothing where the errors are those already. */
function orAr1({ facts }: Told, at: Place): string {
  if (facts?.errors !== 'independent') return '';
  const how = byPlace(at, { terminal: '`likelihood.errors: ar1` in the spec', screen: 'AR(1) errors' });
  return `, or let what is unexplained carry over (${how})`;
}

/** ` of 20 % to 180 %,`; results of earlier versions do not say. */
function rangeOf(told: Told): string {
  if (told.facts?.low === undefined) return '';
  return ` of ${percent(numberFact(told, 'low'))} to ${percent(numberFact(told, 'high'))},`;
}

/** What is not integrated out is sampled: slower, and no less exact. */
function sampledWords(told: Told): string[] {
  const sampled = listFact(told, 'sampled');
  if (sampled.length === 0) return [];
  if (told.facts?.noise === 'student_t')
    return [
      `Sampled like the media, because Student-t noise leaves nothing to integrate out: every coefficient of the baseline (${list(sampled)}). It is as exact, and takes longer.`,
    ];
  const others =
    numberFact(told, 'rest') > 0
      ? 'the other coefficients of the baseline are integrated out'
      : 'none is left';
  return [
    `Sampled like the media, because their priors are not normal: ${list(sampled)}; ${others}. Both are exact; sampled ones take longer.`,
  ];
}

function scaledWords(told: Told): string[] {
  const scaled = listFact(told, 'scaled');
  if (scaled.length === 0) return [];
  return [`Integrated out with scales learned from the data: ${list(scaled)}.`];
}

function smallerSizes(at: Place): string {
  return byPlace(at, {
    terminal: 'state smaller sizes in the spec',
    screen: 'state smaller sizes of the channels when you configure the model',
  });
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The channel by the name its owner gave it. */
function channel(told: Told): string {
  return String(told.facts?.label ?? told.column ?? 'A channel');
}
