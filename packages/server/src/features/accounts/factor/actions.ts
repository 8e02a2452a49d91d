// The second factor: set up with a code, asked for after the password, replaced by recovery codes, taken away.
import type { Enrolment, SecondFactorSignIn, SecondFactorView, SecondFactorWanted } from '@mixmodel/contract';
import { system } from '../../../http/scope.ts';
import { refuse } from '../../../refuse.ts';
import { seal, unseal } from '../../../secrets.ts';
import type { Services } from '../../../services.ts';
import { hashOf, newToken } from '../../../tokens.ts';
import { post } from '../../mailing/actions.ts';
import { emailKey } from '../email-key.ts';
import { safetyNotice } from '../letters/texts.ts';
import { type AccountServices, mustProve } from '../proof.ts';
import { type AccountRow, accountByEmail, accountById } from '../queries.ts';
import { type Acting, newSession, type OpenedSession, openSession } from '../sessions.ts';
import {
  changeFactor,
  confirmFactor,
  dropFactor,
  type FactorRow,
  factorOf,
  failureWindowMs,
  type GivenCode,
  insertFactor,
  insertTicket,
  mostFailures,
  type Outcome,
  recoveryCodesLeft,
  redeemTicket,
} from './queries.ts';
import { appCode, enrolmentUri, newRecoveryCodes, newSecret, recoveryHash, stepOf } from './totp.ts';

const ticketMs = 5 * 60_000;

/** Where the password or the provider has said who it is: a session, or a ticket for the second step. */
export async function enter(
  account: Pick<AccountRow, 'id' | 'email'> & Partial<Pick<AccountRow, 'passwordHash'>>,
  device: string,
  services: Services,
): Promise<OpenedSession | SecondFactorWanted> {
  const { database, clock } = services;
  const factor = await factorOf(database, system, account.id);
  if (!factor?.confirmedAt) return openSession(account.id, device, services, account.passwordHash);
  const { token, tokenHash } = newToken();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + ticketMs);
  const { id: accountId, email, passwordHash } = account;
  const ticket = { accountId, email, tokenHash, createdAt, expiresAt };
  if (!(await insertTicket(database, system, { ticket, passwordHash }))) throw refuse('sign_in_refused');
  return { ticket: token, expiresAt: expiresAt.toISOString() };
}

export async function enterWithCode(
  { ticket, code }: SecondFactorSignIn,
  device: string,
  services: Services,
): Promise<OpenedSession> {
  const { database, clock } = services;
  const now = clock.now();
  const outcome = await redeemTicket(database, system, {
    tokenHash: hashOf(ticket),
    now,
    codeOf: (accountId) => given(code, { accountId, device }, services),
    madeFor: (accountId) => newSession(accountId, device, services),
  });
  if (outcome === 'ended') throw refuse('sign_in_ticket_ended', { path: 'ticket' });
  if (typeof outcome === 'object' && 'made' in outcome) return outcome.made.opened;
  throw refusalOf(outcome, now);
}

export async function readFactor(accountId: string, { database }: Services): Promise<SecondFactorView> {
  const factor = await factorOf(database, system, accountId);
  return {
    enabledAt: factor?.confirmedAt?.toISOString() ?? null,
    recoveryCodesLeft: await recoveryCodesLeft(database, system, accountId),
  };
}

/** A secret for the app: it counts once a code of it was given. */
export async function enrol(
  password: string | null | undefined,
  acting: Acting,
  services: AccountServices,
): Promise<Enrolment> {
  const { database, clock, encryptionKey } = services;
  const account = await mustProve({ password, path: 'password' }, acting, services);
  const secret = newSecret();
  const kept = await insertFactor(database, system, {
    accountId: account.id,
    secret: seal(secret, account.id, encryptionKey),
    createdAt: clock.now(),
  });
  if (!kept) throw refuse('second_factor_exists');
  return { secret, uri: enrolmentUri(secret, account.email) };
}

