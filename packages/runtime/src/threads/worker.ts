// Entry of a worker thread: runs one chain job after another and reports as it goes.
import { parentPort } from 'node:worker_threads';
import { runChain } from '@mixmodel/engine';
import { buffersOf } from './buffers.ts';
import { failureOf, type JobMessage, type WorkerMessage } from './messages.ts';

/** At most ten reports a second and chain: enough for an eye, nothing beside the work. */
const reportEveryMs = 100;

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
  const chain = runChain(job);
  let reportedAt = Number.NEGATIVE_INFINITY;
  let reportedPhase = '';
  while (Atomics.load(stopped, 0) === 0) {
    const step = chain.next();
    if (step.done) {
      report({ kind: 'done', segment: step.value }, buffersOf(step.value));
      return;
    }
    const now = performance.now();
    if (step.value.phase === reportedPhase && now - reportedAt < reportEveryMs) continue;
    reportedAt = now;
    reportedPhase = step.value.phase;
    report({ kind: 'progress', progress: step.value });
  }
  report({ kind: 'stopped' });
}

function report(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}
