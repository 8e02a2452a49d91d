// The reading thread from outside: files are parsed there, one after the other, and never on the event loop.
import { Worker } from 'node:worker_threads';
import { InputError } from '@mixmodel/engine';
import { refuse } from '../refuse.ts';
import type { Answer, Asked, Kind, Reply } from './protocol.ts';

export interface Reading {
  /** Throws an InputError when the file is at fault, or its reading had to be stopped. */
  ask<K extends Kind>(kind: K, asked: Asked<K>): Promise<Answer<K>>;
}

export interface ReadingLimits {
  readonly seconds: number;
  readonly memoryMb: number;
}

/** An Excel workbook is opened in a thread of its own within this one, with limits of its own. */
const usualLimits: ReadingLimits = { seconds: 60, memoryMb: 1024 };

/** The built entry in both cases: from `dist/reading` it is a neighbour, from `src/reading` it lies across. */
const builtThread = new URL('../../dist/reading/thread.js', import.meta.url);

interface Call {
  readonly kind: Kind;
  readonly asked: object;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** Starts its thread with the first question, and another when one is lost: only the call at work fails with it. */
export function readingThread(limits: ReadingLimits = usualLimits, entry: URL = builtThread): Reading {
  const waiting: Call[] = [];
  let worker: Worker | undefined;
  let atWork: { readonly call: Call; readonly timer: NodeJS.Timeout } | undefined;

  const settle = (how: (call: Call) => void): void => {
    if (!atWork) return;
    clearTimeout(atWork.timer);
    const { call } = atWork;
    atWork = undefined;
    how(call);
    next();
  };
  const lose = (lost: Worker, error: unknown): void => {
    if (worker !== lost) return;
    worker = undefined;
    void lost.terminate();
    settle((call) => call.reject(error));
  };
  const start = (): Worker => {
    const started = startThread(entry, limits);
    started.on('message', (reply: Reply) => settle((call) => hear(reply, call)));
    started.on('error', (error) => lose(started, lossOf(error, limits)));
    started.on('exit', () => lose(started, refuse('reading_stopped')));
    return started;
  };
  const next = (): void => {
    const call = atWork ? undefined : waiting.shift();
    if (!call) return;
    const thread = worker ?? start();
    worker = thread;
    const tooSlow = () => lose(thread, refuse('reading_too_slow', { facts: { seconds: limits.seconds } }));
    atWork = { call, timer: setTimeout(tooSlow, limits.seconds * 1000) };
    thread.postMessage({ kind: call.kind, asked: call.asked });
  };
  return {
    ask: <K extends Kind>(kind: K, asked: Asked<K>) =>
      new Promise<Answer<K>>((resolve, reject) => {
        waiting.push({ kind, asked, resolve: (answer) => resolve(answer as Answer<K>), reject });
        next();
      }),
  };
}

/** `execArgv: []`: whatever the program was started with is none of the thread's business. */
function startThread(entry: URL, { memoryMb }: ReadingLimits): Worker {
  const worker = new Worker(entry, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  // An idle thread keeps nobody's program alive; one at work is kept by its time limit.
  worker.unref();
  return worker;
}

function hear(reply: Reply, call: Call): void {
  if (reply.kind === 'answered') call.resolve(reply.answer);
  else if (reply.kind === 'refused') call.reject(new InputError([...reply.problems]));
  else call.reject(new Error(`the reading thread failed: ${reply.stack}`));
}

/** Out of memory is the file's fault and said so; anything else is ours, and goes on as what it is. */
function lossOf(error: unknown, { memoryMb }: ReadingLimits): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return refuse('reading_too_big', { facts: { limitMb: memoryMb } });
}

/** The process's one reading thread. */
export const reading: Reading = readingThread();
