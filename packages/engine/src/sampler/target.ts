// What the sampler needs to know of a model: a log density on ℝⁿ with its gradient.

export interface Target {
  /** Dimensions of the unconstrained space. */
  readonly size: number;
  /**
   * Log density up to a constant at `position`, its gradient written into `gradient`.
   * Outside the support: −Infinity or NaN, and the gradient is not read.
   */
  logDensity(position: Float64Array, gradient: Float64Array): number;
}
