// Where one lands: the next step while the workspace is empty, afterwards its latest runs and datasets.
import { may } from '@mixmodel/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useWorkspace } from '../../api/accounts.ts';
import { datasetsQuery } from '../../api/datasets.ts';
import { runsQuery } from '../../api/runs.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { PageSkeleton, Refusal } from '../../ui/states.tsx';
import { FirstSteps } from './first-steps.tsx';
import { RecentDatasets, RecentRuns } from './recent.tsx';

export function DashboardPage() {
  const { workspaceId } = useParams({ from: '/w/$workspaceId/' });
  usePageTitle('Dashboard');
  const workspace = useWorkspace(workspaceId);
  const datasets = useInfiniteQuery(datasetsQuery(workspaceId));
  const runs = useInfiniteQuery(runsQuery(workspaceId));
  const error = datasets.error ?? runs.error;
  if (!datasets.data || !runs.data) {
    if (!error) return <PageSkeleton />;
    const retry = () => void Promise.all([datasets.refetch(), runs.refetch()]);
    return <Refusal error={error} title="The dashboard could not be shown" onRetry={retry} />;
  }
  const recentDatasets = datasets.data.pages[0]?.items ?? [];
  const recentRuns = runs.data.pages[0]?.items ?? [];
  const mayUpload = workspace !== null && may(workspace.role, 'dataset.create');
  if (recentDatasets.length === 0) return <FirstSteps workspaceId={workspaceId} mayUpload={mayUpload} />;
  return (
    <>
      <div className="flex flex-wrap items-start gap-4">
        <h1 className="grow">{workspace?.name}</h1>
        {mayUpload && (
          <ButtonLink kind="primary" to="/w/$workspaceId/data/new" params={{ workspaceId }}>
            New dataset
          </ButtonLink>
        )}
      </div>
      <RecentRuns workspaceId={workspaceId} runs={recentRuns} dataset={recentDatasets[0]} />
      <RecentDatasets workspaceId={workspaceId} datasets={recentDatasets} />
    </>
  );
}
