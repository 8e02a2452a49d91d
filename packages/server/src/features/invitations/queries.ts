// What invitations ask of the database: those of a workspace by its scope, one of them by the hash of its token.
import { isAtLeast, may, type WorkspaceRole, type WorkspaceView } from '@mixmodel/contract';
import { and, eq, getTableColumns, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { byTime, holding, type Listing, pageClause } from '../../database/listing.ts';
import { accounts, auditEvents, invitations, members, workspaces } from '../../database/schema.ts';
import type { ListAsked } from '../../http/list-query.ts';
import { mustStillBe } from '../../http/queries.ts';
import type { AccountScope, Scope, SystemScope } from '../../http/scope.ts';
import { type ActingScope, record } from '../audit/actions.ts';
import { forget, madeBefore, type Wish } from '../idempotency/actions.ts';
import { dropLetters } from '../mailing/actions.ts';

export const invitationSorts = ['createdAt', 'expiresAt'] as const;

export type InvitationsAsked = ListAsked<(typeof invitationSorts)[number]>;

const { tokenHash: _tokenHash, ...listed } = getTableColumns(invitations);

function selectInvitations(database: Database | Transaction) {
  return database
    .select({ invitation: listed, createdBy: accounts.name, workspace: workspaces.name })
    .from(invitations)
    .innerJoin(accounts, eq(accounts.id, invitations.createdBy))
    .innerJoin(workspaces, and(eq(workspaces.id, invitations.workspaceId), isNull(workspaces.deletedAt)))
    .$dynamic();
}

export type InvitationRow = Awaited<ReturnType<typeof selectInvitations>>[number];

const listing: Listing<InvitationRow, (typeof invitationSorts)[number]> = {
  id: invitations.id,
  idOf: ({ invitation }) => invitation.id,
  sorts: {
    createdAt: byTime(invitations.createdAt, ({ invitation }) => invitation.createdAt),
    expiresAt: byTime(invitations.expiresAt, ({ invitation }) => invitation.expiresAt),
  },
};

/** Those that somebody could still take. */
export async function listPending<Item>(
  database: Database,
  scope: Scope,
  asked: InvitationsAsked & { readonly at: Date },
  present: (row: InvitationRow) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  const { where, orderBy, limit, page } = pageClause(listing, asked);
  const rows = await selectInvitations(database)
    .where(
      and(
        eq(invitations.workspaceId, scope.workspaceId),
        isPending(asked.at),
        holding(invitations.email, asked.q),
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}

export type NewInvitation = Omit<typeof invitations.$inferInsert, 'workspaceId' | 'createdBy'>;

export type Invited =
  | { readonly row: InvitationRow; readonly isNew: boolean }
  | { readonly isMember: WorkspaceRole };

interface Alongside {
  /** What is written with a new one, or not at all. */
  alongside(tx: Transaction, row: InvitationRow): Promise<void>;
}

/** The invitation, or that which its idempotency key has made before; the role of the member who has the address already. */
export function insertInvitation(
  database: Database,
  scope: Scope,
  made: NewInvitation,
  { key, request, alongside }: Pick<Wish, 'key' | 'request'> & Alongside,
): Promise<Invited> {
  return database.transaction(async (tx) => {
    const { workspaceId, accountId } = scope;
    const wish = { key, request: { invitation: request }, id: made.id, at: made.createdAt };
    // First: it waits for whoever removes them, who may delete the account, which the key names.
    await mustStillBe(tx, scope, { least: made.role, path: 'role' });
    const earlier = await madeBefore(tx, scope, wish);
    if (earlier !== undefined) return { row: await written(tx, scope, earlier), isNew: false };
    const isMember = made.email ? await roleOfAddress(tx, scope, made.email) : undefined;
    if (isMember !== undefined) return { isMember };
    await tx.insert(invitations).values({ ...made, workspaceId, createdBy: accountId });
    const { id, role, email = null, createdAt } = made;
    const facts = { role, email };
    await record(tx, scope, { action: 'invitation.created', subjectId: id, facts, at: createdAt });
    const row = await written(tx, scope, id);
    await alongside(tx, row);
    return { row, isNew: true };
  });
}

async function written(tx: Transaction, scope: Scope, invitationId: string): Promise<InvitationRow> {
  const [row] = await selectInvitations(tx).where(within(scope, invitationId));
  if (row === undefined) throw new Error(`invitation ${invitationId} is not there after it was written`);
  return row;
}

async function roleOfAddress(
  tx: Transaction,
  scope: Scope,
  email: string,
): Promise<WorkspaceRole | undefined> {
  const [row] = await tx
    .select({ role: members.role })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.workspaceId, scope.workspaceId), eq(accounts.email, email)));
  return row?.role;
}

