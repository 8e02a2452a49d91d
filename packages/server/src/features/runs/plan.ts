// A model before it is run: expanded over the data, with what it assumes, what it would cost, what is wrong with it.
import { type Fault, type PlanRequest, type PlanView, sentence, sizeRuleSentence } from '@mixmodel/contract';
import {
  expandSpec,
  InputError,
  type ModelData,
  type Problem,
  type Spec,
  type SpecDraft,
} from '@mixmodel/engine';
import { costOf } from '@mixmodel/runtime';
import type { Config } from '../../config.ts';
import type { Scope } from '../../http/scope.ts';
import type { Services } from '../../services.ts';
import { prepareForRun } from '../datasets/actions.ts';
import { overBudget } from './budget.ts';

/** The model `asked` means, or every reason why it is none: never an error for what a person can correct. */
export async function planRun(
  services: Services,
  scope: Scope,
  datasetId: string,
  asked: PlanRequest,
): Promise<PlanView> {
  const { data, draft, findings } = await prepareForRun(services, scope, datasetId, asked.spec);
  const errors = findings.filter(({ severity }) => severity === 'error');
  // Without date, target and media there is nothing that could be shown as a model.
  if (!draft) throw new InputError(errors);
  if (!data) return unplanned(draft, errors);
  try {
    return planned(draft, data, { sampling: asked.sampling, config: services.config });
  } catch (error) {
    if (error instanceof InputError) return unplanned(draft, error.problems);
    throw error;
  }
}

function planned(
  draft: SpecDraft,
  data: ModelData,
  { sampling, config }: { readonly sampling: PlanRequest['sampling']; readonly config: Config },
): PlanView {
  const { spec, mediaShare, sizeRule } = expandSpec(draft, data);
  const quick = costOf(data, spec, { ...sampling, mode: 'quick' }, config.threads);
  const full = costOf(data, spec, { ...sampling, mode: 'full' }, config.threads);
  const cost = sampling?.mode === 'quick' ? quick : full;
  return {
    ...models(draft, spec),
    totalMediaShare: { ...mediaShare, interval94: [...mediaShare.interval94] },
    sizeRule: sizeRuleSentence(sizeRule),
    estimateMs: { quick: quick.ms, full: full.ms },
    memoryMb: cost.memoryMb,
    faults: overBudget(cost, config).map(faultOf),
  };
}

function unplanned(draft: SpecDraft, problems: readonly Problem[]): PlanView {
  const nothing = { totalMediaShare: null, sizeRule: null, estimateMs: null, memoryMb: null };
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
