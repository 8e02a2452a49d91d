// What membership asks of the database: every change waits for the one before, so that an owner is always left.
import type { AuditAction, AuditFacts, Permission, WorkspaceRole } from '@mixmodel/contract';
import { and, eq, inArray } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { byText, byTime, holding, type Listing, pageClause } from '../../database/listing.ts';
import { accounts, members } from '../../database/schema.ts';
import type { ListAsked } from '../../http/list-query.ts';
import { heldWorkspace } from '../../http/queries.ts';
import type { Scope } from '../../http/scope.ts';
import { type ActingScope, record } from '../audit/actions.ts';
import { revokeInvitationsOf } from '../invitations/actions.ts';
import { revokeKeysOf } from '../keys/actions.ts';
import { revokeSharesOf } from '../shares/actions.ts';
import { countWebhooksOf } from '../webhooks/actions.ts';
import { judgeChange, type Verdict } from './policy.ts';

export const memberSorts = ['joinedAt', 'name'] as const;

export interface MembersAsked extends ListAsked<(typeof memberSorts)[number]> {
  readonly role?: readonly WorkspaceRole[] | undefined;
}

function selectMembers(database: Database | Transaction) {
  return database
    .select({
      accountId: members.accountId,
      name: accounts.name,
      email: accounts.email,
      role: members.role,
      joinedAt: members.createdAt,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .$dynamic();
}

export type MemberRow = Awaited<ReturnType<typeof selectMembers>>[number];

const listing: Listing<MemberRow, (typeof memberSorts)[number]> = {
  id: members.accountId,
  idOf: ({ accountId }) => accountId,
  sorts: {
    joinedAt: byTime(members.createdAt, ({ joinedAt }) => joinedAt),
    name: byText(accounts.name, ({ name }) => name),
  },
};

export async function listMembers<Item>(
  database: Database,
  scope: Scope,
  asked: MembersAsked,
  present: (row: MemberRow) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  const { where, orderBy, limit, page } = pageClause(listing, asked);
  const rows = await selectMembers(database)
    .where(
      and(eq(members.workspaceId, scope.workspaceId), holding(accounts.name, asked.q), ofRole(asked), where),
    )
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}

function ofRole({ role }: MembersAsked) {
  return role === undefined ? undefined : inArray(members.role, [...role]);
}

export async function findMember(
  database: Database,
  scope: Scope,
  accountId: string,
): Promise<MemberRow | undefined> {
  const [row] = await selectMembers(database).where(within(scope, accountId));
  return row;
}

export interface Change {
  readonly accountId: string;
  /** Undefined: not in the workspace any more. */
  readonly to: WorkspaceRole | undefined;
  readonly permission: Permission;
  readonly action: AuditAction;
  readonly at: Date;
}

/** Gives a member another role, or none. */
export function changeMember(database: Database, scope: Scope, change: Change): Promise<Verdict> {
  return database.transaction(async (tx) => {
    const now = await lockedMembers(tx, scope);
    const verdict = judgeChange({ ...now.sides(change.accountId), ...change });
    if (verdict.kind === 'allowed') await apply(tx, scope, change, now.sides(change.accountId).from);
    return verdict;
  });
}

/** The scope's owner becomes an admin, and `accountId` an owner. */
export function handOver(
  database: Database,
  scope: Scope,
  { accountId, at }: { readonly accountId: string; readonly at: Date },
): Promise<Verdict> {
  return database.transaction(async (tx) => {
    const now = await lockedMembers(tx, scope);
    const permission = 'workspace.transfer';
    const change: Change = { accountId, to: 'owner', permission, action: 'member.made_owner', at };
    const verdict = judgeChange({ ...now.sides(accountId), ...change });
    if (verdict.kind !== 'allowed') return verdict;
    await apply(tx, scope, change, now.sides(accountId).from);
    await setRole(tx, scope, { accountId: scope.accountId, to: 'admin', at });
    return verdict;
  });
}

/** Every role as it is, to the end of the transaction: whoever gives another holds the workspace. */
async function lockedMembers(tx: Transaction, scope: Scope) {
  await heldWorkspace(tx, scope);
  const rows = await tx
    .select({ accountId: members.accountId, role: members.role })
    .from(members)
    .where(eq(members.workspaceId, scope.workspaceId));
  const roleOf = new Map(rows.map(({ accountId, role }) => [accountId, role]));
  const owners = rows.filter(({ role }) => role === 'owner').length;
  return {
    sides: (accountId: string) => ({
      actor: roleOf.get(scope.accountId),
      from: roleOf.get(accountId),
      owners,
    }),
  };
}

async function apply(
  tx: Transaction,
  scope: Scope,
  { accountId, to, action, at }: Change,
  from: WorkspaceRole | undefined,
): Promise<void> {
  const [account] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId));
  const facts = { name: account?.name ?? null, from: from ?? null, to: to ?? null };
  if (to === undefined) return takeOut(tx, scope, { accountId, action, facts, at });
  await record(tx, scope, { action, subjectId: accountId, facts, at });
  await setRole(tx, scope, { accountId, to, at });
}

interface GoingOut extends Pick<Change, 'accountId' | 'action' | 'at'> {
  readonly facts: AuditFacts;
}

/**
 * What they made to let others in ends with them, each noted: who stays would not know of it. Webhooks let nobody in
 * and are the workspace's; how many of theirs stay is noted, for somebody to look through.
 */
export async function takeOut(
  tx: Transaction,
  scope: ActingScope,
  { accountId, action, facts, at }: GoingOut,
): Promise<void> {
  const webhooks = await countWebhooksOf(tx, scope, accountId);
  await record(tx, scope, { action, subjectId: accountId, facts: { ...facts, webhooks }, at });
  await tx
    .delete(members)
    .where(and(eq(members.workspaceId, scope.workspaceId), eq(members.accountId, accountId)));
  await revokeKeysOf(tx, scope, { accountId, at });
  await revokeSharesOf(tx, scope, { accountId, at });
  await revokeInvitationsOf(tx, scope, { accountId, at, above: undefined });
}

async function setRole(
  tx: Transaction,
  scope: Scope,
  { accountId, to, at }: { readonly accountId: string; readonly to: WorkspaceRole; readonly at: Date },
): Promise<void> {
  await tx.update(members).set({ role: to }).where(within(scope, accountId));
  await revokeInvitationsOf(tx, scope, { accountId, at, above: to });
}

function within(scope: Scope, accountId: string) {
  return and(eq(members.workspaceId, scope.workspaceId), eq(members.accountId, accountId));
}
