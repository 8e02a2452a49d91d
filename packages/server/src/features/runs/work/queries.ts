// What whoever works on runs asks the database: whose turn it is, where it stands, and what it has to say.
//
// Every write of a worker carries the attempt it began with and is refused when another has begun since, or when the
// run was cancelled: so a worker that was thought dead does no harm, and learns by itself that it is to leave.
import type { RunProgress } from '@mixmodel/contract';
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../../database/connection.ts';
import {
  type ChainLineage,
  chains,
  datasets,
  type FitLineage,
  fits,
  runs,
  segments,
  workspaces,
} from '../../../database/schema.ts';
import type { SystemScope } from '../../../http/scope.ts';

/** The fit somebody works on, and since which attempt of its run. */
export interface Fence {
  readonly runId: string;
  readonly fitId: string;
  readonly attempt: number;
}

/** Begins an attempt: from now on those before it are refused. Undefined when the run has ended meanwhile. */
export async function beginAttempt(
  database: Database,
  _scope: SystemScope,
  runId: string,
  { at, numerics }: { readonly at: Date; readonly numerics: number },
) {
  return database.transaction(async (tx) => {
    await lockWorkspaceOf(tx, runId);
    // Whoever cancels or deletes it at this moment waits, and then ends what has begun here.
    const [run] = await tx
      .select()
      .from(runs)
      .where(and(eq(runs.id, runId), inArray(runs.state, ['queued', 'running'])))
      .for('no key update');
    if (!run) return undefined;
    const ofRun = await tx
      .update(fits)
      .set({
        attempt: sql`${fits.attempt} + 1`,
        stalled: run.numerics === numerics ? sql`${fits.stalled} + 1` : 1,
      })
      .where(eq(fits.runId, runId))
      .returning({
        fitId: fits.id,
        purpose: fits.purpose,
        fold: fits.fold,
        forecaster: fits.forecaster,
        attempt: fits.attempt,
        stalled: fits.stalled,
      });
    const main = ofRun.find(({ purpose }) => purpose === 'main');
    const [dataset] = await tx
      .select({ files: datasets.files })
      .from(datasets)
      .where(eq(datasets.id, run.datasetId));
    if (!main || !dataset) throw new Error(`run ${runId} has no fit or no dataset`);
    // Draws of an engine that computes other bits cannot be gone on with.
    if (run.numerics !== numerics) await tx.delete(chains).where(isOfFits(ofRun));
    // A run that is gone on with takes no turn again.
    if (run.state === 'queued')
      await tx
        .update(workspaces)
        .set({ lastRunBeganAt: afterAll(at) })
        .where(eq(workspaces.id, run.workspaceId));
    await tx
      .update(runs)
      .set({ state: 'running', numerics, startedAt: run.startedAt ?? at, sequence: run.sequence + 1 })
      .where(eq(runs.id, runId));
    const fenceOf = ({ fitId, attempt }: (typeof ofRun)[number]): Fence => ({ runId, fitId, attempt });
    return {
      run,
      dataset,
      // Whichever of its fits gets further, the run does.
      stalled: Math.min(...ofRun.map(({ stalled }) => stalled)),
      fence: fenceOf(main),
      /** Of its backtest, without order. */
      folds: ofRun
        .filter(({ purpose }) => purpose === 'backtest')
        .map((fit) => ({ fold: fit.fold, forecaster: fit.forecaster, fence: fenceOf(fit) })),
    };
  });
}

/** Before the run's own row, as everybody does who needs both. */
async function lockWorkspaceOf(tx: Transaction, runId: string): Promise<void> {
  const its = tx.select({ id: runs.workspaceId }).from(runs).where(eq(runs.id, runId));
  await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(inArray(workspaces.id, its))
    .for('no key update');
}

/** Turns go by it: later than every other's, also when the clock was set back, or who had the last turn waits till then. */
const afterAll = (at: Date) =>
  sql`greatest(${at.toISOString()}::timestamptz, (select max(other.last_run_began_at) + interval '1 millisecond' from ${workspaces} other))`;

function isOfFits(ofRun: readonly { readonly fitId: string }[]) {
  return inArray(
    chains.fitId,
    ofRun.map(({ fitId }) => fitId),
  );
}

/** The run is still this attempt's to work on: not cancelled, not begun anew, not deleted. */
export async function isAtWork(database: Database, _scope: SystemScope, fence: Fence): Promise<boolean> {
  const [found] = await database
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.id, fence.runId), eq(runs.state, 'running'), isCurrent(fence)));
  return found !== undefined;
}

function isCurrent({ fitId, attempt }: Fence) {
  return sql`exists (select 1 from ${fits} where ${fits.id} = ${fitId} and ${fits.attempt} = ${attempt})`;
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

/**
 * The row is locked before its attempt is asked for: a write that waited for the row while another attempt began would
 * still see the attempt of before, and pass.
 */
function changeFenced(
  database: Database,
  _scope: SystemScope,
  fence: Fence,
  change: Change,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.select({ id: runs.id }).from(runs).where(eq(runs.id, fence.runId)).for('no key update');
    const changed = await tx
      .update(runs)
      .set({ ...change, sequence: sql`${runs.sequence} + 1` })
      .where(and(eq(runs.id, fence.runId), eq(runs.state, 'running'), isCurrent(fence)))
      .returning({ id: runs.id });
    return changed.length > 0;
  });
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

