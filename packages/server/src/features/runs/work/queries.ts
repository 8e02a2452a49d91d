// What whoever works on runs asks the database: whose turn it is, where it stands, and what it has to say.
//
// Every write of a worker carries the attempt it began with and is refused when another has begun since, or when the
// run was cancelled: so a worker that was thought dead does no harm, and learns by itself that it is to leave.
import type { RunProgress } from '@mixmodel/contract';
import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../../database/connection.ts';
import { chains, datasets, fits, runs, segments } from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';

/** The fit somebody works on, and since which attempt. */
export interface Fence {
  readonly runId: string;
  readonly fitId: string;
  readonly attempt: number;
}

/** Ids of the runs that are waiting or were at work. */
export async function openRuns(database: Database, _scope: SystemScope): Promise<readonly string[]> {
  const open = await database
    .select({ id: runs.id })
    .from(runs)
    .where(inArray(runs.state, ['queued', 'running']))
    .orderBy(asc(runs.createdAt));
  return open.map(({ id }) => id);
}

/**
 * The run whose turn it is, those in `atWork` left out: first one that was left at work, then the oldest of the
 * workspace that has waited longest since a run of its own began.
 */
export async function nextRun(
  database: Database,
  _scope: SystemScope,
  atWork: readonly string[],
): Promise<string | undefined> {
  const lastBegan = sql`(select max(other.started_at) from ${runs} other where other.workspace_id = ${runs.workspaceId})`;
  const [next] = await database
    .select({ id: runs.id })
    .from(runs)
    .where(and(inArray(runs.state, ['queued', 'running']), notInArray(runs.id, [...atWork])))
    .orderBy(sql`${runs.state} = 'running' desc`, sql`${lastBegan} asc nulls first`, asc(runs.number))
    .limit(1);
  return next?.id;
}

/** Begins an attempt: from now on those before it are refused. Undefined when the run has ended meanwhile. */
export async function beginAttempt(
  database: Database,
  _scope: SystemScope,
  runId: string,
  { at, numerics }: { readonly at: Date; readonly numerics: number },
) {
  return database.transaction(async (tx) => {
    const [run] = await tx
      .select()
      .from(runs)
      .where(and(eq(runs.id, runId), inArray(runs.state, ['queued', 'running'])));
    if (!run) return undefined;
    const [fit] = await tx
      .update(fits)
      .set({
        attempt: sql`${fits.attempt} + 1`,
        stalled: run.numerics === numerics ? sql`${fits.stalled} + 1` : 1,
      })
      .where(and(eq(fits.runId, runId), eq(fits.purpose, 'main')))
      .returning({ id: fits.id, attempt: fits.attempt, stalled: fits.stalled });
    const [dataset] = await tx
      .select({ objectKey: datasets.objectKey, fileName: datasets.fileName })
      .from(datasets)
      .where(eq(datasets.id, run.datasetId));
    if (!fit || !dataset) throw new Error(`run ${runId} has no fit or no dataset`);
    // Draws of an engine that computes other bits cannot be gone on with.
    if (run.numerics !== numerics) await tx.delete(chains).where(eq(chains.fitId, fit.id));
    await tx
      .update(runs)
      .set({ state: 'running', numerics, startedAt: run.startedAt ?? at, sequence: run.sequence + 1 })
      .where(eq(runs.id, runId));
    const { stalled } = fit;
    return { run, dataset, stalled, fence: { runId, fitId: fit.id, attempt: fit.attempt } satisfies Fence };
  });
}

type Change = Partial<typeof runs.$inferInsert>;

/** False when the write was refused. */
export function saveProgress(
  database: Database,
  scope: SystemScope,
  fence: Fence,
  progress: RunProgress,
): Promise<boolean> {
  return changeFenced(database, scope, fence, { progress });
}

/** The last word on a run. False when the write was refused. */
export function endRun(
  database: Database,
  scope: SystemScope,
  fence: Fence,
  end: Change & { readonly state: 'completed' | 'failed'; readonly finishedAt: Date },
): Promise<boolean> {
  return changeFenced(database, scope, fence, end);
}

