// Second factors in the database: a code is taken once, and guesses are counted before they are judged.
import type { AccountEvent } from '@mixmodel/contract';
import { and, eq, gt, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../../database/connection.ts';
import { accountTokens, recoveryCodes, secondFactors } from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';
import { heldAccount, insertSession, type NewSession, noteEvent, revokeSessions } from '../queries.ts';

export type FactorRow = typeof secondFactors.$inferSelect;

/** With one ticket; whoever mistypes more often signs in again. */
const mostPerTicket = 5;
/** With however many tickets. */
export const mostFailures = 10;
export const failureWindowMs = 15 * 60_000;

export async function factorOf(
  database: Database | Transaction,
  _scope: SystemScope,
  accountId: string,
): Promise<FactorRow | undefined> {
  const [row] = await database.select().from(secondFactors).where(eq(secondFactors.accountId, accountId));
  return row;
}

/** Whoever changes it at this moment waits, and then sees what became of it. */
async function lockedFactor(
  tx: Transaction,
  _scope: SystemScope,
  accountId: string,
): Promise<FactorRow | undefined> {
  const mine = eq(secondFactors.accountId, accountId);
  const [row] = await tx.select().from(secondFactors).where(mine).for('update');
  return row;
}

export function recoveryCodesLeft(
  database: Database,
  _scope: SystemScope,
  accountId: string,
): Promise<number> {
  const unused = and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
  return database.$count(recoveryCodes, unused);
}

interface NewFactor {
  readonly accountId: string;
  readonly secret: string;
  readonly createdAt: Date;
}

/** In place of one that waits for its first code; false when there is one that counts. */
export async function insertFactor(
  database: Database,
  _scope: SystemScope,
  factor: NewFactor,
): Promise<boolean> {
  const { secret, createdAt } = factor;
  const kept = await database
    .insert(secondFactors)
    .values(factor)
    .onConflictDoUpdate({
      target: secondFactors.accountId,
      set: { secret, createdAt },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .returning({ accountId: secondFactors.accountId });
  return kept.length > 0;
}

/** A code, and what would make it good: the step of its half minute, or the hash of a recovery code. */
export interface GivenCode {
  readonly accountId: string;
  readonly device: string;
  readonly now: Date;
  /** Undefined when the code is not one of the app, or of no half minute that counts. */
  step(factor: FactorRow): number | undefined;
  /** Undefined where only the app will do. */
  readonly recoveryHash: string | undefined;
}

export type Outcome = 'good' | 'wrong' | 'absent' | { readonly retryAt: Date };

/** Locks the factor: of two that come with one code, one is too late. Counts what is wrong. */
export async function tryCode(tx: Transaction, scope: SystemScope, given: GivenCode): Promise<Outcome> {
  const { accountId, device, now } = given;
  const mine = eq(secondFactors.accountId, accountId);
  const factor = await lockedFactor(tx, scope, accountId);
  if (factor === undefined) return 'absent';
  const { failures, failingSince } = factor;
  const since =
    failingSince !== null && now.getTime() - failingSince.getTime() < failureWindowMs ? failingSince : null;
  if (since !== null && failures >= mostFailures)
    return { retryAt: new Date(since.getTime() + failureWindowMs) };
  const step = given.step(factor);
  if (step !== undefined && step > factor.lastStep) {
    await tx.update(secondFactors).set({ lastStep: step, failures: 0, failingSince: null }).where(mine);
    return 'good';
  }
  if (await takeRecoveryCode(tx, scope, given)) return 'good';
  const counted = since === null ? { failures: 1, failingSince: now } : { failures: failures + 1 };
  await tx.update(secondFactors).set(counted).where(mine);
  if (factor.confirmedAt !== null)
    await noteEvent(tx, scope, { accountId, device, kind: 'sign_in_failed', at: now });
  return 'wrong';
}

async function takeRecoveryCode(tx: Transaction, scope: SystemScope, given: GivenCode): Promise<boolean> {
  const { accountId, recoveryHash, device, now } = given;
  if (recoveryHash === undefined) return false;
  const taken = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.accountId, accountId),
        eq(recoveryCodes.codeHash, recoveryHash),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  if (taken.length === 0) return false;
  await noteEvent(tx, scope, { accountId, device, kind: 'recovery_code_used', at: now });
  return true;
}

interface Ticket {
  readonly accountId: string;
  readonly email: string;
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/**
 * False where the account was deleted meanwhile, or has another password than that by which it was found: a change of it
 * ends the tickets that are there, and this one would come after.
 */
export function insertTicket(
  database: Database,
  scope: SystemScope,
  { ticket, passwordHash }: { readonly ticket: Ticket; readonly passwordHash: string | null | undefined },
): Promise<boolean> {
  const { accountId, createdAt } = ticket;
  return database.transaction(async (tx) => {
    const account = await heldAccount(tx, scope, accountId);
    if (account === undefined) return false;
    if (passwordHash !== undefined && account.passwordHash !== passwordHash) return false;
    await tx
      .delete(accountTokens)
      .where(
        and(
          eq(accountTokens.accountId, accountId),
          eq(accountTokens.purpose, 'second_factor'),
          or(lte(accountTokens.expiresAt, createdAt), isNotNull(accountTokens.usedAt)),
        ),
      );
    await tx.insert(accountTokens).values({ ...ticket, id: v7(), purpose: 'second_factor' });
    return true;
  });
}

/**
 * Whose ticket it is; a try is counted before anybody knows what it is worth. The account is held first: whoever changes
 * it then ends its tickets, and the two would wait for each other for ever.
 */
async function useTicket(tx: Transaction, scope: SystemScope, tokenHash: string, now: Date) {
  const its = and(eq(accountTokens.tokenHash, tokenHash), eq(accountTokens.purpose, 'second_factor'));
  const [found] = await tx.select().from(accountTokens).where(its);
  if (!found?.accountId || !(await heldAccount(tx, scope, found.accountId))) return undefined;
  const [row] = await tx
    .update(accountTokens)
    .set({ attempts: sql`${accountTokens.attempts} + 1` })
    .where(
      and(
        its,
        isNull(accountTokens.usedAt),
        gt(accountTokens.expiresAt, now),
        lt(accountTokens.attempts, mostPerTicket),
      ),
    )
    .returning();
  return row;
}

export type TicketOutcome<Made> = Exclude<Outcome, 'good'> | 'ended' | { readonly made: Made };

interface Redeemed<Made> {
  readonly tokenHash: string;
  readonly now: Date;
  /** What is compared, once it is known for whom. */
  codeOf(accountId: string): GivenCode;
  /** What a good code opens. */
  madeFor(accountId: string): Made;
}

/** The second step of signing in: a new password at this moment waits, and then ends the session that was opened. */
export function redeemTicket<Made extends { readonly session: NewSession }>(
  database: Database,
  scope: SystemScope,
  { tokenHash, now, codeOf, madeFor }: Redeemed<Made>,
): Promise<TicketOutcome<Made>> {
  return database.transaction(async (tx) => {
    const ticket = await useTicket(tx, scope, tokenHash, now);
    if (!ticket?.accountId) return 'ended';
    const outcome = await tryCode(tx, scope, codeOf(ticket.accountId));
    if (outcome !== 'good') return outcome;
    await tx.update(accountTokens).set({ usedAt: now }).where(eq(accountTokens.id, ticket.id));
    const made = madeFor(ticket.accountId);
    const { session } = made;
    return (await insertSession(tx, scope, { session, passwordHash: undefined })) ? { made } : 'ended';
  });
}

/** From now on it counts. */
export function confirmFactor(
  database: Database,
  scope: SystemScope,
  given: GivenCode & { readonly codeHashes: readonly string[] },
): Promise<Outcome> {
  const { accountId, device, now, codeHashes } = given;
  return database.transaction(async (tx) => {
    const factor = await lockedFactor(tx, scope, accountId);
    if (factor === undefined || factor.confirmedAt !== null) return 'absent';
    const outcome = await tryCode(tx, scope, given);
    if (outcome !== 'good') return outcome;
    const confirmed = await tx
      .update(secondFactors)
      .set({ confirmedAt: now })
      .where(and(eq(secondFactors.accountId, accountId), isNull(secondFactors.confirmedAt)))
      .returning({ accountId: secondFactors.accountId });
    if (confirmed.length === 0) return 'absent';
    await replaceCodes(tx, scope, { accountId, codeHashes });
    await noteEvent(tx, scope, { accountId, device, kind: 'second_factor_enabled', at: now });
    return 'good';
  });
}

/** What a good code allows; undefined codes take the factor away. */
export function changeFactor(
  database: Database,
  scope: SystemScope,
  given: GivenCode & { readonly codeHashes?: readonly string[] },
): Promise<Outcome> {
  const { accountId, device, now, codeHashes } = given;
  const kind: AccountEvent = codeHashes ? 'recovery_codes_replaced' : 'second_factor_removed';
  return database.transaction(async (tx) => {
    const factor = await lockedFactor(tx, scope, accountId);
    if (factor === undefined || factor.confirmedAt === null) return 'absent';
    const outcome = await tryCode(tx, scope, given);
    if (outcome !== 'good') return outcome;
    await replaceCodes(tx, scope, { accountId, codeHashes: codeHashes ?? [] });
    if (codeHashes === undefined)
      await tx.delete(secondFactors).where(eq(secondFactors.accountId, accountId));
    await noteEvent(tx, scope, { accountId, device, kind, at: now });
    return 'good';
  });
}

async function replaceCodes(
  tx: Transaction,
  _scope: SystemScope,
  { accountId, codeHashes }: { readonly accountId: string; readonly codeHashes: readonly string[] },
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  if (codeHashes.length > 0)
    await tx
      .insert(recoveryCodes)
      .values(codeHashes.map((codeHash) => ({ id: v7(), accountId, codeHash, usedAt: null })));
}

interface Drop {
  readonly accountId: string;
  readonly device: string;
  readonly at: Date;
}

/** Takes app and recovery codes away without one of them, and ends every session; false where there is no factor. */
export function dropFactor(
  database: Database,
  scope: SystemScope,
  { accountId, device, at }: Drop,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const dropped = await tx
      .delete(secondFactors)
      .where(eq(secondFactors.accountId, accountId))
      .returning({ accountId: secondFactors.accountId });
    if (dropped.length === 0) return false;
    await replaceCodes(tx, scope, { accountId, codeHashes: [] });
    await revokeSessions(tx, scope, { accountId, at });
    await noteEvent(tx, scope, { accountId, device, kind: 'second_factor_removed', at });
    return true;
  });
}
