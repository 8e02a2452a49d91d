// Worker threads for a fit, started before anything else: they load the engine while this thread reads the data.
import { availableParallelism } from 'node:os';
import type { WorkerPool } from '@mixmodel/runtime';
import type { Given, Line } from './arguments.ts';
import type { CommandName } from './flags.ts';
import { modeOf } from './mode.ts';

/** The commands that run chains. */
export const samples: readonly CommandName[] = ['fit', 'backtest'];

/** The pool a command line will need, or none. */
export async function openThreads(line: Line): Promise<WorkerPool | undefined> {
  if (line.kind !== 'run' || !samples.includes(line.command)) return undefined;
  const { workerPool } = await import('@mixmodel/runtime');
  const { samplingSettings } = await import('@mixmodel/engine');
  const mode = modeOf(line.command, line.flags);
  return workerPool({ threads: threadsFor(line.flags, samplingSettings({ mode }).chains) });
}

/** One a processor, at most one a chain. What is out of bounds is refused later, with everything else. */
function threadsFor(flags: Given, usualChains: number): number {
  const wanted = Math.max(1, Math.min(Number(flags.threads ?? availableParallelism()), 64));
  const chains = Math.max(1, Number(flags.chains ?? usualChains));
  return Math.min(wanted, chains);
}
