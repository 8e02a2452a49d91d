// What a link in a letter does: finish a registration, choose a password, confirm an address.
import type { ChangeEmail, ChangePassword, LetterSent, Register, ResetPassword } from '@mixmodel/contract';
import { v7 } from 'uuid';
import { accessTopic, system } from '../../../http/scope.ts';
import { refuse } from '../../../refuse.ts';
import type { Services } from '../../../services.ts';
import { hashOf, newToken } from '../../../tokens.ts';
import { post } from '../../mailing/actions.ts';
import { emailKey } from '../email-key.ts';
import { hashPassword } from '../password.ts';
import { type AccountServices, mustProve } from '../proof.ts';
import { accountByEmail, noteEvent } from '../queries.ts';
import type { Acting } from '../sessions.ts';
import { refuseWeak } from '../weak-password.ts';
import {
  changeEmail,
  changePassword,
  confirmRegistration,
  findToken,
  issueToken,
  type NewTokenRow,
  type Place,
  resetPassword,
} from './queries.ts';
import * as texts from './texts.ts';

const minuteMs = 60_000;
const lifetimeMs = {
  register: 24 * 60 * minuteMs,
  change_email: 24 * 60 * minuteMs,
  reset_password: 60 * minuteMs,
} as const;

type Wanted = Pick<NewTokenRow, 'accountId' | 'email' | 'registration'> & {
  readonly purpose: keyof typeof lifetimeMs;
};

/** A row for every address alike; `token` is undefined where there were too many letters lately, of all or of `source`. */
async function issue(
  wanted: Wanted,
  source: string,
  { database, clock, letters }: AccountServices,
): Promise<{ readonly token: string | undefined; readonly sent: LetterSent }> {
  const { token, tokenHash } = newToken();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs[wanted.purpose]);
  const row = { ...wanted, id: v7(), tokenHash, createdAt, expiresAt };
  const issued = letters.take(wanted, source) && (await issueToken(database, system, row));
  return {
    token: issued ? token : undefined,
    sent: { sentTo: wanted.email, expiresAt: expiresAt.toISOString() },
  };
}

/** Writes to the address: a link to finish with, or that it has an account already. */
export async function askToConfirm(
  asked: Pick<Register, 'email' | 'name' | 'password'>,
  { place, network }: { readonly place: Place; readonly network: string },
  services: AccountServices,
): Promise<LetterSent> {
  const email = emailKey(asked.email);
  const { name } = asked;
  const passwordHash = await hashPassword(asked.password);
  const holder = await accountByEmail(services.database, system, email);
  const { token, sent } = await issue(
    holder === undefined
      ? { purpose: 'register', accountId: null, email, registration: { name, passwordHash, ...place } }
      : { purpose: 'register', accountId: holder.id, email, registration: null },
    network,
    services,
  );
  if (token !== undefined)
    post(
      holder === undefined
        ? texts.confirmRegistration(services.config, { to: email, token })
        : texts.accountExists(services.config, email),
      services,
    );
  return sent;
}

/** To who has an account and registered again. */
export async function tellHolder(
  holderEmail: string,
  network: string,
  services: AccountServices,
): Promise<void> {
  const holder = await accountByEmail(services.database, system, holderEmail);
  if (holder === undefined) return;
  const wanted = {
    purpose: 'register',
    accountId: holder.id,
    email: holderEmail,
    registration: null,
  } as const;
  const { token } = await issue(wanted, network, services);
  if (token !== undefined) post(texts.accountExists(services.config, holderEmail), services);
}

/** Whether what would be finished began with an invitation. */
export async function isOfInvitation(token: string, { database, clock }: Services): Promise<boolean> {
  const asked = { purpose: 'register', tokenHash: hashOf(token), now: clock.now() } as const;
  const row = await findToken(database, system, asked);
  return row?.registration != null && 'invitation' in row.registration;
}

/** Id of the account that was made. */
export async function finishRegistration(token: string, { database, clock }: Services): Promise<string> {
  const made = { accountId: v7(), workspaceId: v7() };
  const outcome = await confirmRegistration(database, system, {
    tokenHash: hashOf(token),
    now: clock.now(),
    made,
  });
  if (outcome === 'unknown') throw refuse('letter_link_wrong', { path: 'token' });
  // Whoever has the letter has the address, and may know.
  if (outcome === 'email_taken') throw refuse('email_not_changed');
  if (outcome === 'first_needed') throw refuse('registration_closed');
  return made.accountId;
}

