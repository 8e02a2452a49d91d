// What the guard asks the database before it lets a request through.
import type { WorkspaceRole } from '@mixmodel/contract';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/connection.ts';
import { members } from '../database/schema.ts';

/** The one query without a scope: it is how a scope comes to be. */
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
