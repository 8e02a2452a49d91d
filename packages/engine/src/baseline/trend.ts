// Intercept and linear trend.
import type { Baseline } from '../model/spec.ts';
import type { BaselineColumn } from './column.ts';

/** A column of ones, and (days since first)/(last − first) over the training rows (`mask` 1), continuing beyond them. */
export function trendColumns(
  baseline: Baseline,
  dates: readonly number[],
  mask: Float64Array,
): BaselineColumn[] {
  const intercept: BaselineColumn = {
    variable: 'intercept_contribution',
    label: '',
    values: new Float64Array(dates.length).fill(1),
    prior: baseline.intercept,
  };
  if (baseline.trend.kind === 'none') return [intercept];
  const first = dates[mask.indexOf(1)];
  const span = dates[mask.lastIndexOf(1)] - first;
  const values = Float64Array.from(dates, (day) => (day - first) / span);
  return [intercept, { variable: 'trend_coefficient', label: '', values, prior: baseline.trend.prior }];
}
