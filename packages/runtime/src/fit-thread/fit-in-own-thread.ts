// A fit whose checks and summaries run in a thread of their own: a server's event loop stays free for its users.
import type { ChainRunner, ModelData, Spec } from '@mixmodel/engine';
import type { FitSettings, OwnThreadProgress, Papers } from './messages.ts';
import { inOwnThread } from './own-thread.ts';

export interface OwnThreadOptions extends FitSettings {
  /** Runs the chains, from this thread: a pool's `runChains`, or one that keeps checkpoints. */
  readonly runChains: ChainRunner;
  /** Goes into the stored draws beside spec and seed: versions, hashes. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly papers: Papers;
  /** Ends the loop without a result, at once. */
  readonly signal?: AbortSignal;
}

/** As the engine's `fit`, with its files and the draws as Zarr bytes at the end. Throws what `fit` throws. */
export async function* fitInOwnThread(
  data: ModelData,
  spec: Spec,
  { runChains, attributes = {}, papers, signal, ...settings }: OwnThreadOptions,
): AsyncGenerator<OwnThreadProgress, void, undefined> {
  const task = { kind: 'fit', data, spec, settings, attributes, papers } as const;
  // A fit tells what fits tell.
  yield* inOwnThread(task, { runnerOf: () => runChains, signal }) as AsyncGenerator<OwnThreadProgress>;
}
