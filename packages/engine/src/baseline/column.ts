// One column of the linear block: its values by period and its Normal prior, in scaled units.
import type { NormalPrior } from '../model/spec.ts';

export interface BaselineColumn {
  /** The stored variable it belongs to, as PyMC-Marketing names it: `gamma_fourier`, `gamma_control`, … */
  readonly variable:
    | 'intercept_contribution'
    | 'trend_coefficient'
    | 'gamma_fourier'
    | 'gamma_weekly'
    | 'gamma_control';
  /** Label inside the variable: `sin_1`, a control's column; empty for a scalar. */
  readonly label: string;
  readonly values: Float64Array;
  readonly prior: NormalPrior;
}
