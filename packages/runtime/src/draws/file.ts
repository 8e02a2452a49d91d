// Stored draws on disk: a `.zarr` directory or one `.zarr.zip` file, whole or not there at all.
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '@mixmodel/engine';
import type { StoredDraws } from './layout.ts';
import { readDraws } from './read.ts';
import { type DrawsStore, directoryStore, isMissing, memoryStore } from './store.ts';
import { writeDraws } from './write.ts';
import { zipOf } from './zip.ts';

/**
 * Writes a run to `path`, which ends in `.zarr` or `.zarr.zip`. It is written beside its place and then moved there,
 * so that nobody reads half of it. Draws already there are replaced; anything else there is refused.
 */
export async function saveDraws(path: string, stored: StoredDraws): Promise<void> {
  await checkDrawsPath(path);
  const place = resolve(path);
  const beside = `${place}.${process.pid}.partial`;
  try {
    if (endingOf(path) === 'zip') {
      await writeFile(beside, await zipped(path, stored));
      await rename(beside, place);
    } else {
      await mkdir(beside);
      await writeDraws(directoryStore(beside), stored);
      await replaceFolder(beside, place);
    }
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Reads what `saveDraws` wrote. */
export async function loadDraws(path: string): Promise<StoredDraws> {
  const isZip = endingOf(path) === 'zip';
  if ((await kindOf(path)) === 'nothing') {
    throw new InputError([{ code: 'file_missing', path: '', facts: { file: path } }]);
  }
  return readDraws(isZip ? await unzipped(path) : directoryStore(path));
}

/** Throws `InputError` unless draws can be saved under `path`: ask before a long fit, not after it. */
export async function checkDrawsPath(path: string): Promise<void> {
  const isZip = endingOf(path) === 'zip';
  const place = resolve(path);
  const [found, folder] = await Promise.all([kindOf(place), kindOf(dirname(place))]);
  if (folder !== 'folder') throw unwritable(path, 'its folder does not exist');
  if (found === 'nothing') return;
  const replaceable = isZip ? found === 'file' : (await kindOf(join(place, 'zarr.json'))) === 'file';
  if (!replaceable) throw unwritable(path, 'something other than draws has this name');
}

function endingOf(path: string): 'folder' | 'zip' {
  if (path.endsWith('.zarr.zip')) return 'zip';
  if (/\.zarr[/\\]?$/.test(path)) return 'folder';
  throw unwritable(path, 'the name of draws ends in .zarr or .zarr.zip');
}

function unwritable(file: string, reason: string): InputError {
  return new InputError([{ code: 'file_unwritable', path: '', facts: { file, reason } }]);
}

async function zipped(path: string, stored: StoredDraws): Promise<Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  await writeDraws(memoryStore(entries), stored);
  const zip = await zipOf(entries);
  if (!zip) throw unwritable(path, 'a zip ends at 4 GB; a name that ends in .zarr has no such end');
  return zip;
}

async function unzipped(path: string): Promise<DrawsStore> {
  const [bytes, { unzipSync }] = await Promise.all([readFile(path), import('fflate')]);
  try {
    return memoryStore(new Map(Object.entries(unzipSync(bytes))));
  } catch (error) {
    const reason = `it is not a zip: ${error instanceof Error ? error.message : String(error)}`;
    throw new InputError([{ code: 'file_unreadable', path: '', facts: { file: path, reason } }]);
  }
}

/** A folder cannot be renamed over a full one: the old draws step aside first. */
async function replaceFolder(from: string, to: string): Promise<void> {
  const aside = `${to}.${process.pid}.replaced`;
  const isThere = (await kindOf(to)) !== 'nothing';
  if (isThere) await rename(to, aside);
  await rename(from, to);
  await rm(aside, { recursive: true, force: true });
}

async function kindOf(path: string): Promise<'nothing' | 'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isMissing(error)) return 'nothing';
    throw error;
  }
}
