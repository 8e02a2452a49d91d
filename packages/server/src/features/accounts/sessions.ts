// Signing in, going on and signing out: opaque refresh tokens that are exchanged at each use.
import type { LiveSession, SignIn } from '@mixmodel/contract';
import { v7 } from 'uuid';
import { system } from '../../http/scope.ts';
import type { Caller } from '../../http/session.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { hashOf, newToken } from '../../tokens.ts';
import { emailKey } from './email-key.ts';
import { deviceOfMark } from './known-device.ts';
import { isPassword } from './password.ts';
import { holdsUntil } from './policy.ts';
import type { AccountServices } from './proof.ts';
import {
  type AccountRow,
  accountByEmail,
  exchangeSession,
  insertSession,
  liveSessions,
  type NewSession,
  type NewToken,
  noteEvent,
  revokeFamily,
  revokeSessions,
} from './queries.ts';

/** Whoever is signed in, and with what: an event names both. */
export interface Acting extends Caller {
  readonly device: string;
}

export interface OpenedSession extends Caller {
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

/** From where somebody signs in. */
export interface From {
  readonly network: string;
  /** Of a browser that was here before. */
  readonly mark: string | undefined;
}

/** The account with this address and password. */
export async function checkPassword(
  { email, password }: SignIn,
  { network, mark }: From,
  services: AccountServices,
): Promise<AccountRow> {
  const account = await accountByEmail(services.database, system, emailKey(email));
  const known = deviceOfMark(mark, account, services);
  const succeed = services.failed.begin(email, known === undefined ? { network } : { known });
  const matches = await isPassword(password, account?.passwordHash);
  if (account === undefined || !matches) throw refuse('sign_in_refused');
  succeed();
  return account;
}

/** Where a password opened it, only while that is still the one of the account. */
export async function openSession(
  accountId: string,
  device: string,
  services: Services,
  passwordHash?: string | null,
): Promise<OpenedSession> {
  const { session, opened } = newSession(accountId, device, services);
  if (!(await insertSession(services.database, system, { session, passwordHash })))
    throw refuse('sign_in_refused');
  return opened;
}

/** The row of a session, and what is told to whoever opens it with that. */
export function newSession(
  accountId: string,
  device: string,
  services: Services,
): { readonly session: NewSession; readonly opened: OpenedSession } {
  const { refreshToken, row } = newRefreshToken(services);
  const sessionId = v7();
  const begunAt = row.createdAt;
  const expiresAt = holdsUntil({ begunAt, now: begunAt });
  const family = { familyId: sessionId, accountId, begunAt, device };
  return {
    session: { ...row, expiresAt, ...family },
    opened: { accountId, sessionId, refreshToken, expiresAt },
  };
}

export async function continueSession(token: string, services: Services): Promise<OpenedSession> {
  const { refreshToken, row } = newRefreshToken(services);
  const exchange = await exchangeSession(services.database, system, { old: hashOf(token), next: row });
  if (exchange.verdict === 'stolen') throw refuse('session_reused');
  if (exchange.verdict !== 'continue') throw refuse('session_ended');
  const { accountId, familyId, expiresAt } = exchange;
  return { accountId, sessionId: familyId, refreshToken, expiresAt };
}

/** Ends the session of a refresh token, where it is not `except`. */
export async function endSession(
  token: string,
  { database, clock }: Services,
  except?: string,
): Promise<void> {
  await revokeFamily(database, system, { tokenHash: hashOf(token), at: clock.now(), except });
}

/** Ends the session that somebody's access token comes from. */
export async function endOwnSession(
  { accountId, sessionId }: Caller,
  { database, clock }: Services,
): Promise<void> {
  await revokeSessions(database, system, { accountId, only: sessionId, at: clock.now() });
}

/** Those that could go on, the last used first. */
export async function listSessions(caller: Caller, { database, clock }: Services): Promise<LiveSession[]> {
  const rows = await liveSessions(database, system, { accountId: caller.accountId, now: clock.now() });
  return rows
    .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
    .map((row) => ({
      id: row.familyId,
      device: row.device,
      signedInAt: row.begunAt.toISOString(),
      lastUsedAt: row.createdAt.toISOString(),
      current: row.familyId === caller.sessionId,
    }));
}

export async function revokeSession(
  acting: Acting,
  sessionId: string,
  { database, clock }: Services,
): Promise<void> {
  const { accountId, device } = acting;
  const at = clock.now();
  const ended = await revokeSessions(database, system, { accountId, only: sessionId, at });
  if (ended === 0) throw refuse('not_found', { facts: { what: 'session' } });
  await noteEvent(database, system, { accountId, device, kind: 'session_revoked', at });
}

export async function revokeOtherSessions(acting: Acting, { database, clock }: Services): Promise<void> {
  const { accountId, sessionId, device } = acting;
  const at = clock.now();
  await revokeSessions(database, system, { accountId, except: sessionId, at });
  await noteEvent(database, system, { accountId, device, kind: 'sessions_revoked', at });
}

/** How many sessions that ended; undefined where no account has the address. */
export async function signOutEverywhere(
  email: string,
  { database, clock }: Services,
): Promise<number | undefined> {
  const account = await accountByEmail(database, system, emailKey(email));
  if (account === undefined) return undefined;
  const { id: accountId } = account;
  const at = clock.now();
  const live = await liveSessions(database, system, { accountId, now: at });
  await revokeSessions(database, system, { accountId, at });
  await noteEvent(database, system, {
    accountId,
    device: 'whoever runs this server',
    kind: 'sessions_revoked',
    at,
  });
  return live.length;
}

function newRefreshToken({ clock }: Services): { refreshToken: string; row: NewToken } {
  const { token, tokenHash } = newToken();
  return { refreshToken: token, row: { id: v7(), tokenHash, createdAt: clock.now() } };
}
