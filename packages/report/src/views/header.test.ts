// The facts in the head of a run, its notices, its method and its lineage.
import { readFileSync } from 'node:fs';
import { samplingDefaults } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { viewFrom } from '../../fixtures/views.ts';
import { facts, methodSentence, notice, remarks } from './header.ts';
import { lineage } from './lineage.ts';
import { fitCommand, sameNumbers } from './same-again.ts';

const run = {
  dataset: { id: '', version: 1, name: 'Sales', fileName: 'sales.csv', sample: false },
  createdBy: 'Ana Ruiz',
  finishedAt: '2026-11-03T23:42:00Z',
};
const textOf = (list: readonly { term: string; text: string }[], term: string) =>
  list.find((fact) => fact.term === term)?.text;

describe('facts', () => {
  test('of the sample', () => {
    expect(facts(viewFrom('sample'), run).map(({ term, text }) => `${term}: ${text}`)).toEqual([
      'Measured: Revenue, in EUR',
      'Period: 104 weeks, 1 Jan 2024 to 28 Dec 2025',
      'Convergence check: Converged',
      'Data: sales.csv',
      'Fitted: 3 Nov 2026, 23:42 UTC, by Ana Ruiz',
    ]);
  });

  test('tell the time where the reader is', () => {
    const there = facts(viewFrom('sample'), { ...run, timeZone: 'Europe/Berlin' });
    expect(textOf(there, 'Fitted')).toBe('4 Nov 2026, 00:42, by Ana Ruiz');
  });

  test('say when a check was quick or not passed', () => {
    expect(textOf(facts(viewFrom('units'), run), 'Convergence check')).toBe('Converged, quick check');
    expect(textOf(facts(viewFrom('hill'), run), 'Convergence check')).toBe('Not converged');
    expect(textOf(facts(viewFrom('units'), { ...run, finishedAt: null }), 'Fitted')).toBeUndefined();
  });
});

test('a notice stands over a quick look, a failed check and an assumed kind of KPI, and over nothing else', () => {
  expect(notice(viewFrom('sample'))).toBeNull();
  expect(notice(viewFrom('units'))?.title).toBe('A quick look');
  expect(notice(viewFrom('hill'))?.title).toBe('Not converged');
  const assumed = viewFrom('sample', null, ({ result }) => {
    result.warnings.push({ code: 'kpi_kind_assumed', severity: 'warning', sentence: 'It is assumed.' });
  });
  expect(notice(assumed)).toEqual({ title: 'Is revenue money?', text: 'It is assumed.' });
});

test('remarks have what was found, by chapter', () => {
  const [toKnow, ...others] = remarks(viewFrom('sample'));
  expect(toKnow?.title).toBe('To know');
  expect(toKnow?.sentences[0]).toMatch(/^Rows 75 and 76, column `revenue`/);
  expect(others).toEqual([]);
});

test('the method in one paragraph', () => {
  expect(methodSentence(viewFrom('sample'))).toMatchInlineSnapshot(
    `"How: one Bayesian model of weekly revenue with carry-over and saturation for each channel, with a season, a trend and three controls; 4 chains of 2,000 draws in 4.0 s. Every figure here is read from those 8,000 draws. A 94 % interval holds the true value with a probability of 94 %, if the model is right. Media are assumed not to lower revenue."`,
  );
});

test('the lineage says what was run and how to get it again', () => {
  const view = viewFrom('sample');
  const told = lineage(view, run);
  expect(textOf(told, 'Sampling')).toMatch(
    /^full, 4 chains × \(300 warm-up \+ 2,000 draws\), 8,000 in all, target acceptance 0\.9, seed 1, /,
  );
  expect(textOf(told, 'File, sha256')).toBe(view.result.data.sha256);
  expect(textOf(told, 'Model data, sha256')).toBe(view.result.data.modelSha256);
  expect(textOf(told, 'Baseline')).toBe(
    'level, linear trend, yearly season with 2 waves, temperature, competitor_price, holiday',
  );
  expect(textOf(told, 'Its coefficients')).toMatch(/^integrated out exactly/);
  const sentence = 'Sampled like the media: price.';
  const sampled = viewFrom('sample', null, ({ result }) => {
    result.warnings.push({ code: 'linear_block', severity: 'note', sentence });
  });
  expect(textOf(lineage(sampled, run), 'Its coefficients')).toBe(sentence);
  expect(textOf(told, 'Same again')).toContain('mixmodel fit FILE --spec SPEC --seed 1 --full');
  const other = viewFrom('sample', null, ({ result }) => {
    result.sampling.chains = 6;
    for (const attempt of result.sampling.attempts) attempt.draws = 500;
  });
  expect(textOf(lineage(other, run), 'Same again')).toMatch(/--full --chains 6 --draws 500$/);
});

test('the same bits are promised for the same reading, and not where the terminal has no flag for a setting', () => {
  const { result } = viewFrom('sample');
  const [first] = result.sampling.attempts;
  if (!first) throw new Error('a run without attempts');
  const begunWith = (targetAcceptance: number) => {
    const attempts = [{ ...first, targetAcceptance }];
    return sameNumbers({ ...result, sampling: { ...result.sampling, attempts } });
  };
  expect(begunWith(samplingDefaults.full.targetAcceptance)).toMatch(
    /the same file read in the same way, .+ to the last bit\. .+ add the flags/,
  );
  const other = begunWith(0.95);
  expect(other).toContain('target acceptance 0.95, for which the terminal has no flag');
  expect(other).not.toContain('last bit');
});

test('flags of the command are flags of the terminal, and a name that begins with a dash is no flag', () => {
  const { result } = viewFrom('sample');
  const [first] = result.sampling.attempts;
  const attempts = first ? [{ ...first, warmup: 200, draws: 500 }] : [];
  const short = { ...result, sampling: { ...result.sampling, chains: 3, attempts } };
  const command = fitCommand(short, { data: "Bob's sales.csv", spec: 'a.json' });
  const table = readFileSync(new URL('../../../cli/src/flags.ts', import.meta.url), 'utf8');
  const flags = [...command.matchAll(/--(\w+)/g)].map(([, flag]) => flag);
  expect(flags).toEqual(['spec', 'seed', 'full', 'chains', 'warmup', 'draws']);
  for (const flag of flags) expect(table).toMatch(new RegExp(`^\\s+${flag}: \\{ `, 'm'));
  expect(command).toContain(String.raw`mixmodel fit 'Bob'\''s sales.csv' --spec a.json`);
  expect(fitCommand(result, { data: '-x.csv', spec: 'a.json' })).toContain('mixmodel fit ./-x.csv --spec');
});
