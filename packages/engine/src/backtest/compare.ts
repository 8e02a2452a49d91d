// Scores of all folds together, and whether the model does better than its baselines by them.
import { accuracyOf, type RowScore } from '../fit/accuracy.ts';
import type { Accuracy } from '../fit/result.ts';
import type { Horizon } from './plan.ts';
import type { Accuracies, Comparison, Forecaster, HorizonResult } from './result.ts';

/** Of one fold, by period after its origin: the same rows for all three. */
export type FoldScores = readonly (Readonly<Record<Forecaster, RowScore>> & {
  /** Periods after the origin, from 0. */
  readonly ahead: number;
})[];

/** A difference below this is none. */
const ALIKE = 0.05;

/** Coverage this many standard errors off, were rows independent, is called so: errors of neighbouring rows are alike. */
const STANDARD_ERRORS = 3;

/** The first `periods` of a fold. */
export function foldAccuracies(scores: FoldScores, periods: number): Accuracies {
  const rows = scores.filter(({ ahead }) => ahead < periods);
  const of = (forecaster: Forecaster) => accuracyOf(rows.map((row) => row[forecaster]));
  return { model: of('model'), noMedia: of('noMedia'), seasonalNaive: of('seasonalNaive') };
}

/** The first `periods` of all folds. */
export function horizonResult(folds: readonly FoldScores[], { weeks, periods }: Horizon): HorizonResult {
  const all = foldAccuracies(folds.flat(), periods);
  const each = folds.map((scores) => foldAccuracies(scores, periods));
  return {
    weeks,
    periods,
    ...all,
    againstNoMedia: comparison(all, each, 'noMedia'),
    againstSeasonalNaive: comparison(all, each, 'seasonalNaive'),
    intervals: intervalsOf(all.model),
  };
}

/** Closer by 5 % over all rows, and closer in most origins: one lucky quarter is no finding. */
function comparison(all: Accuracies, each: readonly Accuracies[], baseline: Forecaster): Comparison {
  const crpsRatio = all.model.crps / all[baseline].crps;
  const closer = each.filter((fold) => fold.model.crps < fold[baseline].crps).length;
  const most = each.length / 2;
  const verdict =
    crpsRatio < 1 - ALIKE && closer > most
      ? 'better'
      : crpsRatio > 1 + ALIKE && closer < most
        ? 'worse'
        : 'alike';
  return { crpsRatio, closer, verdict };
}

function intervalsOf({ coverage50, coverage94, rows }: Accuracy): HorizonResult['intervals'] {
  const error = (share: number) => STANDARD_ERRORS * Math.sqrt((share * (1 - share)) / rows);
  if (coverage94 < 0.94 - error(0.94) || coverage50 < 0.5 - error(0.5)) return 'narrow';
  return coverage50 > 0.5 + error(0.5) ? 'wide' : 'right';
}
