// One run: on its way, ended without a result, or its result.
import { may, type RunView } from '@mixmodel/contract';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useWorkspace } from '../../api/accounts.ts';
import { part } from '../../api/part.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { PageSkeleton, Refusal } from '../../ui/states.tsx';
import { Ended } from './progress/ended.tsx';
import { Progress } from './progress/progress.tsx';
import { isLive, useLiveRun } from './progress/use-live-run.ts';

/** Charts are loaded with the first result, not with the page that waits for it. */
const loadResults = part(() => import('./results/results.tsx'));
const Results = lazy(async () => ({ default: (await loadResults()).Results }));

export function RunPage() {
  const { workspaceId, runId } = useParams({ from: '/w/$workspaceId/runs/$runId' });
  const { data: run, error, refetch, broken } = useLiveRun(workspaceId, runId);
  usePageTitle(run?.name ?? 'Run', run ? `Run ${run.number}` : undefined);
  if (!run) {
    if (!error) return <PageSkeleton />;
    return (
      <Refusal error={error} title="The run could not be shown" onRetry={() => void refetch()}>
        <ButtonLink small kind="quiet" to="/w/$workspaceId/runs" params={{ workspaceId }}>
          Go to the runs
        </ButtonLink>
      </Refusal>
    );
  }
  return <One key={runId} workspaceId={workspaceId} run={run} broken={broken} />;
}

function One({ workspaceId, run, broken }: { workspaceId: string; run: RunView; broken: boolean }) {
  const role = useWorkspace(workspaceId)?.role;
  const allowed = (permission: 'run.create' | 'run.edit' | 'run.cancel') =>
    role !== undefined && may(role, permission);
  if (isLive(run)) {
    return <Progress workspaceId={workspaceId} run={run} broken={broken} mayCancel={allowed('run.cancel')} />;
  }
  if (run.state !== 'completed') {
    return <Ended workspaceId={workspaceId} run={run} mayRun={allowed('run.create')} />;
  }
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Results
        workspaceId={workspaceId}
        run={run}
        mayEdit={allowed('run.edit')}
        mayRun={allowed('run.create')}
      />
    </Suspense>
  );
}
