// Registering with an invitation: open also where registration is not, and without a workspace of one's own.
import type { RegisterInvited } from '@mixmodel/contract';
import { v7 } from 'uuid';
import { system } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { hashOf } from '../../tokens.ts';
import { readOffer } from '../invitations/actions.ts';
import { emailKey } from './email-key.ts';
import { hashPassword } from './password.ts';
import { insertAccount } from './queries.ts';
import { refuseWeak } from './weak-password.ts';

/** Id of the account, which is in the workspace already. */
export async function registerInvited(asked: RegisterInvited, services: Services): Promise<string> {
  const { database, clock } = services;
  // First, so that only who was invited learns whether an address has an account.
  const { workspace } = await readOffer(services, asked.invitation, 'invitation');
  refuseWeak(asked.password, { ...asked, workspace });
  const account = {
    id: v7(),
    email: emailKey(asked.email),
    emailConfirmedAt: null,
    name: asked.name,
    passwordHash: await hashPassword(asked.password),
    createdAt: clock.now(),
  };
  const invitation = hashOf(asked.invitation);
  const outcome = await insertAccount(database, system, { account, invitation, asFirst: false });
  if (outcome === 'inserted') return account.id;
  if (outcome === 'email_taken')
    throw refuse('email_taken', { path: 'email', facts: { email: asked.email } });
  throw refuse('registration_closed');
}
