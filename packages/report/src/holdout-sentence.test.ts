// What is said of periods that were held out.
import { readFileSync } from 'node:fs';
import { type ResultFile, resultSchema } from '@mixmodel/contract';
import { expect, test } from 'vitest';
import { fitReport } from './fit-report.ts';
import { holdoutSentences } from './holdout-sentence.ts';
import { wordsOf } from './words.ts';

const sample = resultSchema.parse(
  JSON.parse(readFileSync(new URL('../fixtures/sample.json', import.meta.url), 'utf8')),
);
const held: NonNullable<ResultFile['holdout']> = {
  rows: 13,
  periods: 13,
  from: '2025-09-29',
  to: '2025-12-28',
  r2: 0.781,
  mape: 0.052,
  mapeSkippedRows: 0,
  wmape: 0.0512,
  crps: 21_430,
  coverage50: 6 / 13,
  coverage94: 12 / 13,
};
const said = (holdout: ResultFile['holdout']) => {
  const result = { ...sample, ...(holdout && { holdout }) };
  return holdoutSentences(result, wordsOf(result));
};

test('a holdout is told with its dates, error, intervals and CRPS', () => {
  expect(said(held)).toEqual([
    'The model never saw revenue of the last 13 weeks (2025-09-29 to 2025-12-28), and was off by 5.1 % on average. R² there is 0.78. 12 of 13 lie inside its 94 % intervals, 6 of 13 inside its 50 % intervals; the mean CRPS is €21.4 k.',
  ]);
});

test('periods without a KPI and numbers that do not exist are told', () => {
  expect(said({ ...held, rows: 1, r2: null, wmape: null, coverage94: 1, coverage50: 0 })).toEqual([
    'The model never saw revenue of the last 13 weeks (2025-09-29 to 2025-12-28, 1 of them with a KPI). 1 of 1 lie inside its 94 % intervals, 0 of 1 inside its 50 % intervals; the mean CRPS is €21.4 k.',
  ]);
});

test('a report without a holdout says nothing of one', () => {
  expect(said(undefined)).toEqual([]);
  expect(fitReport(sample)).not.toContain('never saw');
  expect(fitReport({ ...sample, holdout: held })).toContain('The model never saw revenue');
});
