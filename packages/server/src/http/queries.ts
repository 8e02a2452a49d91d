// What the guard asks the database before it lets a request through.
import { isAtLeast, type KeyScope, type WorkspaceRole } from '@mixmodel/contract';
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Database, Transaction } from '../database/connection.ts';
import { accounts, apiKeys, members, sessions, workspaces } from '../database/schema.ts';
import { refuse } from '../refuse.ts';

interface Membership {
  readonly workspaceId: string;
  readonly accountId: string;
}

/** How a scope of a person comes to be. A deleted workspace is there for nobody. */
export async function roleIn(
  database: Database,
  { workspaceId, accountId }: Membership,
): Promise<WorkspaceRole | undefined> {
  const [row] = await database
    .select({ role: members.role })
    .from(members)
    .innerJoin(workspaces, and(eq(workspaces.id, members.workspaceId), isNull(workspaces.deletedAt)))
    .where(and(eq(members.workspaceId, workspaceId), eq(members.accountId, accountId)));
  return row?.role;
}

/**
 * Refused where whoever asks has not this role any more. Until the end of the transaction it stays: what is made in it is
 * there when the role is taken away, and is taken away with it. `path`: where the request asks for the role, if it does.
 */
export async function mustStillBe(
  tx: Transaction,
  { workspaceId, accountId }: Membership,
  { least, path }: { readonly least: WorkspaceRole; readonly path?: string },
): Promise<void> {
  const [row] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.accountId, accountId)))
    .for('share');
  if (row === undefined) throw refuse('not_found', { facts: { what: 'workspace' } });
  if (isAtLeast(row.role, least)) return;
  if (path === undefined) throw refuse('role_too_low', { facts: { needed: least, role: row.role } });
  throw refuse('role_above_yours', { path, facts: { yours: row.role, got: least } });
}

/**
 * To the end of the transaction: whoever else adds to the workspace, changes or deletes it waits. Refused where it was
 * deleted. Taken before any row that names an account: whoever deletes one holds its workspaces first and then changes
 * the account, and the two would wait for each other for ever.
 */
export async function heldWorkspace(
  tx: Transaction,
  { workspaceId }: Pick<Membership, 'workspaceId'>,
): Promise<{ readonly id: string; readonly name: string }> {
  const [row] = await tx
    .select({ id: workspaces.id, name: workspaces.name })
    .from(workspaces)
    .where(and(eq(workspaces.id, workspaceId), isNull(workspaces.deletedAt)))
    .for('no key update');
  if (row === undefined) throw refuse('not_found', { facts: { what: 'workspace' } });
  return row;
}

/** Whether the sign-in still holds: neither ended nor taken back since its access token was signed. */
export async function isLive(
  database: Database | Transaction,
  session: { readonly accountId: string; readonly sessionId: string; readonly now: Date },
): Promise<boolean> {
  const [row] = await database
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.familyId, session.sessionId),
        eq(sessions.accountId, session.accountId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, session.now),
      ),
    )
    .limit(1);
  return row !== undefined;
}

export async function isOperator(database: Database, accountId: string): Promise<boolean> {
  const [row] = await database
    .select({ operator: accounts.operator })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row?.operator === true;
}

export interface FoundKey extends Membership {
  readonly id: string;
  readonly scope: KeyScope;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** Of whoever made it, now. */
  readonly maker: WorkspaceRole;
}

/** How a scope of a program comes to be; undefined also when whoever made the key is not in its workspace any more. */
export async function findKey(
  database: Database,
  by: { readonly hash: string } | { readonly id: string },
): Promise<FoundKey | undefined> {
  const [row] = await database
    .select({
      id: apiKeys.id,
      workspaceId: apiKeys.workspaceId,
      accountId: apiKeys.createdBy,
      scope: apiKeys.scope,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
      lastUsedAt: apiKeys.lastUsedAt,
      maker: members.role,
    })
    .from(apiKeys)
    .innerJoin(workspaces, and(eq(workspaces.id, apiKeys.workspaceId), isNull(workspaces.deletedAt)))
    .innerJoin(
      members,
      and(eq(members.workspaceId, apiKeys.workspaceId), eq(members.accountId, apiKeys.createdBy)),
    )
    .where('hash' in by ? eq(apiKeys.keyHash, by.hash) : eq(apiKeys.id, by.id));
  return row;
}

/** Written where `before` has gone by since the last time: not every request writes. */
export async function noteKeyUse(
  database: Database,
  keyId: string,
  { at, before }: { readonly at: Date; readonly before: Date },
): Promise<void> {
  await database
    .update(apiKeys)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKeys.id, keyId), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before))));
}