async function changeFenced(
  database: Database,
  _scope: SystemScope,
  fence: Fence,
  change: Change,
): Promise<boolean> {
  const current = sql`exists (select 1 from ${fits} where ${fits.id} = ${fence.fitId} and ${fits.attempt} = ${fence.attempt})`;
  const changed = await database
    .update(runs)
    .set({ ...change, sequence: sql`${runs.sequence} + 1` })
    .where(and(eq(runs.id, fence.runId), eq(runs.state, 'running'), current))
    .returning({ id: runs.id });
  return changed.length > 0;
}

/** Where a kept stretch of a chain belongs. */
export interface Place {
  readonly rung: number;
  readonly chain: number;
  readonly ordinal: number;
  readonly draws: number;
  readonly jobDraws: number;
}

export interface StoredSegment {
  readonly objectKey: string;
  readonly sha256: string;
}

/** The stretch at exactly this place, whoever drew it. */
export async function findSegment(
  database: Database,
  _scope: SystemScope,
  fitId: string,
  { rung, chain, ordinal, draws, jobDraws }: Place,
): Promise<StoredSegment | undefined> {
  const [found] = await database
    .select({ objectKey: segments.objectKey, sha256: segments.sha256 })
    .from(segments)
    .innerJoin(chains, eq(chains.id, segments.chainId))
    .where(
      and(
        eq(chains.fitId, fitId),
        eq(chains.rung, rung),
        eq(chains.chain, chain),
        eq(chains.draws, jobDraws),
        eq(segments.ordinal, ordinal),
        eq(segments.draws, draws),
      ),
    );
  return found;
}

/** Notes a stretch whose bytes are stored. False when the write was refused. */
export async function insertSegment(
  database: Database,
  _scope: SystemScope,
  fence: Fence,
  { place, stored, at }: { readonly place: Place; readonly stored: StoredSegment; readonly at: Date },
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [current] = await tx
      .select({ attempt: fits.attempt })
      .from(fits)
      .where(eq(fits.id, fence.fitId))
      .for('update');
    if (current?.attempt !== fence.attempt) return false;
    const chainId = await chainAt(tx, fence.fitId, place);
    const { ordinal, draws } = place;
    const row = { draws, attempt: fence.attempt, ...stored, createdAt: at };
    await tx
      .insert(segments)
      .values({ ...row, id: v7(), chainId, ordinal })
      .onConflictDoUpdate({ target: [segments.chainId, segments.ordinal], set: row });
    await tx.update(fits).set({ stalled: 0 }).where(eq(fits.id, fence.fitId));
    return true;
  });
}

async function chainAt(tx: Transaction, fitId: string, { rung, chain, jobDraws }: Place): Promise<string> {
  const [row] = await tx
    .insert(chains)
    .values({ id: v7(), fitId, rung, chain, draws: jobDraws })
    .onConflictDoUpdate({ target: [chains.fitId, chains.rung, chains.chain], set: { draws: jobDraws } })
    .returning({ id: chains.id });
  if (!row) throw new Error(`chain ${chain} of fit ${fitId} could not be noted`);
  return row.id;
}

/** Fits of runs that have ended and still have stretches of their chains: what was cut off before it was tidied. */
export async function untidyFits(database: Database, _scope: SystemScope) {
  return database
    .selectDistinct({
      workspaceId: runs.workspaceId,
      runId: runs.id,
      fitId: fits.id,
      attempt: fits.attempt,
      state: runs.state,
    })
    .from(chains)
    .innerJoin(fits, eq(fits.id, chains.fitId))
    .innerJoin(runs, eq(runs.id, fits.runId))
    .where(inArray(runs.state, ['completed', 'failed', 'cancelled']));
}

/** Forgets the stretches of a fit's chains. */
export async function deleteChains(database: Database, _scope: SystemScope, fitId: string): Promise<void> {
  await database.delete(chains).where(eq(chains.fitId, fitId));
}
