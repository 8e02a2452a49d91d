// What people ask the database about runs: always within the workspace of their scope.
import type { AuditFacts, RunChange, RunState } from '@mixmodel/contract';
import { and, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../database/connection.ts';
import { byNumber, byText, byTime, holding, type Listing, pageClause } from '../../database/listing.ts';
import { accounts, chains, datasets, fits, runs, workspaces } from '../../database/schema.ts';
import type { ListAsked } from '../../http/list-query.ts';
import { heldWorkspace } from '../../http/queries.ts';
import type { Scope } from '../../http/scope.ts';
import { record } from '../audit/actions.ts';
import { lockedDataset } from '../datasets/actions.ts';

/** Without what may be large: those are asked for by name. */
const {
  result: _result,
  insights: _insights,
  backtestResult: _backtestResult,
  mapping: _mapping,
  spec: _spec,
  sizeRule: _sizeRule,
  ...listed
} = getTableColumns(runs);

function selectRuns(database: Database | Transaction) {
  return database
    .select({
      run: listed,
      dataset: {
        id: datasets.id,
        version: datasets.version,
        name: datasets.name,
        fileName: datasets.fileName,
        sample: datasets.sample,
      },
      createdBy: accounts.name,
    })
    .from(runs)
    .innerJoin(datasets, eq(datasets.id, runs.datasetId))
    .innerJoin(accounts, eq(accounts.id, runs.createdBy))
    .$dynamic();
}

export type RunRow = Awaited<ReturnType<typeof selectRuns>>[number];

/** What a new run is; id, number, workspace and author are added here. */
export type NewRun = Omit<
  typeof runs.$inferInsert,
  'id' | 'number' | 'workspaceId' | 'createdBy' | 'state' | 'sequence'
>;

/** The run that was made, or the one that was made earlier with the same idempotency key; undefined at `mostOpen`. */
export async function insertRun(
  database: Database,
  scope: Scope,
  asked: NewRun,
  mostOpen: number,
): Promise<{ readonly row: RunRow; readonly made: boolean } | undefined> {
  const key = asked.idempotencyKey ?? null;
  return database.transaction(async (tx) => {
    // Its plan was made before: the dataset may have been deleted meanwhile.
    await lockedDataset(tx, scope, asked.datasetId);
    const room = await hasRoom(tx, scope, mostOpen);
    const earlier = key === null ? undefined : await findRunByKey(tx, scope, key);
    if (earlier) return { row: earlier, made: false };
    if (!room) return undefined;
    const { workspaceId, accountId } = scope;
    const [workspace] = await tx
      .update(workspaces)
      .set({ runs: sql`${workspaces.runs} + 1` })
      .where(eq(workspaces.id, workspaceId))
      .returning({ number: workspaces.runs });
    const id = v7();
    const number = workspace?.number ?? 1;
    await tx
      .insert(runs)
      .values({ ...asked, id, number, workspaceId, createdBy: accountId, state: 'queued' });
    await tx
      .insert(fits)
      .values(fitsOf(asked).map((fit) => ({ ...fit, id: v7(), runId: id, createdAt: asked.createdAt })));
    const row = await findRun(tx, scope, id);
    if (!row) throw new Error(`run ${id} is not there after it was written`);
    await noteRun(tx, scope, row, { action: 'run.created', at: asked.createdAt });
    return { row, made: true };
  });
}

/** Its main model, then of each origin of its backtest the model and the same without media. */
function fitsOf({ backtest }: NewRun) {
  const forecasters = ['model', 'noMedia'] as const;
  const folds = (backtest?.folds ?? []).flatMap((fold) =>
    forecasters.map((forecaster) => ({ purpose: 'backtest' as const, fold, forecaster })),
  );
  return [{ purpose: 'main' as const }, ...folds];
}

/**
 * Holds the workspace, so that numbers have no gaps and no doubles, and limits hold; before the row of any run, as
 * everybody does who needs both.
 */
async function hasRoom(tx: Transaction, { workspaceId }: Scope, mostOpen: number): Promise<boolean> {
  await heldWorkspace(tx, { workspaceId });
  const isOpen = and(eq(runs.workspaceId, workspaceId), inArray(runs.state, ['queued', 'running']));
  return (await tx.$count(runs, isOpen)) < mostOpen;
}

type RunAction = 'run.created' | 'run.cancelled' | 'run.retried' | 'run.resumed' | 'run.deleted';

function noteRun(
  tx: Transaction,
  scope: Scope,
  { run }: RunRow,
  { action, at }: { readonly action: RunAction; readonly at: Date },
): Promise<void> {
  const facts = { name: run.name, number: run.number };
  return record(tx, scope, { action, subjectId: run.id, facts, at });
}

export async function findRunByKey(
  database: Database | Transaction,
  scope: Scope,
  idempotencyKey: string,
): Promise<RunRow | undefined> {
  const [row] = await selectRuns(database).where(
    and(isThere(scope), eq(runs.idempotencyKey, idempotencyKey)),
  );
  return row;
}

/** Held to the end of the transaction: what was read of it stays so. */
async function lockedRun(tx: Transaction, scope: Scope, runId: string): Promise<RunRow | undefined> {
  const [row] = await selectRuns(tx).where(within(scope, runId)).for('no key update', { of: runs });
  return row;
}

export async function findRun(
  database: Database | Transaction,
  scope: Scope,
  runId: string,
): Promise<RunRow | undefined> {
  const [row] = await selectRuns(database).where(within(scope, runId));
  return row;
}

/** What a run was asked for, in full: enough to ask for the same again. */
export async function findAsked(database: Database, scope: Scope, runId: string) {
  const [row] = await database
    .select({
      name: runs.name,
      datasetId: runs.datasetId,
      mapping: runs.mapping,
      spec: runs.spec,
      sizeRule: runs.sizeRule,
      sampling: runs.sampling,
      seed: runs.seed,
      dataSha256: runs.dataSha256,
      modelSha256: runs.modelSha256,
      estimateMs: runs.estimateMs,
      margin: runs.margin,
      backtest: runs.backtest,
    })
    .from(runs)
    .where(within(scope, runId));
  return row;
}

/** What the list can be sorted by. */
export const runSorts = ['createdAt', 'number', 'name'] as const;

type RunSort = (typeof runSorts)[number];

export interface RunsAsked extends ListAsked<RunSort> {
  readonly state?: readonly RunState[] | undefined;
  readonly datasetId?: string | undefined;
}

const listing: Listing<RunRow, RunSort> = {
  id: runs.id,
  idOf: ({ run }) => run.id,
  sorts: {
    createdAt: byTime(runs.createdAt, ({ run }) => run.createdAt),
    number: byNumber(runs.number, ({ run }) => run.number),
    name: byText(runs.name, ({ run }) => run.name),
  },
};

export async function listRuns(
  database: Database,
  scope: Scope,
  asked: RunsAsked,
): Promise<{ readonly items: RunRow[]; readonly next: string | null }> {
  const { where, orderBy, limit, page } = pageClause(listing, asked);
  const rows = await selectRuns(database)
    .where(and(isThere(scope), holding(runs.name, asked.q), narrowed(asked), where))
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, (row) => row);
}

