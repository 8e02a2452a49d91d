// A Zarr store as one file: the uncompressed zip that Zarr's readers open where it lies.
import type { Zippable } from 'fflate';

/** The largest a zip may be without its 64-bit extension, which fflate does not write. */
const maxZipBytes = 2 ** 32 - 1;

/**
 * The keys of a store as a `.zarr.zip`; undefined when it would be larger than a zip can be. Uncompressed, as draws
 * hardly compress. A fixed date makes equal runs equal files.
 */
export async function zipOf(entries: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array | undefined> {
  let size = 0;
  for (const [key, bytes] of entries) size += bytes.length + 2 * key.length + 256;
  if (size > maxZipBytes) return undefined;
  const { zipSync } = await import('fflate');
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const [key, bytes] of entries) files[key] = [bytes, { level: 0, mtime }];
  return zipSync(files);
}
