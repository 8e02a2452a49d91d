// Where an upload is kept: its bytes, and beside them what the database says of it, so that it can be rebuilt.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { LIMITS } from '@mixmodel/data';
import type { Objects } from '../../ports/objects.ts';
import { refuse } from '../../refuse.ts';
import type { DatasetRow } from './queries.ts';

export const mostBytes = LIMITS.megabytes * 1024 * 1024;

export interface Stored {
  readonly bytes: number;
  readonly sha256: string;
}

interface Place {
  readonly workspaceId: string;
  readonly id: string;
}

const folderOf = ({ workspaceId, id }: Place): string => `workspaces/${workspaceId}/datasets/${id}/`;

export const fileKey = (place: Place): string => `${folderOf(place)}file`;

/** Durable when it resolves; leaves nothing behind when the body fails or is too long. */
export async function storeFile(
  objects: Objects,
  key: string,
  body: AsyncIterable<Uint8Array>,
): Promise<Stored> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw refuse('file_too_large', { facts: { limitMb: LIMITS.megabytes } });
      hash.update(chunk);
      yield chunk;
    }
  }
  await objects.put(key, Readable.from(measured()));
  return { bytes, sha256: hash.digest('hex') };
}

/** The row as JSON beside the file (DESIGN §3: `recover` rebuilds from it). */
export async function storeSidecar(objects: Objects, row: DatasetRow['dataset']): Promise<void> {
  await objects.put(`${folderOf(row)}dataset.json`, new TextEncoder().encode(JSON.stringify(row)));
}

export async function loadFile(objects: Objects, key: string): Promise<Uint8Array> {
  const bytes = await objects.get(key);
  if (!bytes) throw refuse('object_missing');
  return bytes;
}

export async function removeFiles(objects: Objects, place: Place): Promise<void> {
  await objects.remove(folderOf(place));
}
