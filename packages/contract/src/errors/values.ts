// Sentences for values that are numbers and still cannot be right, or deserve a second look.
import {
  amount,
  byPlace,
  type Catalogue,
  columns,
  correlation,
  count,
  error,
  fact,
  flag,
  leaveOut,
  listFact,
  numberFact,
  type Place,
  suggestion,
  type Told,
  warning,
} from './entry.ts';
import { emptiness, isAmongKpi, numbers, place, some } from './table.ts';
import { tieWarnings } from './ties.ts';

export const valueErrors = {
  target_all_zero: error(
    (p, at) =>
      `Column \`${p.column}\` is 0 in every period, so there is nothing to explain. Choose another target${flag(at, 'with --target COLUMN')}.`,
    { column: 'revenue' },
  ),
  target_not_positive: error(
    (p) =>
      `Column \`${p.column}\` does not add up to more than 0, so shares of it mean nothing. Give the KPI before returns and refunds.`,
    { column: 'revenue' },
  ),
  not_finite: error((p) => `${place(p)}: the value is not a finite number. Correct it, or leave it empty.`, {
    column: 'revenue',
    row: 17,
  }),
  missing_values: error(
    (p) =>
      `${place(p)}: the value is missing or not finite. Media and controls need a value in every period; write 0 where nothing ran.`,
    { column: 'tv_spend', row: 17 },
  ),
  too_few_rows: error(
    (p) =>
      `Column \`${p.column}\` has ${count(numberFact(p, 'got'), 'period')} with a value; at least ${fact(p, 'least')} are needed to fit anything. Add older data.`,
    { column: 'revenue', facts: { got: 5, least: 8 } },
  ),
  target_missing: error(
    (p) =>
      `Column \`${p.column}\` is empty in ${count(numberFact(p, 'count'), 'period')} (${amount(numberFact(p, 'percent'))} %); at most 30 % may be. Fill them in, or leave those periods out at the start or end.`,
    { column: 'revenue', facts: { count: 60, rows: '2, 3 and 58 more', percent: 57 } },
  ),
  missing_kpi: warning(
    (p) =>
      `${place(p)}: ${emptiness(p)}. Without a KPI a period keeps its media and does not count in the fit.`,
    { column: 'revenue', facts: { rows: '17 and 18', count: 2 } },
  ),
  high_nulls: warning(
    (p) =>
      `Column \`${p.column}\` is empty in ${amount(numberFact(p, 'percent'))} % of the periods; they do not count in the fit. Fill them in if you can.`,
    { column: 'revenue', facts: { rows: '17 and 18', count: 2, percent: 8 } },
  ),
  negative_target: warning(
    (p) => `${place(p)}: the KPI is below 0. If these are returns, use the KPI before returns.`,
    { column: 'revenue', row: 40, facts: { rows: '40' } },
  ),
  outliers: warning(
    (p) =>
      `${place(p)}: the KPI is more than 3 standard deviations from its mean. Check the values; for a known event, add a control that is 1 in those periods.`,
    { column: 'revenue', row: 48, facts: { rows: '48 and 100' } },
  ),
  log_transform: suggestion(
    (p) =>
      `Column \`${p.column}\` is strongly skewed (${fact(p, 'skew')}). A few very large periods may decide the result: check them.`,
    { column: 'revenue', facts: { skew: 2.6 } },
  ),
  target_constant: error(
    (p, at) =>
      `Column \`${p.column}\` is ${p.facts?.value === undefined ? 'the same' : fact(p, 'value')} in every period: a KPI that never changes cannot be explained. Check it, or choose another target${flag(at, 'with --target COLUMN')}.`,
    { column: 'revenue', facts: { value: 500 } },
  ),
  number_out_of_range: error(
    (p) =>
      p.row === undefined
        ? `Column \`${p.column}\`: its largest value is ${scientific(p)}, too small to be computed with. Check its unit and correct it.`
        : `${place(p)}: ${large(p)} larger than any amount of money (limit 1e15). Correct what is written there.`,
    { column: 'tv_spend', row: 12, facts: { got: 1e300, rows: '12' } },
  ),
  negative_spend: error(
    (p) =>
      `${place(p)}: ${p.facts?.value === undefined ? 'the value is' : numbers(p, 'value')} below 0, and media cannot be negative. Put refunds in the period they belong to, or write 0.`,
    { column: 'tv_spend', row: 12, facts: { value: -250, rows: '12' } },
  ),
  missing_media: error((p) => `${place(p)}: ${emptiness(p)}. Write 0 where nothing ran, else the amount.`, {
    column: 'tv_spend',
    row: 12,
    facts: { rows: '12 and 15', count: 2, holds: ['n/a'], blank: 1 },
  }),
  missing_control: error(
    (p, at) => `${place(p)}: ${emptiness(p)}. Give a value for every period, or ${leaveOut(at)}.`,
    { column: 'temperature', row: 12, facts: { rows: '12' } },
  ),
  missing_revenue_per_kpi: error(
    (p) => `${place(p)}: ${emptiness(p)}. Write what one unit of the KPI brings in that period.`,
    { column: 'revenue_per_conversion', row: 12, facts: { rows: '12' } },
  ),
  revenue_per_kpi_not_positive: error(
    (p) => `${place(p)}: what one unit of the KPI brings must be above 0. Correct the value.`,
    { column: 'revenue_per_conversion', row: 12, facts: { rows: '12' } },
  ),
  zero_spend_channel: error(
    (p, at) =>
      `Column \`${p.column}\` is 0 in every period${isAmongKpi(p) ? ' that has a KPI' : ''}: nothing can be learned about this channel. ${byPlace(at, { terminal: 'Delete the column, leave it out of the spec', screen: 'Ignore the column' })}, or give the ${isAmongKpi(p) ? 'KPI of the ' : ''}periods in which it ran.`,
    { column: 'radio_spend' },
  ),
  zero_variance: error(
    (p, at) =>
      `Column \`${p.column}\` is ${p.facts?.value === undefined ? 'the same' : fact(p, 'value')} in every period${isAmongKpi(p) ? ' that has a KPI' : ''}, so its effect cannot be told from the baseline. ${byPlace(at, { terminal: 'Delete the column, or leave it out of the spec', screen: 'Ignore the column' })}.`,
    { column: 'radio_spend', facts: { value: 1000 } },
  ),
  few_active_periods: warning(
    (p) =>
      `Column \`${p.column}\` is above 0 in only ${count(numberFact(p, 'active'), 'period')} (${fact(p, 'least')} or more tell something). Its estimate will mostly repeat its prior.`,
    { column: 'ooh_spend', facts: { active: 5, least: 8 } },
  ),
  kpi_computed: error(
    (p) => {
      const others = listFact(p, 'columns');
      return `Column \`${p.column}\` is exactly a sum of ${columns(others)}, to one part in a million: with nothing left to chance there is nothing to estimate. Check whether one was computed from the other, and leave ${others.length > 1 ? 'those' : 'that'} out.`;
    },
    { column: 'revenue', facts: { columns: ['price'] } },
  ),
  kpi_without_chance: error(
    (p) =>
      `Column \`${p.column}\` is exactly a line and a season, to one part in a million: with nothing left to chance there is nothing to estimate. Check that it holds what was measured, not a plan or a forecast.`,
    { column: 'revenue' },
  ),
  duplicate_columns: error(
    (p) =>
      `Columns \`${p.column}\` and \`${fact(p, 'other')}\` hold the same numbers, so their effects cannot be told apart. Keep one of them.`,
    { column: 'tv_spend', facts: { other: 'tv_cost' } },
  ),
  high_correlation: warning(
    (p, at) =>
      `Columns \`${p.column}\` and \`${fact(p, 'other')}\` move together (correlation ${correlation(numberFact(p, 'r'))}). ${apart(p, at)}`,
    { column: 'tv_spend', facts: { other: 'radio_spend', r: 0.83 } },
  ),
  few_channels: suggestion(
    (p) =>
      `The model has ${channels(numberFact(p, 'count'))}. Media that ran and are missing here are credited to the others: add them if there are any.`,
    { facts: { count: 2 } },
  ),
  ...tieWarnings,
  add_seasonality: suggestion(
    () =>
      'No column tells of holidays. Yearly seasonality is in the model; add a column with 1 in holiday periods and 0 elsewhere to catch their peaks.',
    {},
  ),
} satisfies Catalogue;

function channels(n: number): string {
  return n === 1 ? 'only one channel' : `only ${n} channels`;
}

/** As a person would type it: 1e300, not 301 digits. */
const scientific = (told: Told): string =>
  String(Number(numberFact(told, 'got').toPrecision(4))).replace('e+', 'e');

function large(told: Told): string {
  const several = listFact(told, 'texts').map((text) => text.replace('e+', 'e'));
  return several.length > 1 ? `${some(several)} are` : `${scientific(told)} is`;
}

/** What to do about two columns that move together: a company can vary its media, not its competitors or the weather. */
function apart(told: Told, at: Place): string {
  const controls = listFact(told, 'controls');
  const [control] = controls;
  if (control === undefined) return 'Their sum is known better than either; vary one alone, or test it.';
  if (controls.length > 1)
    return 'Neither is media, so only their own effects are hard to tell apart; keep one if both measure the same thing.';
  const media = control === told.column ? fact(told, 'other') : told.column;
  return `Keep \`${control}\` if it moves the KPI by itself; ${byPlace(at, { terminal: 'leave it out of the spec', screen: 'ignore it' })} if \`${media}\` moves it. A test of \`${media}\` would tell its effect.`;
}
