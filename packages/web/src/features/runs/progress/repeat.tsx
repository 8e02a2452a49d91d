// The button that runs the same again: same data, same model, same seed.
import type { RunView } from '@mixmodel/contract';
import { useNavigate } from '@tanstack/react-router';
import { sentenceOf } from '../../../api/problem.ts';
import { useRepeatRun } from '../../../api/runs.ts';
import { useWish } from '../../../api/wish.ts';
import { Button } from '../../../ui/button.tsx';
import { roughly } from '../duration.ts';

export function Repeat({ workspaceId, run }: { workspaceId: string; run: RunView }) {
  const repeat = useRepeatRun(workspaceId);
  const navigate = useNavigate();
  const wish = useWish();
  const start = () => {
    repeat.mutate(
      { runId: run.id, idempotencyKey: wish.keyOf(run.id) },
      {
        onSuccess: (made) =>
          navigate({ to: '/w/$workspaceId/runs/$runId', params: { workspaceId, runId: made.id } }),
        onError: wish.failed,
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
