// The reading thread from outside: files are parsed there, one after the other, and never on the event loop.
import { Worker } from 'node:worker_threads';
import { InputError } from '@mixmodel/engine';
import { refuse } from '../refuse.ts';
import type { Answer, Asked, Kind, Reply } from './protocol.ts';

export interface Reading {
  /**
   * Throws an InputError when the file is at fault, its reading had to be stopped, or too many wait already.
   * A function is called when the turn comes, so that what waits holds no file in memory. `by` is whose turn it is (a
   * workspace); without it the program asks for itself, which limits elsewhere how much it does at once.
   */
  ask<K extends Kind>(kind: K, asked: Asked<K> | (() => Promise<Asked<K>>), by?: string): Promise<Answer<K>>;
}

export interface ReadingLimits {
  readonly seconds: number;
  readonly memoryMb: number;
  /** Most that wait, in all and of one workspace: beyond that an answer would come too late to be of use. */
  readonly waiting: number;
  readonly waitingOfOne: number;
}

/** An Excel workbook is opened in a thread of its own within this one, with limits of its own. */
const usualLimits: ReadingLimits = { seconds: 60, memoryMb: 1024, waiting: 20, waitingOfOne: 4 };

/** The built entry in both cases: from `dist/reading` it is a neighbour, from `src/reading` it lies across. */
const builtThread = new URL('../../dist/reading/thread.js', import.meta.url);

interface Call {
  readonly kind: Kind;
  readonly by: string | undefined;
  load(): Promise<object>;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** Starts its thread with the first question, and another when one is lost: only the call at work fails with it. */
export function readingThread(limits: ReadingLimits = usualLimits, entry: URL = builtThread): Reading {
  const waiting: Call[] = [];
  let worker: Worker | undefined;
  /** Without a timer while its file is being fetched. */
  let atWork: { readonly call: Call; readonly timer?: NodeJS.Timeout } | undefined;

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
    if (atWork?.timer) settle((call) => call.reject(error));
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
    atWork = { call };
    call.load().then(
      (asked) => read(call, asked),
      (error: unknown) => settle(() => call.reject(error)),
    );
  };
  const read = (call: Call, asked: object): void => {
    const thread = worker ?? start();
    worker = thread;
    const tooSlow = () => lose(thread, refuse('reading_too_slow', { facts: { seconds: limits.seconds } }));
    atWork = { call, timer: setTimeout(tooSlow, limits.seconds * 1000) };
    thread.postMessage({ kind: call.kind, asked });
  };
  return {
    ask: <K extends Kind>(kind: K, asked: Asked<K> | (() => Promise<Asked<K>>), by?: string) =>
      new Promise<Answer<K>>((resolve, reject) => {
        if (by !== undefined) refuseBeyond(limits, waiting, by);
        const load = async () => (typeof asked === 'function' ? asked() : asked);
        waiting.push({ kind, by, load, resolve: (answer) => resolve(answer as Answer<K>), reject });
        next();
      }),
  };
}

function refuseBeyond(limits: ReadingLimits, waiting: readonly Call[], by: string): void {
  const asked = waiting.filter((call) => call.by !== undefined);
  const ofOne = asked.filter((call) => call.by === by);
  if (ofOne.length >= limits.waitingOfOne)
    throw refuse('reading_busy', { facts: { most: limits.waitingOfOne, of: 'workspace' } });
  if (asked.length >= limits.waiting)
    throw refuse('reading_busy', { facts: { most: limits.waiting, of: 'server' } });
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
