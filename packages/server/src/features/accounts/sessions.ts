// Signing in, going on and signing out: opaque refresh tokens that are exchanged at each use.
import { createHash, randomBytes } from 'node:crypto';
import type { SignIn } from '@mixmodel/contract';
import { v7 } from 'uuid';
import { system } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { emailKey } from './actions.ts';
import { isPassword } from './password.ts';
import { accountByEmail, exchangeSession, insertSession, type NewSession, revokeFamily } from './queries.ts';

export const sessionDays = 7;

export interface OpenedSession {
  readonly accountId: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

/** Id of the account with this address and password. */
export async function checkPassword({ email, password }: SignIn, { database }: Services): Promise<string> {
  const account = await accountByEmail(database, system, emailKey(email));
  const matches = await isPassword(password, account?.passwordHash);
  if (account === undefined || !matches) throw refuse('sign_in_refused');
  return account.id;
}

export async function openSession(accountId: string, services: Services): Promise<OpenedSession> {
  const { refreshToken, row } = newToken(services);
  await insertSession(services.database, system, { ...row, familyId: v7(), accountId });
  return { accountId, refreshToken, expiresAt: row.expiresAt };
}

export async function continueSession(token: string, services: Services): Promise<OpenedSession> {
  const { refreshToken, row } = newToken(services);
  const exchange = await exchangeSession(services.database, system, { old: hashOf(token), next: row });
  if (exchange.verdict === 'stolen') throw refuse('session_reused');
  if (exchange.verdict !== 'continue' || exchange.accountId === undefined) throw refuse('session_ended');
  return { accountId: exchange.accountId, refreshToken, expiresAt: row.expiresAt };
}

export async function endSession(token: string, { database, clock }: Services): Promise<void> {
  await revokeFamily(database, system, { tokenHash: hashOf(token), at: clock.now() });
}

function newToken({ clock }: Services): { refreshToken: string; row: NewSession } {
  const refreshToken = randomBytes(32).toString('base64url');
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + sessionDays * 24 * 60 * 60 * 1000);
  return { refreshToken, row: { id: v7(), tokenHash: hashOf(refreshToken), createdAt, expiresAt } };
}

/** 256 random bits need no slow hash. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
