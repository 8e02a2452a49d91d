// Versions of a dataset: a new one in place of the last, all there are, and what changed from one to another.
import type { DatasetChanges, DatasetSummary, DatasetView } from '@mixmodel/contract';
import type { Scope } from '../../http/scope.ts';
import { reading } from '../../reading/reading.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { type Upload, uploadVersion } from './keep.ts';
import { datasetSummary } from './present.ts';
import { type DatasetRow, findDataset, listVersions } from './queries.ts';
import { loadFiles } from './storage.ts';

/** Any version names the dataset; the new one follows its newest. */
export async function addVersion(
  services: Services,
  scope: Scope,
  datasetId: string,
  upload: Upload,
): Promise<DatasetView> {
  const [newest] = await versionRows(services, scope, datasetId);
  if (!newest) throw refuse('not_found', { facts: { what: 'dataset' } });
  return uploadVersion(services, scope, newest.dataset, upload);
}

/** The newest first. */
export async function versionsOf(
  services: Services,
  scope: Scope,
  datasetId: string,
): Promise<{ items: DatasetSummary[] }> {
  return { items: (await versionRows(services, scope, datasetId)).map(datasetSummary) };
}

/** From `sinceId`, or the version before, to this one. */
export async function changesOf(
  services: Services,
  scope: Scope,
  datasetId: string,
  sinceId: string | undefined,
): Promise<DatasetChanges> {
  const rows = await versionRows(services, scope, datasetId);
  const after = rows.find(({ dataset }) => dataset.id === datasetId)?.dataset;
  const before = rows.find(({ dataset }) =>
    sinceId === undefined ? dataset.version < (after?.version ?? 0) : dataset.id === sinceId,
  )?.dataset;
  if (!after || !before)
    throw sinceId === undefined
      ? refuse('no_version_before', { facts: { version: after?.version ?? 1 } })
      : refuse('not_found', { facts: { what: 'version' } });
  const files = async ({ files, mapping }: DatasetRow['dataset']) => ({
    files: await loadFiles(services.objects, files),
    mapping,
  });
  const asked = async () => ({ before: await files(before), after: await files(after) });
  const { found } = await reading.ask('compare', asked, scope.workspaceId);
  const versions = { from: before.version, to: after.version };
  if (!found) throw refuse('versions_not_comparable', { facts: versions });
  // The same shape: the schema's arrays are not marked as read-only.
  return { ...versions, ...(found as Omit<DatasetChanges, 'from' | 'to'>) };
}

async function versionRows(
  { database }: Services,
  scope: Scope,
  datasetId: string,
): Promise<readonly DatasetRow[]> {
  const row = await findDataset(database, scope, datasetId);
  if (!row) throw refuse('not_found', { facts: { what: 'dataset' } });
  return listVersions(database, scope, row.dataset.firstId);
}
