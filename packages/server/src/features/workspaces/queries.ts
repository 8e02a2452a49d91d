// What workspaces ask of the database.
import { eq } from 'drizzle-orm';
import type { Database } from '../../database/connection.ts';
import { workspaces } from '../../database/schema.ts';
import type { Scope } from '../../http/scope.ts';

export async function workspaceName(database: Database, { workspaceId }: Scope): Promise<string | undefined> {
  const [row] = await database
    .select({ name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return row?.name;
}
