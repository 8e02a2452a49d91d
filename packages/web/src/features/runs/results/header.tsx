// The head of a result, the same on every view: name, facts, margin, the switch of views, and what is looked at.
import type { RunView } from '@mixmodel/contract';
import { facts, type RunFacts, type View } from '@mixmodel/report';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { StateMark } from '../../../ui/state-mark.tsx';
import { MarginFact } from './margin.tsx';
import { RunTitle } from './rename.tsx';

interface HeaderProps {
  workspaceId: string;
  run: RunView;
  runFacts: RunFacts;
  view: View;
  mayEdit: boolean;
  /** The switch of views, and under the facts what is looked at. */
  views: ReactNode;
  children?: ReactNode;
}

export function ResultHeader({ workspaceId, run, runFacts, view, mayEdit, views, children }: HeaderProps) {
  const { target } = view.result.spec.columns;
  const hasMoney = target.kind === 'money' || target.revenuePerKpi !== undefined;
  return (
    <header className="border-border border-b pb-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <RunTitle key={run.name} workspaceId={workspaceId} run={run} mayEdit={mayEdit} />
        {views}
      </div>
      <div className="mt-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <dl className="flex flex-wrap gap-x-6 gap-y-2 text-13 max-sm:grid max-sm:grid-cols-2">
          {facts(view, runFacts).map(({ term, text }) => (
            <div key={term} className="min-w-0">
              <dt className="text-12 text-muted">{term}</dt>
              <dd className="break-words tabular-nums">
                {term === 'Convergence check' ? (
                  <StateMark run={run} words={text} />
                ) : term === 'Data' ? (
                  <Link
                    to="/w/$workspaceId/data/$datasetId/columns"
                    params={{ workspaceId, datasetId: run.dataset.id }}
                    className="link"
                  >
                    {text}
                  </Link>
                ) : (
                  text
                )}
              </dd>
            </div>
          ))}
          {hasMoney && (
            <div className="min-w-0">
              <dt className="text-12 text-muted">Margin</dt>
              <dd className="tabular-nums">
                <MarginFact workspaceId={workspaceId} run={run} mayEdit={mayEdit} />
              </dd>
            </div>
          )}
        </dl>
        {children}
      </div>
    </header>
  );
}
