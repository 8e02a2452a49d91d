// One worker thread with at most one job: whatever happens to the thread, the job hears of it exactly once.
import { Worker } from 'node:worker_threads';
import { requireBuilt } from './built-entry.ts';
import type { JobMessage, WorkerMessage } from './messages.ts';

/** How a job ends, or goes on. `lost`: the thread died with the job. */
export type ThreadEvent = WorkerMessage | { readonly kind: 'lost'; readonly reason: string };

export interface Thread {
  readonly idle: boolean;
  run(message: JobMessage, listener: (event: ThreadEvent) => void): void;
  terminate(): Promise<void>;
}

/**
 * Starts a thread at once, so that it loads while others work. `onGone` is called when it has ended, for any reason.
 * The process does not wait for an idle thread; it does for one with a job.
 */
export function startThread(entry: URL, onGone: (thread: Thread) => void): Thread {
  requireBuilt(entry);
  // No inherited flags: the entry is plain JavaScript, a loader of the parent (tsx) would only slow its start.
  const worker = new Worker(entry, { execArgv: [] });
  let listener: ((event: ThreadEvent) => void) | undefined;
  let death: string | undefined;

  const settle = (event: ThreadEvent): void => {
    const heard = listener;
    listener = undefined;
    worker.unref();
    heard?.(event);
  };
  const thread: Thread = {
    get idle() {
      return listener === undefined;
    },
    run(message, heard) {
      listener = heard;
      worker.ref();
      worker.postMessage(message);
    },
    terminate: async () => void (await worker.terminate()),
  };

  worker.on('message', (event: WorkerMessage) => {
    if (event.kind === 'progress') listener?.(event);
    else settle(event);
  });
  worker.on('messageerror', (error) =>
    settle({ kind: 'lost', reason: `its report could not be read (${error.message})` }),
  );
  worker.on('error', (error) => {
    death = error.message;
  });
  worker.on('exit', (code) => {
    onGone(thread);
    settle({ kind: 'lost', reason: death ?? `exit code ${code}` });
  });
  // Last of all: listening for messages makes the process wait again.
  worker.unref();
  return thread;
}
