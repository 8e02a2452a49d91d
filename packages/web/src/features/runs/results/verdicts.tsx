// One verdict for each channel: a word with a shape, the reason, the next step, the drawn return, the probability.
import type { RunView } from '@mixmodel/contract';
import { type Verdict, type VerdictWord, type View, verdicts, verdictsTitle } from '@mixmodel/report';
import { heroBar, probabilityDots } from '@mixmodel/report/charts';
import { useMemo } from 'react';
import { classes } from '../../../ui/classes.ts';
import { remedied } from '../again.ts';
import { Drawing } from '../figure/drawing.tsx';
import { FigureHead } from '../figure/figure.tsx';
import { RunAgain, useRunAgain } from '../run-again.tsx';
import { ChannelName } from './channel-name.tsx';
import type { Look } from './look.ts';

/** A shape says the word again, for who does not read or does not see colour. */
const shapes: Readonly<Record<VerdictWord, string>> = {
  raise: 'M6 1l5 9H1z',
  lower: 'M6 11L1 2h10z',
  keep: 'M1 4h10v4H1z',
  test_first: 'M6 1.5L10.5 6 6 10.5 1.5 6z',
  cannot_tell: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
};

const hollow: readonly VerdictWord[] = ['test_first', 'cannot_tell'];

function VerdictWordMark({ verdict, word }: { verdict: VerdictWord; word: string }) {
  const outline = hollow.includes(verdict);
  return (
    <span
      className={classes(
        'inline-flex items-center gap-2 font-semibold',
        verdict === 'cannot_tell' && 'text-muted',
      )}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 shrink-0">
        <path
          d={shapes[verdict]}
          fill={outline ? 'none' : 'currentColor'}
          stroke={outline ? 'currentColor' : 'none'}
          strokeWidth="1.75"
          strokeDasharray={verdict === 'cannot_tell' ? '2.5 2' : undefined}
        />
      </svg>
      {word}
    </span>
  );
}

/** Wide: five columns; narrow: channel and verdict, reason, then the two figures side by side. */
const columns =
  'grid gap-x-6 md:grid-cols-[120px_108px_minmax(0,1fr)_152px_140px] lg:grid-cols-[128px_120px_minmax(0,1fr)_176px_148px] max-md:grid-cols-2 max-md:gap-y-2';

interface VerdictsProps {
  workspaceId: string;
  run: RunView;
  view: View;
  look: Look;
  mayRun: boolean;
}

export function Verdicts({ workspaceId, run, view, look, mayRun }: VerdictsProps) {
  const { title, subtitle } = verdictsTitle(view);
  const all = useMemo(() => verdicts(view), [view]);
  const inMoney = view.result.channels.some(({ roas }) => roas !== null);
  if (all.length === 0) {
    return (
      <section aria-labelledby="verdicts" className="mt-10 max-sm:mt-8">
        <FigureHead id="verdicts" title={title} subtitle={subtitle} />
        {mayRun && <InFull workspaceId={workspaceId} run={run} view={view} />}
      </section>
    );
  }
  return (
    <section aria-labelledby="verdicts" className="mt-10 max-sm:mt-8">
      <FigureHead id="verdicts" title={title} subtitle={subtitle} />
      <div
        aria-hidden="true"
        className={`${columns} border-border border-t py-2 text-12 text-muted max-md:hidden`}
      >
        <span>Channel, spend</span>
        <span>Verdict</span>
        <span>Why, and the next step</span>
        <span>{inMoney ? 'Return of the next spend' : 'Cost'}</span>
        <span>Probability</span>
      </div>
      <ul>
        {all.map((verdict) => (
          <Row
            key={verdict.channel}
            view={view}
            verdict={verdict}
            chosen={verdict.channel === look.channel}
          />
        ))}
      </ul>
    </section>
  );
}

/** A quick look gives no verdicts: the way to them is one press. */
function InFull({ workspaceId, run, view }: Pick<VerdictsProps, 'workspaceId' | 'run' | 'view'>) {
  const again = useRunAgain(workspaceId, run);
  const change = useMemo(() => remedied(view.result, { change: 'full', channels: [] }), [view]);
  return change && <RunAgain again={again} change={change} label="Fit in full" />;
}

interface RowProps {
  view: View;
  verdict: Verdict;
  chosen: boolean;
}

function Row({ view, verdict, chosen }: RowProps) {
  return (
    <li
      aria-current={chosen || undefined}
      className={classes(
        columns,
        'items-start border-border border-t py-4 break-inside-avoid last:border-b',
        chosen && 'bg-bg2 shadow-[inset_2px_0_0_var(--accent)] md:-mx-2 md:px-2',
      )}
    >
      <div>
        <h3>
          <ChannelName view={view} column={verdict.channel} />
        </h3>
        {verdict.spend && <p className="pl-4.5 text-12 text-muted tabular-nums">{verdict.spend}</p>}
      </div>
      <p className="max-md:justify-self-end">
        <span className="sr-only">Verdict: </span>
        <VerdictWordMark verdict={verdict.verdict} word={verdict.word} />
      </p>
      <div className="max-md:order-3 max-md:col-span-full">
        <p>{verdict.why}</p>
        <p className="mt-1 text-13 text-muted">
          <span className="font-medium text-text">Next: </span>
          {verdict.next}
        </p>
      </div>
      <ReturnCell verdict={verdict} />
      <ProbabilityCell verdict={verdict} />
    </li>
  );
}

function ReturnCell({ verdict }: { verdict: Verdict }) {
  const { label, returnLabel, returnText, returnInterval } = verdict;
  const description = `${label}. ${returnLabel} ${returnText} (${returnInterval})`;
  return (
    <div className="tabular-nums max-md:order-4">
      <p className="text-12 text-muted">{returnLabel}</p>
      <p className="font-semibold">{returnText}</p>
      {verdict.return && (
        <div className="max-w-44">
          <Drawing chart={heroBar(verdict.return, { id: `return-${verdict.channel}`, description })} />
        </div>
      )}
      <p className="text-12 text-muted">{returnInterval}</p>
    </div>
  );
}

function ProbabilityCell({ verdict }: { verdict: Verdict }) {
  return (
    <div className="tabular-nums max-md:order-5">
      <p className="font-semibold">{verdict.probabilityText}</p>
      {verdict.probability !== null && (
        <div aria-hidden="true" className="my-1 max-w-30">
          <Drawing chart={probabilityDots(verdict.probability)} />
        </div>
      )}
      <p className="text-12 text-muted">{verdict.probabilityOf}</p>
    </div>
  );
}
