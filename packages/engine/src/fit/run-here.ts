// Chains one after the other on the calling thread, in slices, so that it can breathe and stop.
import { runChain } from './chain.ts';
import type { ChainEvent, ChainRunner } from './job.ts';
import type { FitOptions } from './settings.ts';

/** A slice of work between two pauses: short enough to feel immediate when somebody stops. */
const SLICE_MS = 40;
const SLICE_DRAWS = 50;

export function runHere({ now, pause }: Pick<FitOptions, 'now' | 'pause'>): ChainRunner {
  return async function* (jobs): AsyncGenerator<ChainEvent> {
    for (const job of jobs) {
      const chain = runChain(job);
      let since = now?.() ?? 0;
      for (let turn = 1; ; turn++) {
        const step = chain.next();
        if (step.done) {
          yield { kind: 'done', segment: step.value };
          break;
        }
        const due = now ? now() - since >= SLICE_MS : turn % SLICE_DRAWS === 0;
        if (!due) continue;
        yield { kind: 'progress', ...step.value };
        await pause?.();
        since = now?.() ?? 0;
      }
    }
  };
}
