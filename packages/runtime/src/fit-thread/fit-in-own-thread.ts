// A fit whose checks and summaries run in a thread of their own: a server's event loop stays free for its users.
import { Worker } from 'node:worker_threads';
import type { ChainRunner, ModelData, Spec } from '@mixmodel/engine';
import { buffersOf } from '../threads/buffers.ts';
import { builtEntry } from '../threads/built-entry.ts';
import { mailbox } from '../threads/mailbox.ts';
import { errorOf, failureOf } from '../threads/messages.ts';
import type { FitSettings, FitTask, FromFit, OwnThreadProgress, Papers, ToFit } from './messages.ts';

export interface OwnThreadOptions extends FitSettings {
  /** Runs the chains, from this thread: a pool's `runChains`, or one that keeps checkpoints. */
  readonly runChains: ChainRunner;
  /** Goes into the stored draws beside spec and seed: versions, hashes. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly papers: Papers;
}

type Letter =
  | { readonly kind: 'told'; readonly message: FromFit }
  | { readonly kind: 'lost'; readonly reason: string };

/**
 * As the engine's `fit`, with its files and the draws as Zarr bytes at the end. Nothing here computes on the
 * calling thread. Leaving the loop ends the thread and the chains; it turns also while the thread computes in silence,
 * with the progress told last, so that nobody waits to leave. Throws what `fit` throws.
 */
export async function* fitInOwnThread(
  data: ModelData,
  spec: Spec,
  { runChains, attributes = {}, papers, ...settings }: OwnThreadOptions,
): AsyncGenerator<OwnThreadProgress, void, undefined> {
  const letters = mailbox<Letter>();
  const worker = startWorker({ data, spec, settings, attributes, papers }, letters.put);
  const calls: { leave(): void; readonly left: Promise<void> }[] = [];
  let next = letters.take();
  let latest: OwnThreadProgress | undefined;
  try {
    for (;;) {
      const letter = await within(next, silenceMs);
      if (!letter) {
        if (latest) yield latest;
        continue;
      }
      next = letters.take();
      if (letter.kind === 'lost') throw new Error(`The fit was lost with its thread: ${letter.reason}.`);
      const { message } = letter;
      if (message.kind === 'failed') throw errorOf(message.failure);
      if (message.kind === 'run') {
        const jobs = message.jobs.map((job) => ({ ...job, data, spec }));
        calls.push(runFor(worker, message.call, runChains(jobs)));
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

/** Nothing when it takes longer. For promises that never reject. */
function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    void promise.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

function startWorker(task: FitTask, put: (letter: Letter) => void): Worker {
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
