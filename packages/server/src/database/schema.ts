// Every table of the database. A row is the truth; queue and events only carry it (DESIGN §3).
import type {
  AccountEvent,
  AuditAction,
  AuditFacts,
  InsightsFile,
  KeyScope,
  Mapping,
  ResultFile,
  RunProgress,
  SamplingSettings,
  WebhookEvent,
  WebhookMessage,
  WorkspaceRole,
} from '@mixmodel/contract';
import type { ExpandedSpec, Spec } from '@mixmodel/engine';
import {
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';

/** Made in the application (uuidv7), so that a row's id is known before it is written. */
const id = () => uuid('id').primaryKey();
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Up to 2^53 − 1 without loss: a seed. */
const wholeNumber = customType<{ data: number; driverData: string | number }>({
  dataType: () => 'bigint',
  fromDriver: Number,
});

export const accounts = pgTable('accounts', {
  id: id(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  /** When a letter to the address was answered, or its provider vouched for it. */
  emailConfirmedAt: at('email_confirmed_at'),
  name: text('name').notNull(),
  /** Null for who only ever signed in with a provider. */
  passwordHash: text('password_hash'),
  /** Belongs to the installation, not to a workspace. */
  operator: boolean('operator').notNull().default(false),
  createdAt: at('created_at').notNull(),
  /** What others made with it stays theirs and names it: the row stays, emptied of the person. */
  deletedAt: at('deleted_at'),
});

/** One row a refresh token; all that came from one sign-in share `familyId`, and are revoked together. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    familyId: uuid('family_id').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token: the token itself is never stored. */
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    /** Of the sign-in its family came from, and the browser or program that signed in. */
    begunAt: at('begun_at').notNull(),
    device: text('device').notNull(),
    /** Set when the token was exchanged for the next of its family. */
    usedAt: at('used_at'),
    revokedAt: at('revoked_at'),
  },
  (table) => [index('sessions_family').on(table.familyId), index('sessions_account').on(table.accountId)],
);

/** Links and tickets: each is good once, for one thing, for a short time. */
export const accountTokens = pgTable(
  'account_tokens',
  {
    id: id(),
    purpose: text('purpose')
      .$type<'register' | 'reset_password' | 'change_email' | 'second_factor'>()
      .notNull(),
    /** Null for who has no account yet. */
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    /** Where the letter went: so many are written to one address. */
    email: text('email').notNull(),
    /** SHA-256, as of refresh tokens. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Of `register`: what is made when it is confirmed. */
    registration: jsonb('registration').$type<PendingRegistration>(),
    /** Wrong codes given with a ticket. */
    attempts: integer('attempts').notNull().default(0),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [
    index('account_tokens_account').on(table.accountId),
    index('account_tokens_email').on(table.email),
  ],
);

export interface PendingRegistration {
  readonly name: string;
  readonly workspace: string;
  readonly passwordHash: string;
}

/** An authenticator app, from the moment its secret is shown; it counts once a code of it was given. */
export const secondFactors = pgTable('second_factors', {
  accountId: uuid('account_id')
    .primaryKey()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  /** Encrypted. */
  secret: text('secret').notNull(),
  createdAt: at('created_at').notNull(),
  confirmedAt: at('confirmed_at'),
  /** Number of the half minute whose code was taken last: no code is taken twice. */
  lastStep: integer('last_step').notNull().default(0),
  /** Wrong codes since `failingSince`, of every ticket. */
  failures: integer('failures').notNull().default(0),
  failingSince: at('failing_since'),
});

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: at('used_at'),
  },
  (table) => [index('recovery_codes_account').on(table.accountId)],
);

/** Who somebody is at a provider (OIDC). */
export const identities = pgTable(
  'identities',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    unique('identities_subject').on(table.issuer, table.subject),
    index('identities_account').on(table.accountId),
  ],
);

/** What happened to an account, for whoever it belongs to. */
export const accountEvents = pgTable(
  'account_events',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<AccountEvent>().notNull(),
    device: text('device').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [index('account_events_account').on(table.accountId)],
);

/** What the operator has set while the server runs. */
export const installationSettings = pgTable('installation_settings', {
  name: text('name').$type<'registration'>().primaryKey(),
  value: text('value').notNull(),
});

export const workspaces = pgTable('workspaces', {
  id: id(),
  name: text('name').notNull(),
  /** Number of the last run. */
  runs: integer('runs').notNull().default(0),
  /** By it turns go round the workspaces; it outlives the runs that made it. */
  lastRunBeganAt: at('last_run_began_at'),
  createdAt: at('created_at').notNull(),
  /** From then on it is there for nobody; it can be restored until it is swept. */
  deletedAt: at('deleted_at'),
});

