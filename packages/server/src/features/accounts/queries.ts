// What accounts and their sessions ask of the database.
import type { AccountEvent, WorkspaceRole } from '@mixmodel/contract';
import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../database/connection.ts';
import {
  accountEvents,
  accounts,
  installationSettings,
  members,
  sessions,
  workspaces,
} from '../../database/schema.ts';
import type { SystemScope } from '../../http/scope.ts';
import { join } from '../invitations/actions.ts';
import { addWorkspace } from '../workspaces/actions.ts';
import { holdsUntil, judge, type SessionRow, type Verdict } from './policy.ts';

export type AccountRow = typeof accounts.$inferSelect;
type SettingName = (typeof installationSettings.$inferSelect)['name'];

export interface Membership {
  readonly id: string;
  readonly name: string;
  readonly role: WorkspaceRole;
}

/** Whether somebody owns the installation: who does may leave, and then the next start prints a code again. */
export async function isClaimed(database: Database | Transaction, _scope: SystemScope): Promise<boolean> {
  const [row] = await database
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.operator, true))
    .limit(1);
  return row !== undefined;
}

export async function accountByEmail(
  database: Database | Transaction,
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
    .innerJoin(workspaces, and(eq(members.workspaceId, workspaces.id), isNull(workspaces.deletedAt)))
    .where(eq(members.accountId, accountId))
    .orderBy(asc(members.createdAt), asc(workspaces.id));
}

export interface NewAccount {
  readonly account: Omit<AccountRow, 'operator' | 'deletedAt'>;
  /** Made for the account; who is invited into another has none. */
  readonly workspace?: { readonly id: string; readonly name: string };
  /** Taken with the account; `path`: what in the request stands for it. */
  readonly invitation?: { readonly tokenHash: string; readonly path: string };
  /** Whether the one-time code was shown: only then may it be the first. */
  readonly asFirst: boolean;
}

export type Inserted = 'inserted' | 'email_taken' | 'first_exists' | 'first_needed';

/** Any number: registrations wait for each other, so that exactly one is the first and an address is taken once. */
const registrationLock = 8_210_317;

