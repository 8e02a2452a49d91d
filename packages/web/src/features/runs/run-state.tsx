// The state of a run as a word with a shape: never by colour alone.
import type { RunView } from '@mixmodel/contract';
import { percentDone } from './progress/words.ts';

type Tone = 'good' | 'bad' | 'muted' | 'accent';

/** `Converged`, `Running, 40 %`: what there is to know in a word. */
export function stateWords({
  state,
  converged,
  progress,
}: Pick<RunView, 'state' | 'converged' | 'progress'>): {
  readonly words: string;
  readonly tone: Tone;
} {
  switch (state) {
    case 'queued':
      return { words: 'Waiting', tone: 'muted' };
    case 'running':
      return { words: `Running, ${percentDone(progress)} %`, tone: 'accent' };
    case 'failed':
      return { words: 'Failed', tone: 'bad' };
    case 'cancelled':
      return { words: 'Cancelled', tone: 'muted' };
    case 'completed':
      return converged ? { words: 'Converged', tone: 'good' } : { words: 'Not converged', tone: 'bad' };
  }
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

interface StateWordProps {
  run: Pick<RunView, 'state' | 'converged' | 'progress'>;
  /** In place of the usual words. */
  words?: string;
}

export function StateWord({ run, words: instead }: StateWordProps) {
  const { words, tone } = stateWords(run);
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${colours[tone]}`}>
      <span aria-hidden="true" className={`size-2 shrink-0 ${shapes[tone]}`} />
      {instead ?? words}
    </span>
  );
}
