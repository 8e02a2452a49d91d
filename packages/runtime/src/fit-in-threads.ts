// The engine's `fit` in worker threads: what a program in Node calls.
import {
  checkSettings,
  type FitOptions,
  type FitProgress,
  fit,
  type ModelData,
  type Spec,
  type SpecDraft,
  samplingSettings,
} from '@mixmodel/engine';
import { type Host, overPool, type PoolChoice } from './threads/over-pool.ts';

export interface FitInThreadsOptions extends Omit<FitOptions, keyof Host>, PoolChoice {}

/** As the engine's `fit`: the same numbers, by any number of threads. Leaving the loop stops the threads. */
export async function* fitInThreads(
  data: ModelData,
  spec: SpecDraft | Spec,
  { threads, pool, ...options }: FitInThreadsOptions = {},
): AsyncGenerator<FitProgress> {
  checkSettings(options);
  const { chains } = samplingSettings(options);
  yield* overPool({ threads, pool }, chains, (host) => fit(data, spec, { ...options, ...host }));
}
