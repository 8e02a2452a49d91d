// One chain as a job any thread or machine may take: a pure function of spec, data, seed and chain index.
import type { ModelData } from '../model/data.ts';
import type { Spec } from '../model/spec.ts';
import type { Algorithm } from '../sampler/chain.ts';
import type { ChainState } from '../sampler/state.ts';
import type { ChainSegment } from './draws.ts';

export interface ChainJob {
  readonly spec: Spec;
  readonly data: ModelData;
  readonly seed: number;
  readonly chain: number;
  readonly warmup: number;
  readonly draws: number;
  readonly targetAcceptance: number;
  /** `hmc` unless given. */
  readonly algorithm?: Algorithm;
  /** Go on from here instead of warming up. */
  readonly resume?: ChainState;
}

export interface ChainProgress {
  readonly chain: number;
  readonly phase: 'warmup' | 'sampling';
  /** Draws done in this phase, and how many it has. */
  readonly draw: number;
  readonly of: number;
  readonly divergences: number;
}

export type ChainEvent =
  | ({ readonly kind: 'progress' } & ChainProgress)
  | { readonly kind: 'done'; readonly segment: ChainSegment };

/** Runs jobs somewhere (this thread, a worker pool) and reports as they go; leaving the loop stops them. */
export type ChainRunner = (jobs: readonly ChainJob[]) => AsyncIterable<ChainEvent>;
