// Webhooks and their messages as the API tells them; the secret is told once.
import type { DeliveryView, WebhookView } from '@mixmodel/contract';
import type { DeliveryRow, WebhookRow } from './queries.ts';

export function webhookView({ webhook, createdBy }: WebhookRow): WebhookView {
  const { id, url, events, active, createdAt } = webhook;
  return { id, url, events: [...events], active, createdAt: createdAt.toISOString(), createdBy };
}

export function deliveryView(row: DeliveryRow): DeliveryView {
  return {
    id: row.id,
    event: row.message.type,
    runId: row.runId,
    state: row.nextAttemptAt ? 'waiting' : row.delivered ? 'delivered' : 'failed',
    attempts: row.attempts,
    status: row.status,
    problem: row.problem,
    createdAt: row.createdAt.toISOString(),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
