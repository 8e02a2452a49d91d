// A run's row as the API shows it.
import type { RunView } from '@mixmodel/contract';
import type { RunRow } from './queries.ts';

export function runView({ run, dataset, createdBy }: RunRow): RunView {
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
    progress: run.progress,
    error: run.error && { ...run.error, path: '' },
  };
}
