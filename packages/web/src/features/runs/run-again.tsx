// The button that starts a new run out of an old one, and says how long it will take.
import type { RunView } from '@mixmodel/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sentenceOf } from '../../api/problem.ts';
import { planQuery, useCreateRun } from '../../api/runs.ts';
import { useWish } from '../../api/wish.ts';
import { Button } from '../../ui/button.tsx';
import { type Again, nextName } from './again.ts';
import { roughly } from './duration.ts';

export interface AgainState {
  readonly workspaceId: string;
  readonly run: RunView;
  readonly start: (change: Again) => void;
  readonly pending: boolean;
  readonly error: Error | null;
}

export function useRunAgain(workspaceId: string, run: RunView): AgainState {
  const create = useCreateRun(workspaceId);
  const navigate = useNavigate();
  const wish = useWish();
  const start = (change: Again) => {
    const body = {
      datasetId: run.dataset.id,
      name: nextName(run.name),
      ...change,
      ...(run.margin !== null && { margin: run.margin }),
    };
    create.mutate(
      { body, idempotencyKey: wish.keyOf(body) },
      {
        onSuccess: (made) =>
          navigate({ to: '/w/$workspaceId/runs/$runId', params: { workspaceId, runId: made.id } }),
        onError: wish.failed,
      },
    );
  };
  return { workspaceId, run, start, pending: create.isPending, error: create.error };
}

interface RunAgainProps {
  again: AgainState;
  change: Again;
  primary?: boolean;
  label?: string;
}

export function RunAgain({ again, change, primary = false, label = 'Fit again' }: RunAgainProps) {
  const { workspaceId, run, start, pending, error } = again;
  const plan = useQuery(planQuery(workspaceId, run.dataset.id, change));
  const ms = plan.data?.estimateMs?.[change.sampling?.mode ?? 'full'];
  return (
    <>
      <Button kind={primary ? 'primary' : 'plain'} busy={pending} onClick={() => start(change)}>
        {pending ? 'Starting…' : `${label}${ms === undefined ? '' : `, ${roughly(ms)}`}`}
      </Button>
      {error && (
        <p role="alert" className="mt-2 text-13 text-bad">
          {sentenceOf(error)}
        </p>
      )}
    </>
  );
}
