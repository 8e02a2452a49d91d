// Inviting people into a workspace, and taking an invitation.
import {
  type InvitationOffer,
  type InvitationPage,
  type InvitationView,
  type Invite,
  invitationDays,
  isAtLeast,
  type MadeInvitation,
  type WorkspaceView,
} from '@mixmodel/contract';
import { v7 } from 'uuid';
import { homeOf } from '../../config.ts';
import type { Transaction } from '../../database/connection.ts';
import { type AccountScope, type Scope, system } from '../../http/scope.ts';
import type { Letter } from '../../ports/mail.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { hashOf, newToken } from '../../tokens.ts';
import type { Made } from '../idempotency/actions.ts';
import { handOn, keepLetter } from '../mailing/actions.ts';
import { invitationLetter } from './letter.ts';
import {
  findOffer,
  type InvitationRow,
  type InvitationsAsked,
  insertInvitation,
  listPending,
  type Redeemed,
  redeem,
  redeemAs,
  revokeInvitation,
} from './queries.ts';

export { forgetInvited, revokeInvitationsOf } from './queries.ts';

const validMs = invitationDays * 24 * 60 * 60 * 1000;

/**
 * With an address the link goes there and nowhere else; without, it is in the answer, this once: the same request again
 * finds the invitation, and no link.
 */
export async function invite(
  services: Services,
  scope: Scope,
  request: Invite,
  idempotencyKey?: string,
): Promise<Made<MadeInvitation>> {
  const { role, email } = request;
  const { database, clock, config } = services;
  if (!isAtLeast(scope.role, role))
    throw refuse('role_above_yours', { path: 'role', facts: { yours: scope.role, got: role } });
  const { token, tokenHash } = newToken();
  const createdAt = clock.now();
  const asked = {
    id: v7(),
    role,
    email: email?.trim().toLowerCase() ?? null,
    tokenHash,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + validMs),
  };
  // In the fragment, which no server is told and no log holds.
  const link = `${homeOf(config)}/invitation#${token}`;
  const alongside = async (tx: Transaction, row: InvitationRow) => {
    const letter = letterOf(row, link);
    if (letter) await keepLetter(tx, { id: row.invitation.id, letter, lastsMs: validMs }, services);
  };
  const wish = { key: idempotencyKey, request, alongside };
  const outcome = await insertInvitation(database, scope, asked, wish);
  if ('isMember' in outcome)
    throw refuse('already_member', { path: 'email', facts: { who: `${email} is`, role: outcome.isMember } });
  if (!outcome.isNew) return { made: { invitation: invitationView(outcome.row), link: null }, isNew: false };
  const sent = await send(services, scope, outcome.row, link);
  return { made: { invitation: invitationView(outcome.row), link: sent ? null : link }, isNew: true };
}

/** False where there is no address; an invitation whose letter cannot be sent is taken back. */
async function send(services: Services, scope: Scope, row: InvitationRow, link: string): Promise<boolean> {
  const { id } = row.invitation;
  const letter = letterOf(row, link);
  if (letter === undefined) return false;
  try {
    await handOn(id, letter, services);
    return true;
  } catch (error) {
    await revokeInvitation(services.database, scope, { invitationId: id, at: services.clock.now() });
    throw error;
  }
}

function letterOf({ invitation, createdBy, workspace }: InvitationRow, link: string): Letter | undefined {
  const { email, role } = invitation;
  return email === null
    ? undefined
    : invitationLetter({ email, invitedBy: createdBy, workspace, role, link });
}

export function readInvitations(
  { database, clock }: Services,
  scope: Scope,
  asked: InvitationsAsked,
): Promise<InvitationPage> {
  return listPending(database, scope, { ...asked, at: clock.now() }, invitationView);
}

export async function endInvitation(
  { database, clock }: Services,
  scope: Scope,
  invitationId: string,
): Promise<void> {
  const revoked = await revokeInvitation(database, scope, { invitationId, at: clock.now() });
  if (!revoked) throw refuse('not_found', { facts: { what: 'open invitation' } });
}

/** What a link is for, to whoever has it. */
export async function readOffer(
  { database, clock }: Services,
  token: string,
  path = 'token',
): Promise<InvitationOffer> {
  const row = await findOffer(database, system, { tokenHash: hashOf(token), at: clock.now() });
  if (row === undefined) throw refuse('invitation_ended', { path });
  const { role, email, expiresAt } = row.invitation;
  return {
    workspace: row.workspace,
    role,
    invitedBy: row.createdBy,
    email,
    expiresAt: expiresAt.toISOString(),
  };
}

/** Takes the invitation for somebody who has an account. */
export async function accept(
  { database, clock }: Services,
  scope: AccountScope,
  token: string,
): Promise<WorkspaceView> {
  return joined(await redeemAs(database, scope, { tokenHash: hashOf(token), at: clock.now() }), 'token');
}

/** The same with an account that is made in the same transaction. */
export async function join(
  tx: Transaction,
  scope: AccountScope,
  { path, ...taken }: { readonly tokenHash: string; readonly at: Date; readonly path: string },
): Promise<void> {
  joined(await redeem(tx, scope, taken), path);
}

/** The workspace that was joined, or why it was not: `path` is where the token stands in the request. */
function joined(redeemed: Redeemed, path: string): WorkspaceView {
  switch (redeemed.kind) {
    case 'joined':
      return redeemed.workspace;
    case 'already':
      throw refuse('already_member', { path, facts: { who: 'You are', role: redeemed.role } });
    case 'for_another':
      throw refuse('invitation_for_another', { path });
    case 'ended':
      throw refuse('invitation_ended', { path });
  }
}

function invitationView({ invitation, createdBy }: InvitationRow): InvitationView {
  return {
    id: invitation.id,
    role: invitation.role,
    email: invitation.email,
    createdAt: invitation.createdAt.toISOString(),
    createdBy,
    expiresAt: invitation.expiresAt.toISOString(),
  };
}
