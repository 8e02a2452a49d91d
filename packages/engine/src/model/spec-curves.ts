// Adstocks and saturations as a spec states them, with the priors of their parameters.
import type { Prior } from './spec-priors.ts';

/** No parameters, so no priors. */
export type None = Readonly<Record<string, never>>;

/** What every adstock has: weights over lags 0..lMax−1, and priors stated per week. */
interface LagWindow {
  /** Number of periods in the window, lag 0 included. */
  readonly lMax: number;
  /** Divides the weights by their sum. */
  readonly normalize: boolean;
}

/** α^s */
export interface GeometricAdstock extends LagWindow {
  readonly kind: 'geometric';
  readonly priors: { readonly alpha: Prior };
}

/** α^{(s−θ)²}: the most after θ. */
export interface DelayedAdstock extends LagWindow {
  readonly kind: 'delayed';
  readonly priors: { readonly alpha: Prior; readonly theta: Prior };
}

/** Density of Weibull(scale λ, shape k) at s + 1, stretched over the window to 0..1. */
export interface WeibullPdfAdstock extends LagWindow {
  readonly kind: 'weibull_pdf';
  readonly priors: { readonly lam: Prior; readonly k: Prior };
}

/** Each lag keeps 1 − cdf(s) of Weibull(scale λ, shape k) of the one before it. */
export interface WeibullCdfAdstock extends LagWindow {
  readonly kind: 'weibull_cdf';
  readonly priors: { readonly lam: Prior; readonly k: Prior };
}

/** (1 − s/D)^{1/α − 1}, D the window (Meridian) or one lag more (PyMC-Marketing). */
export interface BinomialAdstock extends LagWindow {
  readonly kind: 'binomial';
  readonly divisor: 'l_max' | 'l_max_plus_one';
  readonly priors: { readonly alpha: Prior };
}

/** Everything in the period of the spend: its window is 1. */
export interface NoAdstock extends LagWindow {
  readonly kind: 'none';
  readonly priors: None;
}

export type Adstock =
  | GeometricAdstock
  | DelayedAdstock
  | WeibullPdfAdstock
  | WeibullCdfAdstock
  | BinomialAdstock
  | NoAdstock;

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

/** The logistic curve that is half full at λ. */
export interface InverseScaledLogisticSaturation {
  readonly kind: 'inverse_scaled_logistic';
  readonly priors: { readonly lam: Prior };
}

/**
 * tanh(x/λ). Under the size `coefficient` it is stated as PyMC-Marketing's b·tanh(x/(b·c)): the size is b, and `c` takes
 * the place of `lam` = b·c.
 */
export interface TanhSaturation {
  readonly kind: 'tanh';
  readonly priors: { readonly lam?: Prior; readonly c?: Prior };
}

/** x/(λ + x) */
export interface MichaelisMentenSaturation {
  readonly kind: 'michaelis_menten';
  readonly priors: { readonly lam: Prior };
}

/** x^α */
export interface RootSaturation {
  readonly kind: 'root';
  readonly priors: { readonly alpha: Prior };
}

/** 1/(1 + e^{−beta·(x−λ)}) − 1/(1 + e^{beta·λ}) */
export interface HillSigmoidSaturation {
  readonly kind: 'hill_sigmoid';
  readonly priors: { readonly beta: Prior; readonly lam: Prior };
}

/** log(1 + x) of the input in its own units. */
export interface LogSaturation {
  readonly kind: 'log';
  readonly priors: None;
}

/** x */
export interface NoSaturation {
  readonly kind: 'none';
  readonly priors: None;
}

export type Saturation =
  | LogisticSaturation
  | InverseScaledLogisticSaturation
  | HillSaturation
  | TanhSaturation
  | MichaelisMentenSaturation
  | RootSaturation
  | HillSigmoidSaturation
  | LogSaturation
  | NoSaturation;
