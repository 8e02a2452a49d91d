// Intercept and trend: none, a line, a line with hinges, or a Gaussian process.
import type { Baseline } from '../model/spec.ts';
import type { BaselineColumn } from './column.ts';
import { gaussianProcessColumns } from './gaussian-process.ts';
import { hingeColumns } from './hinges.ts';

/** The columns by date; what is stated about the training rows is about those with `mask` 1. */
export function trendColumns(
  baseline: Pick<Baseline, 'intercept' | 'trend'>,
  dates: readonly number[],
  mask: Float64Array,
): BaselineColumn[] {
  const { trend } = baseline;
  const intercept: BaselineColumn = {
    variable: 'intercept_contribution',
    label: '',
    values: new Float64Array(dates.length).fill(1),
    prior: baseline.intercept,
  };
  switch (trend.kind) {
    case 'none':
      return [intercept];
    case 'gaussian_process':
      return [intercept, ...gaussianProcessColumns(trend, dates, mask)];
    case 'linear':
    case 'piecewise': {
      const values = trainingTime(dates, mask);
      const line: BaselineColumn = { variable: 'trend_coefficient', label: '', values, prior: trend.prior };
      return [intercept, line, ...(trend.kind === 'linear' ? [] : hingeColumns(trend, values))];
    }
  }
}

/** (days since first)/(last − first) over the training rows, continuing beyond them. */
function trainingTime(dates: readonly number[], mask: Float64Array): Float64Array {
  const first = dates[mask.indexOf(1)];
  const span = dates[mask.lastIndexOf(1)] - first;
  return Float64Array.from(dates, (day) => (day - first) / span);
}
