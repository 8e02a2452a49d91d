// A backtest as text: the verdict first, scores beside both baselines, what each origin was spared.
import { readFileSync } from 'node:fs';
import { type BacktestFile, resultSchema } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { backtestReport } from './backtest-report.ts';

const { spec, versions, data } = resultSchema.parse(
  JSON.parse(readFileSync(new URL('../fixtures/sample.json', import.meta.url), 'utf8')),
);

const accuracy = (crps: number, coverage: number | null): BacktestFile['horizons'][number]['model'] => ({
  rows: 52,
  r2: 0.5,
  mape: crps / 600_000,
  mapeSkippedRows: 0,
  wmape: 0.05,
  crps,
  coverage50: coverage === null ? null : coverage / 2,
  coverage94: coverage,
});
const three = {
  model: accuracy(24_600, 0.87),
  noMedia: accuracy(37_200, 0.9),
  seasonalNaive: accuracy(36_400, null),
};
const same = { crpsRatio: 0.7, closer: 1, verdict: 'better' as const };
const fold: BacktestFile['folds'][number] = {
  from: '2025-09-29',
  trainingRows: 91,
  status: 'scored',
  problems: [],
  leftOut: [{ part: 'channel', name: 'radio_spend', code: 'zero_spend_channel' }],
  mode: 'quick',
  maxRHat: 1.01,
  horizons: [three],
};
const file: BacktestFile = {
  schemaVersion: 1,
  spec,
  seed: 1,
  versions,
  data,
  horizonWeeks: [13],
  originWeeks: 13,
  originsAsked: 3,
  controlsLeftOut: [],
  hindsight: false,
  folds: [
    { ...fold, from: '2025-03-31', status: 'not_converged', maxRHat: 1.3, leftOut: [], horizons: [] },
    {
      ...fold,
      from: '2025-06-30',
      status: 'skipped',
      leftOut: [],
      maxRHat: null,
      horizons: [],
      problems: [{ code: 'no_media_cols', path: 'channels', sentence: 'There is no channel.' }],
    },
    fold,
  ],
  scored: 1,
  horizons: [
    {
      ...three,
      weeks: 13,
      periods: 13,
      againstNoMedia: same,
      againstSeasonalNaive: same,
      intervals: 'right',
    },
  ],
  verdict: ['The model forecast well.', 'Predicting sales well does not show that a ROAS is right.'],
  gradients: 1,
  wallMs: 1,
};

describe('the report of a backtest', () => {
  test('says the verdict, the scores and each origin', () => {
    expect(backtestReport(file)).toMatchInlineSnapshot(`
      "How well revenue would have been forecast (1 of 3 origins, 2024-01-01 to
      2025-12-28)

      The model forecast well.
      Predicting sales well does not show that a ROAS is right.

      First 13 weeks     CRPS   MAPE  Inside 94 %  Inside 50 %
      This model      €24.6 k  4.1 %         87 %         44 %
      Without media   €37.2 k  6.2 %         90 %         45 %
      A year before   €36.4 k  6.1 %            –            –
      CRPS: the mean error of the whole forecast, intervals included; lower is better.

      Origin      Trained on    Model  No media  Year before
      2025-03-31          91        –         –            –
      2025-06-30          91        –         –            –
      2025-09-29          91  €24.6 k   €37.2 k      €36.4 k
      From 2025-03-31, nothing: the chains disagree (R-hat 1.30), so its forecast is
      not used.
      From 2025-06-30, nothing: There is no channel.
      From 2025-09-29, without channel radio_spend: it was 0 until then."
    `);
  });

  test('keeps to the width of the terminal', () => {
    for (const width of [60, 80, 100])
      for (const line of backtestReport(file, { width }).split('\n'))
        expect(line.length).toBeLessThanOrEqual(width);
  });

  test('without a scored origin there is no table of scores', () => {
    const none = backtestReport({ ...file, horizons: [], scored: 0, folds: file.folds.slice(0, 2) });
    expect(none).not.toContain('MAPE');
    expect(none).toContain('(0 of 2 origins');
  });
});
