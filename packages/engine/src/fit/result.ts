// What a fit says: the engine's part of the result file (CONTRACTS, "Result file").
import type { Information } from '../diagnostics/information.ts';
import type { Estimate } from '../diagnostics/summarize.ts';
import type { ExpandedSpec } from '../model/expand.ts';
import type { MediaShare } from '../model/media-share.ts';
import type { Spec } from '../model/spec.ts';
import type { Algorithm } from '../sampler/chain.ts';

export interface ParameterSummary extends Estimate {
  /** As PyMC-Marketing names it: `adstock_alpha[tv_spend]`. */
  readonly name: string;
  readonly mcseMean: number;
  readonly rHat: number;
  readonly essBulk: number;
  readonly essTail: number;
}

export type ConvergenceCode =
  | 'r_hat'
  | 'ess_bulk'
  | 'ess_tail'
  | 'e_bfmi'
  | 'divergences'
  | 'tree_depth'
  | 'modes';

export interface ConvergenceProblem {
  readonly code: ConvergenceCode;
  /** The quantity that failed; for chain-wide checks `chain 2` or `all chains`. */
  readonly quantity: string;
  readonly value: number;
  readonly threshold: number;
  /** `block`: not converged. `warn`: shown with this warning. */
  readonly severity: 'block' | 'warn';
}

export interface Convergence {
  readonly passed: boolean;
  readonly maxRHat: number;
  readonly minEssBulk: number;
  readonly minEssTail: number;
  readonly minEBfmi: number;
  readonly problems: readonly ConvergenceProblem[];
}

/** One rung of the ladder: what was run, what it found, what was done next. */
export interface Attempt {
  readonly warmup: number;
  /** Kept draws a chain, those of earlier rungs that were extended included. */
  readonly draws: number;
  readonly targetAcceptance: number;
  /** Absent in results of numerics 1, which knew only `nuts`. */
  readonly algorithm?: Algorithm;
  readonly divergences: number;
  readonly maxRHat: number;
  readonly minEssBulk: number;
  readonly minEssTail: number;
  readonly outcome: 'passed' | 'extend' | 'rerun' | 'stop';
}

export interface Sampling {
  readonly mode: 'quick' | 'full';
  readonly seed: number;
  readonly chains: number;
  readonly warmup: number;
  readonly draws: number;
  readonly targetAcceptance: number;
  readonly wallMs: number;
  readonly gradients: number;
  readonly divergences: number;
  readonly attempts: readonly Attempt[];
}

/** Equal-tailed bands of a curve or series, one value a grid point. */
export interface Band {
  readonly mean: readonly number[];
  readonly q03: readonly number[];
  readonly q25: readonly number[];
  readonly q75: readonly number[];
  readonly q97: readonly number[];
}

/** Money (or KPI units) earned over the measured periods when every period's spend is multiplied by `scale`. */
export interface ResponseCurve extends Band {
  /** Multiples of historical spend, 0..2. */
  readonly scale: readonly number[];
  /** Total spend at each multiple. */
  readonly spend: readonly number[];
  /** True where more than 5 % of the adstocked input exceeds the largest ever seen. */
  readonly extrapolated: readonly boolean[];
  /** Draws the bands are computed from. */
  readonly draws: number;
}

export interface ChannelSummary {
  readonly name: string;
  readonly label: string;
  readonly spend: number;
  /** In KPI units over the measured periods. Where parts multiply: what is attributed, which adds up. */
  readonly contribution: Estimate;
  /** Only where parts multiply: what would be missing without the channel, which does not add up; returns are of it. */
  readonly incremental?: Estimate;
  /** Share of the KPI over the measured periods. */
  readonly share: Estimate;
  /** Reported-period ROAS; null without spend or without money. */
  readonly roas: Estimate | null;
  /** The tail after the last period counted, lead-in cancelled. */
  readonly roasOfSpend: Estimate | null;
  readonly marginalRoas: Estimate | null;
  /** Spend per KPI unit won; null where the KPI is money. A ratio with a heavy tail has no mean. */
  readonly costPerKpi: Pick<Estimate, 'median' | 'hdi94'> | null;
  /** Probability that the curve is nearly flat over the spend seen: the effect cannot be told from the baseline. */
  readonly flatProbability: number;
  /** α where the kind has one; the mean lag of its effect in periods. */
  readonly adstock: { readonly kind: string; readonly alpha: Estimate | null; readonly meanLag: Estimate };
  /** How full the channel is at its mean input; null where the curve grows for ever. */
  readonly saturation: { readonly kind: string; readonly level: Estimate | null };
  readonly responseCurve: ResponseCurve | null;
  /** How much of the return is the data, how much was assumed; null when the draws are too few to say. */
  readonly information: Information | null;
}

