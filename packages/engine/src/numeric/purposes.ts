// Every use of randomness in one list: the second word of the Philox counter. Never renumber, only append.

export const purpose = {
  /** Where a chain starts: its own prior draw. */
  start: 1,
  /** Draw from the Laplace approximation at the chain's own mode. */
  laplace: 2,
  /** Finding the first step size. */
  stepSize: 3,
  /** One transition: momentum, then time and choice, or directions and choices of a tree. */
  transition: 4,
  /** Linear coefficients given the sampled ones. */
  linear: 5,
  /** Total media share implied by the priors. */
  priorCheck: 6,
  /** Replicated KPI for predictive bands and checks. */
  predictive: 7,
  /** Simulated data sets. */
  simulate: 8,
} as const;

export type Purpose = (typeof purpose)[keyof typeof purpose];
