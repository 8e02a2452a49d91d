// One run from its row to its results: fit, keep what is drawn, tell how far it is, store what came out.
import { type Origin, sentence, sentencesOf } from '@mixmodel/contract';
import { ENGINE_NUMERICS, InputError } from '@mixmodel/engine';
import { checkpointed, fitInOwnThread, type OwnThreadProgress, type WorkerPool } from '@mixmodel/runtime';
import type { RunError } from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';
import { isOfDatabase, loggable } from '../../../loggable.ts';
import { isDiskFull, refuse } from '../../../refuse.ts';
import type { Services } from '../../../services.ts';
import { mostStalledAttempts } from '../budget.ts';
import { topicOf, turnsTopic } from '../events.ts';
import { inputsOf } from '../inputs.ts';
import { type AttemptPlace, drawsPrefix, putDraws } from '../objects.ts';
import { storeResults } from '../stored-results.ts';
import { checkpointsOf } from './checkpoints.ts';
import { progressMeter } from './progress.ts';
import { beginAttempt, chainsDrawn, endRun, saveLineage, saveProgress } from './queries.ts';

type Begun = NonNullable<Awaited<ReturnType<typeof beginAttempt>>>;
type Done = Extract<OwnThreadProgress, { phase: 'done' }>;

/** Progress is written at most so often. */
const tellEveryMs = 250;

/**
 * Works on the run until it has ended or is somebody else's, or until `signal` says that the program is to end: then
 * the row stays as it is, and the next start goes on from the last checkpoint.
 */
export async function execute(
  services: Services,
  { scope, pool }: { readonly scope: SystemScope; readonly pool: WorkerPool },
  runId: string,
  signal: AbortSignal,
): Promise<void> {
  const { database, clock, events } = services;
  const begun = await beginAttempt(database, scope, runId, { at: clock.now(), numerics: ENGINE_NUMERICS });
  if (!begun) return;
  events.publish(topicOf(runId));
  events.publish(turnsTopic);
  try {
    if (begun.stalled > mostStalledAttempts)
      throw refuse('run_stuck', { facts: { attempts: mostStalledAttempts } });
    await fitRun({ services, scope, pool, begun }, signal);
  } catch (error) {
    const end = { state: 'failed', finishedAt: clock.now(), error: errorOf(error) } as const;
    // Refused when the run was cancelled or begun anew: then this failure is of no interest.
    if (await endRun(database, scope, begun.fence, end)) events.publish(topicOf(runId));
  }
}

interface Work {
  readonly services: Services;
  readonly scope: SystemScope;
  readonly pool: WorkerPool;
  readonly begun: Begun;
}

async function fitRun({ services, scope, pool, begun }: Work, signal: AbortSignal): Promise<void> {
  const { run, dataset, fence } = begun;
  const place: AttemptPlace = { ...fence, workspaceId: run.workspaceId };
  const { data, origin } = await inputsOf(services, run, dataset);
  const tell = teller({ services, scope, pool, begun });
  const steps = fitInOwnThread(data, run.spec, {
    ...run.sampling,
    seed: run.seed,
    runChains: checkpointed(pool.runChains, checkpointsOf(services, scope, place)),
    attributes: { versions: origin.versions, data: origin.data },
    papers: { origin, sizeRule: run.sizeRule, at: 'screen' },
  });
  for await (const step of steps) {
    // What is done is stored, also while the program ends.
    if (step.phase === 'done') await complete({ services, scope, pool, begun }, step, origin);
    else if (signal.aborted || !(await tell(step))) return;
  }
}

async function complete({ services, scope, begun }: Work, done: Done, origin: Origin): Promise<void> {
  const { database, objects, clock, events } = services;
  const { run, fence } = begun;
  const place = { ...fence, workspaceId: run.workspaceId };
  await putDraws(objects, drawsPrefix(place), done.store);
  const results = await storeResults(objects, place, done);
  const chains = await chainsDrawn(database, scope, fence.fitId);
  await saveLineage(database, scope, fence.fitId, { versions: origin.versions, chains });
  await endRun(database, scope, fence, {
    state: 'completed',
    finishedAt: clock.now(),
    converged: done.converged,
    ...results,
  });
  events.publish(topicOf(run.id));
}

/** Writes progress now and then; false when the run is not this attempt's any more. */
function teller({ services, scope, begun }: Work) {
  const { database, events } = services;
  const meter = progressMeter();
  let toldAt = Number.NEGATIVE_INFINITY;
  let toldPhase = '';
  return async (step: Exclude<OwnThreadProgress, Done>): Promise<boolean> => {
    const now = performance.now();
    const progress = meter.read(step, now);
    if (now - toldAt < tellEveryMs && progress.phase === toldPhase) return true;
    [toldAt, toldPhase] = [now, progress.phase];
    const wanted = await saveProgress(database, scope, begun.fence, progress);
    if (wanted) events.publish(topicOf(begun.run.id));
    return wanted;
  };
}

/** Why a run failed, for its row; what is the program's fault is also written to the log. */
function errorOf(thrown: unknown): RunError {
  const error = isDiskFull(thrown) ? refuse('disk_full') : thrown;
  if (error instanceof InputError) {
    const [first] = error.problems;
    return { code: first?.code ?? 'run_stopped', sentence: sentencesOf(error.problems, 'screen').join(' ') };
  }
  console.error(loggable(error));
  // Whoever reads it can do nothing with SQL, and its values may be another's.
  const told = isOfDatabase(error) ? 'the database could not do what was asked' : loggable(error).message;
  const reason = told.replace(/\.$/, '');
  const code = 'run_stopped';
  return { code, sentence: sentence({ code, facts: { reason } }, 'screen') };
}
