// Lift tests, treatments and returns from experiments stand in tables of their own, beside what the model says.
import { readFileSync } from 'node:fs';
import { type ResultFile, resultSchema } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { experimentTables } from './experiment-tables.ts';
import { fitReport } from './fit-report.ts';
import { plainStyle } from './layout.ts';
import { tablesOf } from './tables/tables-of.ts';
import { wordsOf } from './words.ts';

const sample = resultSchema.parse(
  JSON.parse(readFileSync(new URL('../fixtures/sample.json', import.meta.url), 'utf8')),
);

const around = (mean: number, sd: number): ResultFile['baseline'] => ({
  mean,
  sd,
  median: mean,
  hdi94: [mean - 1.9 * sd, mean + 1.9 * sd],
});

function withExperiments(): ResultFile {
  const [search, ...others] = sample.spec.channels;
  if (!search) throw new Error('the sample has channels');
  const experiment = { mean: 2.4, sd: 0.5, weeks: 6, weeksAgo: 30, gamma: 0, tau: 0 };
  const size = {
    kind: 'roi',
    prior: { family: 'log_normal', mu: Math.log(2.5), sigma: 0.3 },
    experiment,
  } as const;
  return {
    ...sample,
    spec: { ...sample.spec, channels: [{ ...search, size }, ...others] },
    treatments: [
      {
        name: 'price',
        label: 'Price',
        reference: 9.9,
        contribution: around(1_200_000, 200_000),
        share: around(0.016, 0.0026),
        effect: around(-52_000, 9_000),
      },
    ],
    liftTests: [
      {
        name: 'Bavaria, spring',
        channels: ['tv_spend', 'radio_spend'],
        unit: 'kpi',
        lift: 52_000,
        sd: 6_000,
        predicted: around(41_000, 5_000),
        expected: { mean: 24_000, sd: 5_600, by: 'weights' },
        z: 3.41,
      },
    ],
  };
}

const shown = (result: ResultFile, width: number) =>
  experimentTables(result, { width, style: plainStyle, words: wordsOf(result) });

test('each has its table, as wide as there is room', () => {
  const result = withExperiments();
  expect(`\n${shown(result, 100).join('\n')}\n`).toMatchInlineSnapshot(`
    "

    What you set besides media
    Treatment  Reference  Brought    94 % interval  Share of revenue   94 % interval
    Price           9.90  €1.20 M  €0.82 to 1.58 M            1.60 %  1.11 to 2.09 %

    Treatment  For each unit  94 % interval
    Price             −€52 k  −€69 to −35 k
    Brought: by being away from its reference, where it adds nothing. For each unit: revenue week by
      week for one unit more of the column.

    What lift tests found, and what the model says
    Lift test            Measured  By the model    94 % interval    Without it    z  Channels
    Bavaria, spring  €52 k ± €6 k       €41.0 k  €31.5 to 50.5 k  €24 k ± €6 k  3.4  TV, Radio
    Measured: with its standard error. By the model: which knows the test. Without it: what the model
      would expect had it never seen the test; z: how many standard deviations that is from what was
      measured, beyond 2.3 the two disagree.

    Returns that began as an experiment
    Channel      Found  Prior  94 % interval  ROAS  94 % interval                    Ran
    TV       2.4 ± 0.5    2.5     1.4 to 4.4  1.87   1.30 to 2.48  6 weeks, 30 weeks ago
    Found: the return of the experiment with its standard error. Prior: what that says of the channel
      today, wider the longer ago and the shorter it was (median); ROAS: what it became with the data.
    "
  `);
  for (const width of [60, 72, 80, 100])
    expect(Math.max(...shown(result, width).map((line) => [...line].length))).toBeLessThanOrEqual(width);
});

test('they stand in the report of a fit, and are absent where there is none', () => {
  expect(fitReport(withExperiments())).toContain('What lift tests found, and what the model says');
  expect(shown(sample, 80)).toEqual([]);
});

test('programs get them as tables too', () => {
  const tables = tablesOf({ result: withExperiments() }).filter(({ name }) =>
    ['treatments', 'lift_tests', 'experiment_priors'].includes(name),
  );
  expect(tables.map(({ rows }) => rows.length)).toEqual([1, 1, 1]);
  for (const { columns, rows } of tables) expect(rows[0]).toHaveLength(columns.length);
});

test('what only the draws know stands beside the returns, with break-even at the margin', () => {
  const chances = {
    breakEven: 2.5,
    channels: sample.channels.map(({ name }, c) => ({
      name,
      pays: c === 0 ? 0.004 : 0.97,
      best: c === 0 ? 0.62 : 0.095,
      halfLife: c === 1 ? null : around(1.2, 0.2),
    })),
  };
  const text = fitReport(sample, { chances });
  expect(text).toContain('┊ 2.50 back for 1 spent');
  expect(
    text
      .slice(text.indexOf('P(ROAS>2.50)') - 20)
      .split('\n')
      .slice(0, 12)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "to 1.63 %

    Channel  P(ROAS>2.50)  P(best)  Half-life  94 % interval
    Search           97 %     10 %          –              –
    TV               <1 %     62 %       1.20   0.82 to 1.58
    Social           97 %     10 %       1.20   0.82 to 1.58
    Radio            97 %     10 %       1.20   0.82 to 1.58
    Display          97 %     10 %       1.20   0.82 to 1.58
    Next €1: what the next €1 spent would bring back.
    Measured: how much of the result is the data, not an assumption.
    P(ROAS>2.50): the probability that more comes back for 1 spent, late effects
      counted."
  `);
  expect(fitReport(sample)).not.toContain('P(best)');
  const failed = { ...sample, convergence: { ...sample.convergence, passed: false } };
  expect(fitReport(failed, { chances })).not.toContain('P(best)');
});
