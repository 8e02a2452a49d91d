// Links of letters in the database: written for every address alike, good once.
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../../database/connection.ts';
import { accounts, accountTokens, type Place } from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';
import { accountByEmail, insertAccount, lockRegistration, noteEvent, revokeSessions } from '../queries.ts';
import { takeWaysIn } from './unproven/queries.ts';

export type { Place };
export type TokenRow = typeof accountTokens.$inferSelect;
type Purpose = TokenRow['purpose'];

const hourMs = 60 * 60 * 1000;

/** Any number that no other lock has. */
const lettersLock = 8_210_318;

/** To one address in an hour: more would be a nuisance that a stranger could cause. */
const mostLetters = 5;

export type NewTokenRow = Omit<TokenRow, 'attempts' | 'usedAt'>;

/** False when so many were written to the address lately that there is to be no letter. */
export function issueToken(database: Database, _scope: SystemScope, row: NewTokenRow): Promise<boolean> {
  const hourAgo = new Date(row.createdAt.getTime() - hourMs);
  return database.transaction(async (tx) => {
    // Whoever asks for the same address at this moment waits: counted together, each would be one of few.
    await tx.execute(sql`select pg_advisory_xact_lock(${lettersLock}, hashtext(${row.email}))`);
    await tx.delete(accountTokens).where(lt(accountTokens.expiresAt, hourAgo));
    const lately = await tx.$count(
      accountTokens,
      and(
        eq(accountTokens.email, row.email),
        eq(accountTokens.purpose, row.purpose),
        gt(accountTokens.createdAt, hourAgo),
      ),
    );
    if (lately >= mostLetters) return false;
    await tx.insert(accountTokens).values(row);
    return true;
  });
}

interface Redemption {
  readonly purpose: Purpose;
  readonly tokenHash: string;
  readonly now: Date;
}

/** The row, as long as nobody has come with its token. */
export async function findToken(
  database: Database | Transaction,
  _scope: SystemScope,
  redemption: Redemption,
): Promise<TokenRow | undefined> {
  const [row] = await database.select().from(accountTokens).where(isOpen(redemption));
  return row;
}

function isOpen({ purpose, tokenHash, now }: Redemption) {
  return and(
    eq(accountTokens.tokenHash, tokenHash),
    eq(accountTokens.purpose, purpose),
    isNull(accountTokens.usedAt),
    gt(accountTokens.expiresAt, now),
  );
}

/** The row, for exactly one of those who come with its token. */
export async function takeToken(
  tx: Database | Transaction,
  _scope: SystemScope,
  redemption: Redemption,
): Promise<TokenRow | undefined> {
  const [row] = await tx
    .update(accountTokens)
    .set({ usedAt: redemption.now })
    .where(isOpen(redemption))
    .returning();
  return row;
}

/**
 * The row as `takeToken` gives it, with the account that it belongs to: that is locked first, as it is by whoever changes
 * or deletes the account and then ends its links, or the two would wait for each other for ever. No stronger: acts that
 * name the account may hold what is changed with it.
 */
async function takeOfAccount(tx: Transaction, scope: SystemScope, redemption: Redemption) {
  const open = await findToken(tx, scope, redemption);
  if (!open?.accountId) return undefined;
  const [account] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, open.accountId), isNull(accounts.deletedAt)))
    .for('no key update');
  const token = account && (await takeToken(tx, scope, redemption));
  return token && { email: token.email, account };
}

interface Registered {
  readonly accountId: string;
  readonly workspaceId: string;
}

export type Confirmed = 'inserted' | 'email_taken' | 'first_needed' | 'unknown';

