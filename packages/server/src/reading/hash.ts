// What the exact bytes of a dataset are called: the SHA-256 of its file, or of the hashes of its files.
import type { DataFile } from '@mixmodel/data';
import { sha256 } from '@mixmodel/runtime';

/** `hashes` are of the files, in hexadecimal, in their order; of several, each on a line of its own. */
export function hashOfAll(hashes: readonly string[]): string {
  const [only = '', ...others] = hashes;
  if (others.length === 0) return only;
  return sha256(Buffer.from(hashes.map((hash) => `${hash}\n`).join('')));
}

export const hashOfFiles = (files: readonly DataFile[]): string =>
  hashOfAll(files.map(({ bytes }) => sha256(bytes)));