function narrowed({ state, datasetId }: RunsAsked) {
  return and(
    state === undefined ? undefined : inArray(runs.state, [...state]),
    datasetId === undefined ? undefined : eq(runs.datasetId, datasetId),
  );
}

/** False when there is no such run. What becomes other than it was is noted, with what it was. */
export async function changeRun(
  database: Database,
  scope: Scope,
  runId: string,
  { at, name, margin }: RunChange & { readonly at: Date },
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [before] = await tx
      .select({ name: runs.name, margin: runs.margin, number: runs.number })
      .from(runs)
      .where(within(scope, runId))
      .for('update');
    if (!before) return false;
    const after = { name: name ?? before.name, margin: margin === undefined ? before.margin : margin };
    const sequence = sql`${runs.sequence} + 1`;
    await tx
      .update(runs)
      .set({ ...after, sequence })
      .where(within(scope, runId));
    const of = { name: after.name, number: before.number };
    const noted = (action: 'run.renamed' | 'run.margin_changed', facts: AuditFacts) =>
      record(tx, scope, { action, subjectId: runId, facts: { ...of, ...facts }, at });
    if (after.name !== before.name) await noted('run.renamed', { before: before.name });
    if (after.margin !== before.margin)
      await noted('run.margin_changed', { margin: after.margin, before: before.margin });
    return true;
  });
}

/** False when the run was not waiting or at work. */
export async function cancelRun(
  database: Database,
  scope: Scope,
  runId: string,
  finishedAt: Date,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const changed = await tx
      .update(runs)
      .set({ state: 'cancelled', finishedAt, sequence: sql`${runs.sequence} + 1` })
      .where(and(within(scope, runId), inArray(runs.state, ['queued', 'running'])))
      .returning({ id: runs.id });
    const row = changed.length > 0 ? await findRun(tx, scope, runId) : undefined;
    if (row) await noteRun(tx, scope, row, { action: 'run.cancelled', at: finishedAt });
    return row !== undefined;
  });
}

