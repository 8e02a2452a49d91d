// Registering with an invitation: open also where registration is not, and without a workspace of one's own.
import type { RegisterInvited } from '@mixmodel/contract';
import { v7 } from 'uuid';
import type { Config } from '../../config.ts';
import { system } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import { hashOf } from '../../tokens.ts';
import { readOffer } from '../invitations/actions.ts';
import type { Registered } from './actions.ts';
import { emailKey } from './email-key.ts';
import { askToConfirm } from './letters/actions.ts';
import { hashPassword } from './password.ts';
import type { AccountServices } from './proof.ts';
import { insertAccount } from './queries.ts';
import { refuseWeak } from './weak-password.ts';

/**
 * Who has what was mailed to an address has the address: the account is made at once and is in the workspace already,
 * and only they learn that it exists. A link that names no address says nothing of who comes with it, and anybody who
 * may invite can make one for themselves: where addresses are confirmed, a letter goes to the one that is given.
 */
export async function registerInvited(
  asked: RegisterInvited,
  network: string,
  services: AccountServices,
): Promise<Registered> {
  const { database, clock, config } = services;
  const { workspace, email: invited } = await readOffer(services, asked.invitation, 'invitation');
  const email = emailKey(asked.email);
  // Before anything is asked of that address.
  if (invited !== null && invited !== email) throw refuse('invitation_for_another', { path: 'invitation' });
  refuseWeak(asked.password, { ...asked, workspace });
  const tokenHash = hashOf(asked.invitation);
  if (invited === null && confirmsAddresses(config))
    return { letter: await askToConfirm(asked, { place: { invitation: tokenHash }, network }, services) };
  const account = {
    id: v7(),
    email,
    emailConfirmedAt: null,
    name: asked.name,
    passwordHash: await hashPassword(asked.password),
    createdAt: clock.now(),
  };
  const invitation = { tokenHash, path: 'invitation' };
  const outcome = await insertAccount(database, system, { account, invitation, asFirst: false });
  if (outcome === 'inserted') return { accountId: account.id };
  if (outcome === 'email_taken')
    throw refuse('email_taken', { path: 'email', facts: { email: asked.email } });
  throw refuse('registration_closed');
}

/** Where nobody may register without an invitation, whether letters arrive decides. */
function confirmsAddresses({ registration, smtp }: Config): boolean {
  return registration === 'confirmed' || (registration === 'closed' && smtp !== undefined);
}
