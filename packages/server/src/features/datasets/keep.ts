// Keeping an upload: bytes and sidecar are durable before the row is written, and the row before the answer.
import { Readable } from 'node:stream';
import type { DatasetView, Mapping } from '@mixmodel/contract';
import { InputError } from '@mixmodel/engine';
import { v7 } from 'uuid';
import { heldWorkspace } from '../../http/queries.ts';
import type { Scope } from '../../http/scope.ts';
import { loggable } from '../../loggable.ts';
import { hashOfAll } from '../../reading/hash.ts';
import type { FileView } from '../../reading/protocol.ts';
import { reading } from '../../reading/reading.ts';
import { refuse } from '../../refuse.ts';
import type { Services } from '../../services.ts';
import { record } from '../audit/actions.ts';
import { mustHaveRoom } from '../usage/actions.ts';
import { archiveName, cleanFileName, datasetName } from './file-name.ts';
import { carriedOver } from './mapping.ts';
import { datasetView } from './present.ts';
import {
  type DatasetRow,
  findDataset,
  findDatasetByKey,
  insertDataset,
  listVersions,
  lockDataset,
  type StoredFile,
} from './queries.ts';
import { readView } from './read-view.ts';
import { type GivenFile, removeFiles, storeFiles, storeSidecar } from './storage.ts';

