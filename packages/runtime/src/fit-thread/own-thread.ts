// A thread of its own for what is made of draws: checks, summaries, forecasts. Its chains run from the calling thread.
import { Worker } from 'node:worker_threads';
import type { BacktestFit, ChainRunner } from '@mixmodel/engine';
import { buffersOf } from '../threads/buffers.ts';
import { builtEntry } from '../threads/built-entry.ts';
import { mailbox } from '../threads/mailbox.ts';
import { errorOf, failureOf } from '../threads/messages.ts';
import type { FromFit, Task, ToFit } from './messages.ts';

export interface Surroundings {
  /** Runs the chains of a fit, from the calling thread: of the task itself, or of one fit of a backtest. */
  runnerOf(fit: BacktestFit | undefined): ChainRunner;
  /** Ends the loop at once, also in the middle of a silence. */
  readonly signal?: AbortSignal | undefined;
}

type Letter =
  | { readonly kind: 'told'; readonly message: FromFit }
  | { readonly kind: 'lost'; readonly reason: string };

/**
 * What the thread tells, the last of it `done`. Nothing computes on the calling thread. Leaving the loop ends the
 * thread and the chains; it turns also while the thread computes in silence, with what was told last, so that nobody
 * waits to leave. Throws what the engine throws.
 */
export async function* inOwnThread(
  task: Task,
  { runnerOf, signal }: Surroundings,
): AsyncGenerator<Extract<FromFit, { kind: 'progress' }>['progress'], void, undefined> {
  if (signal?.aborted) return;
  const letters = mailbox<Letter>();
  const worker = startWorker(task, letters.put);
  const calls: { leave(): void; readonly left: Promise<void> }[] = [];
  let next = letters.take();
  let latest: Extract<FromFit, { kind: 'progress' }>['progress'] | undefined;
  try {
    for (;;) {
      const letter = await within(next, silenceMs, signal);
      if (signal?.aborted) return;
      if (!letter) {
        if (latest) yield latest;
        continue;
      }
      next = letters.take();
      if (letter.kind === 'lost') throw new Error(`The fit was lost with its thread: ${letter.reason}.`);
      const { message } = letter;
      if (message.kind === 'failed') throw errorOf(message.failure);
      if (message.kind === 'run') {
        const { data, spec } = message.fold ?? task;
        const run = runnerOf(message.fold?.fit);
        calls.push(runFor(worker, message.call, run(message.jobs.map((job) => ({ ...job, data, spec })))));
      } else {
        latest = message.progress;
        yield latest;
        if (latest.phase === 'done') return;
      }
    }
  } finally {
    for (const call of calls) call.leave();
    await worker.terminate();
    await Promise.all(calls.map(({ left }) => left));
  }
}

/** Half of what a user who cancels would notice. */
const silenceMs = 50;

/** Nothing when it takes longer, or when the signal comes first. For promises that never reject. */
function within<T>(promise: Promise<T>, ms: number, signal: AbortSignal | undefined): Promise<T | undefined> {
  return new Promise((resolve) => {
    const settle = (value?: T): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve(value);
    };
    const end = (): void => settle();
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    void promise.then(settle);
  });
}

function startWorker(task: Task, put: (letter: Letter) => void): Worker {
  const worker = new Worker(builtEntry('fit-thread'), { execArgv: [], workerData: task });
  worker.on('message', (message: FromFit) => put({ kind: 'told', message }));
  worker.on('error', (error) => put({ kind: 'lost', reason: error.message }));
  worker.on('exit', (code) => put({ kind: 'lost', reason: `exit code ${code}` }));
  return worker;
}

/** Hands every event of the chains to the fit, until they are done or it is left. */
function runFor(worker: Worker, call: number, events: ReturnType<ChainRunner>) {
  let wanted = true;
  const send = (message: ToFit, transfer: ArrayBuffer[] = []): void => worker.postMessage(message, transfer);
  const run = async (): Promise<void> => {
    try {
      for await (const event of events) {
        if (!wanted) break;
        send({ kind: 'event', call, event }, event.kind === 'done' ? buffersOf(event.segment) : []);
      }
    } catch (error) {
      send({ kind: 'failed', call, failure: failureOf(error) });
    }
  };
  return {
    leave() {
      wanted = false;
    },
    left: run(),
  };
}
