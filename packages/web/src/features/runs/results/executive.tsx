// The executive view: four figures with their intervals, one sentence, where it came from, a verdict for each channel.
import type { RunView } from '@mixmodel/contract';
import { headline, heroes, methodSentence, type Note, unknowns, type View } from '@mixmodel/report';
import { heroBar, overTimeChart, shareChart } from '@mixmodel/report/charts';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Sentence } from '../../../ui/sentence.tsx';
import { Drawing } from '../figure/drawing.tsx';
import { Figure } from '../figure/figure.tsx';
import { Term } from '../term.tsx';
import { type Look, lately } from './look.ts';
import { Verdicts } from './verdicts.tsx';

interface ExecutiveProps {
  workspaceId: string;
  run: RunView;
  view: View;
  look: Look;
  mayRun: boolean;
}

export function Executive({ workspaceId, run, view, look, mayRun }: ExecutiveProps) {
  const overTime = useMemo(() => overTimeChart(lately(view, look.last)), [view, look.last]);
  const share = useMemo(() => shareChart(view), [view]);
  return (
    <>
      <Heroes view={view} />
      <p className="mt-6 max-w-[68ch] text-20 text-pretty max-sm:mt-4 max-sm:text-16">{headline(view)}</p>
      <section className="mt-10 grid gap-10 max-sm:mt-8 md:grid-cols-[minmax(0,17fr)_minmax(0,10fr)]">
        <Figure chart={overTime} />
        <Figure chart={share} />
      </section>
      <Verdicts workspaceId={workspaceId} run={run} view={view} look={look} mayRun={mayRun} />
      <Unknowns notes={unknowns(view)} />
      <p className="mt-10 max-w-[92ch] border-border border-t pt-4 text-13 text-pretty text-muted">
        {methodSentence(view)}{' '}
        <Link
          from="/w/$workspaceId/runs/$runId"
          to="."
          search={(before) => ({ ...before, view: 'analyst' as const })}
          className="link"
        >
          See the full method and its checks
        </Link>
        .
      </p>
    </>
  );
}

function Heroes({ view }: { view: View }) {
  const figures = useMemo(() => heroes(view), [view]);
  return (
    <ul className="mt-6 grid max-sm:mt-2 sm:grid-cols-2 sm:gap-y-6 lg:grid-cols-4">
      {figures.map((hero, index) => (
        <li
          key={hero.label}
          className="min-w-0 border-border px-6 max-sm:border-t max-sm:px-0 max-sm:py-4 max-sm:first:border-t-0 sm:max-lg:odd:pl-0 sm:max-lg:even:border-l lg:border-l lg:first:border-l-0 lg:first:pl-0"
        >
          <p>{hero.term ? <Term of={hero.term}>{hero.label}</Term> : hero.label}</p>
          <p className="text-40 font-semibold tracking-tight tabular-nums max-sm:text-28">
            {hero.before}
            {hero.value}
            <small className="text-20 font-semibold tracking-normal max-sm:text-16">{hero.unit}</small>
          </p>
          {hero.bar && (
            <div className="my-1 max-w-50">
              <Drawing
                chart={heroBar(hero.bar, { id: `figure-${index + 1}`, description: hero.description })}
              />
            </div>
          )}
          {hero.notes.map((note) => (
            <p key={note} className="text-13 text-muted tabular-nums">
              {note}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The one grey panel of the page: doubt. */
function Unknowns({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="unknown" className="mt-10 rounded bg-bg2 p-6 max-sm:mt-8 max-sm:p-4">
      <h2 id="unknown">What we do not know</h2>
      <div className="mt-4 grid gap-x-10 gap-y-5 md:grid-cols-2">
        {notes.map(({ title, text }) => (
          <div key={title}>
            <h3 className="text-balance">{title}</h3>
            <p className="text-muted">
              <Sentence text={text} />
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}
