// Before anybody is answered: uploads that a kill cut off are brought to an end, one way or the other.
import { canonicalJson } from '@mixmodel/runtime';
import { eachOf } from '../../each-of.ts';
import { system } from '../../http/scope.ts';
import { loggable } from '../../loggable.ts';
import type { Services } from '../../services.ts';
import { record } from '../audit/actions.ts';
import { type DatasetRow, insertKept, listAll, listWorkspaceIds } from './queries.ts';
import { removeFiles, sidecarOf, storedIds, storeSidecar } from './storage.ts';

type Dataset = DatasetRow['dataset'];

/**
 * Bytes come before their sidecar, and both before the row. Without a sidecar they are half an upload, which is removed;
 * with one the upload only lacks its row, which is written from it, so that whoever sends it again finds it by its key.
 * Only while no upload can be under way.
 */
export async function tidyUploads(services: Services): Promise<void> {
  const { database, objects } = services;
  const places: Pick<Dataset, 'workspaceId' | 'id'>[] = [];
  const rows = new Map((await listAll(database, system)).map((row) => [row.id, row]));
  await eachOf(await listWorkspaceIds(database, system), async (workspaceId) => {
    for (const id of await storedIds(objects, workspaceId)) places.push({ workspaceId, id });
  });
  await eachOf(places, (place) => tidyOne(services, place, rows.get(place.id)));
}

async function tidyOne(
  services: Services,
  place: Pick<Dataset, 'workspaceId' | 'id'>,
  row: Dataset | undefined,
): Promise<void> {
  const { objects } = services;
  const beside = await sidecarOf(objects, place);
  if (row === undefined) {
    if (beside === undefined || !(await keep(services, beside))) await removeFiles(objects, place);
  } else if (beside === undefined || textOf(beside) !== textOf(row))
    // The row was changed and the server ended before its sidecar was.
    await storeSidecar(objects, row);
}

/** The same whatever order the keys come in. */
const textOf = (row: Dataset): string => canonicalJson(JSON.parse(JSON.stringify(row)));

/** False when there is a dataset in its place: of the same idempotency key, or the same version of the same dataset. */
async function keep({ database }: Services, beside: Dataset): Promise<boolean> {
  try {
    return await database.transaction(async (tx) => {
      if (!(await insertKept(tx, system, beside))) return false;
      const { id, name, version, workspaceId, createdBy, createdAt } = beside;
      await record(
        tx,
        { workspaceId, accountId: createdBy },
        {
          action: version === 1 ? 'dataset.created' : 'dataset.version_added',
          subjectId: id,
          facts: { name, version },
          at: createdAt,
        },
      );
      return true;
    });
  } catch (error) {
    // Such as one of an account the database does not know: of another state than the files, then, and not ours to judge.
    console.error(loggable(error));
    return true;
  }
}
