// What datasets ask of the database: always within the workspace of their scope.
import type { Mapping } from '@mixmodel/contract';
import { and, asc, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../database/connection.ts';
import { byNumber, byText, byTime, holding, type Listing, pageClause } from '../../database/listing.ts';
import { accounts, datasets, runs, workspaces } from '../../database/schema.ts';
import type { ListAsked } from '../../http/list-query.ts';
import type { Scope, SystemScope } from '../../http/scope.ts';

export type { StoredFile } from '../../database/schema.ts';

/** What the list can be sorted by. */
export const datasetSorts = ['createdAt', 'name', 'bytes'] as const;

export interface DatasetsAsked extends ListAsked<(typeof datasetSorts)[number]> {
  readonly sample?: boolean | undefined;
  /** Those that were deleted after this and can be restored, in place of those that were not deleted. */
  readonly deletedSince?: Date | undefined;
}

/** There is no later version of it. */
const isNewest = sql<boolean>`not exists (select 1 from ${datasets} later where later.first_id = ${datasets.firstId} and later.version > ${datasets.version})`;

function selectDatasets(database: Database | Transaction) {
  return database
    .select({ dataset: datasets, createdBy: accounts.name, newest: isNewest })
    .from(datasets)
    .innerJoin(accounts, eq(accounts.id, datasets.createdBy))
    .$dynamic();
}

export type DatasetRow = Awaited<ReturnType<typeof selectDatasets>>[number];

export type NewDataset = Omit<typeof datasets.$inferInsert, 'workspaceId' | 'createdBy'>;

/** False when the workspace has a dataset of the same idempotency key. */
export async function insertDataset(tx: Transaction, scope: Scope, made: NewDataset): Promise<boolean> {
  const { workspaceId, accountId } = scope;
  const inserted = await tx
    .insert(datasets)
    .values({ ...made, workspaceId, createdBy: accountId })
    .onConflictDoNothing({ target: [datasets.workspaceId, datasets.idempotencyKey] })
    .returning({ id: datasets.id });
  return inserted.length > 0;
}

/** Writes a row as it was to be. False when there is one in its place. */
export async function insertKept(
  tx: Transaction,
  _scope: SystemScope,
  row: DatasetRow['dataset'],
): Promise<boolean> {
  const inserted = await tx.insert(datasets).values(row).onConflictDoNothing().returning({ id: datasets.id });
  return inserted.length > 0;
}

/** Whoever holds it is the only one to add a version, rename or delete; false when there is none of it any more. */
export async function lockDataset(tx: Transaction, scope: Scope, firstId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: datasets.id })
    .from(datasets)
    .where(and(ofAll(scope, firstId), isNull(datasets.deletedAt)))
    .orderBy(asc(datasets.version))
    .limit(1)
    .for('update');
  return row !== undefined;
}

export async function findDataset(
  database: Database | Transaction,
  scope: Scope,
  datasetId: string,
): Promise<DatasetRow | undefined> {
  const [row] = await selectDatasets(database).where(
    and(within(scope, datasetId), isNull(datasets.deletedAt)),
  );
  return row;
}

/** Deleted after `since`, with every version held to the end: a sweep can claim none of them any more. */
export async function lockDeleted(
  tx: Transaction,
  scope: Scope,
  { datasetId, since }: { readonly datasetId: string; readonly since: Date },
): Promise<DatasetRow | undefined> {
  const [row] = await selectDatasets(tx).where(within(scope, datasetId));
  if (!row) return undefined;
  const versions = await tx
    .select({ deletedAt: datasets.deletedAt })
    .from(datasets)
    .where(ofAll(scope, row.dataset.firstId))
    .orderBy(asc(datasets.version))
    .for('update');
  const isRestorable = versions.every(({ deletedAt }) => deletedAt !== null && deletedAt > since);
  return isRestorable && versions.length > 0 ? row : undefined;
}

export async function findDatasetByKey(
  database: Database,
  scope: Scope,
  idempotencyKey: string,
): Promise<DatasetRow | undefined> {
  const [row] = await selectDatasets(database).where(
    and(eq(datasets.workspaceId, scope.workspaceId), eq(datasets.idempotencyKey, idempotencyKey)),
  );
  return row;
}

const listing: Listing<DatasetRow, (typeof datasetSorts)[number]> = {
  id: datasets.id,
  idOf: ({ dataset }) => dataset.id,
  sorts: {
    createdAt: byTime(datasets.createdAt, ({ dataset }) => dataset.createdAt),
    name: byText(datasets.name, ({ dataset }) => dataset.name),
    bytes: byNumber(datasets.bytes, ({ dataset }) => dataset.bytes),
  },
};