export const members = pgTable(
  'members',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    role: text('role').$type<WorkspaceRole>().notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.accountId] }),
    index('members_account').on(table.accountId),
  ],
);

/** A way into a workspace for who is not in it yet. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    role: text('role').$type<WorkspaceRole>().notNull(),
    /** Lower case. Null: for whoever has the link. */
    email: text('email'),
    /** SHA-256 of the token: the token itself is never stored. */
    tokenHash: text('token_hash').notNull().unique(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    acceptedAt: at('accepted_at'),
    revokedAt: at('revoked_at'),
  },
  (table) => [index('invitations_workspace').on(table.workspaceId)],
);

/** What programs sign in with. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    scope: text('scope').$type<KeyScope>().notNull(),
    /** The first letters, to tell keys apart by. */
    start: text('start').notNull(),
    /** SHA-256 of the key: the key itself is never stored. */
    keyHash: text('key_hash').notNull().unique(),
    /** A key is worth no more than whoever made it. */
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at'),
    /** To some minutes: not every request writes. */
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (table) => [index('api_keys_workspace').on(table.workspaceId)],
);

/** Who did what: written in the transaction of the act itself, and never changed. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Both null: the program itself, or an account that is gone. */
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'set null' }),
    keyId: uuid('key_id').references(() => apiKeys.id, { onDelete: 'set null' }),
    bySystem: boolean('by_system').notNull(),
    action: text('action').$type<AuditAction>().notNull(),
    subjectId: text('subject_id'),
    facts: jsonb('facts').$type<AuditFacts>().notNull(),
    at: at('at').notNull(),
  },
  (table) => [index('audit_events_workspace').on(table.workspaceId, table.id)],
);

/** What an idempotency key has made: the same request again finds it. Runs and datasets keep their keys themselves. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Null: outside of any. */
    workspaceId: uuid('workspace_id').references(() => workspaces.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** Of the request that came with the key: another one may not use it. */
    requestSha256: text('request_sha256').notNull(),
    madeId: uuid('made_id').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    unique('idempotency_keys_key').on(table.accountId, table.workspaceId, table.key).nullsNotDistinct(),
    index('idempotency_keys_workspace').on(table.workspaceId),
    index('idempotency_keys_made').on(table.madeId),
  ],
);

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
    progress: jsonb('progress').$type<RunProgress>(),
    error: jsonb('error').$type<RunError>(),
    converged: boolean('converged'),
    result: jsonb('result').$type<ResultFile>(),
    insights: jsonb('insights').$type<InsightsFile>(),
    /** Where results lie that are too large for the row. */
    resultKey: text('result_key'),
    insightsKey: text('insights_key'),
    /** Of results and insights together: what a reader may keep them under. */
    resultsSha256: text('results_sha256'),
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

/** A run fits its main model; backtests, neighbours and placebos will be more fits of the same run. */
export const fits = pgTable(
  'fits',
  {
    id: id(),
    runId: uuid('run_id')
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    purpose: text('purpose').$type<'main'>().notNull(),
    /** Fences late writers and prefixes object keys: whoever works on the fit raised it last. */
    attempt: integer('attempt').notNull().default(0),
    /** Attempts since the last one that stored a stretch: what ends the server each time is not begun for ever. */
    stalled: integer('stalled').notNull().default(0),
    /** What attempts up to this one left has been tidied away. */
    tidied: integer('tidied').notNull().default(0),
    /** What its draws were made of, chain by chain: kept when the stretches themselves are tidied away. */
    lineage: jsonb('lineage').$type<FitLineage>(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [unique('fits_purpose').on(table.runId, table.purpose)],
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

/** Where a workspace is told that its runs have ended. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: id(),
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    url: text('url').notNull(),
    events: jsonb('events').$type<readonly WebhookEvent[]>().notNull(),
    /** Sealed: messages are signed with it. */
    secret: text('secret').notNull(),
    active: boolean('active').notNull().default(true),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    createdAt: at('created_at').notNull(),
  },
  (table) => [index('webhooks_workspace').on(table.workspaceId)],
);

/** One message to one address: sent until it is taken, or given up. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    webhookId: uuid('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    message: jsonb('message').$type<WebhookMessage>().notNull(),
    runId: uuid('run_id'),
    /** When the run ended: one that is begun again and ends again is told again. */
    about: at('about').notNull(),
    attempts: integer('attempts').notNull().default(0),
    status: integer('status'),
    problem: text('problem'),
    createdAt: at('created_at').notNull(),
    /** Null once it has ended. */
    nextAttemptAt: at('next_attempt_at'),
    finishedAt: at('finished_at'),
    delivered: boolean('delivered').notNull().default(false),
  },
  (table) => [
    unique('webhook_deliveries_run').on(table.webhookId, table.runId, table.about),
    index('webhook_deliveries_due').on(table.nextAttemptAt),
  ],
);
