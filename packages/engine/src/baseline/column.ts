// One column of the linear block: its values by period and the prior of its coefficient, in scaled units.
import type { Prior } from '../model/spec.ts';
import type { LearnedScale } from './learned-scale.ts';

/** N(0, sd) with an sd that is learned with the rest: coefficient `index` of `scale`. */
export interface LearnedPrior {
  readonly family: 'learned';
  readonly scale: LearnedScale;
  readonly index: number;
}

export interface BaselineColumn {
  /** The stored variable it belongs to, as PyMC-Marketing names it: `gamma_fourier`, `gamma_control`, … */
  readonly variable:
    | 'intercept_contribution'
    | 'trend_coefficient'
    | 'trend_delta'
    | 'trend_gp'
    | 'gamma_fourier'
    | 'gamma_weekly'
    | 'gamma_monthly'
    | 'gamma_event'
    | 'gamma_control'
    | 'gamma_treatment';
  /** Label inside the variable: `sin_1`, a control's column; empty for a scalar. */
  readonly label: string;
  readonly values: Float64Array;
  readonly prior: Prior | LearnedPrior;
  /** The prior is about −coefficient: a size with a negative sign. */
  readonly mirrored?: boolean;
}
