// The model a user asks for, as plain JSON and complete; what a person writes of it is in spec-draft.ts.
import type { Adstock, Saturation } from './spec-curves.ts';
import type { Prior } from './spec-priors.ts';

export type * from './spec-curves.ts';
export type * from './spec-draft.ts';
export type * from './spec-priors.ts';

/** From the first day to the last, both YYYY-MM-DD: the periods whose first day lies between them. */
export interface Window {
  readonly first: string;
  readonly last: string;
}

/**
 * What the prior on a channel's effect is stated about (METHOD §5).
 * `coefficient` and `spend_share`: the amplitude β in scaled units. `roi` and `total_media`: return per unit of spend.
 * `mroi`: return on one hundredth more spend. `contribution`: the channel's share of the KPI.
 */
export interface Size {
  readonly kind: 'coefficient' | 'spend_share' | 'roi' | 'mroi' | 'total_media' | 'contribution';
  readonly prior: Prior;
  /** Of `roi`: the return of the spend in these periods alone, as an experiment measures it. Absent: of all spend. */
  readonly window?: Window;
  /** Of `roi`: where its prior comes from, when that is an experiment. */
  readonly experiment?: Experiment;
}

/**
 * What an experiment found of a channel's return, as Meridian's calibration takes it (METHOD §5):
 * the prior's mean is mean·(1/p + gamma), its sd is sd·√(1 + τ_spend + τ_recency + τ_duration + tau).
 */
export interface Experiment {
  /** Return per unit of spend, and its standard error. */
  readonly mean: number;
  readonly sd: number;
  /** How long it ran. */
  readonly weeks: number;
  /** From its end to the end of the data. */
  readonly weeksAgo: number;
  /** Its total spend, in currency; without it the experiment is taken to have spent at the channel's usual rate. */
  readonly spend?: number;
  /** γ_user: added to the factor of the mean. */
  readonly gamma: number;
  /** τ_user: added to the factor of the variance. */
  readonly tau: number;
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
  readonly order: 'adstock_first' | 'saturation_first';
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
  readonly prior: Prior;
}

/** A line over the training rows, 0 at the first and 1 at the last. */
export interface LinearTrend {
  readonly kind: 'linear';
  readonly prior: Prior;
}

/** A line whose slope changes at 0.1, 0.2, … 0.8 of the training rows. */
export interface PiecewiseTrend {
  readonly kind: 'piecewise';
  /** Of the first slope. */
  readonly prior: Prior;
  /** Of τ: the changes are N(0, τ). */
  readonly scale: Prior;
}

/** A smooth curve (Hilbert-space Gaussian process, Matérn 5/2) around the level. */
export interface GaussianProcessTrend {
  readonly kind: 'gaussian_process';
  /** Of η, how far it strays from the level. */
  readonly amplitude: Prior;
  /** Of ℓ, in years: how soon it turns. */
  readonly lengthScale: Prior;
}

export type Trend = { readonly kind: 'none' } | LinearTrend | PiecewiseTrend | GaussianProcessTrend;

/** What happens on some days and not on others: a sale, a launch, the public holidays of a country. */
export interface EventSpec {
  readonly name: string;
  /** ISO 3166-1 code of the country whose public holidays `dates` are; whoever reads the data's file fills them in. */
  readonly country?: string;
  /** The country's part (state, province) that has holidays of its own. */
  readonly region?: string;
  /** Single days, as YYYY-MM-DD. */
  readonly dates?: readonly string[];
  /** Runs of days, both ends included. */
  readonly windows?: readonly Window[];
  readonly prior: Prior;
}

export interface Baseline {
  readonly intercept: Prior;
  readonly trend: Trend;
  readonly yearly: Seasonality;
  readonly weekly: Seasonality;
  /** Absent: none. */
  readonly monthly?: Seasonality;
  readonly events?: readonly EventSpec[];
}

/** The side of 0 a coefficient is known to lie on. */
export type Sign = 'positive' | 'negative';

export interface ControlSpec {
  readonly column: string;
  /** An `outcome` of media is left out: controlling for it removes the effect being measured. */
  readonly role: 'confounder' | 'precision' | 'outcome';
  /** Its values are known before their period, as those of a calendar: forecasts may use it (backtests). */
  readonly knownAhead?: boolean;
  /** With a sign, a normal prior is cut at 0 and one on positive numbers is about the coefficient's size. */
  readonly sign?: Sign;
  readonly prior: Prior;
}

