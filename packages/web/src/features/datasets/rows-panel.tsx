// The rows a finding speaks of, as they stand in the file, with the rows around them.
import type { FindingView, RowsView } from '@mixmodel/contract';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { rowsQuery } from '../../api/datasets.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { Refusal, Skeleton } from '../../ui/states.tsx';
import { type Span, spansAround } from './findings.ts';

interface RowsPanelProps {
  readonly workspaceId: string;
  readonly datasetId: string;
  readonly finding: FindingView | null;
  readonly onClose: () => void;
}

const around = 3;
const placesAtOnce = 5;

export function RowsPanel({ workspaceId, datasetId, finding, onClose }: RowsPanelProps) {
  return (
    <Dialog
      open={finding !== null}
      onClose={onClose}
      title={finding && <Sentence text={finding.title} />}
      place="side"
    >
      {finding && <Places workspaceId={workspaceId} datasetId={datasetId} finding={finding} />}
    </Dialog>
  );
}

interface PlacesProps {
  readonly workspaceId: string;
  readonly datasetId: string;
  readonly finding: FindingView;
}

function Places({ workspaceId, datasetId, finding }: PlacesProps) {
  const [shown, setShown] = useState(placesAtOnce);
  const spans = spansAround(finding.rows, around);
  const here = spans.slice(0, shown);
  const answers = useQueries({
    queries: here.map(({ from, to }) => rowsQuery(workspaceId, datasetId, { from, count: to - from + 1 })),
  });
  return (
    <div className="grid gap-6">
      <p className="text-13 text-muted">
        As the rows stand in the file, counted from its first line. An arrow marks those that are meant.
      </p>
      {answers.map(({ data, error, refetch }, index) => {
        const span = here[index];
        if (!span) return null;
        if (error) return <Refusal key={span.from} error={error} onRetry={() => void refetch()} />;
        if (!data) return <Skeleton key={span.from} className="h-48" />;
        return <RowTable key={span.from} view={data} span={span} finding={finding} />;
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
  readonly finding: FindingView;
}

function RowTable({ view, span, finding }: RowTableProps) {
  const rows = view.rows.filter(({ row }) => row <= span.to);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // A wide table opens at the column that is meant.
    box.current?.querySelector('[data-meant]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <section
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
      tabIndex={0}
      aria-label={`Rows ${span.from} to ${rows.at(-1)?.row ?? span.to}`}
      className="overflow-x-auto"
    >
      <table className="table-plain">
        <thead>
          <tr>
            <th scope="col" className="n left-0 z-1">
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
          {rows.map(({ row, cells }) => {
            const isMeant = finding.rows.includes(row);
            return (
              <tr key={row} className={classes(isMeant && 'bg-bg2')}>
                <th
                  scope="row"
                  className={classes(
                    'n sticky left-0 font-normal',
                    isMeant ? 'bg-bg2 font-semibold' : 'bg-bg text-muted',
                  )}
                >
                  {isMeant && <span className="sr-only">meant: </span>}
                  {isMeant && <span aria-hidden="true">→ </span>}
                  {row}
                </th>
                {cells.map((cell, index) => {
                  const isCell = isMeant && finding.columns.includes(view.columns[index] ?? '');
                  return (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: cells are their places
                      key={index}
                      data-meant={isCell || undefined}
                      className={classes(
                        'max-w-64 truncate whitespace-nowrap tabular-nums',
                        isCell && 'font-semibold',
                      )}
                    >
                      {cell === '' ? <span className={isCell ? 'text-bad' : 'text-muted'}>empty</span> : cell}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
