// What people ask the database about runs: always within the workspace of their scope.
import type { RunChange } from '@mixmodel/contract';
import { and, desc, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../../database/connection.ts';
import { accounts, datasets, fits, runs, workspaces } from '../../database/schema.ts';
import type { Scope } from '../../http/scope.ts';

/** Without what may be large: those are asked for by name. */
const { result: _result, insights: _insights, mapping: _mapping, ...listed } = getTableColumns(runs);

function selectRuns(database: Database | Transaction) {
  return database
    .select({
      run: listed,
      dataset: {
        id: datasets.id,
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
    const earlier = key === null ? undefined : await findRunByKey(tx, scope, key);
    if (earlier) return { row: earlier, made: false };
    const { workspaceId, accountId } = scope;
    // The row of the workspace stays locked to the end, so numbers have no gaps and no doubles.
    await tx
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId))
      .for('update');
    const isOpen = and(eq(runs.workspaceId, workspaceId), inArray(runs.state, ['queued', 'running']));
    if ((await tx.$count(runs, isOpen)) >= mostOpen) return undefined;
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
    await tx.insert(fits).values({ id: v7(), runId: id, purpose: 'main', createdAt: asked.createdAt });
    const row = await findRun(tx, scope, id);
    if (!row) throw new Error(`run ${id} is not there after it was written`);
    return { row, made: true };
  });
}

export async function findRunByKey(
  database: Database | Transaction,
  scope: Scope,
  idempotencyKey: string,
): Promise<RunRow | undefined> {
  const [row] = await selectRuns(database).where(
    and(eq(runs.workspaceId, scope.workspaceId), eq(runs.idempotencyKey, idempotencyKey)),
  );
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
    })
    .from(runs)
    .where(within(scope, runId));
  return row;
}

/** Newest first; `before` is the number of the last run of the page before. */
export async function listRuns(
  database: Database,
  scope: Scope,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<readonly RunRow[]> {
  const older = before === undefined ? undefined : lt(runs.number, before);
  return selectRuns(database)
    .where(and(eq(runs.workspaceId, scope.workspaceId), older))
    .orderBy(desc(runs.number))
    .limit(limit);
}

/** False when there is no such run. */
export async function changeRun(
  database: Database,
  scope: Scope,
  runId: string,
  { name, margin }: RunChange,
): Promise<boolean> {
  const changed = await database
    .update(runs)
    .set({
      ...(name !== undefined && { name }),
      ...(margin !== undefined && { margin }),
      sequence: sql`${runs.sequence} + 1`,
    })
    .where(within(scope, runId))
    .returning({ id: runs.id });
  return changed.length > 0;
}

/** False when the run was not waiting or at work. */
export async function cancelRun(
  database: Database,
  scope: Scope,
  runId: string,
  finishedAt: Date,
): Promise<boolean> {
  const changed = await database
    .update(runs)
    .set({ state: 'cancelled', finishedAt, sequence: sql`${runs.sequence} + 1` })
    .where(and(within(scope, runId), inArray(runs.state, ['queued', 'running'])))
    .returning({ id: runs.id });
  return changed.length > 0;
}

/** Cancels whatever waits or is at work in the workspace, and says which. */
export async function cancelOpenRuns(tx: Transaction, scope: Scope, finishedAt: Date): Promise<string[]> {
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
      mapping: runs.mapping,
      file: { objectKey: datasets.objectKey, fileName: datasets.fileName },
      fit: { id: fits.id, attempt: fits.attempt },
    })
    .from(runs)
    .innerJoin(datasets, eq(datasets.id, runs.datasetId))
    .innerJoin(fits, and(eq(fits.runId, runs.id), eq(fits.purpose, 'main')))
    .where(within(scope, runId));
  return found;
}

function within(scope: Scope, runId: string) {
  return and(eq(runs.workspaceId, scope.workspaceId), eq(runs.id, runId));
}