export interface Reopening {
  /** A failed run begins anew; a cancelled one goes on from what it had drawn. */
  readonly from: 'failed' | 'cancelled';
  readonly mostOpen: number;
  readonly at: Date;
}

/** The run as one that waits again, what it was when it cannot, or `full` when the workspace has as many as it may. */
export async function reopenRun(
  database: Database,
  scope: Scope,
  runId: string,
  { from, mostOpen, at }: Reopening,
): Promise<'reopened' | 'full' | 'refused'> {
  return database.transaction(async (tx) => {
    const room = await hasRoom(tx, scope, mostOpen);
    const row = await lockedRun(tx, scope, runId);
    if (row?.run.state !== from) return 'refused';
    if (!room) return 'full';
    await tx
      .update(runs)
      .set({ state: 'queued', ...asUnworked, sequence: sql`${runs.sequence} + 1` })
      .where(within(scope, runId));
    const again = await tx
      .update(fits)
      .set({ stalled: 0 })
      .where(eq(fits.runId, runId))
      .returning({ id: fits.id });
    // What it failed of may lie in what it had stored.
    if (from === 'failed') for (const { id } of again) await tx.delete(chains).where(eq(chains.fitId, id));
    await noteRun(tx, scope, row, { action: from === 'failed' ? 'run.retried' : 'run.resumed', at });
    return 'reopened';
  });
}

const asUnworked = { startedAt: null, finishedAt: null, progress: null, error: null } as const;

/** From now on it is there for nobody, and whoever works on it is refused. False when it was not there. */
export async function markDeleted(
  database: Database,
  scope: Scope,
  runId: string,
  at: Date,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const row = await lockedRun(tx, scope, runId);
    if (!row) return false;
    const isOpen = row.run.state === 'queued' || row.run.state === 'running';
    await tx
      .update(runs)
      .set({
        deletedAt: at,
        // The key may be used for another.
        idempotencyKey: null,
        ...(isOpen && { state: 'cancelled', finishedAt: at }),
        sequence: sql`${runs.sequence} + 1`,
      })
      .where(within(scope, runId));
    await noteRun(tx, scope, row, { action: 'run.deleted', at });
    return true;
  });
}

/** Cancels whatever waits or is at work in the workspace, and says which. */
export async function cancelOpenRuns(
  tx: Transaction,
  scope: Pick<Scope, 'workspaceId'>,
  finishedAt: Date,
): Promise<string[]> {
  const cancelled = await tx
    .update(runs)
    .set({ state: 'cancelled', finishedAt, sequence: sql`${runs.sequence} + 1` })
    .where(and(eq(runs.workspaceId, scope.workspaceId), inArray(runs.state, ['queued', 'running'])))
    .returning({ id: runs.id });
  return cancelled.map(({ id }) => id);
}

/** What a completed run has besides its row: results, the file it read, and where its draws lie. */
export async function findCompleted(database: Database, scope: Scope, runId: string) {
  const [found] = await database
    .select({
      result: runs.result,
      insights: runs.insights,
      resultKey: runs.resultKey,
      insightsKey: runs.insightsKey,
      backtestResult: runs.backtestResult,
      backtestKey: runs.backtestKey,
      resultsSha256: runs.resultsSha256,
      mapping: runs.mapping,
      spec: runs.spec,
      sizeRule: runs.sizeRule,
      dataset: { files: datasets.files },
      fit: { id: fits.id, attempt: fits.attempt },
    })
    .from(runs)
    .innerJoin(datasets, eq(datasets.id, runs.datasetId))
    .innerJoin(fits, and(eq(fits.runId, runs.id), eq(fits.purpose, 'main')))
    .where(within(scope, runId));
  return found;
}

/** What the fits of a run were made of, chain by chain. */
export function findFits(database: Database, scope: Scope, runId: string) {
  return database
    .select({
      id: fits.id,
      purpose: fits.purpose,
      fold: fits.fold,
      forecaster: fits.forecaster,
      attempt: fits.attempt,
      lineage: fits.lineage,
    })
    .from(fits)
    .innerJoin(runs, eq(runs.id, fits.runId))
    .where(within(scope, runId))
    .orderBy(fits.fold, fits.forecaster);
}

function within(scope: Scope, runId: string) {
  return and(isThere(scope), eq(runs.id, runId));
}

function isThere({ workspaceId }: Scope) {
  return and(eq(runs.workspaceId, workspaceId), isNull(runs.deletedAt));
}
