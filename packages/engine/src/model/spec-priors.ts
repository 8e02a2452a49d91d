// Prior distributions as a spec states them.

export type NormalPrior = { readonly family: 'normal'; readonly mean: number; readonly sd: number };

/** Prior distributions in their field names; `sd` and `sigma` are standard deviations, `rate` an inverse `scale`. */
export type Prior =
  | NormalPrior
  | { readonly family: 'half_normal'; readonly sd: number }
  | { readonly family: 'log_normal'; readonly mu: number; readonly sigma: number }
  | { readonly family: 'gamma'; readonly shape: number; readonly rate: number }
  | { readonly family: 'beta'; readonly alpha: number; readonly beta: number }
  | { readonly family: 'uniform'; readonly low: number; readonly high: number }
  /** Open on the side of a bound that is not given; at least one is. */
  | {
      readonly family: 'truncated_normal';
      readonly mean: number;
      readonly sd: number;
      readonly low?: number;
      readonly high?: number;
    }
  | { readonly family: 'student_t'; readonly nu: number; readonly location: number; readonly scale: number }
  | { readonly family: 'laplace'; readonly location: number; readonly b: number }
  | { readonly family: 'inverse_gamma'; readonly shape: number; readonly scale: number }
  | { readonly family: 'exponential'; readonly rate: number };
