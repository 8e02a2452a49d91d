// The folds of a backtest: for each origin the data up to its last forecast and the spec as it would have been then.

import { before } from '../model/check-holdout.ts';
import { columnOf, type ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { trainingMask } from '../model/holdout.ts';
import type { Spec, SpecDraft } from '../model/spec.ts';
import { InputError, type Problem } from '../problem.ts';
import { foundBy } from './experiments.ts';
import { forecastable, specThen } from './fold-spec.ts';
import type { LeftOut } from './result.ts';
import { type BacktestSettings, periodsIn, YEAR_WEEKS } from './settings.ts';

export interface PlannedFold {
  /** Index of the first period forecast. */
  readonly origin: number;
  readonly trainingRows: number;
  /** Ends with the last forecast. */
  readonly data: ModelData;
  /** With the forecast periods as its holdout; absent where no model can be made. */
  readonly spec?: Spec;
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly Problem[];
}

export interface Horizon {
  readonly weeks: number;
  readonly periods: number;
}

export interface Plan {
  /** Shortest first; those that are the same number of periods are one. */
  readonly horizons: readonly Horizon[];
  /** Periods to the same week a year before. */
  readonly season: number;
  readonly controlsLeftOut: readonly string[];
  /** Oldest first. */
  readonly folds: readonly PlannedFold[];
}

/**
 * Leave-future-out: the last origin is the longest horizon before the end, the others come before it. Each fold's
 * defaults, scales and size priors are made anew from what came before its origin. Throws when not one fits.
 */
export function planBacktest(draft: SpecDraft, data: ModelData, settings: BacktestSettings): Plan {
  const { period, leadIn } = data;
  // Throws what is wrong with the whole data.
  expandSpec(draft, data);
  const { draft: ahead, controlsLeftOut } = forecastable(draft, settings.hindsight);
  const horizons = settings.horizonWeeks
    .map((weeks): Horizon => ({ weeks, periods: periodsIn(weeks, period) }))
    .filter(({ periods }, h, all) => periods !== all[h - 1]?.periods);
  const longest = horizons[horizons.length - 1].periods;
  const season = periodsIn(YEAR_WEEKS, period);
  const kpi = columnOf(data, draft.columns.target.column);
  const known = trainingMask(kpi, data, undefined);
  const end = known.lastIndexOf(1) + 1;
  const step = periodsIn(settings.originWeeks, period);
  const origins = Array.from({ length: settings.origins }, (_, k) => end - longest - k * step)
    .filter((origin) => origin - leadIn >= season)
    .reverse();
  if (origins.length === 0)
    throw new InputError([
      {
        code: 'backtest_too_short',
        path: '',
        facts: { got: Math.max(0, end - leadIn), least: season + longest, period },
      },
    ]);
  const folds = origins.map((origin): PlannedFold => {
    const part = before(data, origin + longest);
    const trainingRows = known.subarray(0, origin).reduce((a, b) => a + b, 0);
    const found = foundBy(ahead, data, origin);
    const then = specThen({ ...found.draft, holdout: { periods: longest } }, part);
    return { origin, trainingRows, data: part, ...then, leftOut: [...found.leftOut, ...then.leftOut] };
  });
  return { horizons, season, controlsLeftOut, folds };
}
