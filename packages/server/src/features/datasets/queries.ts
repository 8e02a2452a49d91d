// What datasets ask of the database: always within the workspace of their scope.
import type { Mapping } from '@mixmodel/contract';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../../database/connection.ts';
import { byNumber, byText, byTime, holding, type Listing, pageClause } from '../../database/listing.ts';
import { accounts, datasets } from '../../database/schema.ts';
import type { ListAsked } from '../../http/list-query.ts';
import type { Scope } from '../../http/scope.ts';

/** What the list can be sorted by. */
export const datasetSorts = ['createdAt', 'name', 'bytes'] as const;

type DatasetSort = (typeof datasetSorts)[number];

export interface DatasetsAsked extends ListAsked<DatasetSort> {
  readonly sample?: boolean | undefined;
}

function selectDatasets(database: Database) {
  return database
    .select({ dataset: datasets, createdBy: accounts.name })
    .from(datasets)
    .innerJoin(accounts, eq(accounts.id, datasets.createdBy))
    .$dynamic();
}

export type DatasetRow = Awaited<ReturnType<typeof selectDatasets>>[number];

export type NewDataset = Omit<typeof datasets.$inferInsert, 'workspaceId' | 'createdBy'>;

/** False when the workspace has a dataset of the same idempotency key. */
export async function insertDataset(database: Database, scope: Scope, made: NewDataset): Promise<boolean> {
  const { workspaceId, accountId } = scope;
  const inserted = await database
    .insert(datasets)
    .values({ ...made, workspaceId, createdBy: accountId })
    .onConflictDoNothing({ target: [datasets.workspaceId, datasets.idempotencyKey] })
    .returning({ id: datasets.id });
  return inserted.length > 0;
}

export async function findDataset(
  database: Database,
  scope: Scope,
  datasetId: string,
): Promise<DatasetRow | undefined> {
  const [row] = await selectDatasets(database).where(within(scope, datasetId));
  return row;
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

const listing: Listing<DatasetRow, DatasetSort> = {
  id: datasets.id,
  idOf: ({ dataset }) => dataset.id,
  sorts: {
    createdAt: byTime(datasets.createdAt, ({ dataset }) => dataset.createdAt),
    name: byText(datasets.name, ({ dataset }) => dataset.name),
    bytes: byNumber(datasets.bytes, ({ dataset }) => dataset.bytes),
  },
};

export async function listDatasets<Item>(
  database: Database,
  scope: Scope,
  asked: DatasetsAsked,
  present: (row: DatasetRow) => Item,
): Promise<{ items: Item[]; next: string | null }> {
  const { where, orderBy, limit, page } = pageClause(listing, asked);
  const inWorkspace = eq(datasets.workspaceId, scope.workspaceId);
  const rows = await selectDatasets(database)
    .where(and(inWorkspace, holding(datasets.name, asked.q), ofSample(asked), where))
    .orderBy(...orderBy)
    .limit(limit);
  return page(rows, present);
}

function ofSample({ sample }: DatasetsAsked) {
  return sample === undefined ? undefined : eq(datasets.sample, sample);
}

export async function updateMapping(
  database: Database,
  scope: Scope,
  datasetId: string,
  mapping: Mapping,
): Promise<void> {
  await database.update(datasets).set({ mapping }).where(within(scope, datasetId));
}

function within(scope: Scope, datasetId: string) {
  return and(eq(datasets.workspaceId, scope.workspaceId), eq(datasets.id, datasetId));
}
