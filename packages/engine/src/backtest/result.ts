// What a backtest says: how well the model would have predicted, beside two baselines it has to beat.
import type { Accuracy } from '../fit/result.ts';
import type { Period } from '../model/data.ts';
import type { Spec } from '../model/spec.ts';
import type { Problem } from '../problem.ts';

/** The model; the same without its channels; the KPI of the same weeks a year before. */
export type Forecaster = 'model' | 'noMedia' | 'seasonalNaive';

export type Accuracies = Readonly<Record<Forecaster, Accuracy>>;

/** A part of the spec that one origin cannot learn of, because nothing happened before it. */
export interface LeftOut {
  readonly part: 'channel' | 'control' | 'treatment' | 'event' | 'lift_test' | 'size';
  /** Its column, or the name of the event or test. */
  readonly name: string;
  /** Why, as a problem's code: `zero_spend_channel`, `zero_variance`, …; `after_origin` for what was found later. */
  readonly code: string;
}

/** Forecasts from one origin: everything before it is known, nothing after it. */
export interface Fold {
  /** First day of the first period forecast, integer days since 1970-01-01. */
  readonly from: number;
  /** Periods with a KPI before it. */
  readonly trainingRows: number;
  /** `not_converged`: its draws are not to be used. `skipped`: no model could be made, for `problems`. */
  readonly status: 'scored' | 'not_converged' | 'skipped';
  readonly problems: readonly Problem[];
  readonly leftOut: readonly LeftOut[];
  /** How it was sampled in the end: what a quick look cannot settle is sampled in full. */
  readonly mode: 'quick' | 'full' | null;
  /** Largest R-hat of both fits; null where nothing was fitted. */
  readonly maxRHat: number | null;
  /** By horizon, shortest first; empty unless scored. */
  readonly horizons: readonly Accuracies[];
}

export interface Comparison {
  /** Mean CRPS of the model over that of the baseline: below 1 the model is closer. */
  readonly crpsRatio: number;
  /** Scored origins in which the model is closer. */
  readonly closer: number;
  readonly verdict: 'better' | 'alike' | 'worse';
}

/** The first periods after every origin, all origins together. */
export interface HorizonResult extends Accuracies {
  readonly weeks: number;
  readonly periods: number;
  readonly againstNoMedia: Comparison;
  readonly againstSeasonalNaive: Comparison;
  /** Whether the model's intervals hold as often as they say. */
  readonly intervals: 'narrow' | 'right' | 'wide';
}

export interface BacktestResult {
  /** As it would be fitted to all data; each fold makes its own. */
  readonly spec: Spec;
  readonly period: Period;
  readonly seed: number;
  /** How far the forecasts reach and how far origins are apart, in weeks. */
  readonly horizonWeeks: readonly number[];
  readonly originWeeks: number;
  readonly originsAsked: number;
  /** Controls that forecasts do without, because nobody knows them in advance. */
  readonly controlsLeftOut: readonly string[];
  /** True where controls that nobody knows in advance were used as they came to be. */
  readonly hindsight: boolean;
  /** Oldest first; fewer than asked where the data are short. */
  readonly folds: readonly Fold[];
  /** Scored folds; every number of `horizons` is theirs. */
  readonly scored: number;
  /** Shortest first; those with a row to score: empty where no fold could be scored. */
  readonly horizons: readonly HorizonResult[];
  readonly gradients: number;
  readonly wallMs: number;
}
