// What passes between the pool and its worker threads. A worker has one job at a time.
import {
  type ChainJob,
  type ChainProgress,
  type ChainSegment,
  InputError,
  type Problem,
} from '@mixmodel/engine';

export interface JobMessage {
  readonly job: ChainJob;
  /** One Int32: anything but 0 asks the worker to leave the job at its next breath. */
  readonly stop: SharedArrayBuffer;
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: ChainProgress }
  | { readonly kind: 'done'; readonly segment: ChainSegment }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** An error as data: a structured clone would lose its class and its problems. */
export interface Failure {
  readonly message: string;
  readonly stack?: string;
  /** Present when the input was at fault. */
  readonly problems?: readonly Problem[];
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack } = error;
  return error instanceof InputError ? { message, stack, problems: error.problems } : { message, stack };
}

/** The error as the engine would have thrown it here, told `of` whom, with the other thread's stack as its cause. */
export function errorOf({ message, stack, problems }: Failure, of = ''): Error {
  return problems ? new InputError(problems) : new Error(`${of}${message}`, { cause: stack });
}
