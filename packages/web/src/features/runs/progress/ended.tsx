// A run that ended without a result: why, and what to do now.
import type { RunView } from '@mixmodel/contract';
import { ButtonLink } from '../../../ui/button.tsx';
import { Sentence } from '../../../ui/sentence.tsx';
import { Repeat } from './repeat.tsx';

const noReason = 'It gave no reason. Run it again; if it fails again, look at the log of the server.';
const wasStopped =
  'It was stopped before its last draw, so there is no result. The data and its settings are still here.';

interface EndedProps {
  workspaceId: string;
  run: RunView;
  mayRun: boolean;
}

export function Ended({ workspaceId, run, mayRun }: EndedProps) {
  const failed = run.state === 'failed';
  return (
    <>
      <h1>{run.name}</h1>
      <p className="mt-1 text-muted">
        {run.dataset.name}, {run.mode === 'full' ? 'full' : 'quick'} fit
      </p>
      <div
        className={`mt-6 max-w-160 ${failed ? 'border-bad border-l-3 pl-3' : ''}`}
        role={failed ? 'alert' : undefined}
      >
        <h2>{failed ? 'The run failed' : 'The run was cancelled'}</h2>
        <p className="mt-1">
          <Sentence text={failed ? (run.error?.sentence ?? noReason) : wasStopped} />
        </p>
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        {mayRun && <Repeat workspaceId={workspaceId} run={run} />}
        <ButtonLink
          to="/w/$workspaceId/data/$datasetId/fit"
          params={{ workspaceId, datasetId: run.dataset.id }}
        >
          Change the settings
        </ButtonLink>
      </div>
    </>
  );
}
