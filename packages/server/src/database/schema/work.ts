// Tables of the work: datasets, runs with their draws, and the links that show a result.
import type {
  BacktestFile,
  BacktestRequest,
  InsightsFile,
  Mapping,
  ResultFile,
  RunProgress,
  SamplingSettings,
} from '@mixmodel/contract';
import type { BacktestFit, ExpandedSpec, Spec } from '@mixmodel/engine';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { at, id, wholeNumber } from './columns.ts';
import { workspaces } from './workspaces.ts';

/** One of the files that a dataset is made of, as it was given. */
export interface StoredFile {
  readonly fileName: string;
  readonly bytes: number;
  /** Of the exact bytes. */
  readonly sha256: string;
  readonly objectKey: string;
}

/** One version of a dataset: what a run was fitted on stays what it was. */
export const datasets = pgTable(
  'datasets',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Of the first version: its own for the first one. */
    firstId: uuid('first_id').notNull(),
    version: integer('version').notNull(),
    /** The same for all versions. */
    name: text('name').notNull(),
    /** What it is downloaded as. */
    fileName: text('file_name').notNull(),
    /** Of all files. */
    bytes: integer('bytes').notNull(),
    /** Of the exact bytes that were uploaded; of several files, of their hashes. */
    sha256: text('sha256').notNull(),
    /** In the order they were given. */
    files: jsonb('files').$type<readonly StoredFile[]>().notNull(),
    sample: boolean('sample').notNull().default(false),
    mapping: jsonb('mapping').$type<Mapping>().notNull(),
    idempotencyKey: text('idempotency_key'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: at('created_at').notNull(),
    /** From then on no version is there for anybody; they can be restored until they are swept. */
    deletedAt: at('deleted_at'),
  },
  (table) => [
    unique('datasets_idempotency').on(table.workspaceId, table.idempotencyKey),
    unique('datasets_version').on(table.firstId, table.version),
    index('datasets_workspace').on(table.workspaceId, table.createdAt),
  ],
);

export interface RunError {
  readonly code: string;
  readonly sentence: string;
}

/** What a run is backtested with, and from which origins: those for which a model can be made, 1 the oldest. */
export interface AskedBacktest {
  readonly settings: BacktestRequest;
  readonly folds: readonly number[];
}

export const runs = pgTable(
  'runs',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => datasets.id),
    state: text('state').$type<'queued' | 'running' | 'completed' | 'failed' | 'cancelled'>().notNull(),
    /** Grows by one with every change that a reader should hear of: the id of the event that tells it. */
    sequence: integer('sequence').notNull().default(0),
    /** As it was when the run was asked for. */
    mapping: jsonb('mapping').$type<Mapping>().notNull(),
    /** Expanded. */
    spec: jsonb('spec').$type<Spec>().notNull(),
    /** Why the size priors of `spec` are what they are: the expanded spec alone no longer says. */
    sizeRule: jsonb('size_rule').$type<ExpandedSpec['sizeRule']>().notNull(),
    sampling: jsonb('sampling').$type<SamplingSettings>().notNull(),
    seed: wholeNumber('seed').notNull(),
    dataSha256: text('data_sha256').notNull(),
    modelSha256: text('model_sha256').notNull(),
    numerics: integer('numerics').notNull(),
    estimateMs: doublePrecision('estimate_ms').notNull(),
    margin: doublePrecision('margin'),
    backtest: jsonb('backtest').$type<AskedBacktest>(),
    progress: jsonb('progress').$type<RunProgress>(),
    error: jsonb('error').$type<RunError>(),
    converged: boolean('converged'),
    result: jsonb('result').$type<ResultFile>(),
    insights: jsonb('insights').$type<InsightsFile>(),
    /** Where results lie that are too large for the row. */
    resultKey: text('result_key'),
    insightsKey: text('insights_key'),
    backtestResult: jsonb('backtest_result').$type<BacktestFile>(),
    backtestKey: text('backtest_key'),
    /** Of results and insights together: what a reader may keep them under. */
    resultsSha256: text('results_sha256'),
    /** Of its objects, draws and large results; null until it has completed and they were measured. */
    storedBytes: wholeNumber('stored_bytes'),
    idempotencyKey: text('idempotency_key'),
    /** Of the request that came with the key: another one may not use it. */
    requestSha256: text('request_sha256'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: at('created_at').notNull(),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
    /** From then on it is there for nobody; its objects and then its row are removed by the worker. */
    deletedAt: at('deleted_at'),
  },
  (table) => [
    unique('runs_number').on(table.workspaceId, table.number),
    unique('runs_idempotency').on(table.workspaceId, table.idempotencyKey),
    index('runs_state').on(table.state),
  ],
);

