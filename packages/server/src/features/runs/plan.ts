// A model before it is run: expanded over the data, with what it assumes, what it would cost, what is wrong with it.
import { type Fault, type PlanRequest, type PlanView, sentence, sizeRuleSentence } from '@mixmodel/contract';
import { InputError, type Problem, type Spec, type SpecDraft } from '@mixmodel/engine';
import type { Scope } from '../../http/scope.ts';
import type { PlannedFile } from '../../reading/protocol.ts';
import type { Services } from '../../services.ts';
import { planForRun } from '../datasets/actions.ts';
import { costIn, inBacktest, overBudget, withBacktest } from './budget.ts';

/** The model `asked` means, or every reason why it is none: never an error for what a person can correct. */
export async function planRun(
  services: Services,
  scope: Scope,
  datasetId: string,
  asked: PlanRequest,
): Promise<PlanView> {
  const { draft, model, problems, findings, ...tested } = await planForRun(services, scope, datasetId, asked);
  const errors = findings.filter(({ severity }) => severity === 'error');
  // Without date, target and media there is nothing that could be shown as a model.
  if (!draft) throw new InputError(errors);
  if (!model) return unplanned(draft, [...errors, ...problems]);
  const cost = withBacktest(costIn(model, asked.sampling), tested.backtest);
  const faults = [...overBudget(cost, services.config), ...inBacktest(tested.backtestProblems)];
  return planned(draft, { model, backtest: tested.backtest }, cost.memoryMb, faults);
}

function planned(
  draft: SpecDraft,
  { model, backtest }: Pick<Required<PlannedFile>, 'model'> & Pick<PlannedFile, 'backtest'>,
  memoryMb: number,
  faults: readonly Problem[],
): PlanView {
  const { spec, mediaShare, sizeRule, cost } = model;
  return {
    ...models(draft, spec),
    totalMediaShare: { ...mediaShare, interval94: [...mediaShare.interval94] },
    sizeRule: sizeRuleSentence(sizeRule),
    estimateMs: { quick: cost.quick.ms, full: cost.full.ms },
    memoryMb,
    backtest: backtest ? { origins: backtest.folds.length, estimateMs: backtest.ms } : null,
    faults: faults.map(faultOf),
  };
}

function unplanned(draft: SpecDraft, problems: readonly Problem[]): PlanView {
  const nothing = { totalMediaShare: null, sizeRule: null, estimateMs: null, memoryMb: null, backtest: null };
  return { ...nothing, ...models(draft, null), faults: problems.map(faultOf) };
}

/** The engine's types forbid writing and the schema's do not say: the values are the same. */
function models(draft: SpecDraft, spec: Spec | null): Pick<PlanView, 'draft' | 'spec'> {
  return { draft: draft as PlanView['draft'], spec: spec as PlanView['spec'] };
}

function faultOf(problem: Problem): Fault {
  const { code, path, column, row } = problem;
  return {
    code,
    path,
    sentence: sentence(problem, 'screen'),
    ...(column !== undefined && { column }),
    ...(row !== undefined && { row }),
  };
}