/** Makes what was asked for when the letter was written. */
export function confirmRegistration(
  database: Database,
  scope: SystemScope,
  { tokenHash, now, made }: { readonly tokenHash: string; readonly now: Date; readonly made: Registered },
): Promise<Confirmed> {
  return database.transaction(async (tx) => {
    const token = await takeToken(tx, scope, { purpose: 'register', tokenHash, now });
    // Of an address that had an account: its row was written to do the same work, and its token never sent.
    if (!token?.registration) return 'unknown';
    const { name, passwordHash, ...place } = token.registration;
    const outcome = await insertAccount(tx, scope, {
      account: {
        id: made.accountId,
        email: token.email,
        emailConfirmedAt: now,
        name,
        passwordHash,
        createdAt: now,
      },
      ...('invitation' in place
        ? { invitation: { tokenHash: place.invitation, path: 'token' } }
        : { workspace: { id: made.workspaceId, name: place.workspace } }),
      asFirst: false,
    });
    return outcome === 'first_exists' ? 'unknown' : outcome;
  });
}

interface NewPassword {
  readonly passwordHash: string;
  readonly device: string;
  readonly now: Date;
}

export interface Reset {
  readonly accountId: string;
  readonly email: string;
  /** Undefined where the address was confirmed before; otherwise ids of the workspaces that keys were taken away in. */
  readonly cleared: readonly string[] | undefined;
}

/**
 * Whoever has the letter has the address; every session ends, and so does every other such link. Where nobody had shown
 * that before, the account may be a stranger's who waits for the holder to come: what else opens it goes.
 */
export function resetPassword(
  database: Database,
  scope: SystemScope,
  { tokenHash, passwordHash, device, now }: NewPassword & { readonly tokenHash: string },
): Promise<Reset | undefined> {
  return database.transaction(async (tx) => {
    const taken = await takeOfAccount(tx, scope, { purpose: 'reset_password', tokenHash, now });
    if (taken === undefined) return undefined;
    const { account: before } = taken;
    const accountId = before.id;
    const emailConfirmedAt = before.emailConfirmedAt ?? now;
    await tx.update(accounts).set({ passwordHash, emailConfirmedAt }).where(eq(accounts.id, accountId));
    await endLinks(tx, scope, accountId);
    await revokeSessions(tx, scope, { accountId, at: now });
    const cleared =
      before.emailConfirmedAt === null
        ? await takeWaysIn(tx, scope, { accountId, device, at: now })
        : undefined;
    await noteEvent(tx, scope, { accountId, device, kind: 'password_reset', at: now });
    return { accountId, email: before.email, cleared };
  });
}

/** Keeps the session that asks. */
export async function changePassword(
  database: Database,
  scope: SystemScope,
  change: NewPassword & { readonly accountId: string; readonly sessionId: string },
): Promise<void> {
  const { accountId, sessionId, passwordHash, device, now } = change;
  await database.transaction(async (tx) => {
    // One that was deleted at this moment stays emptied.
    const mine = and(eq(accounts.id, accountId), isNull(accounts.deletedAt));
    await tx.update(accounts).set({ passwordHash }).where(mine);
    await endLinks(tx, scope, accountId);
    await revokeSessions(tx, scope, { accountId, except: sessionId, at: now });
    await noteEvent(tx, scope, { accountId, device, kind: 'password_changed', at: now });
  });
}

export type EmailChange = { readonly from: string; readonly to: string } | 'unknown' | 'taken';

export function changeEmail(
  database: Database,
  scope: SystemScope,
  { tokenHash, device, now }: { readonly tokenHash: string; readonly device: string; readonly now: Date },
): Promise<EmailChange> {
  return database.transaction(async (tx) => {
    await lockRegistration(tx, scope);
    const taken = await takeOfAccount(tx, scope, { purpose: 'change_email', tokenHash, now });
    if (taken === undefined) return 'unknown';
    const { email, account: before } = taken;
    const accountId = before.id;
    const holder = await accountByEmail(tx, scope, email);
    if (holder !== undefined && holder.id !== accountId) return 'taken';
    await tx.update(accounts).set({ email, emailConfirmedAt: now }).where(eq(accounts.id, accountId));
    await endLinks(tx, scope, accountId);
    await noteEvent(tx, scope, { accountId, device, kind: 'email_changed', at: now });
    return { from: before.email, to: email };
  });
}

/** What was mailed before the account changed hands of password or address must not undo it. */
async function endLinks(tx: Transaction, _scope: SystemScope, accountId: string): Promise<void> {
  await tx.delete(accountTokens).where(eq(accountTokens.accountId, accountId));
}
