// Standard deviations that are learned: a few parameters decide the variances of a run of columns.
import type { Prior } from '../model/spec.ts';

export interface LearnedParameter {
  /** The stored variable: `trend_delta_scale`, … */
  readonly variable: string;
  /** Its prior, on the value itself. */
  readonly prior: Prior;
}

export interface LearnedScale {
  readonly parameters: readonly LearnedParameter[];
  /** Logarithm of the variance of coefficient `index` at these values of the parameters, and its slopes by them. */
  logVariance(values: Float64Array, index: number, slopes: Float64Array): number;
}
