// The engine's `backtest` with worker threads, a clock and room for the event loop: what a program in Node calls.
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import {
  type BacktestOptions,
  type BacktestProgress,
  backtest,
  type ModelData,
  type Spec,
  type SpecDraft,
  samplingSettings,
} from '@mixmodel/engine';
import { type WorkerPool, workerPool } from './threads/pool.ts';

export interface BacktestInThreadsOptions extends Omit<BacktestOptions, 'runChains' | 'now' | 'pause'> {
  /** Default: one a processor, at most one a chain. */
  readonly threads?: number;
  /** A pool opened earlier, so that it is warm; it stays open. Without it one is opened and closed here. */
  readonly pool?: WorkerPool;
}

/** As the engine's `backtest`: the same numbers, by any number of threads. Leaving the loop stops the threads. */
export async function* backtestInThreads(
  data: ModelData,
  spec: SpecDraft | Spec,
  { threads, pool: given, ...options }: BacktestInThreadsOptions = {},
): AsyncGenerator<BacktestProgress> {
  const { chains } = samplingSettings({ mode: 'quick', ...options });
  const pool = given ?? workerPool({ threads: threads ?? Math.min(availableParallelism(), chains) });
  try {
    yield* backtest(data, spec, {
      ...options,
      runChains: pool.runChains,
      now: () => performance.now(),
      pause: () => setImmediate(),
    });
  } finally {
    if (!given) await pool.close();
  }
}
