// Back at step 1 with a file that is already there: it is kept, and one may go on with it.
import { useQuery } from '@tanstack/react-query';
import { datasetQuery } from '../../api/datasets.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { sizeText } from '../../ui/written.ts';

interface UploadedAlreadyProps {
  readonly workspaceId: string;
  readonly datasetId: string;
}

export function UploadedAlready({ workspaceId, datasetId }: UploadedAlreadyProps) {
  const { data, isPending } = useQuery(datasetQuery(workspaceId, datasetId));
  if (isPending) return <Skeleton className="h-16" />;
  if (!data) return null;
  const { fileName, bytes, sample } = data.dataset;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded bg-bg2 px-6 py-4 max-sm:px-4">
      <p className="min-w-0 grow">
        <b className="font-medium [overflow-wrap:anywhere]">{fileName}</b>
        <span className="text-muted">
          {' '}
          · {sample ? 'sample' : sizeText(bytes)} · kept, with all you said about its columns
        </span>
      </p>
      <ButtonLink
        kind="primary"
        to="/w/$workspaceId/data/$datasetId/columns"
        params={{ workspaceId, datasetId }}
      >
        Go on with its columns
      </ButtonLink>
    </div>
  );
}
