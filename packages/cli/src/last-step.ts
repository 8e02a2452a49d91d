// Follows a long computation with progress on standard error, until it ends or the user stops it.
import type { BacktestProgress, FitProgress } from '@mixmodel/engine';
import { progressView } from './progress.ts';
import type { StopSignal } from './stop.ts';

/** The step that holds the result. */
type Done<Step> = Extract<Step, { phase: 'done' }>;

/** The last step, or nothing when the user stopped it: then the threads are ended at once. */
export async function lastStep<Step extends FitProgress | BacktestProgress>(
  steps: AsyncGenerator<Step>,
  err: NodeJS.WriteStream,
  stop: StopSignal,
): Promise<Done<Step> | undefined> {
  const view = progressView(err, () => performance.now());
  const isDone = (step: Step): step is Done<Step> => step.phase === 'done';
  try {
    for (;;) {
      const next = steps.next();
      const step = await Promise.race([next, stop.asked]);
      if (step === 'stop') {
        // The threads are about to go; that the step they owed will fail is what was asked for.
        next.catch(() => {});
        return undefined;
      }
      if (step.done) throw new Error('The computation ended without a result.');
      view.tell(step.value);
      if (isDone(step.value)) return step.value;
    }
  } finally {
    view.clear();
  }
}