/** False when nobody could take it any more. */
export function revokeInvitation(
  database: Database,
  scope: Scope,
  { invitationId, at }: { readonly invitationId: string; readonly at: Date },
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const revoked = await tx
      .update(invitations)
      .set({ revokedAt: at })
      .where(and(within(scope, invitationId), isPending(at)))
      .returning({ role: invitations.role, email: invitations.email });
    for (const facts of revoked)
      await record(tx, scope, { action: 'invitation.revoked', subjectId: invitationId, facts, at });
    await dropLetters(tx, [invitationId]);
    await forget(tx, scope, invitationId);
    return revoked.length > 0;
  });
}

/** Those of somebody who may not give such roles any more: what is `above` theirs, or all when they are gone. */
export async function revokeInvitationsOf(
  tx: Transaction,
  scope: ActingScope,
  {
    accountId,
    above,
    at,
  }: { readonly accountId: string; readonly above: WorkspaceRole | undefined; readonly at: Date },
): Promise<void> {
  const theirs = and(eq(invitations.workspaceId, scope.workspaceId), eq(invitations.createdBy, accountId));
  const pending = await tx
    .select({ id: invitations.id, role: invitations.role, email: invitations.email })
    .from(invitations)
    .where(and(theirs, isPending(at)));
  const mayStill = above !== undefined && may(above, 'invitation.manage');
  for (const { id, ...facts } of pending.filter(({ role }) => !mayStill || !isAtLeast(above, role))) {
    // Unless somebody has taken it at this moment.
    const still = and(eq(invitations.id, id), isPending(at));
    const revoked = await tx
      .update(invitations)
      .set({ revokedAt: at })
      .where(still)
      .returning({ id: invitations.id });
    if (revoked.length === 0) continue;
    await dropLetters(tx, [id]);
    await record(tx, scope, { action: 'invitation.revoked', subjectId: id, facts, at });
  }
}

interface Gone {
  readonly accountId: string;
  /** Undefined where it may be somebody else's. */
  readonly address: string | undefined;
  readonly at: Date;
  /** In place of the address. */
  readonly instead: string;
}

/** Ends what still invites the address of somebody who is gone, and takes it out of every invitation. Ids of all of them. */
export async function forgetInvited(tx: Transaction, _scope: SystemScope, gone: Gone): Promise<string[]> {
  const { accountId, address, at, instead } = gone;
  const joinedBy = tx
    .select({ id: sql<string>`(${auditEvents.facts} ->> 'invitation')::uuid` })
    .from(auditEvents)
    .where(and(eq(auditEvents.action, 'member.joined'), eq(auditEvents.subjectId, accountId)));
  const theirs = await tx
    .select()
    .from(invitations)
    .where(
      or(
        address === undefined ? undefined : eq(invitations.email, address),
        inArray(invitations.id, joinedBy),
      ),
    );
  for (const { id, workspaceId, role, ...row } of theirs) {
    const isOpen = row.acceptedAt === null && row.revokedAt === null && row.expiresAt > at;
    const change = { ...(row.email !== null && { email: instead }), ...(isOpen && { revokedAt: at }) };
    if (Object.keys(change).length > 0)
      await tx.update(invitations).set(change).where(eq(invitations.id, id));
    if (!isOpen) continue;
    const facts = { role, email: instead };
    // By nobody of the workspace.
    const acting = { workspaceId, accountId: null };
    await record(tx, acting, { action: 'invitation.revoked', subjectId: id, facts, at });
    await dropLetters(tx, [id]);
    await forget(tx, { accountId }, id);
  }
  return theirs.map(({ id }) => id);
}

