// What passes between a fit's own thread and the thread that runs its chains.
import type { Origin, Place } from '@mixmodel/contract';
import type {
  BacktestFit,
  BacktestProgress,
  ChainEvent,
  ChainJob,
  ExpandedSpec,
  FitProgress,
  ModelData,
  Spec,
} from '@mixmodel/engine';
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

/** What a backtest needs to be told besides, as in the engine's `BacktestOptions`. */
export interface BacktestAsked extends FitSettings {
  readonly horizonWeeks?: readonly number[];
  readonly origins?: number;
  readonly originWeeks?: number;
  readonly hindsight?: boolean;
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
  readonly kind: 'fit';
  readonly data: ModelData;
  readonly spec: Spec;
  readonly settings: FitSettings;
  /** Goes into the attributes of the stored draws beside spec and seed. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly papers: Papers;
}

export interface BacktestTask {
  readonly kind: 'backtest';
  readonly data: ModelData;
  readonly spec: Spec;
  readonly settings: BacktestAsked;
}

export type Task = FitTask | BacktestTask;

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

/** A chain job without what the other side has already, or is told once for all of them. */
export type ShortJob = Omit<ChainJob, 'data' | 'spec'>;

/** Which fit of a backtest chains are of, and what it fits. */
export interface FoldOf {
  readonly fit: BacktestFit;
  readonly data: ModelData;
  readonly spec: Spec;
}

export type FromFit =
  | {
      readonly kind: 'run';
      readonly call: number;
      readonly jobs: readonly ShortJob[];
      /** Of a backtest; otherwise they are of the task itself. */
      readonly fold?: FoldOf;
    }
  | { readonly kind: 'progress'; readonly progress: OwnThreadProgress | BacktestProgress }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type ToFit =
  | { readonly kind: 'event'; readonly call: number; readonly event: ChainEvent }
  | { readonly kind: 'failed'; readonly call: number; readonly failure: Failure };
