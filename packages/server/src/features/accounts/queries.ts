// What accounts and their sessions ask of the database.
import type { WorkspaceRole } from '@mixmodel/contract';
import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { accounts, members, sessions, workspaces } from '../../database/schema.ts';
import type { SystemScope } from '../../http/scope.ts';
import { record } from '../audit/actions.ts';
import { judge, type SessionRow, type Verdict } from './policy.ts';

export type AccountRow = typeof accounts.$inferSelect;

export interface Membership {
  readonly id: string;
  readonly name: string;
  readonly role: WorkspaceRole;
}

export async function isClaimed(database: Database, _scope: SystemScope): Promise<boolean> {
  const [row] = await database.select({ id: accounts.id }).from(accounts).limit(1);
  return row !== undefined;
}

export async function accountByEmail(
  database: Database,
  _scope: SystemScope,
  email: string,
): Promise<AccountRow | undefined> {
  const [row] = await database.select().from(accounts).where(eq(accounts.email, email));
  return row;
}

export async function accountById(
  database: Database,
  _scope: SystemScope,
  id: string,
): Promise<AccountRow | undefined> {
  const [row] = await database.select().from(accounts).where(eq(accounts.id, id));
  return row;
}

export function membershipsOf(
  database: Database,
  _scope: SystemScope,
  accountId: string,
): Promise<Membership[]> {
  return database
    .select({ id: workspaces.id, name: workspaces.name, role: members.role })
    .from(members)
    .innerJoin(workspaces, eq(members.workspaceId, workspaces.id))
    .where(eq(members.accountId, accountId))
    .orderBy(asc(members.createdAt), asc(workspaces.id));
}

export interface NewAccount {
  readonly account: Omit<AccountRow, 'operator'>;
  readonly workspace: { readonly id: string; readonly name: string };
  /** Whether the one-time code was shown: only then may it be the first. */
  readonly asFirst: boolean;
}

export type Inserted = 'inserted' | 'email_taken' | 'first_exists' | 'first_needed';

/** Any number: registrations wait for each other, so that exactly one is the first. */
const registrationLock = 8_210_317;

/** Account, workspace and membership, or nothing. */
export function insertAccount(
  database: Database,
  _scope: SystemScope,
  { account, workspace, asFirst }: NewAccount,
): Promise<Inserted> {
  const { createdAt } = account;
  return database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${registrationLock})`);
    const [existing] = await tx.select({ id: accounts.id }).from(accounts).limit(1);
    if (existing !== undefined && asFirst) return 'first_exists';
    if (existing === undefined && !asFirst) return 'first_needed';
    const inserted = await tx
      .insert(accounts)
      .values({ ...account, operator: asFirst })
      .onConflictDoNothing({ target: accounts.email })
      .returning({ id: accounts.id });
    if (inserted.length === 0) return 'email_taken';
    await tx.insert(workspaces).values({ ...workspace, createdAt });
    await tx
      .insert(members)
      .values({ workspaceId: workspace.id, accountId: account.id, role: 'owner', createdAt });
    await record(
      tx,
      { workspaceId: workspace.id, accountId: account.id },
      {
        action: 'workspace.created',
        subjectId: workspace.id,
        facts: { name: workspace.name },
        at: createdAt,
      },
    );
    return 'inserted';
  });
}

export type NewSession = Pick<SessionRow, 'id' | 'tokenHash' | 'createdAt' | 'expiresAt'>;

/** The first token of a family; rows of the account that nobody can use any more go. */
export async function insertSession(
  database: Database,
  _scope: SystemScope,
  session: NewSession & Pick<SessionRow, 'familyId' | 'accountId'>,
): Promise<void> {
  await database.transaction(async (tx) => {
    await deleteExpired(tx, session.accountId, session.createdAt);
    await tx.insert(sessions).values(session);
  });
}

async function deleteExpired(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.accountId, accountId), lte(sessions.expiresAt, now)));
}

export type Exchange = { readonly verdict: Verdict | 'unknown'; readonly accountId?: string };

/** The token with hash `old` for `next` of the same family, in one step. */
export function exchangeSession(
  database: Database,
  _scope: SystemScope,
  { old, next }: { readonly old: string; readonly next: NewSession },
): Promise<Exchange> {
  const now = next.createdAt;
  return database.transaction(async (tx) => {
    // Locked: a sign-out at the same moment waits, and then sees the token that is made here.
    const [row] = await tx.select().from(sessions).where(eq(sessions.tokenHash, old)).for('update');
    if (row === undefined) return { verdict: 'unknown' };
    const { familyId, accountId } = row;
    const verdict = judge(row, now);
    if (verdict === 'stolen') {
      await tx
        .update(sessions)
        .set({ revokedAt: now })
        .where(and(eq(sessions.familyId, familyId), isNull(sessions.revokedAt)));
    }
    if (verdict === 'continue') {
      await deleteExpired(tx, accountId, now);
      await tx.insert(sessions).values({ ...next, familyId, accountId });
      if (row.usedAt === null) await tx.update(sessions).set({ usedAt: now }).where(eq(sessions.id, row.id));
    }
    return { verdict, accountId };
  });
}

/** Ends every session that came from the same sign-in as the token with hash `tokenHash`. */
export async function revokeFamily(
  database: Database,
  _scope: SystemScope,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: Date },
): Promise<void> {
  await database.transaction(async (tx) => {
    const [row] = await tx.select().from(sessions).where(eq(sessions.tokenHash, tokenHash)).for('update');
    if (row === undefined) return;
    await tx
      .update(sessions)
      .set({ revokedAt: at })
      .where(and(eq(sessions.familyId, row.familyId), isNull(sessions.revokedAt)));
  });
}
