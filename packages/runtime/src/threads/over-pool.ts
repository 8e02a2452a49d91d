// Runs one of the engine's long computations with worker threads, a clock and room for the event loop.
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { FitOptions } from '@mixmodel/engine';
import { type WorkerPool, workerPool } from './pool.ts';

export interface PoolChoice {
  /** Default: one a processor, at most one a chain. */
  readonly threads?: number | undefined;
  /** A pool opened earlier, so that it is warm; it stays open. Without it one is opened and closed here. */
  readonly pool?: WorkerPool | undefined;
}

/** What a program in Node gives the engine. */
export type Host = Required<Pick<FitOptions, 'runChains' | 'now' | 'pause'>>;

/** The steps of `run`. Leaving the loop stops the threads. */
export async function* overPool<Step>(
  { threads, pool: given }: PoolChoice,
  chains: number,
  run: (host: Host) => AsyncGenerator<Step>,
): AsyncGenerator<Step> {
  const pool = given ?? workerPool({ threads: threads ?? Math.min(availableParallelism(), chains) });
  try {
    yield* run({
      runChains: pool.runChains,
      now: () => performance.now(),
      pause: () => setImmediate(),
    });
  } finally {
    if (!given) await pool.close();
  }
}
