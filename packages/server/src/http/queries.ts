// What the guard asks the database before it lets a request through.
import type { WorkspaceRole } from '@mixmodel/contract';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../database/connection.ts';
import { accounts, members, sessions } from '../database/schema.ts';

/** Without a scope, like all here: it is how a scope comes to be. */
export async function roleIn(
  database: Database,
  member: { readonly workspaceId: string; readonly accountId: string },
): Promise<WorkspaceRole | undefined> {
  const [row] = await database
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, member.workspaceId), eq(members.accountId, member.accountId)));
  return row?.role;
}

/** Whether the sign-in still holds: neither ended nor taken back since its access token was signed. */
export async function isLive(
  database: Database,
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
