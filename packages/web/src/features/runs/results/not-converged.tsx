// A run that gives no answer: what to do now, which chains disagree, why, what was tried, what failed. Never a verdict.
import type { RunView } from '@mixmodel/contract';
import { notConverged, type Remedy, type RunFacts, type View } from '@mixmodel/report';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAccountId } from '../../../api/accounts.ts';
import { Button } from '../../../ui/button.tsx';
import { askedOf, remedied } from '../again.ts';
import { keepSettings, placeOf, untouched } from '../configure/stored.ts';
import { RunAgain, useRunAgain } from '../run-again.tsx';
import { CheckFigures } from './analyst.tsx';
import { Chains } from './chains.tsx';
import { FailedTable } from './failed-table.tsx';
import { SpecAndLineage } from './lineage.tsx';

interface NotConvergedProps {
  workspaceId: string;
  run: RunView;
  facts: RunFacts;
  view: View;
  mayRun: boolean;
}

export function WhatHappened(props: NotConvergedProps) {
  const { workspaceId, run, view } = props;
  const words = useMemo(() => notConverged(view), [view]);
  const worst = words.failed[0]?.quantity ?? view.result.parameters[0]?.name;
  return (
    <>
      <p className="mt-6 max-w-[68ch] text-20 text-pretty max-sm:mt-4 max-sm:text-16">{words.headline}</p>
      <Remedies {...props} remedies={words.remedies} />
      <section className="mt-10 grid gap-10 max-sm:mt-8 md:grid-cols-[minmax(0,17fr)_minmax(0,10fr)]">
        {worst !== undefined && (
          <Chains workspaceId={workspaceId} runId={run.id} view={view} quantity={worst} hideValues />
        )}
        <div className="min-w-0">
          <h2>Why, probably</h2>
          <p className="mt-1">{words.why}</p>
          <h2 className="mt-6">What was tried</h2>
          <ol className="mt-1">
            {words.tried.map(({ text, rHat }, index) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: attempts never move, and two may read alike
                key={index}
                className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-3 border-border border-b py-2 text-13"
              >
                <span aria-hidden="true" className="text-muted tabular-nums">
                  {index + 1}
                </span>
                <span>{text}</span>
                <span className="text-muted tabular-nums">{rHat}</span>
              </li>
            ))}
          </ol>
        </div>
      </section>
      <section aria-label="The convergence check" className="mt-10 max-sm:mt-8">
        <h2>The check</h2>
        <CheckFigures view={view} />
      </section>
      <FailedTable words={words} />
      <section className="mt-10 max-sm:mt-8">
        <SpecAndLineage {...props} />
      </section>
    </>
  );
}

function Remedies({ remedies, ...props }: NotConvergedProps & { remedies: readonly Remedy[] }) {
  return (
    <section aria-labelledby="remedies" className="mt-8">
      <h2 id="remedies">What to do now</h2>
      <ul className="mt-4 grid gap-8 max-md:gap-6 md:grid-cols-3">
        {remedies.map((remedy, index) => (
          <li key={remedy.title} className="flex flex-col items-start">
            <h3>{remedy.title}</h3>
            <p className="mt-1 mb-3 text-muted">{remedy.text}</p>
            <div className="mt-auto">
              {props.mayRun && <RemedyButton {...props} remedy={remedy} first={index === 0} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Starts the run with the change, or opens the settings of this run where a person has to decide. */
function RemedyButton({
  workspaceId,
  run,
  view,
  remedy,
  first,
}: NotConvergedProps & { remedy: Remedy; first: boolean }) {
  const navigate = useNavigate();
  const again = useRunAgain(workspaceId, run);
  const accountId = useAccountId();
  const change = remedied(view.result, remedy);
  if (change) {
    return <RunAgain again={again} change={change} primary={first} />;
  }
  const open = () => {
    const { spec, sampling } = askedOf(view.result);
    const margin = run.margin === null ? '' : String(Number((run.margin * 100).toFixed(2)));
    const place = placeOf(accountId, run.dataset.id);
    keepSettings(place, { ...untouched, margin, draft: spec, sampling: sampling ?? {} });
    void navigate({
      to: '/w/$workspaceId/data/$datasetId/fit',
      params: { workspaceId, datasetId: run.dataset.id },
    });
  };
  return (
    <Button kind={first ? 'primary' : 'plain'} onClick={open}>
      Change the settings
    </Button>
  );
}
