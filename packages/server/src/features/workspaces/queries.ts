// What workspaces ask of the database.
import type { WorkspaceView } from '@mixmodel/contract';
import { and, eq, gt, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { byText, byTime, holding, type Listing, pageClause } from '../../database/listing.ts';
import { accounts, members, workspaces } from '../../database/schema.ts';
import type { ListAsked } from '../../http/list-query.ts';
import { heldWorkspace } from '../../http/queries.ts';
import type { AccountScope, Scope, SystemScope } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import { record } from '../audit/actions.ts';
import { forget, type Made, madeBefore } from '../idempotency/actions.ts';
import { cancelOpenRuns } from '../runs/actions.ts';

export const workspaceSorts = ['createdAt', 'name'] as const;

export type WorkspacesAsked = ListAsked<(typeof workspaceSorts)[number]>;

function selectOwn(database: Database) {
  return database
    .select({ workspace: workspaces, role: members.role })
    .from(workspaces)
    .innerJoin(members, eq(members.workspaceId, workspaces.id))
    .$dynamic();
}

export type OwnRow = Awaited<ReturnType<typeof selectOwn>>[number];

const listing: Listing<OwnRow, (typeof workspaceSorts)[number]> = {
  id: workspaces.id,
  idOf: ({ workspace }) => workspace.id,
  sorts: {
    createdAt: byTime(workspaces.createdAt, ({ workspace }) => workspace.createdAt),
    name: byText(workspaces.name, ({ workspace }) => workspace.name),
  },
};

type Page<Item> = Promise<{ items: Item[]; next: string | null }>;

/** Those that the account is a member of. */
export async function listWorkspaces<Item>(
  database: Database,
  { accountId }: AccountScope,
  asked: WorkspacesAsked,
  present: (row: OwnRow) => Item,
): Page<Item> {
  const { where, orderBy, limit, page } = pageClause(listing, asked);
  const theirs = and(eq(members.accountId, accountId), isNull(workspaces.deletedAt));
  const rows = await selectOwn(database)
    .where(and(theirs, holding(workspaces.name, asked.q), where))
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}

/** Those that the account owns and can restore: deleted after `since`. */
export async function listDeleted<Item>(
  database: Database,
  { accountId }: AccountScope,
  asked: WorkspacesAsked & { readonly since: Date },
  present: (row: OwnRow) => Item,
): Page<Item> {
  const { where, orderBy, limit, page } = pageClause(listing, asked);
  const theirs = and(eq(members.accountId, accountId), eq(members.role, 'owner'));
  const rows = await selectOwn(database)
    .where(and(theirs, gt(workspaces.deletedAt, asked.since), holding(workspaces.name, asked.q), where))
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}

export async function workspaceName(database: Database, { workspaceId }: Scope): Promise<string | undefined> {
  const [row] = await database
    .select({ name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return row?.name;
}

export interface NewWorkspace {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** Id of the workspace: of the one that its idempotency key has made before, if it has. Undefined at `mostOwned`. */
export function insertWorkspace(
  database: Database,
  scope: AccountScope,
  asked: NewWorkspace,
  { key, mostOwned }: { readonly key: string | undefined; readonly mostOwned: number },
): Promise<Made<string> | undefined> {
  const { id, name, createdAt: at } = asked;
  return database.transaction(async (tx) => {
    // First, as it is by whoever deletes the account.
    const owned = await lockedOwned(tx, scope);
    const earlier = await madeBefore(tx, scope, { key, request: { workspace: name }, id, at });
    if (earlier !== undefined) return { made: earlier, isNew: false };
    if (owned >= mostOwned) return undefined;
    await addWorkspace(tx, scope, asked);
    return { made: id, isNew: true };
  });
}

/** To the end of the transaction; refused where it was deleted meanwhile: it is to own nothing afterwards. */
async function lockAccount(tx: Transaction, { accountId }: AccountScope): Promise<void> {
  const [account] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.deletedAt)))
    .for('no key update');
  if (account === undefined) throw refuse('session_ended');
}

/** How many the account owns, with what can be restored; whoever makes another for it at this moment waits. */
async function lockedOwned(tx: Transaction, { accountId }: AccountScope): Promise<number> {
  await lockAccount(tx, { accountId });
  return tx.$count(members, and(eq(members.accountId, accountId), eq(members.role, 'owner')));
}

/** As it is now; undefined where it was deleted, or left. */
export async function findOwn(
  database: Database,
  { accountId }: AccountScope,
  workspaceId: string,
): Promise<WorkspaceView | undefined> {
  const [row] = await selectOwn(database).where(
    and(eq(members.accountId, accountId), eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt)),
  );
  return row && { id: row.workspace.id, name: row.workspace.name, role: row.role };
}

