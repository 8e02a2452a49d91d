// The button that runs the same again: same data, same model, same seed.
import type { RunView } from '@mixmodel/contract';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { mayPass, sentenceOf } from '../../../api/problem.ts';
import { newIdempotencyKey } from '../../../api/request.ts';
import { useRepeatRun } from '../../../api/runs.ts';
import { Button } from '../../../ui/button.tsx';
import { roughly } from '../duration.ts';

export function Repeat({ workspaceId, run }: { workspaceId: string; run: RunView }) {
  const repeat = useRepeatRun(workspaceId);
  const navigate = useNavigate();
  const key = useRef<string | null>(null);
  const start = () => {
    // One wish, one key: a press after a lost answer finds the run that was made.
    key.current ??= newIdempotencyKey();
    repeat.mutate(
      { runId: run.id, idempotencyKey: key.current },
      {
        onSuccess: (made) =>
          navigate({ to: '/w/$workspaceId/runs/$runId', params: { workspaceId, runId: made.id } }),
        onError: (error) => {
          if (!mayPass(error)) key.current = null;
        },
      },
    );
  };
  return (
    <div>
      <Button kind="primary" busy={repeat.isPending} onClick={start}>
        {repeat.isPending ? 'Starting…' : `Run again with the same settings, ${roughly(run.estimateMs)}`}
      </Button>
      {repeat.error && (
        <p role="alert" className="mt-2 text-13 text-bad">
          {sentenceOf(repeat.error)}
        </p>
      )}
    </div>
  );
}
