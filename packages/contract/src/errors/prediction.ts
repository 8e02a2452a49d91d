// Sentences about periods held out, backtests and what the priors predict.
import {
  type Catalogue,
  columns,
  count,
  error,
  fact,
  numberFact,
  percent,
  type Told,
  warning,
} from './entry.ts';
import { isAmongKpi } from './table.ts';

export const predictionErrors = {
  holdout_periods: error(
    (p) =>
      `Spec: \`holdout.periods\` must be a whole number from 1 to ${fact(p, 'most')}, so that enough periods with a KPI are left to learn from; got ${fact(p, 'got')}.`,
    { path: 'holdout.periods', facts: { got: 100, most: 96 } },
  ),
  holdout_without_kpi: error(
    (p) =>
      `Spec: none of the last ${fact(p, 'got')} periods that \`holdout.periods\` holds out has a KPI, so no prediction could be checked. Hold out more of them, or leave \`holdout\` out.`,
    { path: 'holdout.periods', facts: { got: 2 } },
  ),
  before_holdout: error(
    (p) =>
      `Before the periods that are held out, ${nothingToLearn(p)}. Make \`holdout.periods\` smaller, or leave that part out of the spec.`,
    { path: 'channels[1]', column: 'radio_spend', facts: { problem: 'zero_spend_channel' } },
  ),
  backtest_setting: error(
    (p) =>
      `Setting \`${p.path}\` of a backtest must be a whole number from ${fact(p, 'least')} to ${fact(p, 'most')}; got ${fact(p, 'got')}.`,
    { path: 'origins', facts: { got: '0', least: 1, most: 26 } },
  ),
  backtest_too_short: error(
    (p) =>
      `A backtest needs ${fact(p, 'least')} ${fact(p, 'period')}s up to the last KPI: a year to learn from and the longest forecast after it; the data have ${fact(p, 'got')}. Add older data, or ask for a shorter horizon.`,
    { facts: { got: 60, least: 65, period: 'week' } },
  ),
  backtest_without_rows: error(
    () =>
      'No period after this origin has both a KPI and one a year before, so nothing could be compared. Fill in the missing KPI.',
    {},
  ),
  prior_kpi_missed: warning(
    (p) =>
      `Your priors alone expect \`${p.column}\` elsewhere: ${percent(numberFact(p, 'outside'))} of what was measured lies outside the 94 % intervals they give. Check the units of the KPI, fixed scales, and priors of the baseline.`,
    { column: 'revenue', facts: { outside: 0.8 } },
  ),
  held_out: warning(
    (p) =>
      `The last ${count(numberFact(p, 'periods'), fact(p, 'period'))} of the data ${numberFact(p, 'periods') === 1 ? 'is' : 'are'} held out to see how well the model predicts: no contribution, share or ROAS counts them. Fit once more without \`holdout\` before results are used.`,
    { facts: { periods: 13, period: 'week' } },
  ),
} satisfies Catalogue;

/** What fails on the periods that are left, by the code it has where a whole table fails it. */
function nothingToLearn(told: Told): string {
  const name = columns([told.column ?? '']);
  switch (fact(told, 'problem')) {
    case 'zero_spend_channel':
      return `column ${name} is always 0${isAmongKpi(told) ? ' in periods that have a KPI' : ''}`;
    case 'duplicate_columns':
      return `columns ${columns([told.column ?? '', fact(told, 'other')])} are the same`;
    case 'event_outside':
      return `event \`${fact(told, 'event')}\` has no day`;
    case 'event_same_days':
      return `events \`${fact(told, 'event')}\` and \`${fact(told, 'other')}\` take the same part of every period`;
    case 'event_always':
      return `event \`${fact(told, 'event')}\` covers all periods alike`;
    case 'target_all_zero':
      return `column ${name} is always 0`;
    case 'target_not_positive':
      return `column ${name} does not add up to more than 0`;
    default:
      return `column ${name} never changes${isAmongKpi(told) ? ' in periods that have a KPI' : ''}`;
  }
}
