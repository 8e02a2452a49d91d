// Where a run stands, as a shape and a word: never by colour alone.
import type { RunProgress, RunView } from '@mixmodel/contract';
import { classes } from './classes.ts';

type Shown = Pick<RunView, 'state' | 'converged' | 'progress'>;
type Mark = { readonly word: string; readonly tone: Tone };
type Tone = 'good' | 'bad' | 'muted' | 'accent';

/** `Converged`, `Running, 40 %`. `completed` alone says nothing yet: only a converged run's numbers may be used. */
export function stateOf({ state, converged, progress }: Shown): Mark {
  switch (state) {
    case 'queued':
      return { word: 'Waiting', tone: 'muted' };
    case 'running':
      return { word: `Running, ${percentDone(progress)} %`, tone: 'accent' };
    case 'failed':
      return { word: 'Failed', tone: 'bad' };
    case 'cancelled':
      return { word: 'Cancelled', tone: 'muted' };
    case 'completed':
      return converged ? { word: 'Converged', tone: 'good' } : { word: 'Not converged', tone: 'bad' };
  }
}

/** Part that is done, as a whole percent. */
export function percentDone(progress: RunProgress | null): number {
  return Math.round(Math.min(1, Math.max(0, progress?.fraction ?? 0)) * 100);
}

const colours: Readonly<Record<Tone, string>> = {
  good: 'text-good',
  bad: 'text-bad',
  muted: 'text-muted',
  accent: 'text-accent',
};

/** A disc for what went well, a diamond for what did not, a ring for the rest. */
const shapes: Readonly<Record<Tone, string>> = {
  good: 'rounded-full bg-current',
  bad: 'rotate-45 bg-current',
  muted: 'rounded-full border border-current',
  accent: 'rounded-full border-2 border-current',
};

interface StateMarkProps {
  readonly run: Shown;
  /** In place of the usual word. */
  readonly words?: string;
}

export function StateMark({ run, words }: StateMarkProps) {
  const { word, tone } = stateOf(run);
  return (
    <span
      className={classes('inline-flex items-center gap-1.5 whitespace-nowrap font-medium', colours[tone])}
    >
      <span aria-hidden="true" className={classes('size-2 shrink-0', shapes[tone])} />
      {words ?? word}
    </span>
  );
}
