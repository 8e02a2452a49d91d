// What can be done with datasets: keep an upload, map its columns, look at it, and make it ready for a run.
import type { DatasetPage, DatasetView, Mapping, PlanRequest, RowsView } from '@mixmodel/contract';
import type { RowSpan, TemplateKind } from '@mixmodel/data';
import type { SpecDraft } from '@mixmodel/engine';
import { zipOf } from '@mixmodel/runtime';
import type { Scope } from '../../http/scope.ts';
import type { PlannedFile, PreparedFile } from '../../reading/protocol.ts';
import { reading } from '../../reading/reading.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { namesInArchive } from './file-name.ts';
import { checkRoles } from './mapping.ts';
import { saveMapping } from './mapping-change.ts';
import { datasetSummary, datasetView } from './present.ts';
import {
  type DatasetRow,
  type DatasetsAsked,
  findDataset,
  listDatasets,
  type StoredFile,
} from './queries.ts';
import { readView } from './read-view.ts';
import { restorableSince } from './remove.ts';
import { loadFiles, storeSidecar } from './storage.ts';

export { addSample, uploadDataset } from './keep.ts';
export {
  deleteDataset,
  locked as lockedDataset,
  renameDataset,
  restoreDataset,
  sweepDatasets,
} from './remove.ts';
export { addVersion, changesOf, versionsOf } from './versions.ts';

export function pageOfDatasets(
  { database, clock, config }: Services,
  scope: Scope,
  { deleted, ...asked }: Omit<DatasetsAsked, 'deletedSince'> & { readonly deleted?: boolean | undefined },
): Promise<DatasetPage> {
  const deletedSince = deleted ? restorableSince(clock.now(), config) : undefined;
  return listDatasets(database, scope, { ...asked, deletedSince }, datasetSummary);
}

export async function viewOf(services: Services, scope: Scope, datasetId: string): Promise<DatasetView> {
  const row = await datasetOf(services, scope, datasetId);
  return datasetView(row, await readView(services.objects, row.dataset));
}

/** Saved even if findings remain; roles of columns that are not there are refused. */
export async function changeMapping(
  services: Services,
  scope: Scope,
  datasetId: string,
  mapping: Mapping,
): Promise<DatasetView> {
  const { objects } = services;
  const row = await datasetOf(services, scope, datasetId);
  const read = await readView(objects, { ...row.dataset, mapping });
  const checked = checkRoles(mapping, row.dataset.mapping, read);
  const view = checked === mapping ? read : await readView(objects, { ...row.dataset, mapping: checked });
  await saveMapping(services, scope, row, checked);
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
  const { files, mapping } = dataset;
  if (span.file !== undefined && span.file > files.length)
    throw refuse('not_found', { facts: { what: 'file' } });
  const asked = async () => ({ files: await loadFiles(services.objects, files), mapping, span });
  const { columns, rows, of } = await reading.ask('rows', asked, scope.workspaceId);
  return { columns: [...columns], rows: rows.map(({ row, cells }) => ({ row, cells: [...cells] })), of };
}

export interface Download {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The exact bytes that were uploaded; several files unchanged in one zip. */
export async function fileOf(services: Services, scope: Scope, datasetId: string): Promise<Download> {
  const { dataset } = await datasetOf(services, scope, datasetId);
  const files = await loadFiles(services.objects, dataset.files);
  const [only, ...others] = files;
  if (only && others.length === 0) return { fileName: dataset.fileName, bytes: only.bytes };
  const names = namesInArchive(files.map(({ fileName }) => fileName));
  const bytes = await zipOf(new Map(files.map((file, i) => [names[i] ?? '', file.bytes])));
  if (!bytes) throw new Error(`dataset ${datasetId} is larger than a zip can be`);
  return { fileName: dataset.fileName, bytes };
}

const templates = new Map<TemplateKind, Promise<Uint8Array>>();

/** Always the same, so it is made once. */
export async function template(kind: TemplateKind): Promise<Download> {
  const made = templates.get(kind) ?? reading.ask('template', { kind }).then(({ bytes }) => bytes);
  templates.set(kind, made);
  made.catch(() => templates.delete(kind));
  return { fileName: `mixmodel-template.${kind}`, bytes: await made };
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
  { spec: draft, sampling = {}, backtest, mapping: then }: PlanRequest & { readonly mapping?: Mapping },
): Promise<ReadyDataset> {
  const { objects, config } = services;
  const { dataset } = await datasetOf(services, scope, datasetId);
  const { files } = dataset;
  const mapping = then ?? dataset.mapping;
  const load = async () => ({
    ...{ mapping, draft, sampling, backtest, threads: config.threads },
    files: await loadFiles(objects, files),
  });
  return { ...(await reading.ask('plan', load, scope.workspaceId)), mapping };
}

export interface StoredDataset {
  readonly files: readonly StoredFile[];
  readonly mapping: Mapping;
  readonly draft?: SpecDraft;
}

/** The same for a run that was asked for earlier: mapping and draft as they were then. `by` waits its turn. */
export async function prepareStored(
  { objects }: Pick<Services, 'objects'>,
  { files, ...asked }: StoredDataset,
  by?: string,
): Promise<PreparedFile> {
  return reading.ask('prepare', async () => ({ ...asked, files: await loadFiles(objects, files) }), by);
}

async function datasetOf({ database }: Services, scope: Scope, datasetId: string): Promise<DatasetRow> {
  const row = await findDataset(database, scope, datasetId);
  if (!row) throw refuse('not_found', { facts: { what: 'dataset' } });
  return row;
}
