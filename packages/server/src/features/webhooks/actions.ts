// Making, changing and trying webhooks; what is sent to them is in jobs.ts.
import type {
  DeliveryPage,
  DeliveryView,
  EditWebhook,
  MadeWebhook,
  NewWebhook,
  WebhookView,
} from '@mixmodel/contract';
import { webhookEvents } from '@mixmodel/contract';
import { v7 } from 'uuid';
import type { LogAsked } from '../../http/list-query.ts';
import { type Scope, system } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import { seal } from '../../secrets.ts';
import type { Services } from '../../services.ts';
import { record } from '../audit/actions.ts';
import { checkedAddress } from './address.ts';
import { deliveryView, webhookView } from './present.ts';
import {
  afterAllEnds,
  countWebhooks,
  deleteWebhook,
  findWebhook,
  insertDelivery,
  insertWebhook,
  listDeliveries,
  listWebhooks,
  lockWebhook,
  restartDelivery,
  type Since,
  updateWebhook,
  type WebhookChange,
  type WebhookRow,
} from './queries.ts';
import { newSecret } from './signature.ts';
import { writeMessages } from './work/queries.ts';

export { countWebhooksOf } from './queries.ts';

const most = 10;

export async function readWebhooks(services: Services, scope: Scope): Promise<{ items: WebhookView[] }> {
  const rows = await listWebhooks(services.database, scope);
  return { items: rows.map(webhookView) };
}

export async function makeWebhook(services: Services, scope: Scope, asked: NewWebhook): Promise<MadeWebhook> {
  const { database, clock, config, encryptionKey } = services;
  const url = await checkedAddress(asked.url, config.webhookInternal);
  const [id, secret, createdAt] = [v7(), newSecret(), clock.now()];
  const made = { id, url, events: asked.events ?? webhookEvents, createdAt };
  await database.transaction(async (tx) => {
    if ((await countWebhooks(tx, scope)) >= most) throw refuse('too_many_webhooks', { facts: { most } });
    const activeSince = await afterAllEnds(tx, scope, createdAt);
    const sealed = seal(secret, id, encryptionKey);
    await insertWebhook(tx, scope, { ...made, secret: sealed, activeSince });
    await record(tx, scope, { action: 'webhook.created', subjectId: id, facts: { url }, at: createdAt });
  });
  return { ...webhookView(await existing(services, scope, id)), secret };
}

export async function readWebhook(services: Services, scope: Scope, webhookId: string): Promise<WebhookView> {
  return webhookView(await existing(services, scope, webhookId));
}

export async function changeWebhook(
  services: Services,
  scope: Scope,
  webhookId: string,
  { url, events, active }: EditWebhook,
): Promise<WebhookView> {
  const { database, clock, config } = services;
  await existing(services, scope, webhookId);
  const change = {
    ...(url !== undefined && { url: await checkedAddress(url, config.webhookInternal) }),
    ...(events && { events }),
    ...(active !== undefined && { active }),
  };
  if (Object.keys(change).length > 0) {
    await database.transaction(async (tx) => {
      const at = clock.now();
      const before = await lockWebhook(tx, scope, webhookId);
      if (!before) throw noWebhook();
      // What has ended until now is told as it was asked for until now.
      await writeMessages(tx, system, { now: at, webhookId });
      const since = sinceOf(before, change, await afterAllEnds(tx, scope, at));
      await updateWebhook(tx, scope, webhookId, { ...change, ...since });
      const facts = { ...(change.url && { url: change.url }), ...(active !== undefined && { active }) };
      await record(tx, scope, { action: 'webhook.changed', subjectId: webhookId, facts, at });
    });
  }
  return readWebhook(services, scope, webhookId);
}

type Asking = Pick<WebhookRow['webhook'], 'events' | 'active' | 'askedSince'>;

/**
 * What is switched on, or asked for, is told from `now` on. What was asked for all along is told as before: a run may
 * have ended before now whose row is written after.
 */
function sinceOf(before: Asking, { events, active }: WebhookChange, now: Date): Since {
  if (active === true && !before.active) return { activeSince: now, askedSince: {} };
  if (!events) return {};
  const { askedSince } = before;
  const later = events.flatMap((event) => {
    const since = before.events.includes(event) ? askedSince[event] : now.toISOString();
    return since === undefined ? [] : [[event, since]];
  });
  return { askedSince: Object.fromEntries(later) };
}

export async function removeWebhook(services: Services, scope: Scope, webhookId: string): Promise<void> {
  const { database, clock } = services;
  const { webhook } = await existing(services, scope, webhookId);
  await database.transaction(async (tx) => {
    await deleteWebhook(tx, scope, webhookId);
    const facts = { url: webhook.url };
    await record(tx, scope, { action: 'webhook.deleted', subjectId: webhookId, facts, at: clock.now() });
  });
}

/** A message that says nothing happened, sent like any other. */
export async function tryWebhook(services: Services, scope: Scope, webhookId: string): Promise<DeliveryView> {
  const { database, clock } = services;
  const now = clock.now();
  const data = { workspaceId: scope.workspaceId, run: null };
  const message = { type: 'test' as const, timestamp: now.toISOString(), data };
  const row = await insertDelivery(database, scope, { id: v7(), webhookId, message, createdAt: now });
  if (!row) throw noWebhook();
  return deliveryView(row);
}

export async function readDeliveries(
  services: Services,
  scope: Scope,
  webhookId: string,
  asked: LogAsked,
): Promise<DeliveryPage> {
  await existing(services, scope, webhookId);
  return listDeliveries(services.database, scope, { ...asked, webhookId }, deliveryView);
}

export async function sendAgain(
  services: Services,
  scope: Scope,
  place: { readonly webhookId: string; readonly deliveryId: string },
): Promise<DeliveryView> {
  const { database, clock } = services;
  const row = await restartDelivery(database, scope, { ...place, at: clock.now() });
  if (!row) throw refuse('not_found', { facts: { what: 'message' } });
  return deliveryView(row);
}

async function existing({ database }: Services, scope: Scope, webhookId: string): Promise<WebhookRow> {
  const row = await findWebhook(database, scope, webhookId);
  if (!row) throw noWebhook();
  return row;
}

const noWebhook = () => refuse('not_found', { facts: { what: 'webhook' } });