/** What a token is for, if anybody could take it now. */
export async function findOffer(
  database: Database,
  _scope: SystemScope,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: Date },
): Promise<InvitationRow | undefined> {
  const [row] = await selectInvitations(database).where(
    and(eq(invitations.tokenHash, tokenHash), isPending(at)),
  );
  return row;
}

export type Redeemed =
  | { readonly kind: 'joined'; readonly workspace: WorkspaceView }
  | { readonly kind: 'already'; readonly role: WorkspaceRole }
  | { readonly kind: 'ended' | 'for_another' };

/**
 * Takes the invitation, once: whoever comes at the same moment waits for the row, and finds it taken. Whoever has what
 * was sent to an address has the address.
 */
export async function redeem(
  tx: Transaction,
  { accountId }: AccountScope,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: Date },
): Promise<Redeemed> {
  // An account that is deleted at this moment is to be in no workspace afterwards.
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.deletedAt)))
    .for('no key update');
  if (account === undefined) return { kind: 'ended' };
  const [row] = await tx
    .select({ invitation: invitations, name: workspaces.name })
    .from(invitations)
    .innerJoin(workspaces, and(eq(workspaces.id, invitations.workspaceId), isNull(workspaces.deletedAt)))
    .where(and(eq(invitations.tokenHash, tokenHash), isPending(at)))
    .for('update', { of: invitations });
  if (row === undefined) return { kind: 'ended' };
  const { id, workspaceId, role, email } = row.invitation;
  if (email !== null && !(await confirmAddress(tx, { accountId }, { email, at })))
    return { kind: 'for_another' };
  const joined = await tx
    .insert(members)
    .values({ workspaceId, accountId, role, createdAt: at })
    .onConflictDoNothing()
    .returning({ role: members.role });
  if (joined.length === 0) return { kind: 'already', role: await roleOf(tx, { workspaceId, accountId }) };
  await tx.update(invitations).set({ acceptedAt: at }).where(eq(invitations.id, id));
  const facts = { role, invitation: id };
  await record(tx, { workspaceId, accountId }, { action: 'member.joined', subjectId: accountId, facts, at });
  return { kind: 'joined', workspace: { id: workspaceId, name: row.name, role } };
}

/** False when the account has another address. */
async function confirmAddress(
  tx: Transaction,
  { accountId }: AccountScope,
  { email, at }: { readonly email: string; readonly at: Date },
): Promise<boolean> {
  const confirmed = await tx
    .update(accounts)
    .set({ emailConfirmedAt: sql`coalesce(${accounts.emailConfirmedAt}, ${at.toISOString()}::timestamptz)` })
    .where(and(eq(accounts.id, accountId), eq(accounts.email, email)))
    .returning({ id: accounts.id });
  return confirmed.length > 0;
}

async function roleOf(
  tx: Transaction,
  member: { workspaceId: string; accountId: string },
): Promise<WorkspaceRole> {
  const [row] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, member.workspaceId), eq(members.accountId, member.accountId)));
  if (row === undefined) throw new Error(`account ${member.accountId} is a member and is not`);
  return row.role;
}

/** `redeem` in a transaction of its own. */
export function redeemAs(
  database: Database,
  scope: AccountScope,
  taken: { readonly tokenHash: string; readonly at: Date },
): Promise<Redeemed> {
  return database.transaction((tx) => redeem(tx, scope, taken));
}

function isPending(at: Date) {
  return and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, at));
}

function within(scope: Scope, invitationId: string) {
  return and(eq(invitations.workspaceId, scope.workspaceId), eq(invitations.id, invitationId));
}
