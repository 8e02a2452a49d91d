// What webhooks ask of the database on behalf of people.
import { and, asc, eq, inArray, max } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { logClause } from '../../database/listing.ts';
import { accounts, runs, webhookDeliveries, webhooks } from '../../database/schema.ts';
import type { LogAsked } from '../../http/list-query.ts';
import { heldWorkspace } from '../../http/queries.ts';
import type { Scope } from '../../http/scope.ts';

type Webhook = typeof webhooks.$inferSelect;

export interface WebhookRow {
  readonly webhook: Webhook;
  readonly createdBy: string;
}

export type WebhookChange = Partial<Pick<Webhook, 'url' | 'events' | 'active'>>;

export type Since = Partial<Pick<Webhook, 'activeSince' | 'askedSince'>>;

export type DeliveryRow = typeof webhookDeliveries.$inferSelect;

export function listWebhooks(database: Database, { workspaceId }: Scope): Promise<WebhookRow[]> {
  return database
    .select({ webhook: webhooks, createdBy: accounts.name })
    .from(webhooks)
    .innerJoin(accounts, eq(accounts.id, webhooks.createdBy))
    .where(eq(webhooks.workspaceId, workspaceId))
    .orderBy(asc(webhooks.id));
}

/** Of a workspace that is held from now on: no two that are made at once are counted past each other. */
export async function countWebhooks(tx: Transaction, scope: Scope): Promise<number> {
  await heldWorkspace(tx, scope);
  return tx.$count(webhooks, eq(webhooks.workspaceId, scope.workspaceId));
}

export async function findWebhook(
  database: Database | Transaction,
  { workspaceId }: Scope,
  webhookId: string,
): Promise<WebhookRow | undefined> {
  const [row] = await database
    .select({ webhook: webhooks, createdBy: accounts.name })
    .from(webhooks)
    .innerJoin(accounts, eq(accounts.id, webhooks.createdBy))
    .where(and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, webhookId)));
  return row;
}

export async function insertWebhook(
  tx: Transaction,
  { workspaceId, accountId }: Scope,
  made: Pick<Webhook, 'id' | 'url' | 'events' | 'secret' | 'createdAt' | 'activeSince'>,
): Promise<void> {
  await tx.insert(webhooks).values({ ...made, workspaceId, createdBy: accountId });
}

/** A moment that no run has ended after: `now`, unless the clock has been set back since one did. */
export async function afterAllEnds(tx: Transaction, { workspaceId }: Scope, now: Date): Promise<Date> {
  const [row] = await tx
    .select({ last: max(runs.finishedAt) })
    .from(runs)
    .where(eq(runs.workspaceId, workspaceId));
  return row?.last && row.last >= now ? new Date(row.last.getTime() + 1) : now;
}

/** As it stands, until the transaction ends: who would change it at the same moment waits. */
export async function lockWebhook(
  tx: Transaction,
  { workspaceId }: Scope,
  webhookId: string,
): Promise<Webhook | undefined> {
  const [row] = await tx
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, webhookId)))
    .for('update');
  return row;
}

export async function updateWebhook(
  tx: Transaction,
  { workspaceId }: Scope,
  webhookId: string,
  change: WebhookChange & Since,
): Promise<void> {
  await tx
    .update(webhooks)
    .set(change)
    .where(and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, webhookId)));
}

export async function deleteWebhook(
  tx: Transaction,
  { workspaceId }: Scope,
  webhookId: string,
): Promise<void> {
  await tx.delete(webhooks).where(and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, webhookId)));
}

/** How many somebody has made. */
export function countWebhooksOf(
  tx: Transaction,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
  accountId: string,
): Promise<number> {
  const theirs = and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.createdBy, accountId));
  return tx.$count(webhooks, theirs);
}

/** Those of a webhook, where it is one of the scope's. */
function ofWebhook(database: Database, { workspaceId }: Scope, webhookId: string) {
  const theirs = database
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(eq(webhooks.workspaceId, workspaceId), eq(webhooks.id, webhookId)));
  return inArray(webhookDeliveries.webhookId, theirs);
}

export async function listDeliveries<Item>(
  database: Database,
  scope: Scope,
  { webhookId, ...asked }: LogAsked & { readonly webhookId: string },
  present: (row: DeliveryRow) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  const { where, orderBy, limit, page } = logClause<DeliveryRow>(webhookDeliveries.id, ({ id }) => id, asked);
  const rows = await database
    .select()
    .from(webhookDeliveries)
    .where(and(ofWebhook(database, scope, webhookId), where))
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}

/** Undefined when there is no such webhook in the scope. */
export function insertDelivery(
  database: Database,
  scope: Scope,
  made: Pick<DeliveryRow, 'id' | 'webhookId' | 'message' | 'createdAt'>,
): Promise<DeliveryRow | undefined> {
  return database.transaction(async (tx) => {
    if (!(await findWebhook(tx, scope, made.webhookId))) return undefined;
    const [row] = await tx
      .insert(webhookDeliveries)
      .values({ ...made, about: made.createdAt, nextAttemptAt: made.createdAt })
      .returning();
    return row;
  });
}

/** Begins the attempts anew. Undefined when there is none of that id at a webhook of the scope. */
export async function restartDelivery(
  database: Database,
  scope: Scope,
  { webhookId, deliveryId, at }: { webhookId: string; deliveryId: string; at: Date },
): Promise<DeliveryRow | undefined> {
  const [row] = await database
    .update(webhookDeliveries)
    .set({ attempts: 0, nextAttemptAt: at, finishedAt: null, delivered: false })
    .where(and(ofWebhook(database, scope, webhookId), eq(webhookDeliveries.id, deliveryId)))
    .returning();
  return row;
}
