// Changes of the trend's slope: hinges (t − m/10)₊ whose sizes share one learned scale.
import type { PiecewiseTrend } from '../model/spec.ts';
import { log } from '../numeric/elementary.ts';
import type { BaselineColumn } from './column.ts';
import type { LearnedScale } from './learned-scale.ts';

const HINGES = 8;

/** δ_m ~ N(0, τ) for m = 1..8; `time` runs from 0 to 1 over the training rows. */
export function hingeColumns({ scale: prior }: PiecewiseTrend, time: Float64Array): BaselineColumn[] {
  const scale: LearnedScale = {
    parameters: [{ variable: 'trend_delta_scale', prior }],
    logVariance(values, _, slopes) {
      slopes[0] = 2 / values[0];
      return 2 * log(values[0]);
    },
  };
  return Array.from({ length: HINGES }, (_, index): BaselineColumn => {
    const at = (index + 1) / 10;
    return {
      variable: 'trend_delta',
      label: `hinge_${index + 1}`,
      values: time.map((t) => Math.max(0, t - at)),
      prior: { family: 'learned', scale, index },
    };
  });
}
