// Sends what webhooks wait for: soon after a run has ended, again with growing pauses, given up after a day.
import { system } from '../../http/scope.ts';
import { type Periodic, periodically } from '../../periodically.ts';
import { unseal } from '../../secrets.ts';
import type { Services } from '../../services.ts';
import { type Attempt, send } from './send.ts';
import { signed } from './signature.ts';
import { type Due, noteAttempt, takeDue, writeMessages } from './work/queries.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** After each attempt that failed; the one after the last pause is the last attempt. */
const pauses = [10 * second, minute, 5 * minute, 30 * minute, 2 * hour, 8 * hour, 14 * hour];

const lookEveryMs = 2 * second;

export function startWebhooks(services: Services): Periodic {
  return periodically(lookEveryMs, () => sendDue(services));
}

/** One round: messages of what has ended, then whatever is due, all at once. */
export async function sendDue(services: Services): Promise<void> {
  const { database, clock } = services;
  await writeMessages(database, system, { now: clock.now() });
  const due = await takeDue(database, system, clock.now());
  await Promise.all(due.map((one) => attempt(services, one)));
}

async function attempt(services: Services, { delivery, webhook }: Due): Promise<void> {
  const { database, clock, config, encryptionKey } = services;
  const body = JSON.stringify(delivery.message);
  const secret = unseal(webhook.secret, webhook.id, encryptionKey);
  const headers = { ...signed(secret, { id: delivery.id, at: clock.now(), body }) };
  const tried = await send({ url: webhook.url, headers, body }, config.webhookInternal);
  await noteAttempt(database, system, delivery, after(tried, delivery.attempts + 1, clock.now()));
}

function after({ status, problem }: Attempt, attempts: number, now: Date) {
  const pause = problem === null ? undefined : pauses[attempts - 1];
  const ended = pause === undefined;
  return {
    attempts,
    status,
    problem,
    delivered: problem === null,
    finishedAt: ended ? now : null,
    nextAttemptAt: ended ? null : new Date(now.getTime() + pause),
  };
}
