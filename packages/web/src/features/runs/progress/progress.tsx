// A run on its way: one bar when it is short, the chains as lanes when it is long; never a number of the result.
import type { RunView } from '@mixmodel/contract';
import { useId } from 'react';
import { useCancelRun } from '../../../api/runs.ts';
import { Button } from '../../../ui/button.tsx';
import { percentDone } from '../../../ui/state-mark.tsx';
import { Refusal } from '../../../ui/states.tsx';
import { roughly } from '../duration.ts';
import { ceremonyMs, lanesOf, phaseWords, remainingWords } from './words.ts';

interface ProgressProps {
  workspaceId: string;
  run: RunView;
  broken: boolean;
  mayCancel: boolean;
}

export function Progress({ workspaceId, run, broken, mayCancel }: ProgressProps) {
  const long = run.estimateMs >= ceremonyMs;
  return (
    <>
      <h1>{run.name}</h1>
      <p className="mt-1 text-muted">
        {run.dataset.name}, {run.mode === 'full' ? 'full' : 'quick'} fit, {roughly(run.estimateMs)}
      </p>
      <div className="mt-6 max-w-160">
        <Overall run={run} />
        {long && <Chains run={run} />}
        {long && run.progress?.worstRHat != null && (
          <p className="mt-4 text-13 text-muted tabular-nums">
            Largest R-hat at the last check: {run.progress.worstRHat.toFixed(3)}. It falls towards 1 as the
            chains agree.
          </p>
        )}
        <p aria-live="polite" className="mt-4 text-13 text-muted">
          {broken
            ? 'The connection is lost and is being taken up again; the run goes on meanwhile.'
            : 'You can leave this page and come back: the run goes on.'}
        </p>
        {mayCancel && <Cancel workspaceId={workspaceId} run={run} />}
      </div>
    </>
  );
}

function Overall({ run }: { run: RunView }) {
  const id = useId();
  const percent = percentDone(run.progress);
  const remaining = remainingWords(run.progress);
  return (
    <>
      <div className="flex justify-between gap-4">
        <p id={id} aria-live="polite">
          {phaseWords(run)}
        </p>
        <p className="shrink-0 text-muted tabular-nums">{remaining}</p>
      </div>
      <Bar percent={percent} labelledBy={id} />
    </>
  );
}

interface BarProps {
  percent: number;
  labelledBy: string;
  thin?: boolean;
}

function Bar({ percent, labelledBy, thin = false }: BarProps) {
  return (
    <div
      role="progressbar"
      aria-labelledby={labelledBy}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      className={`mt-2 overflow-hidden rounded-full bg-border ${thin ? 'h-1' : 'h-2'}`}
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-(--motion)"
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}

function Chains({ run }: { run: RunView }) {
  const id = useId();
  const lanes = lanesOf(run.progress);
  if (lanes.length === 0) return null;
  return (
    <ul className="mt-6 grid gap-3" aria-label="Chains">
      {lanes.map(({ chain, percent, words, divergences }) => (
        <li key={chain}>
          <div className="flex flex-wrap justify-between gap-x-4 text-13">
            <span id={`${id}-${chain}`} className="font-medium">
              Chain {chain}
            </span>
            <span className="text-muted tabular-nums">
              {words}
              {divergences > 0 && `, ${divergences} divergent`}
            </span>
          </div>
          <Bar percent={percent} labelledBy={`${id}-${chain}`} thin />
        </li>
      ))}
    </ul>
  );
}

function Cancel({ workspaceId, run }: { workspaceId: string; run: RunView }) {
  const cancel = useCancelRun(workspaceId, run.id);
  const id = useId();
  return (
    <div className="mt-6">
      {cancel.error && <Refusal error={cancel.error} title="The run was not cancelled" />}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          busy={cancel.isPending || cancel.isSuccess}
          aria-describedby={id}
          onClick={() => cancel.mutate()}
        >
          {cancel.isPending || cancel.isSuccess ? 'Cancelling…' : 'Cancel the run'}
        </Button>
        <p id={id} className="text-13 text-muted">
          What was drawn so far is kept for a while, to be resumed through the API; data and settings stay.
        </p>
      </div>
    </div>
  );
}
