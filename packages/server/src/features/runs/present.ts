// A run's row as the API shows it.
import type { RunView } from '@mixmodel/contract';
import type { RunRow } from './queries.ts';
import type { QueuePlace } from './turns/places.ts';

/** After "it", in a sentence about what cannot be done with it now. */
export const stateWords = {
  queued: 'is still waiting',
  running: 'is still running',
  completed: 'has completed',
  failed: 'failed',
  cancelled: 'was cancelled',
} as const;

export function runView({ run, dataset, createdBy }: RunRow, place?: QueuePlace): RunView {
  return {
    id: run.id,
    number: run.number,
    name: run.name,
    state: run.state,
    mode: run.sampling.mode ?? 'full',
    dataset,
    createdAt: run.createdAt.toISOString(),
    createdBy,
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    converged: run.converged,
    estimateMs: run.estimateMs,
    margin: run.margin,
    backtest: run.backtest?.settings ?? null,
    queue: place ? { ...place } : null,
    progress: run.progress,
    error: run.error && { ...run.error, path: '' },
  };
}