/** Price, promotion: what the company sets besides media. */
export interface TreatmentSummary {
  /** Its column. */
  readonly name: string;
  readonly label: string;
  /** The value at which it adds nothing, in the column's units. */
  readonly reference: number;
  /** What being away from the reference brought over the measured periods, in KPI units. */
  readonly contribution: Estimate;
  /** Share of the KPI over the measured periods. */
  readonly share: Estimate;
  /** KPI units a period for each unit of the column; where parts multiply, in a period of mean KPI. */
  readonly effect: Estimate;
}

/** How well a KPI was predicted on named rows. */
export interface Accuracy {
  /** Rows with a KPI: what everything here is about. */
  readonly rows: number;
  readonly r2: number;
  /** Mean absolute percentage error over rows with a KPI other than 0. */
  readonly mape: number;
  readonly mapeSkippedRows: number;
  readonly wmape: number;
  /** Mean continuous ranked probability score, in KPI units: the absolute error of a whole distribution. */
  readonly crps: number;
  /** Share of rows inside the 25–75 % predictive band. */
  readonly coverage50: number;
  /** Share of rows inside the 3–97 % predictive band. */
  readonly coverage94: number;
}

/** How well the periods that were held out are predicted; no other number of a result counts them. */
export interface HoldoutResult extends Accuracy {
  /** Periods held out, with a KPI or without. */
  readonly periods: number;
  /** First days of the first and the last of them, integer days since 1970-01-01. */
  readonly firstDate: number;
  readonly lastDate: number;
}

/** How well the rows a model was trained on are described. */
/** METHOD §6: two quantities that are one in the additive model. */
export interface MultiplicativeLabels {
  /** Contributions, shares and series: the baseline, treatments and channels add up to what is expected. */
  readonly contribution: 'attributed';
  /** ROAS, marginal ROAS, cost per KPI unit and response curves: all else as it was; they do not add up. */
  readonly roas: 'incremental';
  /** What a budget earns depends on the baseline of the periods it is spent in: none is planned. */
  readonly planning: 'refused';
}

export interface FitStatistics extends Accuracy {
  readonly bayesianR2: Estimate;
  readonly residualAcf1: number;
  /** Two-sided posterior predictive p-value of `residualAcf1`. */
  readonly residualAcf1PValue: number;
}

export interface FitWarning {
  readonly code: string;
  readonly column?: string;
  readonly facts?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** A lift test beside what the model says of it. */
export interface LiftTestResult {
  readonly name: string;
  /** By column. */
  readonly channels: readonly string[];
  /** Of the numbers below: KPI units, or log(1 + relative lift) where parts multiply. */
  readonly unit: 'kpi' | 'log_ratio';
  /** What the test measured, and its standard error. */
  readonly lift: number;
  readonly sd: number;
  /** What the model, which knows the test, says its lift was. */
  readonly predicted: Estimate;
  /**
   * What the model would expect had it never seen this test: from the draws, weighted by one over the test's likelihood,
   * or, where those can no longer tell, from a short fit without it. Absent in results of versions that only guessed it.
   */
  readonly expected?: { readonly mean: number; readonly sd: number; readonly by: 'weights' | 'refit' };
  /** Standard deviations between the test and what was expected; beyond 2.3 either way they disagree. */
  readonly z: number;
}

/** Everything a fit reports; the same spec, data and seed give the same numbers (`wallMs` apart). */
export interface FitResult {
  readonly spec: Spec;
  readonly sampling: Sampling;
  readonly convergence: Convergence;
  /** What the priors alone say about media, and which size prior the default rule chose and why. */
  readonly prior: { readonly totalMediaShare: MediaShare; readonly sizeRule: ExpandedSpec['sizeRule'] };
  readonly parameters: readonly ParameterSummary[];
  readonly channels: readonly ChannelSummary[];
  /** Only where parts multiply: what the numbers are, and what cannot be had. */
  readonly multiplicative?: MultiplicativeLabels;
  /** Absent without treatments. */
  readonly treatments?: readonly TreatmentSummary[];
  /** Absent without lift tests. */
  readonly liftTests?: readonly LiftTestResult[];
  /** Everything but media and treatments. */
  readonly baseline: Estimate;
  /** Probability that the baseline's total is below 0: media would then have brought more than there is. */
  readonly baselineNegative: number;
  readonly totalMedia: Estimate;
  readonly fit: FitStatistics;
  /** Absent without a holdout. */
  readonly holdout?: HoldoutResult;
  readonly warnings: readonly FitWarning[];
}
