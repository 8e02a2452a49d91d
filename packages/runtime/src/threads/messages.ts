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
  /** What the system or the database calls it. */
  readonly code?: string;
  /** Present when the input was at fault. */
  readonly problems?: readonly Problem[];
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack } = error;
  if (error instanceof InputError) return { message, stack, problems: error.problems };
  const code = codeOf(error);
  return { message, stack, ...(code !== undefined && { code }) };
}

/** Its own, or that of what it was caused by. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause);
}

/** The error as the engine would have thrown it here, told `of` whom, with the other thread's stack as its cause. */
export function errorOf({ message, stack, code, problems }: Failure, of = ''): Error {
  if (problems) return new InputError(problems);
  const error = new Error(`${of}${message}`, { cause: stack });
  return code === undefined ? error : Object.assign(error, { code });
}
