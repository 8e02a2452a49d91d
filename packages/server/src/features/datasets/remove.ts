// Renaming, deleting and restoring a dataset with all its versions; what is deleted is really gone some days later.
import { type DatasetSummary, may, permissions } from '@mixmodel/contract';
import type { Config } from '../../config.ts';
import type { Transaction } from '../../database/connection.ts';
import { type Scope, system } from '../../http/scope.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { record } from '../audit/actions.ts';
import { datasetSummary } from './present.ts';
import {
  changeVersions,
  claimForgotten,
  type DatasetRow,
  findDataset,
  listForgotten,
  listVersions,
  lockDataset,
  lockDeleted,
  removeDataset,
  runsOn,
} from './queries.ts';
import { removeFiles, storeSidecar } from './storage.ts';

/** Every version has the name. */
export async function renameDataset(
  services: Services,
  scope: Scope,
  datasetId: string,
  name: string,
): Promise<DatasetSummary> {
  const { database, clock } = services;
  const rows = await database.transaction(async (tx) => {
    const { dataset } = await locked(tx, scope, datasetId);
    await changeVersions(tx, scope, dataset.firstId, { name });
    const facts = { name, before: dataset.name };
    await record(tx, scope, {
      action: 'dataset.renamed',
      subjectId: dataset.firstId,
      facts,
      at: clock.now(),
    });
    return listVersions(tx, scope, dataset.firstId);
  });
  return summaryOf(services, rows, datasetId);
}

/**
 * All versions. Refused while runs were fitted on any of them: a run is only what it is with its data, and is never
 * deleted by the way.
 */
export async function deleteDataset(services: Services, scope: Scope, datasetId: string): Promise<void> {
  const { database, clock } = services;
  const rows = await database.transaction(async (tx) => {
    const { dataset } = await locked(tx, scope, datasetId);
    checkOwn(scope, await listVersions(tx, scope, dataset.firstId));
    const runs = await runsOn(tx, scope, dataset.firstId);
    if (runs.length > 0)
      throw refuse('dataset_in_use', { facts: { runs: runs.map(String), count: runs.length } });
    const at = clock.now();
    // A key that is used again makes another dataset.
    await changeVersions(tx, scope, dataset.firstId, { deletedAt: at, idempotencyKey: null });
    const facts = { name: dataset.name };
    await record(tx, scope, { action: 'dataset.deleted', subjectId: dataset.firstId, facts, at });
    return listVersions(tx, scope, dataset.firstId);
  });
  await summaryOf(services, rows, datasetId);
}

/** Until the sweep may take it: never both. */
export async function restoreDataset(
  services: Services,
  scope: Scope,
  datasetId: string,
): Promise<DatasetSummary> {
  const { database, clock, config } = services;
  const since = restorableSince(clock.now(), config);
  const rows = await database.transaction(async (tx) => {
    const deleted = await lockDeleted(tx, scope, { datasetId, since });
    if (!deleted) throw refuse('not_found', { facts: { what: 'deleted dataset' } });
    const { firstId, name } = deleted.dataset;
    checkOwn(scope, await listVersions(tx, scope, firstId));
    await changeVersions(tx, scope, firstId, { deletedAt: null });
    await record(tx, scope, {
      action: 'dataset.restored',
      subjectId: firstId,
      facts: { name },
      at: clock.now(),
    });
    return listVersions(tx, scope, firstId);
  });
  return summaryOf(services, rows, datasetId);
}

const msPerDay = 86_400_000;

/** What was deleted by then is swept, what was deleted later can be restored. */
export function restorableSince(now: Date, { deletedDays }: Config): Date {
  return new Date(now.getTime() - deletedDays * msPerDay);
}

/** Takes what was deleted days ago out of storage and database. */
export async function sweepDatasets({ database, objects, clock, config }: Services): Promise<void> {
  const now = clock.now();
  const until = restorableSince(now, config);
  const forgotten = await listForgotten(database, system, until);
  for (const { id, workspaceId, name } of forgotten) {
    if (!(await claimForgotten(database, system, { id, until }))) continue;
    // Files first: a row without files is swept again, files without a row would stay for ever.
    await removeFiles(objects, { workspaceId, id });
    await database.transaction(async (tx) => {
      await removeDataset(tx, system, id);
      const facts = { name };
      const scope = { workspaceId, accountId: null };
      await record(tx, scope, { action: 'dataset.removed', subjectId: id, facts, at: now });
    });
  }
}

/** Held to the end of the transaction: whoever else would change or delete it waits. */
export async function locked(tx: Transaction, scope: Scope, datasetId: string): Promise<DatasetRow> {
  const row = await findDataset(tx, scope, datasetId);
  if (!row || !(await lockDataset(tx, scope, row.dataset.firstId)))
    throw refuse('not_found', { facts: { what: 'dataset' } });
  return row;
}

/** Their own is what nobody else has added a version to. */
function checkOwn({ accountId, role }: Scope, versions: readonly DatasetRow[]): void {
  const isOwn = versions.every(({ dataset }) => dataset.createdBy === accountId);
  if (!isOwn && !may(role, 'dataset.delete_any'))
    throw refuse('role_too_low', { facts: { needed: permissions['dataset.delete_any'].least, role } });
}

/** What stands beside the files follows the rows. */
async function summaryOf(
  { objects }: Services,
  rows: readonly DatasetRow[],
  datasetId: string,
): Promise<DatasetSummary> {
  for (const { dataset } of rows) await storeSidecar(objects, dataset);
  const row = rows.find(({ dataset }) => dataset.id === datasetId);
  if (!row) throw new Error(`dataset ${datasetId} is not among its versions`);
  return datasetSummary(row);
}