/** The recovery codes: nobody sees them again. */
export async function confirm(code: string, acting: Acting, services: Services): Promise<string[]> {
  const codes = newRecoveryCodes();
  const { recoveryHash: _, ...fromApp } = given(code, acting, services);
  const outcome = await confirmFactor(services.database, system, {
    ...fromApp,
    recoveryHash: undefined,
    codeHashes: hashesOf(codes, acting, services),
  });
  if (outcome !== 'good') throw refusalOf(outcome, fromApp.now);
  const account = await accountById(services.database, system, acting.accountId);
  if (account)
    tell(account.email, 'your account now asks for a code of an app after the password.', services);
  return codes;
}

interface ProofAndCode {
  readonly password?: string | null | undefined;
  readonly code: string;
}

export async function replaceRecoveryCodes(
  { password, code }: ProofAndCode,
  acting: Acting,
  services: AccountServices,
): Promise<string[]> {
  const { email } = await mustProve({ password, path: 'password' }, acting, services);
  const codes = newRecoveryCodes();
  const codeHashes = hashesOf(codes, acting, services);
  const tried = given(code, acting, services);
  const outcome = await changeFactor(services.database, system, { ...tried, codeHashes });
  if (outcome !== 'good') throw refusalOf(outcome, tried.now);
  tell(email, 'the recovery codes of your account were replaced; the old ones no longer work.', services);
  return codes;
}

export async function removeFactor(
  { password, code }: ProofAndCode,
  acting: Acting,
  services: AccountServices,
): Promise<void> {
  const { email } = await mustProve({ password, path: 'password' }, acting, services);
  const tried = given(code, acting, services);
  const outcome = await changeFactor(services.database, system, tried);
  if (outcome !== 'good') throw refusalOf(outcome, tried.now);
  tell(email, 'the second factor of your account was removed: the password alone signs in now.', services);
}

/** What an account is told that the operator did something for it. */
const byOperator = 'whoever runs this server';

/**
 * For who has lost app and recovery codes: the password alone signs in again. Whoever runs the server has to know who
 * asks; the account is told.
 */
export async function rescue(email: string, services: Services): Promise<'removed' | 'absent' | 'unknown'> {
  const { database, clock } = services;
  const account = await accountByEmail(database, system, emailKey(email));
  if (account === undefined) return 'unknown';
  const drop = { accountId: account.id, device: byOperator, at: clock.now() };
  if (!(await dropFactor(database, system, drop))) return 'absent';
  const what = `${byOperator} has removed the second factor of your account and signed it out everywhere: the password alone signs in now.`;
  tell(account.email, what, services);
  return 'removed';
}

function tell(to: string, what: string, services: Services): void {
  const subject = 'The second factor of your MixModel account was changed';
  post(safetyNotice(services.config, { to, subject, what }), services);
}

type Whose = Pick<Acting, 'accountId' | 'device'>;

export function given(code: string, { accountId, device }: Whose, services: Services): GivenCode {
  const { clock, encryptionKey } = services;
  const now = clock.now();
  const digits = appCode(code);
  return {
    accountId,
    device,
    now,
    step: (factor: FactorRow) =>
      digits === undefined ? undefined : stepOf(digits, unseal(factor.secret, accountId, encryptionKey), now),
    recoveryHash: digits === undefined ? recoveryHash(code, accountId, encryptionKey) : undefined,
  };
}

function hashesOf(codes: readonly string[], { accountId }: Whose, { encryptionKey }: Services): string[] {
  return codes.map((code) => recoveryHash(code, accountId, encryptionKey));
}

export function refusalOf(outcome: Exclude<Outcome, 'good'>, now: Date): Error {
  if (outcome === 'absent') return refuse('second_factor_absent');
  if (outcome === 'wrong') return refuse('second_factor_wrong', { path: 'code' });
  const minutes = Math.max(1, Math.ceil((outcome.retryAt.getTime() - now.getTime()) / 60_000));
  const window = `${failureWindowMs / 60_000} minutes`;
  return refuse('too_many_codes', { path: 'code', facts: { most: mostFailures, window, minutes } });
}