export interface UploadedFile {
  readonly fileName: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface Upload {
  /** One after the other; throws when the request was cut or holds more than it should. */
  readonly files: AsyncIterable<UploadedFile>;
  readonly idempotencyKey: string | undefined;
}

/** Nobody can mend these by another mapping, so the file is not kept. */
const notKept: ReadonlySet<string> = new Set(['empty_file', 'file_type', 'zip_bomb', 'workbook_encrypted']);

/** The dataset that was made, or the one that an upload of the same key and bytes made before. */
export function uploadDataset(services: Services, scope: Scope, upload: Upload): Promise<DatasetView> {
  return keep(services, scope, { ...upload, files: named(upload.files), mapping: {} });
}

/** The same dataset with other bytes: its name, and its mapping where the columns are the same. */
export function uploadVersion(
  services: Services,
  scope: Scope,
  newest: DatasetRow['dataset'],
  upload: Upload,
): Promise<DatasetView> {
  const { name, mapping } = newest;
  return keep(services, scope, { ...upload, files: named(upload.files), name, mapping, after: newest });
}

/** The simulated sample, whose truth is known, as if it had been uploaded. */
export async function addSample(
  services: Services,
  scope: Scope,
  idempotencyKey: string | undefined,
): Promise<DatasetView> {
  const { bytes, currency } = await reading.ask('sample', {}, scope.workspaceId);
  return keep(services, scope, {
    files: one({ fileName: 'sample.csv', body: Readable.from([bytes]) }),
    name: 'Sample data',
    mapping: { ...(currency !== undefined && { currency }) },
    sample: true,
    idempotencyKey,
  });
}

async function* one(file: GivenFile): AsyncGenerator<GivenFile> {
  yield file;
}

async function* named(files: AsyncIterable<UploadedFile>): AsyncGenerator<GivenFile> {
  for await (const { fileName, body } of files) yield { fileName: cleanFileName(fileName), body };
}

interface Keeping {
  readonly files: AsyncIterable<GivenFile>;
  /** After the first file, where there is none yet. */
  readonly name?: string;
  readonly mapping: Mapping;
  readonly sample?: true;
  readonly idempotencyKey: string | undefined;
  /** The version it follows. */
  readonly after?: DatasetRow['dataset'];
}

async function keep(services: Services, scope: Scope, asked: Keeping): Promise<DatasetView> {
  // Before it is sent, and again when its size is known; with a key it may have been kept already.
  if (asked.idempotencyKey === undefined) await mustHaveRoom(services.database, scope, 1, services.config);
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
  const place = { workspaceId: scope.workspaceId, id: v7() };
  let isNew = false;
  try {
    const stored = await storeAndRead(services, scope, place, asked);
    isNew = await write(services, scope, stored.made, asked.after);
    return { ...stored, isNew };
  } finally {
    if (!isNew && !(await mayBeWritten(services, scope, place.id)))
      await removeFiles(services.objects, place);
  }
}

/** A connection may be lost after the row was written and before that was told; where nobody can tell, the next start can. */
async function mayBeWritten({ database }: Services, scope: Scope, datasetId: string): Promise<boolean> {
  try {
    return (await findDataset(database, scope, datasetId)) !== undefined;
  } catch (error) {
    console.error(loggable(error));
    return true;
  }
}

/** Bytes and sidecar on their way to the row. */
async function storeAndRead(
  { objects, clock }: Services,
  { accountId }: Scope,
  place: { readonly workspaceId: string; readonly id: string },
  asked: Keeping,
): Promise<Omit<Kept, 'isNew'>> {
  const { after, sample = false, idempotencyKey = null } = asked;
  const files = await storeFiles(objects, place, asked.files);
  const read = (mapping: Mapping) => readView(objects, { ...place, files, mapping });
  const { mapping, view } = await (after ? carriedOver(asked.mapping, read) : viewUnder(asked.mapping, read));
  const refusals = view.refusal.filter(({ code }) => notKept.has(code));
  if (refusals.length > 0) throw new InputError(refusals);
  const made = {
    ...place,
    ...summed(files, asked.name),
    ...{ files, mapping, sample, idempotencyKey, deletedAt: null },
    firstId: after?.firstId ?? place.id,
    version: (after?.version ?? 0) + 1,
    createdBy: accountId,
    createdAt: clock.now(),
  };
  await storeSidecar(objects, made);
  return { made, file: view };
}

async function viewUnder(mapping: Mapping, read: (mapping: Mapping) => Promise<FileView>) {
  return { mapping, view: await read(mapping) };
}

function summed(files: readonly StoredFile[], given: string | undefined) {
  const [first] = files;
  const name = given ?? datasetName(first?.fileName ?? '');
  return {
    name,
    fileName: files.length === 1 && first ? first.fileName : archiveName(name),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: hashOfAll(files.map(({ sha256 }) => sha256)),
  };
}

/** False when the key was used before. */
function write(
  { database, config }: Services,
  scope: Scope,
  made: DatasetRow['dataset'],
  after: DatasetRow['dataset'] | undefined,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    if (after) {
      if (!(await lockDataset(tx, scope, after.firstId)))
        throw refuse('not_found', { facts: { what: 'dataset' } });
      const [newest] = await listVersions(tx, scope, after.firstId);
      const again = made.idempotencyKey !== null && newest?.dataset.idempotencyKey === made.idempotencyKey;
      if (again) return false;
      if (newest?.dataset.version !== after.version)
        throw refuse('version_raced', { facts: { version: newest?.dataset.version ?? after.version } });
      if (after.sha256 === made.sha256) throw refuse('version_same', { facts: { version: after.version } });
    }
    await heldWorkspace(tx, scope);
    if (!(await insertDataset(tx, scope, made))) return false;
    await mustHaveRoom(tx, scope, 0, config);
    await record(tx, scope, {
      action: after ? 'dataset.version_added' : 'dataset.created',
      subjectId: made.id,
      facts: { name: made.name, version: made.version },
      at: made.createdAt,
    });
    return true;
  });
}

/** What the same key made before; the key of other bytes, or of another dataset, is refused. */
async function earlier(
  { database, objects }: Services,
  scope: Scope,
  { idempotencyKey, sha256, firstId, version }: DatasetRow['dataset'],
): Promise<DatasetView> {
  const row = await findDatasetByKey(database, scope, idempotencyKey ?? '');
  const isSame = row && (version === 1 ? row.dataset.version === 1 : row.dataset.firstId === firstId);
  if (!isSame || row.dataset.sha256 !== sha256) throw refuse('upload_key_reused');
  return datasetView(row, await readView(objects, row.dataset));
}
