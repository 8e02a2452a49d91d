// A model over the data of a file: expanded, named by its hash, with its cost in either mode, or what is wrong with it.
import type { Prepared } from '@mixmodel/data';
import { expandSpec, InputError, type ModelData, type SpecDraft } from '@mixmodel/engine';
import { costOf, modelSha256 } from '@mixmodel/runtime';
import type { Asked, PlannedFile, PlannedModel } from './protocol.ts';

type Costing = Pick<Asked<'plan'>, 'sampling' | 'threads'>;

export function planOf(
  { data, draft }: Pick<Prepared, 'data' | 'draft'>,
  costing: Costing,
): Pick<PlannedFile, 'model' | 'problems'> {
  if (!data || !draft) return { problems: [] };
  try {
    return { model: modelOf(data, draft, costing), problems: [] };
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems };
    throw error;
  }
}

function modelOf(data: ModelData, draft: SpecDraft, { sampling, threads }: Costing): PlannedModel {
  const expanded = expandSpec(draft, data);
  const cost = (mode: 'quick' | 'full') => costOf(data, expanded.spec, { ...sampling, mode }, threads);
  return {
    ...expanded,
    modelSha256: modelSha256(data),
    cost: { quick: cost('quick'), full: cost('full') },
  };
}
