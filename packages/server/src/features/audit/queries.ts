// What the audit log asks of the database: one row more, or a page of them.
import type { AuditAction, AuditFacts } from '@mixmodel/contract';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../database/connection.ts';
import { logClause } from '../../database/listing.ts';
import { accounts, apiKeys, auditEvents } from '../../database/schema.ts';
import type { LogAsked } from '../../http/list-query.ts';
import type { Scope, SystemScope } from '../../http/scope.ts';

export interface AuditEvent {
  readonly action: AuditAction;
  /** Of the kind that the action names before its dot. */
  readonly subjectId: string | null;
  /** Names and values as they are now: what they belong to may be gone when somebody reads it. No secrets. */
  readonly facts?: AuditFacts;
  readonly at: Date;
}

/** Who acts where: a scope, or somebody who has none (yet). Without an account, the program itself. */
export type ActingScope = Pick<Scope, 'workspaceId'> & {
  readonly accountId: string | null;
  readonly keyId?: string | null;
};

/** Notes what was done, in the transaction that does it: neither is there without the other. */
export async function record(tx: Transaction, scope: ActingScope, event: AuditEvent): Promise<void> {
  const { workspaceId, accountId, keyId = null } = scope;
  await tx.insert(auditEvents).values({
    id: v7(),
    workspaceId,
    accountId,
    keyId,
    bySystem: accountId === null,
    facts: {},
    ...event,
  });
}

/**
 * Puts something else in place of the names and addresses that the logs of every workspace have of somebody who is gone.
 * What was done stays, and by which account: its row says that it is deleted.
 */
export async function forgetPerson(
  tx: Transaction,
  _scope: SystemScope,
  gone: { readonly accountId: string; readonly invitations: readonly string[]; readonly instead: string },
): Promise<void> {
  const { accountId, invitations, instead } = gone;
  const replace = (fact: string, subjects: readonly string[]) =>
    tx
      .update(auditEvents)
      .set({ facts: sql`${auditEvents.facts} || ${JSON.stringify({ [fact]: instead })}::jsonb` })
      .where(
        and(
          inArray(auditEvents.subjectId, [...subjects]),
          sql`jsonb_typeof(${auditEvents.facts} -> ${fact}) = 'string'`,
        ),
      );
  await replace('name', [accountId]);
  await replace('email', invitations);
}

function selectEvents(database: Database) {
  return database
    .select({ event: auditEvents, accountName: accounts.name, keyName: apiKeys.name })
    .from(auditEvents)
    .leftJoin(accounts, eq(accounts.id, auditEvents.accountId))
    .leftJoin(apiKeys, eq(apiKeys.id, auditEvents.keyId))
    .$dynamic();
}

export type AuditRow = Awaited<ReturnType<typeof selectEvents>>[number];

export async function listAuditEvents<Item>(
  database: Database,
  { workspaceId }: Scope,
  asked: LogAsked,
  present: (row: AuditRow) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  const { where, orderBy, limit, page } = logClause<AuditRow>(auditEvents.id, ({ event }) => event.id, asked);
  const rows = await selectEvents(database)
    .where(and(eq(auditEvents.workspaceId, workspaceId), where))
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}
