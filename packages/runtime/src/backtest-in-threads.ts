// The engine's `backtest` in worker threads: what a program in Node calls.
import {
  type BacktestOptions,
  type BacktestProgress,
  backtest,
  type ModelData,
  type Spec,
  type SpecDraft,
  samplingSettings,
} from '@mixmodel/engine';
import { type Host, overPool, type PoolChoice } from './threads/over-pool.ts';

export interface BacktestInThreadsOptions extends Omit<BacktestOptions, keyof Host>, PoolChoice {}

/** As the engine's `backtest`: the same numbers, by any number of threads. Leaving the loop stops the threads. */
export async function* backtestInThreads(
  data: ModelData,
  spec: SpecDraft | Spec,
  { threads, pool, ...options }: BacktestInThreadsOptions = {},
): AsyncGenerator<BacktestProgress> {
  const { chains } = samplingSettings({ mode: 'quick', ...options });
  yield* overPool({ threads, pool }, chains, (host) => backtest(data, spec, { ...options, ...host }));
}
