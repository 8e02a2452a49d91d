// Keeping an upload: bytes and sidecar are durable before the row is written, and the row before the answer.
import { Readable } from 'node:stream';
import type { DatasetView, Mapping } from '@mixmodel/contract';
import { InputError } from '@mixmodel/engine';
import { v7 } from 'uuid';
import type { Scope } from '../../http/scope.ts';
import type { FileView } from '../../reading/protocol.ts';
import { reading } from '../../reading/reading.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { cleanFileName, datasetName } from './file-name.ts';
import { datasetView } from './present.ts';
import { type DatasetRow, findDataset, findDatasetByKey, insertDataset } from './queries.ts';
import { readView } from './read-view.ts';
import { fileKey, loadFile, removeFiles, storeFile, storeSidecar } from './storage.ts';

export interface Upload {
  readonly fileName: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
  readonly idempotencyKey: string | undefined;
  /** Called when the whole body is there: throws when the request holds more than it should. */
  readonly end?: () => Promise<void>;
}

/** Nobody can mend these by another mapping, so the file is not kept. */
const notKept: ReadonlySet<string> = new Set(['empty_file', 'file_type', 'zip_bomb', 'workbook_encrypted']);

/** The dataset that was made, or the one that an upload of the same key and bytes made before. */
export async function uploadDataset(services: Services, scope: Scope, upload: Upload): Promise<DatasetView> {
  const fileName = cleanFileName(upload.fileName);
  return keep(services, scope, { ...upload, fileName, name: datasetName(fileName), mapping: {} });
}

/** The simulated sample, whose truth is known, as if it had been uploaded. */
export async function addSample(
  services: Services,
  scope: Scope,
  idempotencyKey: string | undefined,
): Promise<DatasetView> {
  const { bytes, currency } = await reading.ask('sample', {}, scope.workspaceId);
  return keep(services, scope, {
    body: Readable.from([bytes]),
    fileName: 'sample.csv',
    name: 'Sample data',
    mapping: { ...(currency !== undefined && { currency }) },
    sample: true,
    idempotencyKey,
  });
}

interface Keeping extends Omit<Upload, 'fileName'> {
  readonly fileName: string;
  readonly name: string;
  readonly mapping: Mapping;
  readonly sample?: true;
}

async function keep(services: Services, scope: Scope, asked: Keeping): Promise<DatasetView> {
  const { made, file, isNew } = await store(services, scope, asked);
  if (!isNew) return earlier(services, scope, made);
  const row = await findDataset(services.database, scope, made.id);
  if (!row) throw new Error(`dataset ${made.id} is not there after it was written`);
  return datasetView(row, file);
}

interface Kept {
  readonly made: DatasetRow['dataset'];
  readonly file: FileView;
  /** Whether the row was written: not when its key was used before. */
  readonly isNew: boolean;
}

/** Until the row is written nothing is promised, so whatever goes wrong leaves nothing behind. */
async function store(services: Services, scope: Scope, asked: Keeping): Promise<Kept> {
  const { objects, database } = services;
  const place = { workspaceId: scope.workspaceId, id: v7() };
  let isNew = false;
  try {
    const stored = await storeAndRead(services, scope, place, asked);
    isNew = await insertDataset(database, scope, stored.made);
    return { ...stored, isNew };
  } finally {
    if (!isNew) await removeFiles(objects, place);
  }
}

/** Bytes and sidecar on their way to the row. */
async function storeAndRead(
  { objects, clock }: Services,
  { accountId }: Scope,
  place: { readonly workspaceId: string; readonly id: string },
  asked: Keeping,
): Promise<Omit<Kept, 'isNew'>> {
  const { fileName, name, mapping, sample = false, idempotencyKey = null } = asked;
  const objectKey = fileKey(place);
  const stored = await storeFile(objects, objectKey, asked.body);
  await asked.end?.();
  const load = () => loadFile(objects, objectKey);
  const file = await readView({ ...place, ...stored, fileName, mapping, load });
  const refusals = file.refusal.filter(({ code }) => notKept.has(code));
  if (refusals.length > 0) throw new InputError(refusals);
  const made = {
    ...place,
    ...stored,
    ...{ fileName, name, mapping, sample, objectKey, idempotencyKey },
    createdBy: accountId,
    createdAt: clock.now(),
  };
  await storeSidecar(objects, made);
  return { made, file };
}

/** What the same key made before; the key of another file is refused. */
async function earlier(
  { database, objects }: Services,
  scope: Scope,
  { idempotencyKey, sha256 }: DatasetRow['dataset'],
): Promise<DatasetView> {
  const row = await findDatasetByKey(database, scope, idempotencyKey ?? '');
  if (row?.dataset.sha256 !== sha256) throw refuse('upload_key_reused');
  const load = () => loadFile(objects, row.dataset.objectKey);
  return datasetView(row, await readView({ ...row.dataset, load }));
}
