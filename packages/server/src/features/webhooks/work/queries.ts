// What the sender of webhooks asks of the database, for every workspace.
import type { WebhookEvent, WebhookMessage } from '@mixmodel/contract';
import { and, asc, between, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../../database/connection.ts';
import { runs, webhookDeliveries, webhooks, workspaces } from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';

const most = 50;

/** So long a sender may be at it before another one takes the message as left behind. */
const leaseMs = 60_000;

const recentMs = 5 * 60_000;

/** Longer than every pause between attempts. */
const longestPauseMs = 15 * 3_600_000;

interface Round {
  readonly now: Date;
  /** Of one webhook, all of them at once. */
  readonly webhookId?: string;
}

/**
 * Makes a message for every run that has ended since its webhook asks for that and of which there is none: the rows of
 * runs say what happened, so that no end is lost whatever is killed when.
 */
export async function writeMessages(
  database: Database | Transaction,
  scope: SystemScope,
  round: Round,
): Promise<void> {
  const { now } = round;
  for (const { webhookId, run } of await untold(database, scope, round)) {
    if (!run.finishedAt) continue;
    const { id, number, name, state, converged, workspaceId } = run;
    const message: WebhookMessage = {
      type: `run.${state}` as WebhookEvent,
      timestamp: run.finishedAt.toISOString(),
      data: { workspaceId, run: { id, number, name, state, converged } },
    };
    const made = { id: v7(), webhookId, runId: id, about: run.finishedAt, message };
    await database
      .insert(webhookDeliveries)
      .values({ ...made, createdAt: now, nextAttemptAt: now })
      .onConflictDoNothing();
  }
}

/** Without their results, which are large. */
const told = {
  id: runs.id,
  workspaceId: runs.workspaceId,
  number: runs.number,
  name: runs.name,
  state: runs.state,
  converged: runs.converged,
  finishedAt: runs.finishedAt,
};

function untold(database: Database | Transaction, _scope: SystemScope, { now, webhookId }: Round) {
  const ended = database
    .select({ webhookId: webhooks.id, run: told })
    .from(runs)
    .innerJoin(webhooks, eq(webhooks.workspaceId, runs.workspaceId))
    .innerJoin(workspaces, eq(workspaces.id, runs.workspaceId))
    .leftJoin(
      webhookDeliveries,
      and(
        eq(webhookDeliveries.webhookId, webhooks.id),
        eq(webhookDeliveries.runId, runs.id),
        eq(webhookDeliveries.about, runs.finishedAt),
      ),
    )
    .where(
      and(
        inArray(runs.state, ['completed', 'failed', 'cancelled']),
        endedSince(now),
        eq(webhooks.active, true),
        isNull(workspaces.deletedAt),
        isNull(webhookDeliveries.id),
        sql`${webhooks.events} ? ('run.' || ${runs.state})`,
        webhookId === undefined ? undefined : eq(webhooks.id, webhookId),
      ),
    );
  return webhookId === undefined ? ended.limit(most) : ended;
}

/** Since when the webhook asks to be told of such an end. */
const askedSince = sql`coalesce((${webhooks.askedSince} ->> ('run.' || ${runs.state}))::timestamptz, ${webhooks.activeSince})`;

/** Since the webhook asks for it; while that lies ahead, as the clock was set back, within the last minutes. */
function endedSince(now: Date) {
  const recently = new Date(now.getTime() - recentMs);
  return or(
    gte(runs.finishedAt, askedSince),
    and(gt(askedSince, now.toISOString()), between(runs.finishedAt, recently, now)),
  );
}

/** One that lies further ahead than any pause was set by a clock that has been set back since. */
function isDue(now: Date) {
  const beyond = new Date(now.getTime() + longestPauseMs);
  return or(lte(webhookDeliveries.nextAttemptAt, now), gt(webhookDeliveries.nextAttemptAt, beyond));
}

/** Messages whose time has come; whoever takes them has a minute. */
export async function takeDue(database: Database, _scope: SystemScope, now: Date) {
  const due = await database
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(and(isDue(now), eq(webhooks.active, true)))
    .orderBy(asc(webhookDeliveries.nextAttemptAt))
    .limit(most);
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  const taken = await database
    .update(webhookDeliveries)
    .set({ nextAttemptAt: new Date(now.getTime() + leaseMs) })
    .where(and(inArray(webhookDeliveries.id, ids), isDue(now)))
    .returning({ delivery: webhookDeliveries });
  const hooks = await database
    .select()
    .from(webhooks)
    .where(inArray(webhooks.id, [...new Set(taken.map(({ delivery }) => delivery.webhookId))]));
  const byId = new Map(hooks.map((hook) => [hook.id, hook]));
  return taken.flatMap(({ delivery }) => {
    const webhook = byId.get(delivery.webhookId);
    return webhook ? [{ delivery, webhook }] : [];
  });
}

export type Due = Awaited<ReturnType<typeof takeDue>>[number];

/** Only while the message is still the sender's: somebody may have asked for it anew, or another have taken it. */
export async function noteAttempt(
  database: Database,
  _scope: SystemScope,
  { id, nextAttemptAt }: Due['delivery'],
  change: Partial<typeof webhookDeliveries.$inferInsert>,
): Promise<void> {
  if (nextAttemptAt === null) throw new Error(`message ${id} was not taken`);
  await database
    .update(webhookDeliveries)
    .set(change)
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.nextAttemptAt, nextAttemptAt)));
}