export async function lockRegistration(tx: Transaction, _scope: SystemScope): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${registrationLock})`);
}

/** Account, workspace and membership, or nothing (also where an invitation is no longer valid); in a transaction of the caller's, if there is one. */
export function insertAccount(
  database: Database | Transaction,
  _scope: SystemScope,
  { account, workspace, invitation, asFirst }: NewAccount,
): Promise<Inserted> {
  const { createdAt } = account;
  return database.transaction(async (tx) => {
    await lockRegistration(tx, _scope);
    const claimed = await isClaimed(tx, _scope);
    if (claimed && asFirst) return 'first_exists';
    if (!claimed && !asFirst) return 'first_needed';
    const inserted = await tx
      .insert(accounts)
      .values({ ...account, operator: asFirst })
      .onConflictDoNothing({ target: accounts.email })
      .returning({ id: accounts.id });
    if (inserted.length === 0) return 'email_taken';
    const accountId = account.id;
    if (workspace !== undefined) await addWorkspace(tx, { accountId }, { ...workspace, createdAt });
    if (invitation !== undefined) await join(tx, { accountId }, { ...invitation, at: createdAt });
    return 'inserted';
  });
}

export type NewToken = Pick<SessionRow, 'id' | 'tokenHash' | 'createdAt'>;

/** What all tokens of one sign-in share. */
export type Family = Pick<SessionRow, 'familyId' | 'accountId' | 'begunAt' | 'device'>;

export type NewSession = NewToken & Family & Pick<SessionRow, 'expiresAt'>;

interface Opened {
  readonly session: NewSession;
  /** By which it was found to be the account's holder; undefined where it was another way. */
  readonly passwordHash: string | null | undefined;
}

/**
 * The first token of a family; rows of the account that nobody can use any more go. False where the account was deleted
 * meanwhile, or has another password: a change of it ends the sessions that are there, and this one would come after.
 * In a transaction of the caller's, if there is one.
 */
export async function insertSession(
  database: Database | Transaction,
  _scope: SystemScope,
  { session, passwordHash }: Opened,
): Promise<boolean> {
  const { accountId, device, createdAt } = session;
  return database.transaction(async (tx) => {
    const account = await heldAccount(tx, _scope, accountId);
    if (account === undefined) return false;
    if (passwordHash !== undefined && account.passwordHash !== passwordHash) return false;
    await deleteExpired(tx, accountId, createdAt);
    await tx.insert(sessions).values(session);
    await noteEvent(tx, _scope, { accountId, device, kind: 'signed_in', at: createdAt });
    return true;
  });
}

/** To the end of the transaction: whoever changes or deletes it waits, and then finds what was made for it. */
export async function heldAccount(
  tx: Transaction,
  _scope: SystemScope,
  accountId: string,
): Promise<AccountRow | undefined> {
  const [row] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.deletedAt)))
    .for('share');
  return row;
}

async function deleteExpired(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.accountId, accountId), lte(sessions.expiresAt, now)));
}

export type Exchange =
  | ({ readonly verdict: 'continue'; readonly expiresAt: Date } & Family)
  | { readonly verdict: Exclude<Verdict, 'continue'> | 'unknown' };

/** The token with hash `old` for `next` of the same family, in one step. */
export function exchangeSession(
  database: Database,
  _scope: SystemScope,
  { old, next }: { readonly old: string; readonly next: NewToken },
): Promise<Exchange> {
  const now = next.createdAt;
  return database.transaction(async (tx) => {
    // Locked: a sign-out at the same moment waits, and then sees the token that is made here.
    const [row] = await tx.select().from(sessions).where(eq(sessions.tokenHash, old)).for('update');
    if (row === undefined) return { verdict: 'unknown' };
    const { familyId, accountId, begunAt, device } = row;
    const family = { familyId, accountId, begunAt, device };
    const verdict = judge(row, now);
    if (verdict === 'stolen') {
      await tx
        .update(sessions)
        .set({ revokedAt: now })
        .where(and(eq(sessions.familyId, familyId), isNull(sessions.revokedAt)));
      await noteEvent(tx, _scope, { accountId, device, kind: 'session_reused', at: now });
    }
    if (verdict !== 'continue') return { verdict };
    const expiresAt = holdsUntil({ begunAt, now });
    await deleteExpired(tx, accountId, now);
    if (row.usedAt === null) await useBranch(tx, row, now);
    await tx.insert(sessions).values({ ...next, expiresAt, ...family });
    return { verdict, expiresAt, ...family };
  });
}

/**
 * Tabs that sent one token together share the cookie, which holds one of those they were given: whoever comes with
 * another later has copied it. Rows that are exchanged at this moment are passed over, as two would wait for each other.
 */
async function useBranch(tx: Transaction, { id, familyId }: SessionRow, now: Date): Promise<void> {
  await tx.update(sessions).set({ usedAt: now }).where(eq(sessions.id, id));
  const others = tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.familyId, familyId), isNull(sessions.usedAt), isNull(sessions.revokedAt)))
    .for('update', { skipLocked: true });
  await tx.update(sessions).set({ usedAt: now }).where(inArray(sessions.id, others));
}

/** Ends every session that came from the same sign-in as the token with hash `tokenHash`, unless that is `except`. */
export async function revokeFamily(
  database: Database,
  _scope: SystemScope,
  {
    tokenHash,
    at,
    except,
  }: { readonly tokenHash: string; readonly at: Date; readonly except?: string | undefined },
): Promise<void> {
  await database.transaction(async (tx) => {
    const [row] = await tx.select().from(sessions).where(eq(sessions.tokenHash, tokenHash)).for('update');
    if (row === undefined || row.familyId === except) return;
    await tx
      .update(sessions)
      .set({ revokedAt: at })
      .where(and(eq(sessions.familyId, row.familyId), isNull(sessions.revokedAt)));
  });
}

/** The newest token of each sign-in that still holds. */
export function liveSessions(
  database: Database,
  _scope: SystemScope,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<SessionRow[]> {
  return database
    .selectDistinctOn([sessions.familyId])
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(sessions.familyId, desc(sessions.createdAt));
}

interface Revocation {
  readonly accountId: string;
  readonly at: Date;
  /** One sign-in; without it every one, but `except`. */
  readonly only?: string;
  readonly except?: string | undefined;
}

/** Takes sign-ins back, and says how many tokens that ended. */
export async function revokeSessions(
  database: Database | Transaction,
  _scope: SystemScope,
  { accountId, at, only, except }: Revocation,
): Promise<number> {
  const ended = await database
    .update(sessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(sessions.accountId, accountId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, at),
        only === undefined ? undefined : eq(sessions.familyId, only),
        except === undefined ? undefined : ne(sessions.familyId, except),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

interface NotedEvent {
  readonly accountId: string;
  readonly kind: AccountEvent;
  readonly device: string;
  readonly at: Date;
}

/** For whoever the account belongs to. */
export async function noteEvent(
  database: Database | Transaction,
  _scope: SystemScope,
  { accountId, kind, device, at }: NotedEvent,
): Promise<void> {
  await database.insert(accountEvents).values({ id: v7(), accountId, kind, device, createdAt: at });
}

/** When the sign-in of a session was. */
export async function sessionBegunAt(
  database: Database,
  _scope: SystemScope,
  sessionId: string,
): Promise<Date | undefined> {
  const [row] = await database
    .select({ begunAt: sessions.begunAt })
    .from(sessions)
    .where(eq(sessions.familyId, sessionId))
    .limit(1);
  return row?.begunAt;
}

export async function renameAccount(
  database: Database,
  _scope: SystemScope,
  { accountId, name }: { readonly accountId: string; readonly name: string },
): Promise<void> {
  await database.update(accounts).set({ name }).where(eq(accounts.id, accountId));
}

/** What the operator has set; undefined while nothing was. */
export async function setting(
  database: Database,
  _scope: SystemScope,
  name: SettingName,
): Promise<string | undefined> {
  const [row] = await database
    .select({ value: installationSettings.value })
    .from(installationSettings)
    .where(eq(installationSettings.name, name));
  return row?.value;
}

export async function keepSetting(
  database: Database,
  _scope: SystemScope,
  { name, value }: { readonly name: SettingName; readonly value: string },
): Promise<void> {
  await database
    .insert(installationSettings)
    .values({ name, value })
    .onConflictDoUpdate({ target: installationSettings.name, set: { value } });
}
