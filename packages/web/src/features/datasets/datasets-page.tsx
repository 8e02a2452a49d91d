// Every dataset of the workspace, the newest first.
import type { DatasetSummary } from '@mixmodel/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { datasetsQuery, downloadDataset } from '../../api/datasets.ts';
import { sentenceOf } from '../../api/problem.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Empty, PageSkeleton, Refusal } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { momentText, sizeText } from '../../ui/written.ts';

export function DatasetsPage() {
  const { workspaceId } = useParams({ from: '/w/$workspaceId/data' });
  usePageTitle('Data');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    datasetsQuery(workspaceId),
  );
  if (error && !data) {
    return <Refusal error={error} title="The datasets could not be listed" onRetry={() => void refetch()} />;
  }
  if (!data) return <PageSkeleton />;
  const datasets = data.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className="flex flex-wrap items-start gap-4">
        <h1 className="grow">Data</h1>
        {datasets.length > 0 && (
          <ButtonLink kind="primary" to="/w/$workspaceId/data/new" params={{ workspaceId }}>
            New dataset
          </ButtonLink>
        )}
      </div>
      {datasets.length === 0 ? (
        <div className="mt-6">
          <Empty title="No data yet">
            <p>Upload a table of your sales and media spend, or look around with the sample.</p>
            <div>
              <ButtonLink kind="primary" to="/w/$workspaceId/data/new" params={{ workspaceId }}>
                New dataset
              </ButtonLink>
            </div>
          </Empty>
        </div>
      ) : (
        <DatasetTable workspaceId={workspaceId} datasets={datasets} />
      )}
      {hasNextPage && (
        <Button small className="mt-4" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

interface DatasetTableProps {
  readonly workspaceId: string;
  readonly datasets: readonly DatasetSummary[];
}

function DatasetTable({ workspaceId, datasets }: DatasetTableProps) {
  const save = (dataset: DatasetSummary) =>
    void downloadDataset(workspaceId, dataset).catch((error: unknown) => toast(sentenceOf(error), 'bad'));
  return (
    <table className="table-plain mt-4">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className="max-md:hidden">
            By
          </th>
          <th scope="col" className="max-sm:hidden">
            Uploaded
          </th>
          <th scope="col" className="n max-sm:hidden">
            Size
          </th>
          <th scope="col" className="n">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {datasets.map((dataset) => (
          <tr key={dataset.id} className="hover:bg-bg2">
            <td className="[overflow-wrap:anywhere]">
              <Link
                to="/w/$workspaceId/data/$datasetId/columns"
                params={{ workspaceId, datasetId: dataset.id }}
                className="link font-medium"
              >
                {dataset.name}
              </Link>
              {dataset.sample && <span className="ml-2 text-12 text-muted">simulated sample</span>}
              <div className="text-12 text-muted sm:hidden">{momentText(dataset.createdAt)}</div>
            </td>
            <td className="max-md:hidden">{dataset.createdBy}</td>
            <td className="whitespace-nowrap tabular-nums max-sm:hidden">{momentText(dataset.createdAt)}</td>
            <td className="n max-sm:hidden">{sizeText(dataset.bytes)}</td>
            <td className="n">
              <button
                type="button"
                className="link py-1"
                aria-label={`Save the file ${dataset.fileName}`}
                onClick={() => save(dataset)}
              >
                Save file
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
