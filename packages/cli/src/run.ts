// Runs a fit in worker threads with progress on standard error, until it ends or the user stops it.
import type { SamplingSettings } from '@mixmodel/contract';
import type { Draws, FitResult, ModelData, SpecDraft } from '@mixmodel/engine';
import { fitInThreads, type WorkerPool } from '@mixmodel/runtime';
import { progressView } from './progress.ts';
import type { StopSignal } from './stop.ts';

export interface FitRun {
  readonly data: ModelData;
  readonly draft: SpecDraft;
  readonly settings: SamplingSettings;
  /** Threads to run chains in; they are left open. */
  readonly pool: WorkerPool | undefined;
  /** Where progress goes. */
  readonly err: NodeJS.WriteStream;
  readonly stop: StopSignal;
}

export interface Done {
  readonly result: FitResult;
  readonly draws: Draws;
}

/** The fit, or nothing when the user stopped it: then the threads are ended at once. */
export async function runFit({ data, draft, settings, pool, err, stop }: FitRun): Promise<Done | undefined> {
  const view = progressView(err, () => performance.now());
  try {
    const steps = fitInThreads(data, draft, { ...settings, ...(pool && { pool }) });
    for (;;) {
      const next = steps.next();
      const step = await Promise.race([next, stop.asked]);
      if (step === 'stop') {
        // The threads are about to go; that the step they owed will fail is what was asked for.
        next.catch(() => {});
        return undefined;
      }
      if (step.done) throw new Error('The fit ended without a result.');
      view.tell(step.value);
      if (step.value.phase === 'done') return { result: step.value.result, draws: step.value.draws };
    }
  } finally {
    view.clear();
  }
}
