// Worker threads for a fit, started before anything else: they load the engine while this thread reads the data.
import { availableParallelism } from 'node:os';
import type { WorkerPool } from '@mixmodel/runtime';
import type { Given, Line } from './arguments.ts';

/** The pool a command line will need, or none. */
export async function openThreads(line: Line): Promise<WorkerPool | undefined> {
  if (line.kind !== 'run' || line.command !== 'fit') return undefined;
  const { workerPool } = await import('@mixmodel/runtime');
  const { samplingSettings } = await import('@mixmodel/engine');
  const mode = line.flags.quick ? 'quick' : 'full';
  return workerPool({ threads: threadsFor(line.flags, samplingSettings({ mode }).chains) });
}

/** One a processor, at most one a chain. What is out of bounds is refused later, with everything else. */
function threadsFor(flags: Given, usualChains: number): number {
  const wanted = Math.max(1, Math.min(Number(flags.threads ?? availableParallelism()), 64));
  const chains = Math.max(1, Number(flags.chains ?? usualChains));
  return Math.min(wanted, chains);
}
