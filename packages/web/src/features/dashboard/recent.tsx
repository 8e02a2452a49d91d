// The latest runs with where they stand, and the latest datasets.
import type { DatasetSummary, RunView } from '@mixmodel/contract';
import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { Empty } from '../../ui/states.tsx';
import { momentText } from '../../ui/written.ts';

const shown = 5;

interface RecentRunsProps {
  readonly workspaceId: string;
  readonly runs: readonly RunView[];
  /** What to go on with while nothing has been fitted. */
  readonly dataset: DatasetSummary | undefined;
}

export function RecentRuns({ workspaceId, runs, dataset }: RecentRunsProps) {
  if (runs.length === 0) {
    return (
      <div className="mt-6">
        <Empty title={dataset ? `Go on with ${dataset.name}` : 'Nothing has been fitted yet'}>
          <p>Look at what is in its columns, then fit the model: most fits take a few seconds.</p>
          {dataset && (
            <div>
              <ButtonLink
                kind="primary"
                to="/w/$workspaceId/data/$datasetId/columns"
                params={{ workspaceId, datasetId: dataset.id }}
              >
                Go on
              </ButtonLink>
            </div>
          )}
        </Empty>
      </div>
    );
  }
  return (
    <section aria-labelledby="recent-runs" className="mt-8">
      <div className="flex items-baseline gap-4">
        <h2 id="recent-runs" className="grow">
          Latest runs
        </h2>
        <Link to="/w/$workspaceId/runs" params={{ workspaceId }} className="link text-13">
          All runs
        </Link>
      </div>
      <table className="table-plain mt-2">
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">State</th>
            <th scope="col" className="max-sm:hidden">
              Data
            </th>
            <th scope="col" className="max-md:hidden">
              Started
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.slice(0, shown).map((run) => (
            <tr key={run.id} className="hover:bg-bg2">
              <td className="[overflow-wrap:anywhere]">
                <Link
                  to="/w/$workspaceId/runs/$runId"
                  params={{ workspaceId, runId: run.id }}
                  className="link font-medium"
                >
                  {run.name}
                </Link>
                <span className="ml-2 whitespace-nowrap text-muted tabular-nums">Run {run.number}</span>
              </td>
              <td>
                <StateMark run={run} />
              </td>
              <td className="[overflow-wrap:anywhere] max-sm:hidden">{run.dataset.name}</td>
              <td className="whitespace-nowrap tabular-nums max-md:hidden">{momentText(run.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RecentDatasetsProps {
  readonly workspaceId: string;
  readonly datasets: readonly DatasetSummary[];
}

export function RecentDatasets({ workspaceId, datasets }: RecentDatasetsProps) {
  return (
    <section aria-labelledby="recent-datasets" className="mt-8">
      <div className="flex items-baseline gap-4">
        <h2 id="recent-datasets" className="grow">
          Latest data
        </h2>
        <Link to="/w/$workspaceId/data" params={{ workspaceId }} className="link text-13">
          All data
        </Link>
      </div>
      <ul className="mt-2 border-border border-t">
        {datasets.slice(0, shown).map((dataset) => (
          <li key={dataset.id} className="flex flex-wrap gap-x-4 border-border border-b py-1.5 text-13">
            <Link
              to="/w/$workspaceId/data/$datasetId/columns"
              params={{ workspaceId, datasetId: dataset.id }}
              className="link grow font-medium [overflow-wrap:anywhere]"
            >
              {dataset.name}
            </Link>
            {dataset.sample && <span className="text-muted">simulated sample</span>}
            <span className="text-muted tabular-nums">{momentText(dataset.createdAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
