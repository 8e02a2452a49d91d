// The worker role: takes runs from the queue, one thread a chain, and finds again what a killed process left.
import { type WorkerPool, workerPool } from '@mixmodel/runtime';
import type { SystemScope } from '../../http/scope.ts';
import { loggable } from '../../loggable.ts';
import type { Services } from '../../services.ts';
import { tidy } from './work/checkpoints.ts';
import { execute } from './work/execute.ts';
import { nextRun, openRuns } from './work/queries.ts';

/** The row is the truth: so often is looked for rows that nothing is done about. */
const reconcileEveryMs = 30_000;

const scope: SystemScope = { system: true };

export interface RunWorker {
  /** Leaves the run at work as it stands, to be gone on with by the next start. */
  close(): Promise<void>;
}

/**
 * Starts to work on runs. A job says that there is work; the database says whose turn it is, so that a workspace with
 * many runs does not keep the others waiting.
 */
export async function startRuns(services: Services): Promise<RunWorker> {
  const { database, queue, config } = services;
  // Opened with the first run: a server that nobody asks for one needs no memory for its threads.
  let pool: WorkerPool | undefined;
  const atWork = new Set<string>();

  queue.work(async (_job, signal) => {
    const runId = await nextRun(database, scope, [...atWork]);
    if (runId === undefined) return;
    atWork.add(runId);
    try {
      pool ??= workerPool({ threads: config.threads });
      await execute(services, { scope, pool }, runId, signal);
    } finally {
      atWork.delete(runId);
    }
  });

  const reconcile = async (): Promise<void> => {
    const open = await openRuns(database, scope);
    for (const runId of open) if (!atWork.has(runId)) await queue.add({ kind: 'fit', runId });
  };
  await tidy(services, scope);
  await reconcile();
  const timer = setInterval(
    () => void reconcile().catch((error) => console.error(loggable(error))),
    reconcileEveryMs,
  );
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await queue.close();
      await pool?.close();
    },
  };
}
