// The rows a finding speaks of, as they stand in the file, with the rows around them.
import type { RowsView } from '@mixmodel/contract';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { rowsQuery } from '../../api/datasets.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Refusal, Skeleton } from '../../ui/states.tsx';
import { type Span, spansAround } from './findings.ts';

interface RowsPanelProps {
  readonly workspaceId: string;
  readonly datasetId: string;
  readonly marked: { readonly title: string; readonly rows: readonly number[] } | null;
  readonly onClose: () => void;
}

const around = 3;
const placesAtOnce = 5;

export function RowsPanel({ workspaceId, datasetId, marked, onClose }: RowsPanelProps) {
  return (
    <Dialog open={marked !== null} onClose={onClose} title={marked?.title ?? ''} place="side">
      {marked && <Places workspaceId={workspaceId} datasetId={datasetId} rows={marked.rows} />}
    </Dialog>
  );
}

interface PlacesProps {
  readonly workspaceId: string;
  readonly datasetId: string;
  readonly rows: readonly number[];
}

function Places({ workspaceId, datasetId, rows }: PlacesProps) {
  const [shown, setShown] = useState(placesAtOnce);
  const spans = spansAround(rows, around);
  const here = spans.slice(0, shown);
  const answers = useQueries({
    queries: here.map(({ from, to }) => rowsQuery(workspaceId, datasetId, { from, count: to - from + 1 })),
  });
  const marks = new Set(rows);
  return (
    <div className="grid gap-6">
      <p className="text-13 text-muted">
        As they stand in the file; the row with the names of the columns counts too. Marked rows are the ones
        that are meant.
      </p>
      {answers.map(({ data, error, refetch }, index) => {
        const span = here[index];
        if (!span) return null;
        if (error) return <Refusal key={span.from} error={error} onRetry={() => void refetch()} />;
        if (!data) return <Skeleton key={span.from} className="h-48" />;
        return <RowTable key={span.from} view={data} span={span} marks={marks} first={index === 0} />;
      })}
      {spans.length > shown && (
        <Button small className="justify-self-start" onClick={() => setShown(shown + placesAtOnce)}>
          Show {Math.min(placesAtOnce, spans.length - shown)} more of {spans.length} places
        </Button>
      )}
    </div>
  );
}

interface RowTableProps {
  readonly view: RowsView;
  readonly span: Span;
  readonly marks: ReadonlySet<number>;
  readonly first: boolean;
}

function RowTable({ view, span, marks, first }: RowTableProps) {
  const rows = view.rows.filter(({ row }) => row <= span.to);
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (first) element?.focus({ preventScroll: true });
  }, [element, first]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region that scrolls must take the focus to be scrolled by keyboard
    <div
      ref={setElement}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
      tabIndex={0}
      aria-label={`Rows ${span.from} to ${rows.at(-1)?.row ?? span.to}`}
      className="overflow-x-auto"
    >
      <table className="table-plain">
        <thead>
          <tr>
            <th scope="col" className="n">
              Row
            </th>
            {view.columns.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat
              <th key={index} scope="col" className="whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row} className={classes(marks.has(row) && 'bg-bg2 font-medium')}>
              <th scope="row" className={classes('n', marks.has(row) && 'text-text!')}>
                {marks.has(row) && <span className="sr-only">meant: </span>}
                {marks.has(row) && <span aria-hidden="true">→ </span>}
                {row}
              </th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are their places
                <td key={index} className="max-w-64 truncate whitespace-nowrap tabular-nums">
                  {cell === '' ? <span className="text-muted">empty</span> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
