// Tables of workspaces: who is in them, what programs come with, what was done, and who is told.
import type {
  AuditAction,
  AuditFacts,
  KeyScope,
  WebhookEvent,
  WebhookMessage,
  WorkspaceRole,
} from '@mixmodel/contract';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { at, id } from './columns.ts';

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

/** What an idempotency key has made: the same request again finds it. Runs and datasets keep their keys themselves (`features/idempotency/actions.ts` says why). */
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

/** Moments as texts of ISO 8601. */
export type AskedSince = Readonly<Partial<Record<WebhookEvent, string>>>;

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
    /** What ended before is not told: when it was made, or switched on again. */
    activeSince: at('active_since').notNull(),
    /** Of events that were asked for later, since when: the others go on as they were. */
    askedSince: jsonb('asked_since').$type<AskedSince>().notNull().default({}),
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
