// Objects as files below one folder: whole or not there, and on the disk before `put` resolves.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import type { Objects } from '../../ports/objects.ts';
import { keyParts } from './key.ts';

/** Bytes on their way: on the same disk, so that a rename moves them whole. */
const partial = '.partial';

/** One instance a folder: the first `put` clears away what a killed process left half written. */
export function diskObjects(folder: string): Objects {
  let ready: Promise<void> | undefined;
  const pathOf = (key: string) => join(folder, ...keyParts(key));
  return {
    async put(key, body) {
      const path = pathOf(key);
      // A disk that was full for the first may have room for the next.
      ready ??= emptied(join(folder, partial)).catch((error: unknown) => {
        ready = undefined;
        throw error;
      });
      await ready;
      const beside = join(folder, partial, randomUUID());
      try {
        await writeDurably(beside, body);
        await makeFolder(dirname(path), folder);
        await rename(beside, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    get: (key) => orMissing(() => readFile(pathOf(key)), undefined),
    async list(prefix) {
      const files = await filesBelow(pathOf(prefix));
      return files.map((path) => relative(folder, path).split(sep).join('/'));
    },
    async size(prefix) {
      const files = await filesBelow(pathOf(prefix));
      const sizes = files.map((path) => orMissing(async () => (await stat(path)).size, 0));
      return (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
    },
    async remove(keyOrPrefix) {
      const path = pathOf(keyOrPrefix);
      if (keyOrPrefix.endsWith('/')) return rm(path, { recursive: true, force: true });
      if (await orMissing(async () => (await stat(path)).isFile(), false)) await unlink(path);
    },
  };
}

async function emptied(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
}

async function writeDurably(path: string, body: Uint8Array | Readable): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await writeFile(file, body);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes what is missing between `root` and `path`; a new folder is durable once its parent is synced. */
async function makeFolder(path: string, root: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length && made !== root; made = dirname(made))
    await syncFolder(dirname(made));
}

/** So that the name survives a power cut as well as the bytes. Windows has no such call, and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Folder by folder, so that one that is removed meanwhile hides no other. */
async function filesBelow(path: string): Promise<string[]> {
  const entries = await orMissing(() => readdir(path, { withFileTypes: true }), []);
  const found = entries.map((entry) => {
    const place = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(place) : [place];
  });
  return (await Promise.all(found)).flat();
}

async function orMissing<Found, Missing>(
  read: () => Promise<Found>,
  missing: Missing,
): Promise<Found | Missing> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && absent.has(String(error.code))) return missing;
    throw error;
  }
}

/** A key that is a folder of other keys has no object either. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);
