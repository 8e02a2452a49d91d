// Whose turn it is: decided in the database, round the workspaces, so that many runs of one keep no other waiting.
import type { RunProgress } from '@mixmodel/contract';
import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Database } from '../../../database/connection.ts';
import { runs, workspaces } from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';

/** Runs that wait or are at work, of workspaces that are there. */
const isOpen = and(
  inArray(runs.state, ['queued', 'running']),
  isNull(runs.deletedAt),
  isNull(workspaces.deletedAt),
);

/**
 * The run whose turn it is, those in `atWork` left out: first one that was left at work, then the oldest of the
 * workspace that has waited longest since a run of its own began. None of a workspace that has `mostOfOne` at work.
 */
export async function nextRun(
  database: Database,
  _scope: SystemScope,
  { atWork, mostOfOne }: { readonly atWork: readonly string[]; readonly mostOfOne: number },
): Promise<string | undefined> {
  const ofSame = sql`(select count(*)::int from ${runs} other where other.workspace_id = ${runs.workspaceId} and ${among('other.id', atWork)})`;
  const [next] = await database
    .select({ id: runs.id })
    .from(runs)
    .innerJoin(workspaces, eq(workspaces.id, runs.workspaceId))
    .where(and(isOpen, notInArray(runs.id, [...atWork]), sql`${ofSame} < ${mostOfOne}`))
    .orderBy(
      sql`${runs.state} = 'running' desc`,
      sql`${workspaces.lastRunBeganAt} asc nulls first`,
      runs.number,
    )
    .limit(1);
  return next?.id;
}

function among(column: string, ids: readonly string[]) {
  if (ids.length === 0) return sql`false`;
  return sql`${sql.raw(column)} in (${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;
}

export interface OpenRun {
  readonly id: string;
  readonly workspaceId: string;
  readonly number: number;
  readonly state: string;
  readonly estimateMs: number;
  readonly startedAt: Date | null;
  readonly progress: RunProgress | null;
  readonly lastRunBeganAt: Date | null;
}

/** Everybody's: what a reader learns of them is how many and how long, never whose. */
export function openRuns(database: Database, _scope: SystemScope): Promise<readonly OpenRun[]> {
  return database
    .select({
      id: runs.id,
      workspaceId: runs.workspaceId,
      number: runs.number,
      state: runs.state,
      estimateMs: runs.estimateMs,
      startedAt: runs.startedAt,
      progress: runs.progress,
      lastRunBeganAt: workspaces.lastRunBeganAt,
    })
    .from(runs)
    .innerJoin(workspaces, eq(workspaces.id, runs.workspaceId))
    .where(isOpen)
    .orderBy(runs.createdAt);
}
