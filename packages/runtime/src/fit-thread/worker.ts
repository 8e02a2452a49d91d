// Entry of a fit's own thread: climbs the ladder, checks, assembles and packs the draws; its chains run elsewhere.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import {
  backtest,
  type ChainEvent,
  type ChainRunner,
  type FitResult,
  fit,
  type Insights,
  insights,
} from '@mixmodel/engine';
import { constantsOf } from '../draws/constants.ts';
import { memoryStore } from '../draws/store.ts';
import { writeDraws } from '../draws/write.ts';
import { buffersOf } from '../threads/buffers.ts';
import { mailbox } from '../threads/mailbox.ts';
import { errorOf, failureOf } from '../threads/messages.ts';
import type {
  BacktestTask,
  FitTask,
  FoldOf,
  FromFit,
  OwnThreadProgress,
  Papers,
  Task,
  ToFit,
} from './messages.ts';

const port = parentPort;
if (!port) throw new Error('fit-thread/worker.js runs in a worker thread: start it through fitInOwnThread.');

try {
  const task = workerData as Task;
  if (task.kind === 'fit') await fitHere(task, port);
  else await backtestHere(task, port);
} catch (error) {
  send(port, { kind: 'failed', failure: failureOf(error) });
}
port.close();

async function fitHere(
  { data, spec, settings, attributes, papers }: FitTask,
  to: MessagePort,
): Promise<void> {
  const elsewhere = chainsElsewhere(to);
  const steps = fit(data, spec, { ...settings, runChains: (jobs) => elsewhere(jobs), now: clock() });
  for await (const progress of steps) {
    if (progress.phase !== 'done') {
      send(to, { kind: 'progress', progress });
      continue;
    }
    const { result, draws } = progress;
    const entries = new Map<string, Uint8Array>();
    await writeDraws(memoryStore(entries), {
      draws,
      attributes: { spec: result.spec, seed: result.sampling.seed, ...attributes },
      constants: constantsOf(data, result.spec),
    });
    const files = await filesOf(result, insights(data, result.spec, draws, result.sampling.seed), papers);
    const done: OwnThreadProgress = { phase: 'done', ...files, store: entries };
    const bytes = [...entries.values(), files.result, files.insights];
    send(to, { kind: 'progress', progress: done }, buffersOf(bytes));
  }
}

/** The schemas they are held to are loaded only now: the chains need not wait for them. */
async function filesOf(fitted: FitResult, seen: Insights, { origin, sizeRule, at }: Papers) {
  const { insightsFile, resultFile } = await import('@mixmodel/contract');
  const result = resultFile({ ...fitted, prior: { ...fitted.prior, sizeRule } }, origin, at);
  return {
    converged: result.convergence.passed,
    result: utf8(result),
    insights: utf8(insightsFile(seen)),
  };
}

function utf8(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

async function backtestHere({ data, spec, settings }: BacktestTask, to: MessagePort): Promise<void> {
  const elsewhere = chainsElsewhere(to);
  const steps = backtest(data, spec, {
    ...settings,
    // The data and the spec of a fold are made here: the jobs bring them along.
    runChainsOf: (fit) => (jobs) => {
      const [{ data: then, spec: asThen } = { data, spec }] = jobs;
      return elsewhere(jobs, { fit, data: then, spec: asThen });
    },
    now: clock(),
  });
  for await (const progress of steps) send(to, { kind: 'progress', progress });
}

/** Milliseconds since it was made. */
function clock(): () => number {
  const began = performance.now();
  return () => performance.now() - began;
}

/** Asks the other thread to run jobs, all of one fit, and hands on what it tells. */
function chainsElsewhere(to: MessagePort) {
  let calls = 0;
  return async function* (
    jobs: Parameters<ChainRunner>[0],
    fold?: FoldOf,
  ): AsyncGenerator<ChainEvent, void, undefined> {
    const call = calls++;
    const answers = mailbox<ToFit>();
    const hear = (message: ToFit): void => {
      if (message.call === call) answers.put(message);
    };
    to.on('message', hear);
    try {
      const short = jobs.map(({ data: _, spec: __, ...job }) => job);
      send(to, { kind: 'run', call, jobs: short, ...(fold && { fold }) });
      let left = jobs.length;
      while (left > 0) {
        const event = chainEventOf(await answers.take());
        if (event.kind === 'done') left--;
        yield event;
      }
    } finally {
      to.off('message', hear);
    }
  };
}

function chainEventOf(message: ToFit): ChainEvent {
  if (message.kind === 'failed') throw errorOf(message.failure);
  return message.event;
}

function send(to: MessagePort, message: FromFit, transfer: ArrayBuffer[] = []): void {
  to.postMessage(message, transfer);
}
