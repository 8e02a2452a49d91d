// A queue within this process: jobs wait in memory, which is enough because the rows they name do not.
import { loggable } from '../../loggable.ts';
import type { Handler, Job, Queue } from '../../ports/queue.ts';

export interface ProcessQueueOptions {
  /** Jobs at work at the same time. */
  readonly concurrency: number;
}

/** What is added after `close` is not carried: the row is found again at the next start. */
export function processQueue({ concurrency }: ProcessQueueOptions): Queue {
  const waiting = new Map<string, string>();
  const atWork = new Set<Promise<void>>();
  const closing = new AbortController();
  let handler: Handler | undefined;

  const deal = (): void => {
    while (handler && !closing.signal.aborted && atWork.size < concurrency) {
      const [next] = waiting;
      if (!next) return;
      const [name, text] = next;
      waiting.delete(name);
      const work = done(handler, JSON.parse(text), closing.signal).finally(() => {
        atWork.delete(work);
        deal();
      });
      atWork.add(work);
    }
  };

  return {
    async add(job) {
      const text = JSON.stringify(job);
      const name = nameOf(job);
      if (!waiting.has(name)) waiting.set(name, text);
      // Not within the caller: whoever adds a job has not yet left its own work.
      setImmediate(deal);
    },
    work(given) {
      if (handler) throw new Error('This queue has a handler already: one process works on it once.');
      handler = given;
      setImmediate(deal);
    },
    async close() {
      closing.abort();
      await Promise.all(atWork);
    },
  };
}

function nameOf({ kind, runId }: Job): string {
  return `${kind}/${runId}`;
}

/** A handler answers for its own failures; one that does not is told, and the next job is given out. */
async function done(handler: Handler, job: Job, signal: AbortSignal): Promise<void> {
  try {
    await handler(job, signal);
  } catch (error) {
    process.emitWarning(loggable(error));
  }
}
