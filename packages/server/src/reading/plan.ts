// A model over the data of a file: expanded, named by its hash, with its cost in either mode, or what is wrong with it.
import type { Prepared } from '@mixmodel/data';
import {
  backtestSettings,
  expandSpec,
  InputError,
  type ModelData,
  type Problem,
  planBacktest,
  type Spec,
  type SpecDraft,
} from '@mixmodel/engine';
import { backtestMsOf, costOf, modelSha256 } from '@mixmodel/runtime';
import type { Asked, PlannedBacktest, PlannedFile, PlannedModel } from './protocol.ts';

type Asking = Pick<Asked<'plan'>, 'sampling' | 'backtest' | 'threads'>;
type Planned = Pick<PlannedFile, 'model' | 'problems' | 'backtest' | 'backtestProblems'>;

export function planOf({ data, draft }: Pick<Prepared, 'data' | 'draft'>, asking: Asking): Planned {
  const nothing = { problems: [], backtestProblems: [] };
  if (!data || !draft) return nothing;
  const model = orProblems(() => modelOf(data, draft, asking));
  if (!model.made) return { ...nothing, problems: model.problems };
  if (!asking.backtest) return { ...nothing, model: model.made };
  const backtest = orProblems(() => backtestOf(data, model.made.spec, asking));
  return {
    ...nothing,
    model: model.made,
    ...(backtest.made ? { backtest: backtest.made } : { backtestProblems: backtest.problems }),
  };
}

type Made<T> = { readonly made: T } | { readonly made?: undefined; readonly problems: readonly Problem[] };

function orProblems<T>(make: () => T): Made<T> {
  try {
    return { made: make() };
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems };
    throw error;
  }
}

function modelOf(data: ModelData, draft: SpecDraft, { sampling, threads }: Asking): PlannedModel {
  const expanded = expandSpec(draft, data);
  const cost = (mode: 'quick' | 'full') => costOf(data, expanded.spec, { ...sampling, mode }, threads);
  return {
    ...expanded,
    modelSha256: modelSha256(data),
    cost: { quick: cost('quick'), full: cost('full') },
  };
}

/** Throws when there is no model for any origin. */
function backtestOf(data: ModelData, spec: Spec, { backtest = {}, threads }: Asking): PlannedBacktest {
  const plan = planBacktest(spec, data, backtestSettings(backtest));
  const folds = plan.folds.flatMap((fold, i) => (fold.spec ? [i + 1] : []));
  if (folds.length === 0) throw new InputError(plan.folds.at(-1)?.problems ?? []);
  return { folds, ms: backtestMsOf(plan, backtest, threads) };
}