export async function askReset(
  asked: { readonly email: string },
  network: string,
  services: AccountServices,
): Promise<LetterSent> {
  const email = emailKey(asked.email);
  const holder = await accountByEmail(services.database, system, email);
  const wanted = {
    purpose: 'reset_password',
    accountId: holder?.id ?? null,
    email,
    registration: null,
  } as const;
  const { token, sent } = await issue(wanted, network, services);
  if (token !== undefined && holder !== undefined)
    post(texts.resetPassword(services.config, { to: email, token }), services, {
      lastsMs: lifetimeMs.reset_password,
    });
  return sent;
}

/** Id of the account. */
export async function reset(
  { token, password }: ResetPassword,
  device: string,
  services: Services,
): Promise<string> {
  const { database, clock } = services;
  const redemption = { purpose: 'reset_password', tokenHash: hashOf(token), now: clock.now() } as const;
  const asked = await findToken(database, system, redemption);
  if (asked === undefined) throw refuse('letter_link_wrong', { path: 'token' });
  // Before the link is used up: a better password may follow.
  refuseWeak(password, asked);
  const passwordHash = await hashPassword(password);
  const change = { ...redemption, passwordHash, device };
  const done = await resetPassword(database, system, change);
  if (done === undefined) throw refuse('letter_link_wrong', { path: 'token' });
  for (const workspaceId of done.cleared ?? []) services.events.publish(accessTopic({ workspaceId }));
  tellOfPassword(done.email, services, done.cleared === undefined ? texts.waysInStay : texts.waysInGone);
  return done.accountId;
}

/** The other sessions end: whoever had the old password may hold one. */
export async function setPassword(
  { current, password }: ChangePassword,
  acting: Acting,
  services: AccountServices,
): Promise<void> {
  const { database, clock } = services;
  const account = await mustProve({ password: current, path: 'current' }, acting, services);
  refuseWeak(password, account);
  const passwordHash = await hashPassword(password);
  await changePassword(database, system, { ...acting, passwordHash, now: clock.now() });
  tellOfPassword(account.email, services, texts.waysInStay);
}

function tellOfPassword(to: string, services: Services, waysIn: string): void {
  const subject = 'Your MixModel password was changed';
  const what = `the password of your account was changed. ${waysIn}`;
  post(texts.safetyNotice(services.config, { to, subject, what }), services);
}

/** Alike for every address: one that has an account is told by a letter, and nobody else is. */
export async function askEmail(
  { email: asked, password }: ChangeEmail,
  acting: Acting,
  services: AccountServices,
): Promise<LetterSent> {
  const { database, config, clock } = services;
  const account = await mustProve({ password, path: 'password' }, acting, services);
  const email = emailKey(asked);
  const holder = await accountByEmail(database, system, email);
  const wanted = { purpose: 'change_email', accountId: acting.accountId, email, registration: null } as const;
  // Of an address that is taken, the link would be refused; it is not sent.
  const { token, sent } = await issue(wanted, acting.accountId, services);
  if (token === undefined) return sent;
  const { accountId, device } = acting;
  await noteEvent(database, system, { accountId, device, kind: 'email_change_asked', at: clock.now() });
  post(
    holder === undefined
      ? texts.confirmEmail(config, { to: email, token })
      : texts.emailWanted(config, email),
    services,
  );
  if (email !== account.email)
    post(texts.emailChangeAsked(config, { to: account.email, next: email }), services);
  return sent;
}

export async function confirmEmail(token: string, device: string, services: Services): Promise<void> {
  const { database, clock, config } = services;
  const change = await changeEmail(database, system, { tokenHash: hashOf(token), device, now: clock.now() });
  if (change === 'unknown') throw refuse('letter_link_wrong', { path: 'token' });
  if (change === 'taken') throw refuse('email_not_changed');
  if (change.from !== change.to)
    post(texts.emailChanged(config, { to: change.from, next: change.to }), services);
}
