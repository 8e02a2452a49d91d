// Where a run stands, as a shape and a word.
import type { RunView } from '@mixmodel/contract';
import { classes } from './classes.ts';

type Mark = { readonly word: string; readonly tone: string; readonly shape: string };

const round = 'rounded-full';
const diamond = 'rotate-45';

/** `completed` alone says nothing yet: only a converged run's numbers may be used. */
export function stateOf({ state, converged }: Pick<RunView, 'state' | 'converged'>): Mark {
  if (state === 'completed') {
    return converged
      ? { word: 'Converged', tone: 'text-good', shape: classes('bg-good', round) }
      : { word: 'Not converged', tone: 'text-bad', shape: classes('bg-bad', diamond) };
  }
  if (state === 'failed') return { word: 'Failed', tone: 'text-bad', shape: classes('bg-bad', diamond) };
  if (state === 'cancelled') return { word: 'Cancelled', tone: 'text-muted', shape: 'border border-rule' };
  if (state === 'queued') {
    return { word: 'Waiting', tone: 'text-muted', shape: classes('border border-rule', round) };
  }
  return { word: 'Running', tone: 'text-accent', shape: classes('border-2 border-accent', round) };
}

export function StateMark({ run }: { run: Pick<RunView, 'state' | 'converged'> }) {
  const { word, tone, shape } = stateOf(run);
  return (
    <span className={classes('inline-flex items-center gap-1.5 whitespace-nowrap font-medium', tone)}>
      <span aria-hidden="true" className={classes('size-2', shape)} />
      {word}
    </span>
  );
}
