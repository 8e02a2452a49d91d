// Where bytes are kept: uploads, checkpoints, draws. A key is a path of our own making, never a user's words.
import type { Readable } from 'node:stream';

export interface Objects {
  /** Resolves when the bytes are durable under `key`; a body that fails leaves nothing behind. Replaces what was there. */
  put(key: string, body: Uint8Array | Readable): Promise<void>;
  /** Undefined when nothing is stored under `key`. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Keys that begin with `prefix` (which ends in `/`), in any order. */
  list(prefix: string): Promise<readonly string[]>;
  /** Bytes of all objects whose key begins with `prefix` (which ends in `/`). */
  size(prefix: string): Promise<number>;
  /** Everything whose key begins with `prefix` (which ends in `/`), or the one object of that key. */
  remove(keyOrPrefix: string): Promise<void>;
}
