// The worker role: takes runs from the queue, one thread a chain, and finds again what a killed process left.
import { type WorkerPool, workerPool } from '@mixmodel/runtime';
import type { SystemScope } from '../../http/scope.ts';
import { periodically } from '../../periodically.ts';
import type { Services } from '../../services.ts';
import { nextRun, openRuns } from './turns/queries.ts';
import { tidy } from './work/checkpoints.ts';
import { execute } from './work/execute.ts';
import { measureStored } from './work/measured.ts';

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

  const next = () => nextRun(database, scope, { atWork: [...atWork], mostOfOne: config.workspaceRunsAtOnce });
  let choosing: Promise<unknown> = Promise.resolve();
  // One after the other: two that chose at the same time would take the same run.
  const take = (): Promise<string | undefined> => {
    const taken = choosing.then(async () => {
      const runId = await next();
      if (runId !== undefined) atWork.add(runId);
      return runId;
    });
    choosing = taken.catch(() => {});
    return taken;
  };
  const work = async (runId: string, signal: AbortSignal): Promise<void> => {
    try {
      pool ??= workerPool({ threads: config.threads });
      await execute(services, { scope, pool }, runId, signal);
    } finally {
      atWork.delete(runId);
    }
  };
  queue.work(async (_job, signal) => {
    const runId = await take();
    if (runId !== undefined) await work(runId, signal);
    if (signal.aborted) return;
    await tidy(services, scope, [...atWork]);
    // One that was passed over, because its workspace had its share at work, may have its turn now.
    const waiting = await next();
    if (waiting !== undefined) await queue.add({ kind: 'fit', runId: waiting });
  });

  const reconcile = async (): Promise<void> => {
    await tidy(services, scope, [...atWork]);
    const open = await openRuns(database, scope);
    for (const { id } of open) if (!atWork.has(id)) await queue.add({ kind: 'fit', runId: id });
  };
  await reconcile();
  const looking = periodically(reconcileEveryMs, async () => {
    await reconcile();
    // No start waits for it.
    await measureStored(services, scope);
  });
  return {
    async close() {
      await looking.close();
      await queue.close();
      await pool?.close();
    },
  };
}
