// What passes between a fit's own thread and the thread that runs its chains.
import type { Origin, Place } from '@mixmodel/contract';
import type { ChainEvent, ChainJob, ExpandedSpec, FitProgress, ModelData, Spec } from '@mixmodel/engine';
import type { Failure } from '../threads/messages.ts';

/** What the sampler needs to be told; seed and mode as in the engine's `FitOptions`. */
export interface FitSettings {
  readonly seed?: number;
  readonly mode?: 'quick' | 'full';
  readonly chains?: number;
  readonly warmup?: number;
  readonly draws?: number;
  readonly targetAcceptance?: number;
}

/** What the files of a fit say that the fit cannot know. */
export interface Papers {
  readonly origin: Origin;
  /** Why the size priors of the spec are what they are. */
  readonly sizeRule: ExpandedSpec['sizeRule'];
  /** Where its sentences are read. */
  readonly at: Place;
}

/** To the thread that starts: what to fit. */
export interface FitTask {
  readonly data: ModelData;
  readonly spec: Spec;
  readonly settings: FitSettings;
  /** Goes into the attributes of the stored draws beside spec and seed. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly papers: Papers;
}

/** The engine's progress; what came out leaves the thread as bytes, which cost whoever takes them nothing. */
export type OwnThreadProgress =
  | Exclude<FitProgress, { phase: 'done' }>
  | {
      readonly phase: 'done';
      readonly converged: boolean;
      /** The result file and the insights file as JSON in UTF-8. */
      readonly result: Uint8Array;
      readonly insights: Uint8Array;
      /** The draws in Zarr, key by key. */
      readonly store: ReadonlyMap<string, Uint8Array>;
    };

/** A chain job without what the other side has already. */
export type ShortJob = Omit<ChainJob, 'data' | 'spec'>;

export type FromFit =
  | { readonly kind: 'run'; readonly call: number; readonly jobs: readonly ShortJob[] }
  | { readonly kind: 'progress'; readonly progress: OwnThreadProgress }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type ToFit =
  | { readonly kind: 'event'; readonly call: number; readonly event: ChainEvent }
  | { readonly kind: 'failed'; readonly call: number; readonly failure: Failure };
