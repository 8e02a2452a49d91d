// What the fits of a run have in common: where their chains run, what they keep, when they are to stop.
import type { Origin } from '@mixmodel/contract';
import type { ChainRunner, ModelData } from '@mixmodel/engine';
import { checkpointed, fitInOwnThread, type OwnThreadProgress, type WorkerPool } from '@mixmodel/runtime';
import type { SystemScope } from '../../../http/scope.ts';
import type { Services } from '../../../services.ts';
import type { AttemptPlace } from '../objects.ts';
import { checkpointsOf } from './checkpoints.ts';
import { type beginAttempt, chainsDrawn, type Fence, saveLineage } from './queries.ts';
import type { Tell } from './teller.ts';

export type Begun = NonNullable<Awaited<ReturnType<typeof beginAttempt>>>;
type Done = Extract<OwnThreadProgress, { phase: 'done' }>;

export interface Work {
  readonly services: Services;
  readonly scope: SystemScope;
  readonly pool: WorkerPool;
  readonly begun: Begun;
  /** The run is no more to be worked on, here or at all. */
  readonly signal: AbortSignal;
}

/** What of a run its fits are made of. */
export interface Inputs {
  readonly data: ModelData;
  readonly origin: Origin;
}

/** The main fit of the run; nothing when it was left. */
export async function fitRun(work: Work, { data, origin }: Inputs, tell: Tell): Promise<Done | undefined> {
  const { run, fence } = work.begun;
  const steps = fitInOwnThread(data, run.spec, {
    ...run.sampling,
    seed: run.seed,
    runChains: chainsOf(work, fence),
    attributes: { versions: origin.versions, data: origin.data },
    papers: { origin, sizeRule: run.sizeRule, at: 'screen' },
    signal: work.signal,
  });
  for await (const step of steps) {
    if (step.phase === 'done') return step;
    if (!(await tell.ofFit(step))) return undefined;
  }
  return undefined;
}

/** Chains of one fit, which keep what they have drawn. */
export function chainsOf(work: Work, fence: Fence): ChainRunner {
  const { services, scope, pool, signal } = work;
  return checkpointed(
    pool.runChainsUntil(signal),
    checkpointsOf(services, scope, placeOf(work.begun, fence)),
  );
}

export function placeOf({ run }: Begun, fence: Fence): AttemptPlace {
  return { ...fence, workspaceId: run.workspaceId };
}

/** Keeps what the draws of a fit were made of, before its checkpoints are tidied away. */
export async function noteLineage(
  { services: { database }, scope }: Work,
  { fitId }: Fence,
  { versions }: Origin,
): Promise<void> {
  const chains = await chainsDrawn(database, scope, fitId);
  await saveLineage(database, scope, fitId, { versions, chains });
}
