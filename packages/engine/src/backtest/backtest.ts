// Leave-future-out backtests: what the model would have forecast from several origins, scored against what came.

import { thresholds, verdict } from '../fit/convergence.ts';
import { type Climbed, type ClimbProgress, climb } from '../fit/fit.ts';
import { forecastOf, scoresOf } from '../fit/holdout.ts';
import { type Mode, samplingSettings } from '../fit/settings.ts';
import { drawLayout } from '../insights/variables.ts';
import { columnOf, type ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { type Posterior, posterior } from '../model/posterior.ts';
import type { Spec, SpecDraft } from '../model/spec.ts';
import { InputError } from '../problem.ts';
import { type FoldScores, foldAccuracies, horizonResult } from './compare.ts';
import { type Plan, type PlannedFold, planBacktest } from './plan.ts';
import type { BacktestResult, Fold } from './result.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { type BacktestFit, type BacktestOptions, backtestSettings } from './settings.ts';

export type BacktestProgress =
  | (BacktestFit & {
      readonly phase: 'fold';
      readonly of: number;
      /** Part of the whole backtest that is done, 0..1; it never goes back. */
      readonly fraction: number;
      /** What this fit itself tells. */
      readonly fit: ClimbProgress;
    })
  | { readonly phase: 'done'; readonly result: BacktestResult };

/**
 * Backtests `spec` on `data`. As with `fit` the loop belongs to the caller, and leaving it stops the chains. Every fold
 * is a fit that anyone can repeat: the data up to its last forecast, those periods as `holdout`, the same seed.
 * Quick unless a mode is said; a fold that a quick look cannot settle is sampled in full, with its ladder.
 */
export async function* backtest(
  data: ModelData,
  spec: SpecDraft | Spec,
  options: BacktestOptions = {},
): AsyncGenerator<BacktestProgress, void, undefined> {
  const settings = backtestSettings(options);
  const plan = planBacktest(spec, data, settings);
  if (plan.folds.every((fold) => !fold.spec)) throw new InputError(plan.folds.at(-1)?.problems ?? []);
  const began = options.now?.() ?? 0;
  const folds: Fold[] = [];
  const scored: FoldScores[] = [];
  let gradients = 0;
  for (const [i, planned] of plan.folds.entries()) {
    const found = yield* runFold(planned, plan, options, i);
    folds.push(found.fold);
    gradients += found.gradients;
    if (found.scores) scored.push(found.scores);
  }
  const { horizonWeeks, originWeeks, origins, hindsight } = settings;
  const result: BacktestResult = {
    spec: expandSpec(spec, data).spec,
    period: data.period,
    seed: samplingSettings(options).seed,
    horizonWeeks,
    originWeeks,
    originsAsked: origins,
    controlsLeftOut: plan.controlsLeftOut,
    hindsight,
    folds,
    scored: scored.length,
    horizons: plan.horizons
      .map((horizon) => horizonResult(scored, horizon))
      .filter(({ model }) => model.rows > 0),
    gradients,
    wallMs: (options.now?.() ?? 0) - began,
  };
  yield { phase: 'done', result };
}

/** One of the two fits of a fold. */
interface FoldFit {
  readonly fit: BacktestFit;
  /** A step of it as one of the whole backtest; `done` is its part that is done. */
  told(step: ClimbProgress, done: number): BacktestProgress;
}

interface FoundFold {
  readonly fold: Fold;
  readonly scores?: FoldScores;
  readonly gradients: number;
}

async function* runFold(
  planned: PlannedFold,
  plan: Plan,
  options: BacktestOptions,
  index: number,
): AsyncGenerator<BacktestProgress, FoundFold, undefined> {
  const { data, spec, origin, trainingRows, leftOut, problems } = planned;
  const known = { from: data.dates[origin], trainingRows, leftOut, problems };
  if (!spec)
    return {
      fold: { ...known, status: 'skipped', mode: null, maxRHat: null, horizons: [] },
      gradients: 0,
    };
  const of = plan.folds.length;
  const part = (fit: BacktestFit): FoldFit => ({
    fit,
    told: (step, done) => {
      const before = fit.forecaster === 'model' ? 0 : 1;
      return { phase: 'fold', ...fit, of, fraction: (index + (before + done) / 2) / of, fit: step };
    },
  });
  const fold = index + 1;
  const withMedia = yield* sampled(spec, data, options, part({ fold, forecaster: 'model' }));
  const without = yield* sampled(withoutMedia(spec), data, options, part({ fold, forecaster: 'noMedia' }));
  const passed = withMedia.passed && without.passed;
  const rows = passed ? foldScores(planned, plan, withMedia, without) : [];
  const scores = rows.length > 0 ? rows : undefined;
  return {
    fold: {
      ...known,
      ...(passed && !scores ? { problems: [{ code: 'backtest_without_rows', path: '' }] } : {}),
      status: scores ? 'scored' : passed ? 'skipped' : 'not_converged',
      mode: withMedia.mode === 'full' || without.mode === 'full' ? 'full' : 'quick',
      maxRHat: Math.max(withMedia.maxRHat, without.maxRHat),
      horizons: scores ? plan.horizons.map(({ periods }) => foldAccuracies(scores, periods)) : [],
    },
    ...(scores ? { scores } : {}),
    gradients: withMedia.gradients + without.gradients,
  };
}

/** The same baseline and noise; experiments are about channels. */
function withoutMedia({ liftTests: _, ...spec }: Spec): Spec {
  return { ...spec, channels: [] };
}

interface Sampled extends Pick<Climbed, 'draws' | 'gradients'> {
  readonly model: Posterior;
  readonly mode: Mode;
  readonly passed: boolean;
  readonly maxRHat: number;
  readonly seed: number;
}

/** A quick look, and a full fit where that does not settle it; just the full fit where one was asked for. */
async function* sampled(
  spec: Spec,
  data: ModelData,
  options: BacktestOptions,
  { fit, told }: FoldFit,
): AsyncGenerator<BacktestProgress, Sampled, undefined> {
  const model = posterior(spec, data);
  const layout = drawLayout(model);
  const runChains = options.runChainsOf?.(fit) ?? options.runChains;
  let gradients = 0;
  let furthest = 0;
  for (const mode of options.mode === 'full' ? (['full'] as const) : (['quick', 'full'] as const)) {
    const settings = samplingSettings({ ...options, mode });
    const done: { climbed?: Climbed } = {};
    const steps = kept(climb(spec, data, settings, layout, { ...options, runChains }), (climbed) => {
      done.climbed = climbed;
    });
    for await (const step of steps) {
      if ('fraction' in step) furthest = Math.max(furthest, step.fraction);
      yield told(step, furthest);
    }
    if (!done.climbed) throw new Error('a fit ended without draws');
    const { draws, found, gradients: spent } = done.climbed;
    gradients += spent;
    const { passed, maxRHat } = verdict(found, draws, thresholds[mode]);
    if (passed || mode === 'full')
      return { draws, model, mode, passed, maxRHat, gradients, seed: settings.seed };
  }
  throw new Error('a full fit ends a fold');
}

/** The same steps, what they end with given away: leaving the loop over them stops them. */
async function* kept<Step, Result>(
  steps: AsyncGenerator<Step, Result, undefined>,
  keep: (result: Result) => void,
): AsyncGenerator<Step, void, undefined> {
  keep(yield* steps);
}

/** The rows all three have something to say about. */
function foldScores(
  { data, origin, spec }: PlannedFold,
  plan: Plan,
  ...fits: readonly Sampled[]
): FoldScores {
  const kpi = columnOf(data, spec?.columns.target.column ?? '');
  const naive = seasonalNaive(kpi, data.leadIn, origin, plan.season);
  const [model, noMedia] = fits.map((fit) => scoresOf(forecastOf(fit.model, fit.draws, fit.seed), kpi));
  return model.flatMap((score, i) => {
    const before = naive.scoreAt(score.row);
    if (!before) return [];
    return [{ ahead: score.row - origin, model: score, noMedia: noMedia[i], seasonalNaive: before }];
  });
}
