// What stands behind the charts of a fit: series, carry-over, distributions, densities, all summaries of the draws.
import type { Estimate } from '../diagnostics/summarize.ts';
import type { Band } from './result.ts';

/** Quantiles at 0, 1, 2 … 100 %: enough to read any probability to a percent. */
export type Quantiles = readonly number[];

/** The measured periods, one value each, in KPI units; from every k-th draw, at least 2,000 where there are so many. */
export interface Series {
  /** First day of each period, integer days since 1970-01-01. */
  readonly dates: readonly number[];
  /** The KPI as given; NaN where it is missing. */
  readonly actual: readonly number[];
  /** False where the period stands outside the likelihood. */
  readonly fitted: readonly boolean[];
  /** True where it was held out to see how well it is predicted; absent without a holdout. */
  readonly heldOut?: readonly boolean[];
  /** Predictive bands (noise included) around the mean of mu: the baseline's, the treatments' and the channels' together. */
  readonly predicted: Band;
  /** Everything but media and treatments: level, trend, season, events, controls. */
  readonly baseline: Band;
  /** What each treatment adds to its reference, in the order of the spec; absent without treatments. */
  readonly treatments?: readonly Band[];
  /** Contribution of each channel, in the order of the spec. */
  readonly channels: readonly Band[];
}

export interface ChannelInsights {
  /** The spend column. */
  readonly name: string;
  /** Share of the effect of one unit of spend by lag in periods, 0..lMax−1; sums to 1 in every draw. */
  readonly decay: Band;
  /** Periods after which half of the effect has come, that of lag s spread evenly over s..s+1 (METHOD §8). */
  readonly halfLife: Estimate;
  readonly contribution: Quantiles;
  /** Only where parts multiply: what would be missing without the channel. */
  readonly incremental?: Quantiles;
  readonly roas: Quantiles | null;
  readonly roasOfSpend: Quantiles | null;
  readonly marginalRoas: Quantiles | null;
  /** Probability that no other channel has a higher ROAS of its spend; null where no two can be compared. */
  readonly best: number | null;
}

/** All channels with spend together. */
export interface PaidMedia {
  readonly spend: number;
  readonly contribution: Estimate;
  /** Only where parts multiply: what would be missing without all of them together. */
  readonly incremental?: Estimate;
  /**
   * Σ money earned / Σ spend, as the channels' reported-period ROAS; null without money or spend. Where parts multiply
   * what would be missing without all of them together, which is less than the sum of what each alone would leave.
   */
  readonly roas: Estimate | null;
  readonly roasQuantiles: Quantiles | null;
}

/** A parameter's posterior beside its prior, as densities on one grid. */
export interface Density {
  /** As in `ParameterSummary`. */
  readonly name: string;
  /** Ascending, finer where the posterior is. */
  readonly grid: readonly number[];
  readonly posterior: readonly number[];
  /** Null where no prior is stated about this quantity. */
  readonly prior: readonly number[] | null;
}

export interface Insights {
  /** Σ KPI over the measured periods, in KPI units. */
  readonly kpi: number;
  readonly series: Series;
  readonly channels: readonly ChannelInsights[];
  readonly paid: PaidMedia;
  readonly densities: readonly Density[];
  /** Autocorrelation of actual − predicted at lags 1..8, and the half-width that noise alone stays within, 94 %. */
  readonly residuals: { readonly autocorrelation: readonly number[]; readonly noise: number };
}

/** One quantity chain by chain: to see with the eye whether the chains agree. */
export interface ChainView {
  readonly name: string;
  readonly chains: readonly {
    readonly mean: number;
    /** Every `every`-th draw, at most 200. */
    readonly trace: readonly number[];
    /** Draws of this chain in each of 20 equal bins of rank among all chains (Vehtari et al. 2021). */
    readonly ranks: readonly number[];
  }[];
  readonly every: number;
  /** Draws of each chain. */
  readonly draws: number;
  /** A bin of even ranks holds between these with probability 99 %, if draws were independent. */
  readonly evenRanks: readonly [number, number];
}
