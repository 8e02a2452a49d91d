// Where stored draws live: a two-method key-value store, in memory or in a directory.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Keys are Zarr's: relative paths with `/`. */
export interface ReadableStore {
  /** Undefined when nothing was stored under `key`. */
  get(key: string): Promise<Uint8Array | undefined>;
}

/** Object storage fits behind it as well. */
export interface DrawsStore extends ReadableStore {
  set(key: string, bytes: Uint8Array): Promise<void>;
}

/** Keeps the bytes in `entries`. */
export function memoryStore(entries: Map<string, Uint8Array> = new Map()): DrawsStore {
  return {
    set: async (key, bytes) => void entries.set(key, bytes),
    get: async (key) => entries.get(key),
  };
}

/** One file a key below `path`, which is made when the first key is written. */
export function directoryStore(path: string): DrawsStore {
  return {
    async set(key, bytes) {
      const file = join(path, ...key.split('/'));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    },
    async get(key) {
      try {
        return await readFile(join(path, ...key.split('/')));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
  };
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