/** The newest version of each. */
export async function listDatasets<Item>(
  database: Database,
  scope: Scope,
  asked: DatasetsAsked,
  present: (row: DatasetRow) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  const { where, orderBy, limit, page } = pageClause(listing, asked);
  const filters = [
    eq(datasets.workspaceId, scope.workspaceId),
    isNewest,
    asked.deletedSince ? gt(datasets.deletedAt, asked.deletedSince) : isNull(datasets.deletedAt),
    asked.sample === undefined ? undefined : eq(datasets.sample, asked.sample),
    holding(datasets.name, asked.q),
  ];
  const rows = await selectDatasets(database)
    .where(and(...filters, where))
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}

/** All versions, the newest first. */
export function listVersions(
  database: Database | Transaction,
  scope: Scope,
  firstId: string,
): Promise<readonly DatasetRow[]> {
  return selectDatasets(database).where(ofAll(scope, firstId)).orderBy(desc(datasets.version));
}

/** The mapping it had until now; undefined when there is no such dataset. */
export async function updateMapping(
  tx: Transaction,
  scope: Scope,
  datasetId: string,
  mapping: Mapping,
): Promise<Mapping | undefined> {
  const ofDataset = and(within(scope, datasetId), isNull(datasets.deletedAt));
  const [before] = await tx
    .select({ mapping: datasets.mapping })
    .from(datasets)
    .where(ofDataset)
    .for('update');
  if (before) await tx.update(datasets).set({ mapping }).where(ofDataset);
  return before?.mapping;
}

/** Of every version. A key of what is deleted is free again. */
export async function changeVersions(
  tx: Transaction,
  scope: Scope,
  firstId: string,
  change: Partial<Pick<typeof datasets.$inferInsert, 'name' | 'deletedAt' | 'idempotencyKey'>>,
): Promise<void> {
  await tx.update(datasets).set(change).where(ofAll(scope, firstId));
}

/** Numbers of the runs that were fitted on any version, the last first. */
export async function runsOn(tx: Transaction, scope: Scope, firstId: string): Promise<readonly number[]> {
  const found = await tx
    .select({ number: runs.number })
    .from(runs)
    .innerJoin(datasets, eq(datasets.id, runs.datasetId))
    .where(and(ofAll(scope, firstId), isNull(runs.deletedAt)))
    .orderBy(desc(runs.number));
  return found.map(({ number }) => number);
}

/** Versions that were deleted by `until` and that no run needs, with where their files are. */
export function listForgotten(database: Database, _scope: SystemScope, until: Date) {
  return database
    .select({ id: datasets.id, workspaceId: datasets.workspaceId, name: datasets.name })
    .from(datasets)
    .where(isForgotten(until));
}

function isForgotten(until: Date) {
  return and(
    lte(datasets.deletedAt, until),
    sql`not exists (select 1 from ${runs} where ${runs.datasetId} = ${datasets.id})`,
  );
}

/** As deleted at the beginning of time it can be restored by no clock. False when it has been restored meanwhile. */
export async function claimForgotten(
  database: Database,
  _scope: SystemScope,
  { id, until }: { readonly id: string; readonly until: Date },
): Promise<boolean> {
  const claimed = await database
    .update(datasets)
    .set({ deletedAt: new Date(0) })
    .where(and(eq(datasets.id, id), isForgotten(until)))
    .returning({ id: datasets.id });
  return claimed.length > 0;
}

export async function removeDataset(tx: Transaction, _scope: SystemScope, datasetId: string): Promise<void> {
  await tx.delete(datasets).where(eq(datasets.id, datasetId));
}

/** Every version in every workspace. */
export function listAll(database: Database, _scope: SystemScope): Promise<DatasetRow['dataset'][]> {
  return database.select().from(datasets);
}

/** Of those that were deleted and not yet removed as well. */
export async function listWorkspaceIds(database: Database, _scope: SystemScope): Promise<string[]> {
  const rows = await database.select({ id: workspaces.id }).from(workspaces);
  return rows.map(({ id }) => id);
}

function within(scope: Scope, datasetId: string) {
  return and(eq(datasets.workspaceId, scope.workspaceId), eq(datasets.id, datasetId));
}

function ofAll(scope: Scope, firstId: string) {
  return and(eq(datasets.workspaceId, scope.workspaceId), eq(datasets.firstId, firstId));
}
