// The report of a run from its draws: what a fit ends with, and what its stored draws give again.
import { isMultiplicative } from '../insights/multiplicative.ts';
import { drawLayout } from '../insights/variables.ts';
import type { ModelData } from '../model/data.ts';
import { type ExpandedSpec, expandSpec } from '../model/expand.ts';
import { type Posterior, posterior } from '../model/posterior.ts';
import type { Spec, SpecDraft } from '../model/spec.ts';
import { assemble } from './assemble.ts';
import { type Checkup, checkup, thresholds, verdict } from './convergence.ts';
import type { Draws } from './draws.ts';
import { holdoutResult } from './holdout.ts';
import { liftResults } from './lift-results.ts';
import { checkLayout } from './read-draws.ts';
import type { FitResult, MultiplicativeLabels, Sampling } from './result.ts';
import { warningsOf } from './warnings.ts';

/** What draws cannot tell of the run that made them. */
export type RunFacts = Pick<
  Sampling,
  'mode' | 'seed' | 'warmup' | 'targetAcceptance' | 'wallMs' | 'gradients' | 'attempts'
> & {
  /** How size priors were chosen: an expanded spec no longer says. Without it, what expanding `spec` says. */
  readonly sizeRule?: ExpandedSpec['sizeRule'];
};

/** What a fit has in hand when its chains are done. */
export interface Run {
  readonly expanded: ExpandedSpec;
  readonly data: ModelData;
  readonly model: Posterior;
  readonly draws: Draws;
  /** Of these draws. */
  readonly found: Checkup;
}

/**
 * The result of a run from its draws, data and spec: the numbers `fit` gave, because both are written by `report`.
 * `facts` may be the `sampling` of an earlier result. Throws when the draws are of another spec.
 */
export function reassemble(
  data: ModelData,
  spec: SpecDraft | Spec,
  draws: Draws,
  { sizeRule, ...facts }: RunFacts,
): FitResult {
  const expanded = expandSpec(spec, data);
  const model = posterior(expanded.spec, data);
  checkLayout(draws, drawLayout(model));
  const found = checkup(draws, thresholds[facts.mode]);
  const chosen = sizeRule ? { ...expanded, sizeRule } : expanded;
  return report({ expanded: chosen, data, model, draws, found }, facts);
}

const multiplicative: MultiplicativeLabels = {
  contribution: 'attributed',
  roas: 'incremental',
  planning: 'refused',
};

export function report({ expanded, data, model, draws, found }: Run, facts: RunFacts): FitResult {
  const { mode, seed, warmup, targetAcceptance, wallMs, gradients, attempts } = facts;
  const chains = draws.segments.length;
  const { spec } = expanded;
  const summaries = {
    ...assemble(model, draws, found.checked, seed),
    ...(spec.liftTests ? { liftTests: liftResults({ spec, data, draws, seed }) } : {}),
  };
  return {
    spec: expanded.spec,
    sampling: {
      mode,
      seed,
      chains,
      warmup,
      draws: found.draws / chains,
      targetAcceptance,
      wallMs,
      gradients,
      divergences: found.divergences,
      attempts,
    },
    convergence: verdict(found, draws, thresholds[mode]),
    prior: { totalMediaShare: expanded.mediaShare, sizeRule: expanded.sizeRule },
    ...summaries,
    ...(isMultiplicative(model) ? { multiplicative } : {}),
    ...(expanded.spec.holdout ? { holdout: holdoutResult(model, data, draws, seed) } : {}),
    warnings: warningsOf(expanded, data, model, summaries),
  };
}
