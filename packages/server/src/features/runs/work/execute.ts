// One run from its row to its results: fit, backtest, store what came out, or say why nothing did.
import { sentence, sentencesOf } from '@mixmodel/contract';
import { ENGINE_NUMERICS, InputError } from '@mixmodel/engine';
import type { WorkerPool } from '@mixmodel/runtime';
import type { RunError } from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';
import { isOfDatabase, loggable } from '../../../loggable.ts';
import { isDiskFull, refuse } from '../../../refuse.ts';
import type { Services } from '../../../services.ts';
import { mostStalledAttempts } from '../budget.ts';
import { tellChanged, turnsTopic } from '../events.ts';
import { inputsOf } from '../inputs.ts';
import { drawsPrefix, putDraws } from '../objects.ts';
import { storeResults } from '../stored-results.ts';
import { backtestRun } from './backtest.ts';
import { untilEnded } from './ended.ts';
import { fitRun, noteLineage, placeOf, type Work } from './fitting.ts';
import { beginAttempt, endRun } from './queries.ts';
import { teller } from './teller.ts';

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
  tellChanged(events, runId);
  events.publish(turnsTopic);
  const wanted = untilEnded(services, scope, begun.fence, signal);
  try {
    if (begun.stalled > mostStalledAttempts)
      throw refuse('run_stuck', { facts: { attempts: mostStalledAttempts } });
    await complete({ services, scope, pool, begun, signal: wanted.signal });
  } catch (error) {
    // What was asked to stop has not failed.
    if (wanted.signal.aborted) return;
    const end = { state: 'failed', finishedAt: clock.now(), error: errorOf(error) } as const;
    // Refused when the run was cancelled or begun anew: then this failure is of no interest.
    if (await endRun(database, scope, begun.fence, end)) tellChanged(events, runId);
  } finally {
    wanted.forget();
  }
}

async function complete(work: Work): Promise<void> {
  const { services, scope, begun } = work;
  const { database, clock, events, objects } = services;
  const { run, dataset, fence } = begun;
  const inputs = await inputsOf(services, run, dataset);
  const tell = teller(services, scope, begun, inputs.data);
  const done = await fitRun(work, inputs, tell);
  if (!done) return;
  const place = placeOf(begun, fence);
  const drawsBytes = await putDraws(objects, drawsPrefix(place), done.store);
  await noteLineage(work, fence, inputs.origin);
  const backtest = run.backtest ? await backtestRun(work, inputs, tell) : undefined;
  if (run.backtest && !backtest) return;
  const stored = await storeResults(objects, place, { ...done, ...(backtest && { backtest }) });
  await endRun(database, scope, fence, {
    state: 'completed',
    finishedAt: clock.now(),
    converged: done.converged,
    ...stored,
    storedBytes: drawsBytes + stored.storedBytes,
  });
  tellChanged(events, run.id);
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
