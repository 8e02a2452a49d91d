// Tables of a backtest: how near its forecasts came beside two baselines, over all origins and from each.
import type { BacktestFile } from '@mixmodel/contract';
import { one, type RunTable, type Source, tableOf } from './table.ts';

type Accuracy = BacktestFile['horizons'][number]['model'];

const forecasters = [
  ['model', 'This model'],
  ['noMedia', 'Without media'],
  ['seasonalNaive', 'A year before'],
] as const;

interface Scored {
  readonly accuracy: Accuracy;
}

interface Origin {
  readonly fold: BacktestFile['folds'][number];
  readonly weeks: number | null;
  readonly words: string | null;
  readonly accuracy: Accuracy | null;
}

const scores: readonly Source<Scored>[] = [
  one('periods_scored', 'Periods scored', ({ accuracy }) => accuracy.rows),
  one('crps', 'CRPS', ({ accuracy }) => accuracy.crps),
  one('mape', 'MAPE', ({ accuracy }) => accuracy.mape),
  one('wmape', 'wMAPE', ({ accuracy }) => accuracy.wmape),
  one('r2', 'R²', ({ accuracy }) => accuracy.r2),
  one('coverage94', 'Inside 94 %', ({ accuracy }) => accuracy.coverage94),
  one('coverage50', 'Inside 50 %', ({ accuracy }) => accuracy.coverage50),
];

/** All origins together, by horizon. */
export function backtestTable({ horizons }: BacktestFile): RunTable {
  const rows = horizons.flatMap((horizon) =>
    forecasters.map(([key, words]) => ({
      horizon,
      words,
      accuracy: horizon[key],
      against: { model: null, noMedia: horizon.againstNoMedia, seasonalNaive: horizon.againstSeasonalNaive }[
        key
      ],
    })),
  );
  type Row = (typeof rows)[number];
  return tableOf<Row>('backtest', 'How well it would have been forecast', rows, [
    one('weeks', 'Weeks ahead', ({ horizon }) => horizon.weeks),
    one('forecaster', 'Forecast by', ({ words }) => words),
    ...scores,
    one('crps_ratio', 'CRPS of the model ÷ this', ({ against }) => against?.crpsRatio ?? null),
    one('model_is', 'The model is', ({ against }) => against?.verdict ?? null),
  ]);
}

/** Origin by origin, also those that could not be scored. */
export function backtestOriginsTable({ folds, horizons }: BacktestFile): RunTable {
  const rows = folds.flatMap((fold): Origin[] =>
    fold.horizons.length === 0
      ? [{ fold, weeks: null, words: null, accuracy: null }]
      : fold.horizons.flatMap((horizon, h) =>
          forecasters.map(([key, words]) => ({
            ...{ fold, words },
            weeks: horizons[h]?.weeks ?? null,
            accuracy: horizon[key],
          })),
        ),
  );
  const scored = scores.map(({ cell, ...column }) => ({
    ...column,
    cell: ({ accuracy }: Origin) => (accuracy ? cell({ accuracy }) : null),
  }));
  return tableOf<Origin>('backtest_origins', 'Forecasts from each origin', rows, [
    one('from', 'First day forecast', ({ fold }) => fold.from),
    one('trained_on', 'Periods before it', ({ fold }) => fold.trainingRows),
    one('status', 'Status', ({ fold }) => fold.status),
    one('weeks', 'Weeks ahead', ({ weeks }) => weeks),
    one('forecaster', 'Forecast by', ({ words }) => words),
    ...scored,
    one('max_r_hat', 'Largest R-hat', ({ fold }) => fold.maxRHat),
    one('left_out', 'Left out', ({ fold }) => fold.leftOut.map(({ name }) => name).join(', ') || null),
  ]);
}
