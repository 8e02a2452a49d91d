// What a workspace keeps, by its rows: quick enough to be asked before every upload.
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { datasets, runs } from '../../database/schema.ts';
import type { Scope } from '../../http/scope.ts';

/** Files of every version, deleted ones too, and draws and results of finished runs. */
export async function keptBytes(
  database: Database | Transaction,
  { workspaceId }: Pick<Scope, 'workspaceId'>,
): Promise<number> {
  const [files] = await database
    .select({ bytes: sql<number>`coalesce(sum(${datasets.bytes}), 0)::float8` })
    .from(datasets)
    .where(eq(datasets.workspaceId, workspaceId));
  const [drawn] = await database
    .select({ bytes: sql<number>`coalesce(sum(${runs.storedBytes}), 0)::float8` })
    .from(runs)
    .where(and(eq(runs.workspaceId, workspaceId), isNull(runs.deletedAt)));
  return (files?.bytes ?? 0) + (drawn?.bytes ?? 0);
}
