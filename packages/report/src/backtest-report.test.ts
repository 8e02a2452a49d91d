// A backtest as text: the verdict first, scores beside both baselines, what each origin was spared.
import { describe, expect, test } from 'vitest';
import { backtestOfSample as file } from '../fixtures/backtest.ts';
import { backtestReport } from './backtest-report.ts';

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
