// Entry of a worker thread: runs one chain job after another and reports as it goes.
import { parentPort } from 'node:worker_threads';
import { type ChainJob, type ChainProgress, runChain } from '@mixmodel/engine';
import { buffersOf } from './buffers.ts';
import { failureOf, type JobMessage, type WorkerMessage } from './messages.ts';

/** A loop over chains turns this often, so that leaving it never waits longer; nothing beside the work. */
const reportEveryMs = 50;

const port = parentPort;
if (!port) throw new Error('threads/worker.js runs in a worker thread: start it through workerPool.');

port.on('message', (message: JobMessage) => {
  try {
    run(message);
  } catch (error) {
    report({ kind: 'failed', failure: failureOf(error) });
  }
});

function run({ job, stop }: JobMessage): void {
  const stopped = new Int32Array(stop);
  const tell = teller();
  let latest = beginningOf(job);
  const beat = (): void => {
    if (Atomics.load(stopped, 0) !== 0) throw stopAsked;
    // Between two draws the draws tell; until the first there is only the way to it.
    if (latest.draw === 0) tell(latest);
  };
  tell(latest);
  try {
    const chain = runChain(job, beat);
    for (;;) {
      const step = chain.next();
      if (step.done) return report({ kind: 'done', segment: step.value }, buffersOf(step.value));
      latest = step.value;
      tell(latest);
    }
  } catch (error) {
    if (error !== stopAsked) throw error;
    report({ kind: 'stopped' });
  }
}

const stopAsked = new Error('The chain was asked to stop.');

function beginningOf({ chain, warmup, draws, resume }: ChainJob): ChainProgress {
  const [phase, of] = resume ? (['sampling', draws] as const) : (['warmup', warmup] as const);
  return { chain, phase, draw: 0, of, divergences: 0 };
}

/** Reports progress now and then, and every new phase. */
function teller(): (progress: ChainProgress) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let toldPhase = '';
  return (progress) => {
    const now = performance.now();
    if (now - toldAt < reportEveryMs && progress.phase === toldPhase) return;
    [toldAt, toldPhase] = [now, progress.phase];
    report({ kind: 'progress', progress });
  };
}

function report(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}
