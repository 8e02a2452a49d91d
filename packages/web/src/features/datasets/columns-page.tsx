// Step 2: what is in each column, guessed by the server and corrected here; every change is saved at once.
import type { DatasetView, FindingView } from '@mixmodel/contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { datasetQuery } from '../../api/datasets.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { PageFoot } from '../../ui/page-foot.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { Sentence } from '../../ui/sentence.tsx';
import { PageSkeleton, Refusal } from '../../ui/states.tsx';
import { ColumnTable } from './column-table.tsx';
import { DatasetSteps } from './dataset-steps.tsx';
import { FindingList } from './finding-list.tsx';
import { errorsAmong } from './findings.ts';
import { KpiQuestion } from './kpi-question.tsx';
import { changed, decisions } from './mapping.ts';
import { ReadingOptions, readingText } from './reading-options.tsx';
import { RowsPanel } from './rows-panel.tsx';
import { type MappingEdits, useMappingEdits } from './use-mapping-edits.ts';

export function ColumnsPage() {
  const { workspaceId, datasetId } = useParams({ from: '/w/$workspaceId/data/$datasetId/columns' });
  const { data, error, refetch } = useQuery(datasetQuery(workspaceId, datasetId));
  usePageTitle('What is in each column?', data?.dataset.fileName);
  if (data) return <Columns key={datasetId} workspaceId={workspaceId} view={data} />;
  if (error)
    return <Refusal error={error} title="The dataset could not be shown" onRetry={() => void refetch()} />;
  return <PageSkeleton />;
}

function Columns({ workspaceId, view }: { workspaceId: string; view: DatasetView }) {
  const edits = useMappingEdits(workspaceId, view);
  const [rows, setRows] = useState<FindingView | null>(null);
  const datasetId = view.dataset.id;
  const toSolve = errorsAmong(view.findings);
  const ready =
    toSolve.length === 0 &&
    view.draft !== null &&
    view.grid !== null &&
    !edits.saving &&
    edits.unsaved === null;
  return (
    <>
      <h1>What is in each column?</h1>
      <DatasetSteps present={1} workspaceId={workspaceId} datasetId={datasetId} ready={ready} />
      <p className="mt-4 max-w-[92ch] text-13 text-muted">
        <b className="font-medium text-text [overflow-wrap:anywhere]">{view.dataset.fileName}</b>
        {readingText(view)}.{' '}
        {view.table && 'We guessed every role; change what is wrong. Nothing is lost when you go back.'}
      </p>
      <ReadingOptions view={view} edits={edits} />
      <KpiQuestion view={view} edits={edits} />
      <Decisions edits={edits} />
      <div
        className="mt-6 grid grid-cols-[minmax(0,1fr)_312px] items-start gap-8 max-lg:grid-cols-1"
        aria-busy={edits.saving}
      >
        {view.columns.length > 0 ? (
          <ColumnTable view={view} edits={edits} />
        ) : (
          <p className="text-muted">
            The file could not be read as a table, so there are no columns to show yet.
          </p>
        )}
        <FindingList
          findings={view.findings}
          className="max-lg:order-first"
          columns={view.columns}
          onFix={(fix) => edits.change((mapping) => changed(mapping, fix.change))}
          onShowRows={setRows}
        />
      </div>
      <PageFoot
        back={
          <ButtonLink to="/w/$workspaceId/data/new" params={{ workspaceId }} search={{ dataset: datasetId }}>
            Back
          </ButtonLink>
        }
        note={<NextNote edits={edits} titles={toSolve.map(({ title }) => title)} />}
        next={
          ready ? (
            <ButtonLink
              kind="primary"
              to="/w/$workspaceId/data/$datasetId/report"
              params={{ workspaceId, datasetId }}
            >
              Next: data report
            </ButtonLink>
          ) : (
            <Button waitsFor="next-note">Next: data report</Button>
          )
        }
      />
      <RowsPanel
        workspaceId={workspaceId}
        datasetId={datasetId}
        finding={rows}
        onClose={() => setRows(null)}
      />
    </>
  );
}

function NextNote({ edits, titles }: { edits: MappingEdits; titles: readonly string[] }) {
  const [first, ...others] = titles;
  const settled = !edits.saving && edits.unsaved === null;
  return (
    <span id="next-note" role="status">
      {edits.saving && 'Saving and checking …'}
      {edits.unsaved !== null && (
        <>
          <b className="font-medium text-bad">Not saved yet.</b> {edits.unsaved}{' '}
          <button type="button" className="link" onClick={edits.retry}>
            Try again
          </button>
        </>
      )}
      {settled && edits.refused !== null && (
        <>
          <b className="font-medium text-bad">The last change was not saved.</b> {edits.refused}{' '}
        </>
      )}
      {settled && edits.refused === null && first === undefined && (
        <span className="text-muted">Everything is saved.</span>
      )}
      {settled && first !== undefined && (
        <>
          <b className="font-medium text-bad">
            Next is waiting for {others.length === 0 ? 'one thing' : `${titles.length} things`}:
          </b>{' '}
          <Sentence text={first} />
          {others.length > 0 && `, and ${others.length} more`}.
        </>
      )}
    </span>
  );
}

/** What was decided by a button and shows nowhere else, each with its way back. */
function Decisions({ edits }: { edits: MappingEdits }) {
  const made = decisions(edits.mapping);
  if (made.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1 text-13">
      {made.map(({ key, sentence }) => (
        <li key={key} className="flex flex-wrap gap-x-2">
          {sentence}
          <button
            type="button"
            className="link"
            onClick={() => edits.change((mapping) => changed(mapping, { [key]: undefined }))}
          >
            Undo
          </button>
        </li>
      ))}
    </ul>
  );
}
