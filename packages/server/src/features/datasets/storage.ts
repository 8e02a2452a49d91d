// Where an upload is kept: the bytes of its files, and beside them what the database says of it, so that it can be rebuilt.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type DataFile, LIMITS } from '@mixmodel/data';
import type { Objects } from '../../ports/objects.ts';
import { refuse } from '../../refuse.ts';
import type { DatasetRow, StoredFile } from './queries.ts';

export const mostBytes = LIMITS.megabytes * 1024 * 1024;

export const mostFiles = 10;

interface Place {
  readonly workspaceId: string;
  readonly id: string;
}

export interface GivenFile {
  /** Safe to show. */
  readonly fileName: string;
  readonly body: AsyncIterable<Uint8Array>;
}

const folderOf = ({ workspaceId, id }: Place): string => `workspaces/${workspaceId}/datasets/${id}/`;

/** A key of our own making: `file`, then `file-2`. */
const fileKey = (place: Place, index: number): string =>
  `${folderOf(place)}${index === 0 ? 'file' : `file-${index + 1}`}`;

/** One after the other, as a form brings them; durable when it resolves. */
export async function storeFiles(
  objects: Objects,
  place: Place,
  given: AsyncIterable<GivenFile>,
): Promise<StoredFile[]> {
  const stored: StoredFile[] = [];
  for await (const file of given) {
    if (stored.some(({ fileName }) => fileName === file.fileName))
      throw refuse('upload_same_name', { facts: { fileName: file.fileName } });
    const before = stored.reduce((sum, { bytes }) => sum + bytes, 0);
    stored.push(await storeFile(objects, fileKey(place, stored.length), file, before));
  }
  if (stored.length === 0) throw refuse('upload_no_file');
  return stored;
}

/** Leaves nothing behind when the body fails or is too long together with what came `before` it. */
async function storeFile(
  objects: Objects,
  objectKey: string,
  { fileName, body }: GivenFile,
  before: number,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (before + bytes > mostBytes)
        throw refuse(before > 0 ? 'files_too_large' : 'file_too_large', {
          facts: { limitMb: LIMITS.megabytes },
        });
      hash.update(chunk);
      yield chunk;
    }
  }
  await objects.put(objectKey, Readable.from(measured()));
  return { fileName, bytes, sha256: hash.digest('hex'), objectKey };
}

/** The row as JSON beside the file (DESIGN §3: `recover` rebuilds from it). */
export async function storeSidecar(objects: Objects, row: DatasetRow['dataset']): Promise<void> {
  await objects.put(`${folderOf(row)}dataset.json`, new TextEncoder().encode(JSON.stringify(row)));
}

/** The row as it stands beside the files, whole or not at all. */
export async function sidecarOf(
  objects: Pick<Objects, 'get'>,
  place: Place,
): Promise<DatasetRow['dataset'] | undefined> {
  const bytes = await objects.get(`${folderOf(place)}dataset.json`);
  if (bytes === undefined) return undefined;
  const row = JSON.parse(new TextDecoder().decode(bytes));
  const date = (text: string | null) => text && new Date(text);
  return { ...row, createdAt: date(row.createdAt), deletedAt: date(row.deletedAt) };
}

/** Of every version there are bytes of, whether or not a row names it. */
export async function storedIds(objects: Pick<Objects, 'list'>, workspaceId: string): Promise<Set<string>> {
  const folder = `workspaces/${workspaceId}/datasets/`;
  const keys = await objects.list(folder);
  return new Set(keys.map((key) => key.slice(folder.length).split('/', 1).join('')));
}

export async function loadFiles(
  objects: Pick<Objects, 'get'>,
  files: readonly StoredFile[],
): Promise<DataFile[]> {
  const load = async ({ objectKey, fileName }: StoredFile) => {
    const bytes = await objects.get(objectKey);
    if (!bytes) throw refuse('object_missing');
    return { fileName, bytes };
  };
  return Promise.all(files.map(load));
}

export async function removeFiles(objects: Objects, place: Place): Promise<void> {
  await objects.remove(folderOf(place));
}
