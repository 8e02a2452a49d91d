// What every adstock can do: its weights by lag with their slopes, and how its parameters depend on the period.

/** How a parameter stated per week becomes that of a period of Δ days (`period.ts`). */
export type Scaling = 'retention' | 'squared_retention' | 'duration' | 'none';

export interface AdstockParameter {
  /** As PyMC-Marketing has it. */
  readonly name: 'alpha' | 'theta' | 'lam' | 'k';
  readonly support: 'fraction' | 'positive';
  readonly scaling: Scaling;
}

/** One number a lag, and for each parameter its slopes. */
export interface Weights {
  readonly values: Float64Array;
  readonly slopes: readonly Float64Array[];
}

export interface AdstockForm {
  readonly parameters: readonly AdstockParameter[];
  /**
   * Fills the weights of lags 0..L−1 at the parameters of a period. With `relative` they are meant up to a factor, which
   * may then be chosen so that they neither all vanish nor overflow; its own slopes may be left out.
   */
  weigh(parameters: ArrayLike<number>, out: Weights, relative: boolean): void;
}
