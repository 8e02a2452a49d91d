// A pool of worker threads that runs chain jobs: any number of threads, the same draws.
import { availableParallelism } from 'node:os';
import type { ChainEvent, ChainJob, ChainRunner } from '@mixmodel/engine';
import { builtEntry } from './built-entry.ts';
import { mailbox } from './mailbox.ts';
import { errorOf } from './messages.ts';
import { type Task, type TaskEvent, taskOf } from './task.ts';
import { startThread, type Thread } from './thread.ts';

export interface WorkerPool {
  /** How many chains run side by side. */
  readonly threads: number;
  /** Runs jobs in order of the list as threads fall free. Leaving the loop stops them first. */
  readonly runChains: ChainRunner;
  /** The same until the signal: it stops the jobs at once, also where the loop waits for them, and is an error there. */
  runChainsUntil(signal: AbortSignal): ChainRunner;
  /** Ends the threads; whoever still iterates gets an error. */
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  /** Default: one a processor, at most four, the chains of a full fit. */
  readonly threads?: number;
}

const chainsOfFullFit = 4;

/** Threads start at once and load the engine while the caller reads data. Close the pool when done. */
export function workerPool({ threads }: WorkerPoolOptions = {}): WorkerPool {
  return poolOf(builtEntry('threads'), threads ?? Math.min(availableParallelism(), chainsOfFullFit));
}

/** A pool over any worker entry that speaks `messages.ts`. */
export function poolOf(entry: URL, size: number): WorkerPool {
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`A pool needs a whole number of threads, at least 1; ${size} was given.`);
  }
  const desk = openDesk(entry, size);

  async function* runChains(jobs: readonly ChainJob[], signal?: AbortSignal): AsyncGenerator<ChainEvent> {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const events = mailbox<TaskEvent | typeof halted>();
    const halt = (): void => {
      Atomics.store(stop, 0, 1);
      // A job that still waits for a thread has nothing to say of it.
      events.put(halted);
    };
    signal?.addEventListener('abort', halt);
    const tasks = jobs.map((job) => taskOf(job, stop, events.put));
    try {
      if (signal?.aborted) throw askedToStop();
      desk.accept(tasks);
      let left = jobs.length;
      while (left > 0) {
        const told = await events.take();
        if (told === halted || signal?.aborted) throw askedToStop();
        const event = chainEventOf(told);
        if (event.kind === 'done') left--;
        yield event;
      }
    } finally {
      signal?.removeEventListener('abort', halt);
      Atomics.store(stop, 0, 1);
      desk.forget(tasks);
      await Promise.all(tasks.map((task) => task.left()));
    }
  }

  return {
    threads: size,
    runChains: (jobs) => runChains(jobs),
    runChainsUntil: (signal) => (jobs) => runChains(jobs, signal),
    close: desk.close,
  };
}

const halted = 'halted';

function askedToStop(): Error {
  return new Error('The chains were asked to stop.');
}

/** Deals waiting tasks to idle threads, and replaces threads that were lost. */
function openDesk(entry: URL, size: number) {
  const threads = new Set<Thread>();
  let waiting: readonly Task[] = [];
  let closed = false;

  const start = (): Thread => {
    const thread = startThread(entry, (gone) => void threads.delete(gone));
    threads.add(thread);
    return thread;
  };
  const freeThread = (): Thread | undefined => {
    for (const thread of threads) if (thread.idle) return thread;
    return threads.size < size ? start() : undefined;
  };
  const deal = (): void => {
    while (!closed) {
      const [task] = waiting;
      const thread = task && freeThread();
      if (!thread) return;
      waiting = waiting.slice(1);
      task.runOn(thread, deal);
    }
  };

  for (let i = 0; i < size; i++) start();
  return {
    accept(tasks: readonly Task[]): void {
      if (closed) throw new Error('The worker pool is closed: open a new one.');
      waiting = [...waiting, ...tasks];
      deal();
    },
    forget(tasks: readonly Task[]): void {
      waiting = waiting.filter((task) => !tasks.includes(task));
    },
    async close(): Promise<void> {
      closed = true;
      for (const task of waiting) task.lose('the worker pool was closed');
      waiting = [];
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

/** The engine's event, or the engine's error thrown here. */
function chainEventOf({ job, event }: TaskEvent): ChainEvent {
  switch (event.kind) {
    case 'progress':
      return { kind: 'progress', ...event.progress };
    case 'done':
      return event;
    case 'failed':
      throw errorOf(event.failure, `Chain ${job.chain + 1} failed: `);
    case 'stopped':
      throw new Error(`Chain ${job.chain + 1} was stopped before it was done.`);
    case 'lost':
      throw new Error(
        `Chain ${job.chain + 1} was lost with its worker thread: ${event.reason}. Fit again; the same seed gives the same draws.`,
      );
  }
}