/** What the draws of a fit were made of, chain by chain. */
export async function chainsDrawn(
  database: Database,
  _scope: SystemScope,
  fitId: string,
): Promise<readonly ChainLineage[]> {
  const rows = await database
    .select({
      rung: chains.rung,
      chain: chains.chain,
      draws: chains.draws,
      segment: { draws: segments.draws, attempt: segments.attempt, sha256: segments.sha256 },
    })
    .from(chains)
    .innerJoin(segments, eq(segments.chainId, chains.id))
    .where(eq(chains.fitId, fitId))
    .orderBy(asc(chains.rung), asc(chains.chain), asc(segments.ordinal));
  const found = new Map<string, ChainLineage>();
  for (const { segment, ...chain } of rows) {
    const key = `${chain.rung} ${chain.chain}`;
    found.set(key, { ...chain, segments: [...(found.get(key)?.segments ?? []), segment] });
  }
  return [...found.values()];
}

export async function saveLineage(
  database: Database,
  _scope: SystemScope,
  fitId: string,
  lineage: FitLineage,
): Promise<void> {
  await database.update(fits).set({ lineage }).where(eq(fits.id, fitId));
}

/**
 * Fits of runs that have ended and whose last attempt was not tidied after: what was cut off before it was, and what was
 * cancelled before `cancelledBefore`. By the attempt and not by what it noted: one that is killed leaves bytes before
 * their row.
 */
export async function untidyFits(
  database: Database,
  _scope: SystemScope,
  { cancelledBefore, atWork }: { readonly cancelledBefore: Date; readonly atWork: readonly string[] },
) {
  return database
    .select({
      workspaceId: runs.workspaceId,
      runId: runs.id,
      fitId: fits.id,
      attempt: fits.attempt,
      state: runs.state,
      sequence: runs.sequence,
    })
    .from(fits)
    .innerJoin(runs, eq(runs.id, fits.runId))
    .where(
      and(
        gt(fits.attempt, fits.tidied),
        isNull(runs.deletedAt),
        notInArray(runs.id, [...atWork]),
        or(
          inArray(runs.state, ['completed', 'failed']),
          and(eq(runs.state, 'cancelled'), lt(runs.finishedAt, cancelledBefore)),
        ),
      ),
    );
}

/**
 * Forgets the stretches of a fit's chains, so that whoever reopens the run begins anew and needs nothing of what is
 * about to be removed. False when something has happened to the run since it was found untidy.
 */
export function claimTidying(
  database: Database,
  _scope: SystemScope,
  { runId, fitId, attempt, sequence }: Fence & { readonly sequence: number },
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [held] = await tx
      .select({ id: runs.id })
      .from(runs)
      .innerJoin(fits, eq(fits.runId, runs.id))
      .where(
        and(eq(runs.id, runId), eq(runs.sequence, sequence), eq(fits.id, fitId), eq(fits.attempt, attempt)),
      )
      .for('update', { of: runs });
    if (!held) return false;
    await tx.delete(chains).where(eq(chains.fitId, fitId));
    return true;
  });
}

/** Everything of a fit up to `attempt` is tidy. */
export async function noteTidied(
  database: Database,
  _scope: SystemScope,
  { fitId, attempt }: Pick<Fence, 'fitId' | 'attempt'>,
): Promise<void> {
  await database
    .update(fits)
    .set({ tidied: attempt })
    .where(and(eq(fits.id, fitId), lt(fits.tidied, attempt)));
}

/** Runs that somebody deleted and nobody works on any more. */
export function deletedRuns(database: Database, _scope: SystemScope, atWork: readonly string[]) {
  return database
    .select({ workspaceId: runs.workspaceId, runId: runs.id })
    .from(runs)
    .where(and(isNotNull(runs.deletedAt), notInArray(runs.id, [...atWork])));
}

export async function forgetRun(database: Database, _scope: SystemScope, runId: string): Promise<void> {
  await database.delete(runs).where(and(eq(runs.id, runId), isNotNull(runs.deletedAt)));
}

/** Completed runs of whose objects nobody has noted how many bytes they are; as many as `most`. */
export function unmeasuredRuns(database: Database, _scope: SystemScope, most: number) {
  return database
    .select({ workspaceId: runs.workspaceId, runId: runs.id })
    .from(runs)
    .where(and(eq(runs.state, 'completed'), isNull(runs.storedBytes), isNull(runs.deletedAt)))
    .limit(most);
}

export async function noteStoredBytes(
  database: Database,
  _scope: SystemScope,
  runId: string,
  storedBytes: number,
): Promise<void> {
  await database.update(runs).set({ storedBytes }).where(eq(runs.id, runId));
}
