// The report of a run from its stored draws, made in a thread of its own: the numbers the fit gave, or the draws' own.

import { Worker } from 'node:worker_threads';
import type { FitResult, Insights, ModelData, RunFacts, Spec } from '@mixmodel/engine';
import { builtEntry } from '../threads/built-entry.ts';
import { errorOf, type Failure } from '../threads/messages.ts';

export interface DrawsTask {
  readonly data: ModelData;
  readonly spec: Spec;
  /** The draws in Zarr, key by key. */
  readonly store: ReadonlyMap<string, Uint8Array>;
  /** What draws cannot tell of the run that made them: `sampling` of its result, and its size rule. */
  readonly facts: RunFacts;
}

export interface Reassembled {
  readonly result: FitResult;
  readonly insights: Insights;
}

export type DrawsAnswer =
  | ({ readonly kind: 'done' } & Reassembled)
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Throws what reading or assembling throws: draws that are damaged, or of another spec. */
export async function reassembleInThread(task: DrawsTask): Promise<Reassembled> {
  const worker = new Worker(builtEntry('draws-thread'), { execArgv: [], workerData: task });
  try {
    const answer = await new Promise<DrawsAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) =>
        reject(new Error(`The thread that reads draws ended with exit code ${code}.`)),
      );
    });
    if (answer.kind === 'failed') throw errorOf(answer.failure);
    const { result, insights } = answer;
    return { result, insights };
  } finally {
    await worker.terminate();
  }
}
