// Every run of the workspace, newest first: where it stands, of what, how, when and by whom.
import type { RunView } from '@mixmodel/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { runsQuery } from '../../api/runs.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { Empty, PageSkeleton, Refusal } from '../../ui/states.tsx';
import { momentText } from '../../ui/written.ts';
import { isLive } from './progress/use-live-run.ts';

/** While a run is on its way the list asks again by itself. */
const everyMs = 2_000;

export function RunsPage() {
  const { workspaceId } = useParams({ from: '/w/$workspaceId/runs' });
  usePageTitle('Runs');
  const runs = useInfiniteQuery({
    ...runsQuery(workspaceId),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isLive)) ? everyMs : false,
  });
  const all = runs.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h1>Runs</h1>
      <div className="mt-6">
        {runs.error && all.length === 0 ? (
          <Refusal error={runs.error} onRetry={() => void runs.refetch()} />
        ) : runs.isPending ? (
          <PageSkeleton />
        ) : all.length === 0 ? (
          <NoRuns workspaceId={workspaceId} />
        ) : (
          <RunTable workspaceId={workspaceId} runs={all} />
        )}
      </div>
      {runs.hasNextPage && (
        <Button className="mt-4" busy={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
          Show older runs
        </Button>
      )}
    </>
  );
}

function NoRuns({ workspaceId }: { workspaceId: string }) {
  return (
    <Empty title="No run yet">
      <p>A run fits a model to your data and says what each channel returned. It begins with a file.</p>
      <ButtonLink
        to="/w/$workspaceId/data"
        params={{ workspaceId }}
        kind="primary"
        className="justify-self-start"
      >
        Choose the data
      </ButtonLink>
    </Empty>
  );
}

/** A table from 720 px on, below that a list of the same. */
function RunTable({ workspaceId, runs }: { workspaceId: string; runs: readonly RunView[] }) {
  return (
    <table className="table-plain max-sm:block max-sm:[&_tbody]:block max-sm:[&_thead]:sr-only">
      <caption className="sr-only">Runs of this workspace, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">State</th>
          <th scope="col">Data</th>
          <th scope="col">Mode</th>
          <th scope="col">Started</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr
            key={run.id}
            className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:border-border max-sm:border-b max-sm:py-3 max-sm:[&_td]:h-auto! max-sm:[&_td]:border-0! max-sm:[&_td]:p-0!"
          >
            <td className="max-sm:basis-full">
              <Link
                to="/w/$workspaceId/runs/$runId"
                params={{ workspaceId, runId: run.id }}
                className="link font-medium [overflow-wrap:anywhere]"
              >
                {run.name}
              </Link>
              <span className="ml-2 whitespace-nowrap text-muted tabular-nums">Run {run.number}</span>
            </td>
            <td>
              <StateMark run={run} />
            </td>
            <td className="[overflow-wrap:anywhere]">{run.dataset.name}</td>
            <td>{run.mode === 'full' ? 'Full' : 'Quick'}</td>
            <td className="tabular-nums">{momentText(run.startedAt ?? run.createdAt)}</td>
            <td>{run.createdBy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