/** With its owner. */
export async function addWorkspace(
  tx: Transaction,
  { accountId }: AccountScope,
  { id, name, createdAt }: NewWorkspace,
): Promise<void> {
  await tx.insert(workspaces).values({ id, name, createdAt });
  await tx.insert(members).values({ workspaceId: id, accountId, role: 'owner', createdAt });
  const event = { action: 'workspace.created', subjectId: id, facts: { name }, at: createdAt } as const;
  await record(tx, { workspaceId: id, accountId }, event);
}

export async function renameWorkspace(
  database: Database,
  scope: Scope,
  { name, at }: { readonly name: string; readonly at: Date },
): Promise<void> {
  await database.transaction(async (tx) => {
    const before = await heldWorkspace(tx, scope);
    await tx.update(workspaces).set({ name }).where(eq(workspaces.id, scope.workspaceId));
    const facts = { from: before.name, to: name };
    await record(tx, scope, { action: 'workspace.renamed', subjectId: scope.workspaceId, facts, at });
  });
}

/** Its name, where that is not the one that was typed; else the ids of the runs that were cancelled with it. */
export function deleteWorkspace(
  database: Database,
  scope: Scope,
  { typed, at }: { readonly typed: string; readonly at: Date },
): Promise<{ readonly name: string } | { readonly cancelled: readonly string[] }> {
  return database.transaction(async (tx) => {
    const { id, name } = await heldWorkspace(tx, scope);
    if (name !== typed) return { name };
    await tx.update(workspaces).set({ deletedAt: at }).where(eq(workspaces.id, id));
    await record(tx, scope, { action: 'workspace.deleted', subjectId: id, facts: { name }, at });
    await forget(tx, scope, id);
    return { cancelled: await cancelOpenRuns(tx, scope, at) };
  });
}

/** Where it was deleted after `since` and is the account's own. */
export function restoreWorkspace(
  database: Database,
  { accountId }: AccountScope,
  { workspaceId, since, at }: { readonly workspaceId: string; readonly since: Date; readonly at: Date },
): Promise<WorkspaceView | undefined> {
  return database.transaction(async (tx) => {
    await lockAccount(tx, { accountId });
    const [row] = await tx
      .select({ name: workspaces.name, role: members.role })
      .from(workspaces)
      .innerJoin(members, and(eq(members.workspaceId, workspaces.id), eq(members.accountId, accountId)))
      .where(and(eq(workspaces.id, workspaceId), eq(members.role, 'owner'), gt(workspaces.deletedAt, since)))
      .for('update', { of: workspaces });
    if (row === undefined) return undefined;
    const { name } = row;
    await tx.update(workspaces).set({ deletedAt: null }).where(eq(workspaces.id, workspaceId));
    const event = { action: 'workspace.restored', subjectId: workspaceId, facts: { name }, at } as const;
    await record(tx, { workspaceId, accountId }, event);
    return { id: workspaceId, ...row };
  });
}

/** Those that nobody can restore any more: as deleted at the beginning of time, by no clock. */
export async function claimGone(
  database: Database,
  _scope: SystemScope,
  deletedBy: Date,
): Promise<readonly string[]> {
  const rows = await database
    .update(workspaces)
    .set({ deletedAt: new Date(0) })
    .where(lte(workspaces.deletedAt, deletedBy))
    .returning({ id: workspaces.id });
  return rows.map(({ id }) => id);
}

/** The row, and with it every row of the workspace. */
export async function removeWorkspace(
  database: Database,
  _scope: SystemScope,
  workspaceId: string,
): Promise<void> {
  await database
    .delete(workspaces)
    .where(and(eq(workspaces.id, workspaceId), isNotNull(workspaces.deletedAt)));
}