/** What the company sets besides media, as price or promotion: its effect is reported apart from the baseline. */
export interface TreatmentSpec {
  readonly column: string;
  /** What people call it. */
  readonly name: string;
  /** The value at which it adds nothing, in the column's units: the smallest unless given. */
  readonly reference?: number;
  readonly sign?: Sign;
  readonly prior: Prior;
}

/** What an experiment on spend found, as likelihood: lift ~ N(what the curves say of it, sd). */
export interface LiftTestSpec {
  readonly name: string;
  /** By column: all of them were changed at once. */
  readonly channels: readonly string[];
  /** When spend was changed. */
  readonly treated: Window;
  /** When the lift was counted. */
  readonly measured: Window;
  /** By column, in currency over all treated periods: spread like the spend in them, evenly where there was none. */
  readonly spendChange: Readonly<Record<string, number>>;
  /** In KPI units, over all measured periods together; below 0 where spend was cut. */
  readonly lift: number;
  /** Standard error of the lift. */
  readonly sd: number;
  /** Part of the market that was treated, above 0 and at most 1. */
  readonly marketShare: number;
  /** Of lift and sd. `log_ratio`, log(1 + relative lift) where treated, is what a multiplicative model knows, and no other. */
  readonly unit: 'kpi' | 'log_ratio';
}

/** Unless given: measured while treated, over the whole market, in KPI units. */
export type LiftTestDraft = Omit<LiftTestSpec, 'name' | 'measured' | 'marketShare' | 'unit'> &
  Partial<Pick<LiftTestSpec, 'name' | 'measured' | 'marketShare' | 'unit'>>;

/** Fixed scales in place of those taken from the data (calibration, parity with another run). */
export interface Scales {
  readonly target: number;
  /** Σ r·y of the training rows, what a contribution is a share of. Absent: the data's. */
  readonly kpiTotal?: number;
  /** By channel column: the value divided out of its input. */
  readonly channels: Readonly<Record<string, number>>;
}

/**
 * What an expansion took from the data. Where a value still stands in the spec as it is here nobody has changed it, and
 * whoever must not know those data (a holdout, a backtest) makes it anew.
 */
export interface FromData {
  /** First day of the last period it was taken from. */
  readonly until: string;
  /** By channel column: sizes that the rule chose. */
  readonly sizes?: Readonly<Record<string, Size>>;
  /** By channel column: priors of sizes whose kind was stated. */
  readonly sizePriors?: Readonly<Record<string, Prior>>;
  readonly yearlyOrder?: number;
  readonly intercept?: Prior;
  readonly scales?: Scales;
}

/** The last periods of the data, kept from the likelihood to see how well they are predicted. Media act on. */
export interface Holdout {
  readonly periods: number;
}

/** What is left between the mean and the KPI, and on which scale the mean adds up (METHOD §6). */
export interface LikelihoodSpec {
  readonly family: 'normal' | 'student_t';
  /** `log`: the parts multiply, as parts of the logarithm of the KPI over its geometric mean. */
  readonly link: 'identity' | 'log';
  /** `ar1`: each period's error carries ρ times the one before. */
  readonly errors: 'independent' | 'ar1';
  /** Prior on σ in scaled units: of a Student-t the scale, of AR(1) errors the sd of what is new in a period. */
  readonly sigma: Prior;
  /** Student-t: on the degrees of freedom ν, kept above 2. */
  readonly nu?: Prior;
  /** AR(1): on ρ, kept inside (−0.95, 0.95). */
  readonly rho?: Prior;
}

/** Whose defaults a draft left to: MixModel's, PyMC-Marketing's or Google Meridian's. */
export type Preset = 'default' | 'pymc_1_3' | 'meridian_2_1';

export interface Spec {
  readonly version: 1;
  readonly preset: Preset;
  readonly columns: { readonly date: string; readonly target: Target };
  readonly channels: readonly ChannelSpec[];
  readonly baseline: Baseline;
  readonly controls: readonly ControlSpec[];
  /** Absent: none. */
  readonly treatments?: readonly TreatmentSpec[];
  readonly likelihood: LikelihoodSpec;
  /** Absent: none. */
  readonly holdout?: Holdout;
  /** Absent: none. */
  readonly liftTests?: readonly LiftTestSpec[];
  readonly scales?: Scales;
  /** Absent: nothing was. */
  readonly fromData?: FromData;
}
