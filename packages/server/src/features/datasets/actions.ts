// What can be done with datasets: keep an upload, map its columns, look at it, and make it ready for a run.
import type { DatasetPage, DatasetView, Mapping, PlanRequest, RowsView } from '@mixmodel/contract';
import type { RowSpan } from '@mixmodel/data';
import type { SpecDraft } from '@mixmodel/engine';
import type { Scope } from '../../http/scope.ts';
import type { PlannedFile, PreparedFile } from '../../reading/protocol.ts';
import { reading } from '../../reading/reading.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { checkRoles } from './mapping.ts';
import { datasetSummary, datasetView } from './present.ts';
import { type DatasetRow, type DatasetsAsked, findDataset, listDatasets, updateMapping } from './queries.ts';
import { readView } from './read-view.ts';
import { loadFile, storeSidecar } from './storage.ts';

export { addSample, uploadDataset } from './keep.ts';

export function pageOfDatasets(
  { database }: Services,
  scope: Scope,
  asked: DatasetsAsked,
): Promise<DatasetPage> {
  return listDatasets(database, scope, asked, datasetSummary);
}

export async function viewOf(services: Services, scope: Scope, datasetId: string): Promise<DatasetView> {
  const row = await datasetOf(services, scope, datasetId);
  const load = () => loadFile(services.objects, row.dataset.objectKey);
  return datasetView(row, await readView({ ...row.dataset, load }));
}

/** Saved even if findings remain; roles of columns that are not there are refused. */
export async function changeMapping(
  services: Services,
  scope: Scope,
  datasetId: string,
  mapping: Mapping,
): Promise<DatasetView> {
  const { database, objects } = services;
  const row = await datasetOf(services, scope, datasetId);
  const file = { ...row.dataset, load: () => loadFile(objects, row.dataset.objectKey) };
  const read = await readView({ ...file, mapping });
  const checked = checkRoles(mapping, row.dataset.mapping, read);
  const view = checked === mapping ? read : await readView({ ...file, mapping: checked });
  await updateMapping(database, scope, datasetId, checked);
  const changed = { ...row.dataset, mapping: checked };
  await storeSidecar(objects, changed);
  return datasetView({ ...row, dataset: changed }, view);
}

export async function rowsOf(
  services: Services,
  scope: Scope,
  datasetId: string,
  span: RowSpan,
): Promise<RowsView> {
  const { dataset } = await datasetOf(services, scope, datasetId);
  const { fileName, mapping, objectKey } = dataset;
  const asked = async () => ({ bytes: await loadFile(services.objects, objectKey), fileName, mapping, span });
  const { columns, rows, of } = await reading.ask('rows', asked, scope.workspaceId);
  return { columns: [...columns], rows: rows.map(({ row, cells }) => ({ row, cells: [...cells] })), of };
}

/** The exact bytes that were uploaded. */
export async function fileOf(
  services: Services,
  scope: Scope,
  datasetId: string,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const { dataset } = await datasetOf(services, scope, datasetId);
  return { fileName: dataset.fileName, bytes: await loadFile(services.objects, dataset.objectKey) };
}

/** A model of a dataset that can be run, or what keeps it from that. */
export interface ReadyDataset extends PlannedFile {
  readonly mapping: Mapping;
}

/** With a draft, its columns win over the mapping's roles. A mapping is the one of another time. */
export async function planForRun(
  services: Services,
  scope: Scope,
  datasetId: string,
  { spec: draft, sampling = {}, mapping: then }: PlanRequest & { readonly mapping?: Mapping },
): Promise<ReadyDataset> {
  const { objects, config } = services;
  const { dataset } = await datasetOf(services, scope, datasetId);
  const { objectKey, fileName } = dataset;
  const mapping = then ?? dataset.mapping;
  const load = async () => ({
    ...{ fileName, mapping, draft, sampling, threads: config.threads },
    bytes: await loadFile(objects, objectKey),
  });
  return { ...(await reading.ask('plan', load, scope.workspaceId)), mapping };
}

export interface StoredFile {
  readonly objectKey: string;
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly draft?: SpecDraft;
}

/** The same for a run that was asked for earlier: mapping and draft as they were then. `by` waits its turn. */
export async function prepareStored(
  { objects }: Pick<Services, 'objects'>,
  { objectKey, ...file }: StoredFile,
  by?: string,
): Promise<PreparedFile> {
  return reading.ask('prepare', async () => ({ ...file, bytes: await loadFile(objects, objectKey) }), by);
}

async function datasetOf({ database }: Services, scope: Scope, datasetId: string): Promise<DatasetRow> {
  const row = await findDataset(database, scope, datasetId);
  if (!row) throw refuse('not_found', { facts: { what: 'dataset' } });
  return row;
}
