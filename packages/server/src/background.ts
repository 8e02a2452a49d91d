// Work that an answer does not wait for: how long it takes would tell what the answer keeps to itself.
import { loggable } from './loggable.ts';

export interface Background {
  /** Begins at once; what fails is logged. */
  start(work: () => Promise<void>): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export function background(): Background {
  const atWork = new Set<Promise<void>>();
  return {
    start(work) {
      const done: Promise<void> = work()
        .catch((error: unknown) => console.error(loggable(error)))
        .finally(() => atWork.delete(done));
      atWork.add(done);
    },
    async settled() {
      while (atWork.size > 0) await Promise.all(atWork);
    },
  };
}
