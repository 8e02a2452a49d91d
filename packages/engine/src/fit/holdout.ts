// How well the periods that were held out are predicted, from the draws of a model that never saw their KPI.

import { expectedPart, meanPart, noisePart } from '../insights/parts.ts';
import { pointReader } from '../insights/point.ts';
import { columnOf, type ModelData } from '../model/data.ts';
import { firstHeldOut } from '../model/holdout.ts';
import type { Posterior } from '../model/posterior.ts';
import { accuracyOf, type RowScore, scoreOf } from './accuracy.ts';
import type { Draws } from './draws.ts';
import { PREDICTIVE_DRAWS } from './fit-statistics.ts';
import { visitThinned } from './read-draws.ts';
import type { HoldoutResult } from './result.ts';

/** The predicted KPI of the periods held out, in KPI units: media, controls and calendar as they came to be. */
export interface Forecast {
  /** Indices into the data; all periods held out, with a KPI or without. */
  readonly rows: readonly number[];
  /** Posterior mean of what is expected, by row: of mu, unless errors go on or parts multiply. */
  readonly mean: Float64Array;
  /** The KPI with its noise, by row then draw. */
  readonly draws: readonly Float64Array[];
}

/** The noise is that of the series' bands, so that what is counted here is what the charts show. */
export function forecastOf(model: Posterior, draws: Draws, seed: number): Forecast {
  const { rows, leadIn } = model.scaled;
  const first = firstHeldOut(rows, model.spec.holdout);
  const held = Array.from({ length: rows - first }, (_, i) => first + i);
  const count = visitThinned(draws, PREDICTIVE_DRAWS, () => {});
  const reader = pointReader(model, draws);
  const [addNoise, whole, expected] = [noisePart(model, seed), meanPart(model), expectedPart(model)];
  const [noise, sums, means] = [0, 1, 2].map(() => new Float64Array(rows - leadIn));
  const mean = new Float64Array(held.length);
  const predicted = held.map(() => new Float64Array(count));
  visitThinned(draws, PREDICTIVE_DRAWS, (values, offset, index) => {
    const point = reader.read(values, offset);
    addNoise(point, index, noise);
    whole(point, index, sums);
    expected(point, index, means);
    for (const [i, t] of held.entries()) {
      mean[i] += means[t - leadIn] / count;
      predicted[i][index] = sums[t - leadIn] + noise[t - leadIn];
    }
  });
  return { rows: held, mean, draws: predicted };
}

/** One score for each period held out whose KPI is known. */
export function scoresOf(forecast: Forecast, kpi: Float64Array): (RowScore & { readonly row: number })[] {
  return forecast.rows.flatMap((t, i) =>
    Number.isNaN(kpi[t]) ? [] : [{ row: t, ...scoreOf(kpi[t], forecast.mean[i], forecast.draws[i]) }],
  );
}

export function holdoutResult(model: Posterior, data: ModelData, draws: Draws, seed: number): HoldoutResult {
  const kpi = columnOf(data, model.spec.columns.target.column);
  const first = firstHeldOut(data.dates.length, model.spec.holdout);
  return {
    ...accuracyOf(scoresOf(forecastOf(model, draws, seed), kpi)),
    periods: data.dates.length - first,
    firstDate: data.dates[first],
    lastDate: data.dates[data.dates.length - 1],
  };
}
