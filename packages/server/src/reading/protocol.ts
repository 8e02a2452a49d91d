// What is asked of the reading thread and what it answers: bytes and a mapping in, plain values out.
import type { BacktestRequest, DatasetView, Mapping, SamplingSettings } from '@mixmodel/contract';
import type { Comparison, DataFile, Finding, RawRows, RowSpan, TemplateKind } from '@mixmodel/data';
import type { ExpandedSpec, ModelData, Problem, SpecDraft } from '@mixmodel/engine';
import type { Cost } from '@mixmodel/runtime';

/** A stored upload with the user's word on it: one file, or several that are joined. */
export interface MappedFiles {
  readonly files: readonly DataFile[];
  readonly mapping: Mapping;
}

/** A file as its page shows it, without what only the database knows. */
export interface FileView extends Omit<DatasetView, 'dataset' | 'mapping'> {
  /** Why the file holds no table; empty when it does. */
  readonly refusal: readonly Finding[];
}

/** What a model is made of; `data` is absent while a finding is an error, `draft` while columns are unknown. */
export interface PreparedFile {
  readonly data?: ModelData;
  readonly draft?: SpecDraft;
  readonly findings: readonly Finding[];
  /** Of the exact bytes (`hash.ts`). */
  readonly sha256: string;
}

/** A backtest before it is made: the origins for which there is a model, 1 the oldest, and how long it will take. */
export interface PlannedBacktest {
  readonly folds: readonly number[];
  readonly ms: number;
}

/** A model over the data of a file, before it is run. */
export interface PlannedModel extends ExpandedSpec {
  readonly modelSha256: string;
  readonly cost: { readonly quick: Cost; readonly full: Cost };
}

/** `model` is absent while a finding is an error, or while `problems` are what is wrong with the draft. */
export interface PlannedFile extends Omit<PreparedFile, 'data'> {
  readonly model?: PlannedModel;
  readonly problems: readonly Problem[];
  /** Where one is asked for; absent while there is no model, or while `backtestProblems` are what is wrong with it. */
  readonly backtest?: PlannedBacktest;
  readonly backtestProblems: readonly Problem[];
}

export interface SampleFile {
  readonly bytes: Uint8Array;
  readonly currency?: string;
}

/** Each kind of request: what is handed in and what comes back. */
export interface Readings {
  readonly view: { readonly asked: MappedFiles; readonly answer: FileView };
  readonly rows: { readonly asked: MappedFiles & { readonly span: RowSpan }; readonly answer: RawRows };
  /** With a draft, its columns win over the mapping's roles. */
  readonly prepare: {
    readonly asked: MappedFiles & { readonly draft?: SpecDraft };
    readonly answer: PreparedFile;
  };
  /** As `prepare`, and the model that the draft means over the data: those stay in the thread. */
  readonly plan: {
    readonly asked: Readings['prepare']['asked'] & {
      readonly sampling: SamplingSettings;
      readonly backtest?: BacktestRequest | undefined;
      /** Of the machine the run would have. */
      readonly threads: number;
    };
    readonly answer: PlannedFile;
  };
  /** What changed; absent when the rows of either cannot be told by their dates. */
  readonly compare: {
    readonly asked: { readonly before: MappedFiles; readonly after: MappedFiles };
    readonly answer: { readonly found?: Comparison };
  };
  readonly template: {
    readonly asked: { readonly kind: TemplateKind };
    readonly answer: { readonly bytes: Uint8Array };
  };
  /** The simulated sample as a file. */
  readonly sample: { readonly asked: object; readonly answer: SampleFile };
}

export type Kind = keyof Readings;
export type Asked<K extends Kind> = Readings[K]['asked'];
export type Answer<K extends Kind> = Readings[K]['answer'];

export interface Request<K extends Kind = Kind> {
  readonly kind: K;
  readonly asked: Asked<K>;
}

/** `refused`: the input's fault, told by its codes. `failed`: ours. */
export type Reply =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly stack: string };
