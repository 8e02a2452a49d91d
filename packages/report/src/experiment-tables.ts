// Experiments and treatments as tables of a terminal: what was measured beside what the model says.
import type { ResultFile } from '@mixmodel/contract';
import { amountText, estimateText, shareText, type Unit } from './amounts.ts';
import type { TableOptions } from './channel-table.ts';
import { estimateColumns, none, packed, right } from './estimate-columns.ts';
import { type Column, clip, table, wrap } from './layout.ts';
import { z97 } from './quantile.ts';
import { rounded } from './rounding.ts';
import { mcseOf } from './words.ts';

const widestName = 24;

/** Nothing where the run has neither experiments nor treatments. */
export function experimentTables(result: ResultFile, options: TableOptions): string[] {
  return [treatmentTable, liftTable, experimentPriorTable].flatMap((made) => {
    const lines = made(result, options);
    return lines.length > 0 ? ['', ...lines] : [];
  });
}

/** Head, groups of columns beside each other as far as there is room, and what the heads mean. */
function titled(
  title: string,
  label: Column,
  groups: readonly (readonly Column[])[],
  { width, style }: TableOptions,
): string[] {
  const tables = packed(label, groups, width);
  return [
    style.strong(title),
    ...tables.flatMap((columns, i) => [...(i > 0 ? [''] : []), ...table(columns, style)]),
  ];
}

function legend(text: string, { width, style }: TableOptions): string[] {
  return wrap(text, width, '  ').map(style.faint);
}

function named(head: string, names: readonly string[]): Column {
  return { head, align: 'left', cells: names.map((name) => clip(name, widestName)) };
}

function treatmentTable(result: ResultFile, options: TableOptions): string[] {
  const { treatments = [] } = result;
  if (treatments.length === 0) return [];
  const { words } = options;
  const mcse = (name: string) => mcseOf(result, `treatment_contribution[${name}]`);
  const brought = treatments.map((t) => estimateText(t.contribution, mcse(t.name), words.kpiUnit));
  const shares = treatments.map(({ name, share, contribution: { sd } }) =>
    shareText(share, sd > 0 ? ((mcse(name) ?? 0) * share.sd) / sd : 0),
  );
  const effects = treatments.map(({ effect }) => estimateText(effect, 0, words.kpiUnit));
  const references = treatments.map(({ reference }) => amountText(reference));
  return [
    ...titled(
      'What you set besides media',
      named(
        'Treatment',
        treatments.map(({ label }) => label),
      ),
      [
        [right('Reference', references), ...estimateColumns('Brought', brought)],
        estimateColumns(`Share of ${clip(words.kpi, 14)}`, shares),
        estimateColumns('For each unit', effects),
      ],
      options,
    ),
    ...legend(
      `Brought: by being away from its reference, where it adds nothing. For each unit: ${words.kpi} ${result.data.period} by ${result.data.period} for one unit more of the column.`,
      options,
    ),
  ];
}

function liftTable(result: ResultFile, options: TableOptions): string[] {
  const { liftTests = [] } = result;
  if (liftTests.length === 0) return [];
  const unitOf = ({ unit }: LiftTest): Unit =>
    unit === 'kpi' ? options.words.kpiUnit : { before: '', after: '' };
  const predicted = liftTests.map((test) =>
    estimateText(test.predicted, mcseOf(result, `lift[${test.name}]`), unitOf(test)),
  );
  const measured = liftTests.map((test) => withError(test.lift, test.sd, unitOf(test)));
  const expected = liftTests.map((test) =>
    test.expected ? withError(test.expected.mean, test.expected.sd, unitOf(test)) : none,
  );
  return [
    ...titled(
      'What lift tests found, and what the model says',
      named(
        'Lift test',
        liftTests.map(({ name }) => name),
      ),
      [
        [right('Measured', measured), ...estimateColumns('By the model', predicted)],
        [
          right('Without it', expected),
          right(
            'z',
            liftTests.map(({ z }) => rounded(z, -1)),
          ),
        ],
        [{ head: 'Channels', align: 'left', cells: liftTests.map((test) => channelsOf(test, result)) }],
      ],
      options,
    ),
    ...legend(
      'Measured: with its standard error. By the model: which knows the test. Without it: what the model would expect had it never seen the test; z: how many standard deviations that is from what was measured, beyond 2.3 the two disagree.',
      options,
    ),
  ];
}

type LiftTest = NonNullable<ResultFile['liftTests']>[number];

const channelsOf = ({ channels }: LiftTest, result: ResultFile): string =>
  clip(channels.map((column) => labelOf(result, column)).join(', '), widestName);

function labelOf({ channels }: ResultFile, column: string): string {
  return channels.find(({ name }) => name === column)?.label ?? column;
}

/** `€52 k ± €6.0 k`, both to the digits the error supports. */
function withError(value: number, sd: number, unit: Unit): string {
  const about = (mean: number) =>
    estimateText({ mean, sd, median: mean, hdi94: [mean - 2 * sd, mean + 2 * sd] }, 0, unit).mean;
  return `${about(value)} ± ${about(sd)}`;
}

function experimentPriorTable(result: ResultFile, options: TableOptions): string[] {
  const rows = experimentPriors(result);
  if (rows.length === 0) return [];
  return [
    ...titled(
      'Returns that began as an experiment',
      named(
        'Channel',
        rows.map(({ label }) => label),
      ),
      [
        [
          right(
            'Found',
            rows.map(({ mean, sd }) => withError(mean, sd, { before: '', after: '' })),
          ),
        ],
        estimateColumns(
          'Prior',
          rows.map(({ prior }) => (prior ? estimateText(prior) : undefined)),
        ),
        estimateColumns(
          'ROAS',
          rows.map(({ name, roas }) =>
            roas ? estimateText(roas, mcseOf(result, `roas[${name}]`)) : undefined,
          ),
        ),
        [
          right(
            'Ran',
            rows.map(({ weeks, weeksAgo }) => `${weeks} weeks, ${weeksAgo} weeks ago`),
          ),
        ],
      ],
      options,
    ),
    ...legend(
      'Found: the return of the experiment with its standard error. Prior: what that says of the channel today, wider the longer ago and the shorter it was (median); ROAS: what it became with the data.',
      options,
    ),
  ];
}

/** Channels whose size prior was made from an experiment; the prior as an estimate where it is log-normal. */
export function experimentPriors({ spec, channels }: ResultFile) {
  return spec.channels.flatMap(({ column, name: label, size }, c) => {
    const { experiment, prior } = size;
    if (!experiment) return [];
    const { mean, sd, weeks, weeksAgo } = experiment;
    return [{ name: column, label, mean, sd, weeks, weeksAgo, prior: lawOf(prior), roas: channels[c]?.roas }];
  });
}

type Prior = ResultFile['spec']['channels'][number]['size']['prior'];

/** With its equal-tailed interval, and the median for the mean: a log-normal has a long tail. */
function lawOf(prior: Prior): ResultFile['baseline'] | null {
  if (prior.family !== 'log_normal') return null;
  const { mu, sigma } = prior;
  const median = Math.exp(mu);
  const hdi94: [number, number] = [Math.exp(mu - z97 * sigma), Math.exp(mu + z97 * sigma)];
  return {
    mean: median,
    sd: median * Math.exp((sigma * sigma) / 2) * Math.sqrt(Math.expm1(sigma * sigma)),
    median,
    hdi94,
  };
}
