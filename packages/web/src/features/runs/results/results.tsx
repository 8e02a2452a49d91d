// A finished run: its result as three views of one posterior, or the view of a run that gives no answer.
import type { RunResult, RunView } from '@mixmodel/contract';
import { notice, type RunFacts, type View, viewOf } from '@mixmodel/report';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { runResultQuery } from '../../../api/runs.ts';
import { Button } from '../../../ui/button.tsx';
import { Sentence } from '../../../ui/sentence.tsx';
import { PageSkeleton, Refusal } from '../../../ui/states.tsx';
import { FigureRights } from '../figure/rights.ts';
import { Analyst } from './analyst.tsx';
import { Executive } from './executive.tsx';
import { ResultHeader } from './header.tsx';
import { useLook } from './look.ts';
import { Manager } from './manager.tsx';
import { WhatHappened } from './not-converged.tsx';
import { Focus, ViewSwitch } from './switch.tsx';

interface ResultsProps {
  workspaceId: string;
  run: RunView;
  mayEdit: boolean;
  mayRun: boolean;
}

export function Results({ workspaceId, run, mayEdit, mayRun }: ResultsProps) {
  const query = useQuery(runResultQuery(workspaceId, run.id));
  if (query.error)
    return (
      <Refusal
        error={query.error}
        title="The result could not be read"
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data) return <PageSkeleton />;
  const props = { workspaceId, run, mayEdit, mayRun, data: query.data };
  return query.data.result.convergence.passed ? <Converged {...props} /> : <NotConverged {...props} />;
}

type LoadedProps = ResultsProps & { data: RunResult };

function useView({ run, data }: LoadedProps): { view: View; runFacts: RunFacts } {
  // Name and margin may change under the page; the result never does.
  const view = useMemo(() => viewOf(data.result, data.insights, run.margin), [data, run.margin]);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { view, runFacts: { ...run, timeZone } };
}

const views = [
  ['executive', 'Executive'],
  ['manager', 'Manager'],
  ['analyst', 'Analyst'],
] as const;

function Converged(props: LoadedProps) {
  const { workspaceId, run, mayEdit, mayRun } = props;
  const { view, runFacts } = useView(props);
  const [look, setLook] = useLook();
  return (
    <>
      <ResultHeader
        {...{ workspaceId, run, runFacts, view, mayEdit }}
        views={<ViewSwitch options={views} present={look.view} onChoose={(to) => setLook({ view: to })} />}
      >
        <Focus view={view} look={look} onLook={setLook} />
      </ResultHeader>
      <Notice view={view} />
      {look.view === 'executive' && <Executive {...{ workspaceId, run, view, look, mayRun }} />}
      {look.view === 'manager' && <Manager view={view} look={look} />}
      {look.view === 'analyst' && (
        <Analyst workspaceId={workspaceId} run={run} facts={runFacts} view={view} look={look} />
      )}
    </>
  );
}

/** What the reader must know before anything else: a quick look, a KPI of unknown kind. */
function Notice({ view }: { view: View }) {
  const note = notice(view);
  if (!note) return null;
  return (
    <div role="note" className="mt-6 max-w-[92ch] border-warn border-l-3 pl-3">
      <p className="font-semibold">{note.title}</p>
      <p>
        <Sentence text={note.text} />
      </p>
    </div>
  );
}

const happened = [['happened', 'What happened']] as const;
const withNumbers = [...happened, ['manager', 'Manager'], ['analyst', 'Analyst']] as const;
type Shown = (typeof withNumbers)[number][0];

/** The numbers stay hidden until somebody asks, on every visit anew, and are never to be exported. */
function NotConverged(props: LoadedProps) {
  const { workspaceId, run, mayEdit, mayRun } = props;
  const { view, runFacts } = useView(props);
  const [look, setLook] = useLook();
  const [shown, setShown] = useState<Shown>('happened');
  const [open, setOpen] = useState(false);
  const options: readonly (readonly [Shown, string])[] = open ? withNumbers : happened;
  return (
    <FigureRights value={{ mayExport: false }}>
      <ResultHeader
        {...{ workspaceId, run, runFacts, view, mayEdit }}
        views={open ? <ViewSwitch options={options} present={shown} onChoose={setShown} /> : null}
      >
        {shown !== 'happened' && <Focus view={view} look={look} onLook={setLook} />}
      </ResultHeader>
      {shown !== 'happened' && <DoNotQuote />}
      {shown === 'happened' && <WhatHappened {...{ workspaceId, run, facts: runFacts, view, mayRun }} />}
      {shown === 'manager' && <Manager view={view} look={look} />}
      {shown === 'analyst' && (
        <Analyst workspaceId={workspaceId} run={run} facts={runFacts} view={view} look={look} />
      )}
      {shown === 'happened' && (
        <Hidden
          open={open}
          onOpen={() => {
            setOpen(!open);
            setShown(open ? 'happened' : 'analyst');
            scrollTo({ top: 0 });
          }}
        />
      )}
    </FigureRights>
  );
}

function DoNotQuote() {
  return (
    <p
      role="alert"
      className="sticky top-0 z-10 mt-4 border-bad border-l-3 bg-bg py-2 pl-3 font-medium text-bad print:static"
    >
      Not converged: do not quote. These numbers would change with the chain you ask.
    </p>
  );
}

function Hidden({ open, onOpen }: { open: boolean; onOpen: () => void }) {
  return (
    <section aria-labelledby="hidden" className="mt-10 rounded bg-bg2 p-6 max-sm:mt-8 max-sm:p-4">
      <h2 id="hidden">{open ? 'The numbers are shown above' : 'The numbers are hidden'}</h2>
      <p className="max-w-[92ch] text-13 text-muted">
        They would look precise and be wrong. If you need them to find the fault, you can see them; they
        cannot be saved or planned with.
      </p>
      <Button className="mt-3" aria-expanded={open} onClick={onOpen}>
        {open ? 'Hide again' : 'Show anyway'}
      </Button>
    </section>
  );
}
