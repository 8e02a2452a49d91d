// What datasets ask of the database: always within the workspace of their scope.
import type { Mapping } from '@mixmodel/contract';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { Database } from '../../database/connection.ts';
import { accounts, datasets } from '../../database/schema.ts';
import type { Scope } from '../../http/scope.ts';

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

/** Newest first, as ids grow with time; `before` is the id of the last one of the page before. */
export function listDatasets(
  database: Database,
  scope: Scope,
  { before, limit }: { readonly before: string | undefined; readonly limit: number },
): Promise<readonly DatasetRow[]> {
  const older = before === undefined ? undefined : lt(datasets.id, before);
  return selectDatasets(database)
    .where(and(eq(datasets.workspaceId, scope.workspaceId), older))
    .orderBy(desc(datasets.id))
    .limit(limit);
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
