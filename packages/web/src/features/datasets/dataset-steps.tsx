// The three steps of an upload, with links to those one may go to.
import { Link } from '@tanstack/react-router';
import { Steps } from '../../ui/steps.tsx';

interface DatasetStepsProps {
  readonly present: 0 | 1 | 2;
  readonly workspaceId: string;
  readonly datasetId?: string | undefined;
  /** The columns leave nothing to solve, so the report can be read. */
  readonly ready?: boolean;
}

export function DatasetSteps({ present, workspaceId, datasetId, ready = false }: DatasetStepsProps) {
  const params = { workspaceId, datasetId: datasetId ?? '' };
  return (
    <Steps
      present={present}
      steps={[
        present > 0 && datasetId ? (
          <Link
            key="file"
            to="/w/$workspaceId/data/new"
            params={{ workspaceId }}
            search={{ dataset: datasetId }}
            className="text-inherit underline underline-offset-3"
          >
            1 File
          </Link>
        ) : (
          '1 File'
        ),
        present !== 1 && datasetId ? (
          <Link
            key="columns"
            to="/w/$workspaceId/data/$datasetId/columns"
            params={params}
            className="text-inherit underline underline-offset-3"
          >
            2 Columns
          </Link>
        ) : (
          '2 Columns'
        ),
        present < 2 && datasetId && ready ? (
          <Link
            key="report"
            to="/w/$workspaceId/data/$datasetId/report"
            params={params}
            className="text-inherit underline underline-offset-3"
          >
            3 Report
          </Link>
        ) : (
          '3 Report'
        ),
      ]}
    />
  );
}
