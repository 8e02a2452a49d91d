// What webhooks ask of the database on behalf of people.
import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { accounts, webhookDeliveries, webhooks } from '../../database/schema.ts';
import type { Scope } from '../../http/scope.ts';

type Webhook = typeof webhooks.$inferSelect;

export interface WebhookRow {
  readonly webhook: Webhook;
  readonly createdBy: string;
}

export type DeliveryRow = typeof webhookDeliveries.$inferSelect;

export function listWebhooks(
  database: Database | Transaction,
  { workspaceId }: Scope,
): Promise<WebhookRow[]> {
  return database
    .select({ webhook: webhooks, createdBy: accounts.name })
    .from(webhooks)
    .innerJoin(accounts, eq(accounts.id, webhooks.createdBy))
    .where(eq(webhooks.workspaceId, workspaceId))
    .orderBy(asc(webhooks.id));
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
  made: Pick<Webhook, 'id' | 'url' | 'events' | 'secret' | 'createdAt'>,
): Promise<void> {
  await tx.insert(webhooks).values({ ...made, workspaceId, createdBy: accountId });
}

export async function updateWebhook(
  tx: Transaction,
  { workspaceId }: Scope,
  webhookId: string,
  change: Partial<Pick<Webhook, 'url' | 'events' | 'active'>>,
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

/** Newest first; `before` is the id of the last one of the page before. The webhook has been found in the scope. */
export function listDeliveries(
  database: Database,
  _scope: Scope,
  { webhookId, before, limit }: { webhookId: string; before: string | undefined; limit: number },
): Promise<DeliveryRow[]> {
  return database
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.webhookId, webhookId),
        before === undefined ? undefined : lt(webhookDeliveries.id, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit);
}

export async function insertDelivery(
  database: Database,
  _scope: Scope,
  made: Pick<DeliveryRow, 'id' | 'webhookId' | 'message' | 'createdAt'>,
): Promise<DeliveryRow> {
  const [row] = await database
    .insert(webhookDeliveries)
    .values({ ...made, about: made.createdAt, nextAttemptAt: made.createdAt })
    .returning();
  return row as DeliveryRow;
}

/** Begins the attempts anew. Undefined when there is none of that id at the webhook. */
export async function restartDelivery(
  database: Database,
  _scope: Scope,
  { webhookId, deliveryId, at }: { webhookId: string; deliveryId: string; at: Date },
): Promise<DeliveryRow | undefined> {
  const [row] = await database
    .update(webhookDeliveries)
    .set({ attempts: 0, nextAttemptAt: at, finishedAt: null, delivered: false })
    .where(and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.id, deliveryId)))
    .returning();
  return row;
}
