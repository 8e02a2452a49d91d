// Sentences for experiments: lift tests as likelihood, and size priors made from one.
import {
  amount,
  type Catalogue,
  columns,
  error,
  fact,
  listFact,
  numberFact,
  owner,
  type Told,
  tiny,
  warning,
} from './entry.ts';

const where = 'Lift test `Bavaria, spring`';
const path = 'liftTests[0]';

export const experimentErrors = {
  lift_unit: error(
    (p) =>
      fact(p, 'wanted') === 'kpi'
        ? `${owner(p)}: a relative lift (unit \`log_ratio\`) needs the multiplicative model, \`likelihood.link: log\`. Give the lift in KPI units, or choose that link.`
        : `${owner(p)}: where parts multiply (\`likelihood.link: log\`), a lift in KPI units would depend on everything else. Give it relative to what would have come without: unit \`log_ratio\`, lift log(1 + relative lift) and sd on that scale.`,
    { path: `${path}.unit`, facts: { where, got: 'kpi', wanted: 'log_ratio' } },
  ),
  lift_test_twice: error(
    (p) =>
      `${owner(p)}: two tests have this name. Give each its own, so that its prediction can be told from the other's.`,
    { path: 'liftTests[1]', facts: { where } },
  ),
  lift_number: error(
    (p) => `${owner(p)}: \`${fact(p, 'key')}\` must be ${fact(p, 'wanted')}; got ${fact(p, 'got')}.`,
    { path: `${path}.sd`, facts: { where, key: 'sd', got: 0, wanted: 'a number of KPI units above 0' } },
  ),
  lift_no_channel: error(
    (p) => `${owner(p)}: \`channels\` is empty. Name the columns of the channels whose spend was changed.`,
    { path: `${path}.channels`, facts: { where } },
  ),
  lift_channel_twice: error(
    (p) => `${owner(p)}: channel \`${fact(p, 'got')}\` stands twice in \`channels\`. Keep one of the two.`,
    { path: `${path}.channels[1]`, facts: { where, got: 'tv_spend' } },
  ),
  lift_organic: error(
    (p) =>
      `${owner(p)}: \`spendChange\` is money, and the organic channel \`${fact(p, 'got')}\` has no spend. Leave it out of the test.`,
    { path: `${path}.channels[0]`, facts: { where, got: 'newsletter' } },
  ),
  lift_unknown_channel: error(
    (p) =>
      `${owner(p)}: \`${fact(p, 'got')}\` is not the column of a channel with spend. Choose from ${columns(listFact(p, 'choices'), 'or')}.`,
    { path: `${path}.channels[0]`, facts: { where, got: 'tv', choices: ['tv_spend', 'radio_spend'] } },
  ),
  lift_spend_change: error(
    (p) =>
      `${owner(p)}: \`spendChange\` must have one amount for each channel of the test${named(p, 'missing', 'missing')}${named(p, 'extra', 'not in the test')}.`,
    { path: `${path}.spendChange`, facts: { where, missing: ['tv_spend'], extra: ['radio_spend'] } },
  ),
  lift_no_change: error(
    (p) =>
      `${owner(p)}: the change of spend of \`${fact(p, 'channel')}\` must be an amount of money other than 0; got ${fact(p, 'got')}. Without a change there is nothing to learn.`,
    { path: `${path}.spendChange.tv_spend`, facts: { where, channel: 'tv_spend', got: 0 } },
  ),
  lift_negative_spend: error(
    (p) =>
      `${owner(p)}: a change of ${fact(p, 'got')} would make the spend of \`${fact(p, 'channel')}\` negative: from ${fact(p, 'first')} to ${fact(p, 'last')} the tested part of the market spent ${amount(Math.abs(numberFact(p, 'least')))}. Switching it off is ${fact(p, 'least')}.`,
    {
      path: `${path}.spendChange.tv_spend`,
      facts: {
        where,
        channel: 'tv_spend',
        got: -90_000,
        least: -41_200,
        first: '2024-03-04',
        last: '2024-03-31',
      },
    },
  ),
  lift_same_test: error(
    (p) =>
      `${owner(p)}: it says the same as lift test \`${fact(p, 'other')}\` in every number. One experiment may count once: leave one of the two out.`,
    { path: 'liftTests[1]', facts: { where, other: 'test 1' } },
  ),
  lift_beyond_kpi: error(
    (p) =>
      `${owner(p)}: a lift of ${tiny(numberFact(p, 'got'))} is more than a hundred times the whole KPI of the days it was measured on (${fact(p, 'limit')}). Give it in units of the KPI column.`,
    { path: `${path}.lift`, facts: { where, key: 'lift', got: 1e15, limit: 2_800_000 } },
  ),
  lift_too_sure: error(
    (p) =>
      `${owner(p)}: \`sd\` is ${tiny(numberFact(p, 'got'))}, and no experiment is surer than a billionth of the KPI it looked at (${tiny(numberFact(p, 'limit'))}). Give the standard error of the lift, in units of the KPI column.`,
    { path: `${path}.sd`, facts: { where, key: 'sd', got: 1e-12, limit: 0.0028 } },
  ),
  lift_beyond_spend: error(
    (p) =>
      `${owner(p)}: a change of ${tiny(numberFact(p, 'got'))} at \`${fact(p, 'key')}\` is more than a hundred times all the spend of that channel in the data (${fact(p, 'limit')}). Give it in units of the spend column.`,
    {
      path: `${path}.spendChange.tv_spend`,
      facts: { where, key: 'spendChange.tv_spend', got: 1e300, limit: 2_150_000 },
    },
  ),
  lift_no_exposure: error(
    (p) =>
      `${owner(p)}: \`${fact(p, 'channel')}\` has spend from ${fact(p, 'first')} to ${fact(p, 'last')}, but its exposure is 0, so a change of spend would change nothing. Correct the exposure or the days.`,
    {
      path: `${path}.spendChange.tv_spend`,
      facts: { where, channel: 'tv_spend', first: '2024-03-04', last: '2024-03-31' },
    },
  ),
  lift_measured_before: error(
    (p) =>
      `${owner(p)}: what was measured ends on ${fact(p, 'last')}, before spend was changed. Correct \`treated\` or \`measured\`.`,
    { path: `${path}.measured`, facts: { where, first: '2024-01-01', last: '2024-01-28' } },
  ),
  experiment_kind: error(
    (p) =>
      `${owner(p)}: \`size.experiment\` is a measured return on spend, and size \`${fact(p, 'got')}\` is none. Choose size roi, or give the experiment as a lift test.`,
    { path: 'channels[0].size.experiment', column: 'tv_spend', facts: { got: 'contribution' } },
  ),
  experiment_number: error(
    (p) =>
      `${owner(p)}: \`${fact(p, 'key')}\` of the experiment must be ${fact(p, 'wanted')}; got ${fact(p, 'got')}.`,
    {
      path: 'channels[0].size.experiment.sd',
      column: 'tv_spend',
      facts: { key: 'sd', got: 0, wanted: 'a standard error above 0' },
    },
  ),
  experiment_twice: error(
    (p) =>
      `${owner(p)}: the experiment behind its size prior ran in the same weeks as lift test \`${fact(p, 'test')}\`. One experiment may count once: keep one of the two, or correct the weeks.`,
    { path: 'channels[0].size.experiment', column: 'tv_spend', facts: { test: 'Bavaria, spring' } },
  ),
} satisfies Catalogue;

export const experimentWarnings = {
  lift_conflict: warning(
    (p) =>
      `Lift test \`${fact(p, 'test')}\` measured ${fact(p, 'measured')}${p.facts?.unit === 'log_ratio' ? ' (log ratio)' : ' KPI units'}, and without it the model would expect ${otherwise(p)}: the two are ${Math.abs(numberFact(p, 'z')).toFixed(1)} standard deviations apart. Check its dates, spend and market share before believing either.`,
    {
      facts: {
        test: 'Bavaria, spring',
        unit: 'kpi',
        measured: 52_000,
        sd: 6_000,
        predicted: 41_000,
        expected: 24_000,
        expectedSd: 5_600,
        z: 3.4,
      },
    },
  ),
} satisfies Catalogue;

/** Results of versions that did not know what was expected have no number of it. */
function otherwise(told: Told): string {
  if (told.facts?.expected === undefined) return 'otherwise';
  return `${fact(told, 'expected')} ± ${fact(told, 'expectedSd')}`;
}

/** `, `tv_spend` missing`, when there is such a column. */
function named(told: Told, key: string, words: string): string {
  const found = listFact(told, key);
  return found.length === 0 ? '' : `; ${words}: ${columns(found)}`;
}