/** A run fits its main model, and two models for each origin of its backtest; neighbours and placebos will be more. */
export const fits = pgTable(
  'fits',
  {
    id: id(),
    runId: uuid('run_id')
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    purpose: text('purpose').$type<'main' | 'backtest'>().notNull(),
    /** Of a backtest; of the main model 0 and `model`. */
    fold: integer('fold').notNull().default(0),
    forecaster: text('forecaster').$type<BacktestFit['forecaster']>().notNull().default('model'),
    /** Fences late writers and prefixes object keys: whoever works on the run raised it last, of all its fits. */
    attempt: integer('attempt').notNull().default(0),
    /** Attempts since the last one that stored a stretch: what ends the server each time is not begun for ever. */
    stalled: integer('stalled').notNull().default(0),
    /** What attempts up to this one left has been tidied away. */
    tidied: integer('tidied').notNull().default(0),
    /** What its draws were made of, chain by chain: kept when the stretches themselves are tidied away. */
    lineage: jsonb('lineage').$type<FitLineage>(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [unique('fits_purpose').on(table.runId, table.purpose, table.fold, table.forecaster)],
);

/** One stretch of a chain: who drew it, and the hash of what was drawn. */
export interface ChainLineage {
  readonly rung: number;
  readonly chain: number;
  readonly draws: number;
  readonly segments: readonly {
    readonly draws: number;
    readonly attempt: number;
    readonly sha256: string;
  }[];
}

export interface FitLineage {
  readonly versions: { readonly mixmodel: string; readonly numerics: number; readonly node: string };
  readonly chains: readonly ChainLineage[];
}

/** One chain of one rung of the ladder. */
export const chains = pgTable(
  'chains',
  {
    id: id(),
    fitId: uuid('fit_id')
      .notNull()
      .references(() => fits.id, { onDelete: 'cascade' }),
    /** 0 for the first attempt; every extension and rerun is one more. */
    rung: integer('rung').notNull(),
    chain: integer('chain').notNull(),
    draws: integer('draws').notNull(),
  },
  (table) => [unique('chains_place').on(table.fitId, table.rung, table.chain)],
);

/** A stretch of a chain that is kept: bytes in object storage, written before this row. */
export const segments = pgTable(
  'segments',
  {
    id: id(),
    chainId: uuid('chain_id')
      .notNull()
      .references(() => chains.id, { onDelete: 'cascade' }),
    /** Place within the chain, from 0. */
    ordinal: integer('ordinal').notNull(),
    draws: integer('draws').notNull(),
    attempt: integer('attempt').notNull(),
    objectKey: text('object_key').notNull(),
    sha256: text('sha256').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [unique('segments_place').on(table.chainId, table.ordinal)],
);

/** A way to one result for who is not in the workspace. */
export const shares = pgTable(
  'shares',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    runId: uuid('run_id')
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** SHA-256 of the token: the token itself is never stored. */
    tokenHash: text('token_hash').notNull().unique(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
    /** Nothing else is kept of who looked. */
    views: integer('views').notNull().default(0),
    lastViewedAt: at('last_viewed_at'),
  },
  (table) => [index('shares_run').on(table.runId)],
);
