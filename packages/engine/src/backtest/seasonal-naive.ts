// The forecast to beat: the KPI of the same week a year before, as uncertain as it has been until now.
//
// Its distribution is conformal in kind (Lei et al. 2018): the point plus and minus every error it made in training.
import { crpsOfAtoms } from '../diagnostics/crps.ts';
import { type RowScore, scoreOf } from '../fit/accuracy.ts';

/** Fewer errors than this say nothing about a spread: the forecast is then a number, its CRPS the absolute error. */
const FEWEST_ERRORS = 8;

export interface SeasonalNaive {
  /** What it says of row `t`; undefined where the KPI of a year before is missing. */
  scoreAt(t: number): RowScore | undefined;
}

/** `kpi` up to and excluding row `origin` is what it knows, from row `first` on. */
export function seasonalNaive(
  kpi: Float64Array,
  first: number,
  origin: number,
  season: number,
): SeasonalNaive {
  const errors: number[] = [];
  for (let t = first + season; t < origin; t++) {
    const error = kpi[t] - kpi[t - season];
    if (!Number.isNaN(error)) errors.push(error, -error);
  }
  const around = errors.length / 2 < FEWEST_ERRORS ? null : Float64Array.from(errors);
  return {
    scoreAt(t) {
      const point = kpi[t - season];
      if (Number.isNaN(point) || Number.isNaN(kpi[t]) || t - season >= origin) return undefined;
      if (!around) return { actual: kpi[t], point, crps: Math.abs(kpi[t] - point) };
      return scoreOf(
        kpi[t],
        point,
        around.map((error) => point + error),
        crpsOfAtoms,
      );
    },
  };
}
