// Rounds of work at even times: one at a time, and whatever goes wrong in one is logged and ends none of the next.
import { loggable } from './loggable.ts';

export interface Periodic {
  /** No more rounds; waits for the one under way. */
  close(): Promise<void>;
}

/** Every `everyMs`, the first time after that; a round that takes longer than that is not met by a second. */
export function periodically(everyMs: number, round: () => Promise<void>): Periodic {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= round()
      .catch((error: unknown) => console.error(loggable(error)))
      .finally(() => {
        underWay = undefined;
      });
  }, everyMs);
  // No process waits for the next round.
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await underWay;
    },
  };
}
