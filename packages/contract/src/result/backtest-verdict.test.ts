// What a backtest says in words, rule by rule, and its file.
import type { Accuracy, BacktestResult, Comparison, HorizonResult } from '@mixmodel/engine';
import { expandSpec, sample } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import { backtestSchema } from './backtest.ts';
import { backtestFile } from './backtest-file.ts';
import { backtestVerdict } from './backtest-verdict.ts';

const { data, draft } = sample();
const spec = expandSpec(draft, data).spec;

const accuracy: Accuracy = {
  rows: 52,
  r2: 0.7,
  mape: 0.05,
  mapeSkippedRows: 0,
  wmape: 0.05,
  crps: 100,
  coverage50: 27 / 52,
  coverage94: 49 / 52,
};
const better: Comparison = { crpsRatio: 0.42, closer: 4, verdict: 'better' };
const alike: Comparison = { crpsRatio: 1.02, closer: 2, verdict: 'alike' };
const worse: Comparison = { crpsRatio: 1.31, closer: 1, verdict: 'worse' };

const quarter: HorizonResult = {
  weeks: 13,
  periods: 13,
  model: accuracy,
  noMedia: accuracy,
  seasonalNaive: { ...accuracy, coverage94: Number.NaN },
  againstNoMedia: better,
  againstSeasonalNaive: better,
  intervals: 'right',
};

const fold: BacktestResult['folds'][number] = {
  from: 20087,
  trainingRows: 52,
  status: 'scored',
  problems: [],
  leftOut: [],
  mode: 'quick',
  maxRHat: 1.01,
  horizons: [{ model: accuracy, noMedia: accuracy, seasonalNaive: { ...accuracy, coverage94: Number.NaN } }],
};

function result(changes: Partial<BacktestResult> = {}): BacktestResult {
  return {
    spec,
    period: 'week',
    seed: 1,
    horizonWeeks: [13],
    originWeeks: 13,
    originsAsked: 4,
    controlsLeftOut: [],
    hindsight: false,
    folds: [fold, fold, fold, fold],
    scored: 4,
    horizons: [quarter],
    gradients: 1000,
    wallMs: 10,
    ...changes,
  };
}

const said = (horizon: Partial<HorizonResult>, changes: Partial<BacktestResult> = {}) =>
  backtestVerdict(result({ horizons: [{ ...quarter, ...horizon }], ...changes }));

describe('the verdict of a backtest', () => {
  test('is told beside both baselines, with the intervals and what it does not show', () => {
    expect(said({})).toEqual([
      'Over the first 13 weeks after an origin the model forecast revenue better than the same weeks a year before (CRPS 58 % lower, closer at 4 of 4 origins), and better than the same model without media (CRPS 58 % lower, closer at 4 of 4 origins).',
      'Its intervals held about as often as they say: 49 of 52 weeks (94 %) lay inside the 94 % intervals, 27 of 52 weeks (52 %) inside the 50 % intervals.',
      'Predicting sales well does not show that a ROAS is right.',
    ]);
  });

  test('says what it means when a baseline is not beaten', () => {
    const [first, ...rest] = said({ againstNoMedia: alike, againstSeasonalNaive: worse });
    expect(first).toContain(
      'worse than the same weeks a year before (CRPS 31 % higher, closer at 1 of 4 origins)',
    );
    expect(first).toContain('about as well as the same model without media (CRPS 2 % higher');
    expect(rest.slice(0, 2)).toEqual([
      'The baseline misses something that last year knew: an event, a price, a season, a trend.',
      'Knowing what was spent did not improve the forecast, which neither shows nor rules out an effect of media.',
    ]);
    expect(said({ againstNoMedia: worse })[1]).toMatch(/^Leaving media out forecast better/);
  });

  test('tells a shorter horizon only where it says something else', () => {
    const month = { ...quarter, weeks: 4, periods: 4 };
    expect(backtestVerdict(result({ horizons: [month, quarter] }))).toHaveLength(3);
    const other = backtestVerdict(result({ horizons: [{ ...month, againstNoMedia: alike }, quarter] }));
    expect(other[1]).toMatch(/^Over the first 4 weeks .* about as well as the same model without media/);
  });

  test('tells intervals that are narrow or wide', () => {
    expect(said({ intervals: 'narrow', model: { ...accuracy, coverage94: 0.75 } })[1]).toBe(
      'Its intervals were too narrow: 39 of 52 weeks (75 %) lay inside the 94 % intervals, 27 of 52 weeks (52 %) inside the 50 % intervals.',
    );
    expect(said({ intervals: 'wide' })[1]).toMatch(
      /^Its intervals were wider than they had to be: 27 of 52 weeks/,
    );
  });

  test('tells what was missing, and always ends with what it does not show', () => {
    const failed = { ...fold, status: 'not_converged' as const, horizons: [] };
    const skipped = { ...fold, status: 'skipped' as const, horizons: [] };
    const told = said(
      {},
      { folds: [failed, skipped, fold], scored: 1, controlsLeftOut: ['weather', 'price'], hindsight: true },
    );
    expect(told.slice(2)).toEqual([
      'The data are long enough for 3 of the 4 origins asked for.',
      '1 origin did not converge and counts nowhere.',
      '1 origin could not be forecast from and counts nowhere.',
      'Forecast without `weather` and `price`, which nobody knows in advance; mark a control that is known, such as a holiday, with `knownAhead: true`.',
      'Controls nobody knows in advance were used as they came to be: forecasts with hindsight.',
      'Predicting sales well does not show that a ROAS is right.',
    ]);
    expect(backtestVerdict(result({ horizons: [], scored: 0, folds: [failed] }))).toEqual([
      'No origin could be scored, so nothing is known of how well the model predicts.',
    ]);
  });
});

describe('the backtest file', () => {
  const origin = {
    versions: { mixmodel: '0.1.0', numerics: 1, node: '20.0.0' },
    data: {
      rows: 104,
      period: 'week' as const,
      firstDate: 19723,
      lastDate: 20444,
      sha256: 'a'.repeat(64),
      modelSha256: 'b'.repeat(64),
    },
  };

  test('survives JSON and its own schema, with dates, sentences and null for what is not there', () => {
    const problems = [{ code: 'no_media_cols', path: 'channels' }];
    const file = backtestFile(result({ folds: [{ ...fold, problems }] }), origin);
    expect(backtestSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    expect(file.folds[0]?.from).toBe('2024-12-30');
    expect(file.data).toMatchObject({ from: '2024-01-01', to: '2025-12-28' });
    expect(file.folds[0]?.problems[0]?.sentence).toMatch(/\.$/);
    expect(file.horizons[0]?.seasonalNaive.coverage94).toBeNull();
    expect(file.verdict.at(-1)).toBe('Predicting sales well does not show that a ROAS is right.');
  });

  test('refuses what it has no place for', () => {
    expect(() => backtestFile(result({ seed: -1 }), origin)).toThrow('the backtest cannot be written, seed');
  });
});
