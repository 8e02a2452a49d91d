// The model a user asks for, as plain JSON: `Spec` is complete, `SpecDraft` is what a person writes.

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

/** Weights α^s over lags 0..lMax−1; `normalize` divides them by their sum. */
export interface GeometricAdstock {
  readonly kind: 'geometric';
  /** Number of periods in the window, lag 0 included. */
  readonly lMax: number;
  readonly normalize: boolean;
  readonly priors: { readonly alpha: Prior };
}

export type Adstock = GeometricAdstock;

/** (1 − e^{−λx})/(1 + e^{−λx}) */
export interface LogisticSaturation {
  readonly kind: 'logistic';
  readonly priors: { readonly lam: Prior };
}

/** x^s/(κ^s + x^s) */
export interface HillSaturation {
  readonly kind: 'hill';
  readonly priors: { readonly kappa: Prior; readonly slope: Prior };
}

export type Saturation = LogisticSaturation | HillSaturation;

/**
 * What the prior on a channel's effect is stated about (METHOD §5).
 * `coefficient`: the amplitude β in scaled units. `roi` and `total_media`: return per unit of spend.
 * `contribution`: the channel's share of the KPI.
 */
export interface Size {
  readonly kind: 'coefficient' | 'roi' | 'total_media' | 'contribution';
  readonly prior: Prior;
}

export interface ChannelSpec {
  /** The spend column; for an organic channel its only column. It names the channel everywhere. */
  readonly column: string;
  /** What people call it. */
  readonly name: string;
  /** Column of impressions, clicks or GRPs that drives the effect in place of spend. */
  readonly exposure?: string;
  /** Media without spend: no ROAS. */
  readonly organic?: boolean;
  /** Spend that follows demand (brand search): a warning beside its ROAS. */
  readonly demandCaptured?: boolean;
  readonly order: 'adstock_first';
  readonly adstock: Adstock;
  readonly saturation: Saturation;
  readonly size: Size;
}

export interface Target {
  readonly column: string;
  readonly kind: 'money' | 'units';
  readonly currency?: string;
  /** Column with the money each KPI unit brings. */
  readonly revenuePerKpi?: string;
}

export interface Seasonality {
  /** Number of sine–cosine pairs; 0 switches it off. */
  readonly order: number;
  readonly prior: NormalPrior;
}

export interface Baseline {
  readonly intercept: NormalPrior;
  readonly trend: { readonly kind: 'none' } | { readonly kind: 'linear'; readonly prior: NormalPrior };
  readonly yearly: Seasonality;
  readonly weekly: Seasonality;
}

export interface ControlSpec {
  readonly column: string;
  /** An `outcome` of media is left out: controlling for it removes the effect being measured. */
  readonly role: 'confounder' | 'precision' | 'outcome';
  readonly prior: NormalPrior;
}

/** Fixed scales in place of those taken from the data (calibration, parity with another run). */
export interface Scales {
  readonly target: number;
  /** By channel column: the value divided out of its input. */
  readonly channels: Readonly<Record<string, number>>;
}

export interface Spec {
  readonly version: 1;
  readonly preset: 'default';
  readonly columns: { readonly date: string; readonly target: Target };
  readonly channels: readonly ChannelSpec[];
  readonly baseline: Baseline;
  readonly controls: readonly ControlSpec[];
  readonly likelihood: {
    readonly family: 'normal';
    readonly link: 'identity';
    readonly errors: 'independent';
    /** Prior on σ in scaled units. */
    readonly sigma: Prior;
  };
  readonly scales?: Scales;
}

export type ChannelDraft = Pick<ChannelSpec, 'column'> &
  Partial<Omit<ChannelSpec, 'column' | 'adstock' | 'saturation' | 'size'>> & {
    readonly adstock?: Partial<GeometricAdstock>;
    readonly size?: { readonly kind: Size['kind']; readonly prior?: Prior };
    readonly saturation?:
      | { readonly kind?: 'logistic'; readonly priors?: LogisticSaturation['priors'] }
      | { readonly kind: 'hill'; readonly priors?: Partial<HillSaturation['priors']> };
  };

export interface BaselineDraft {
  readonly intercept?: NormalPrior;
  readonly trend?: { readonly kind: 'none' } | { readonly kind: 'linear'; readonly prior?: NormalPrior };
  readonly yearly?: Partial<Seasonality>;
  readonly weekly?: Partial<Seasonality>;
}

/** What a person writes: only the columns are required, `expandSpec` fills in every default. */
export interface SpecDraft {
  readonly version?: 1;
  readonly preset?: 'default';
  readonly columns: { readonly date: string; readonly target: Target };
  readonly channels: readonly ChannelDraft[];
  readonly baseline?: BaselineDraft;
  readonly controls?: readonly (Pick<ControlSpec, 'column'> & Partial<ControlSpec>)[];
  readonly likelihood?: Partial<Spec['likelihood']>;
  readonly scales?: Scales;
}
