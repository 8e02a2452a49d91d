// Whether stored draws are all there, by the metadata of their root: known before any of them is read.
import { chunkKey, metadataKey } from './zarr.ts';

interface Member {
  readonly shape?: readonly number[];
  readonly chunk_grid?: { readonly configuration: { readonly chunk_shape: readonly number[] } };
}

interface Root {
  readonly consolidated_metadata?: { readonly metadata: Readonly<Record<string, Member>> };
}

/**
 * The first key that stored draws should have among `keys` and have not. Readers of Zarr take a chunk that is not there
 * for one that was never written, and fill it up: draws that lack one would be read as others. Draws from before the
 * root knew its members are only known to be there.
 */
export function missingKey(root: Uint8Array | undefined, keys: readonly string[]): string | undefined {
  if (root === undefined) return metadataKey('');
  const there = new Set(keys);
  const { consolidated_metadata: known } = JSON.parse(Buffer.from(root).toString('utf8')) as Root;
  for (const [path, member] of Object.entries(known?.metadata ?? {}))
    for (const key of keysOf(path, member)) if (!there.has(key)) return key;
  return undefined;
}

/** Its metadata and, of an array, every chunk. */
function* keysOf(path: string, { shape = [], chunk_grid: grid }: Member): Generator<string> {
  yield metadataKey(path);
  if (!grid || shape.includes(0)) return;
  const counts = shape.map((length, i) => Math.ceil(length / (grid.configuration.chunk_shape[i] ?? 1)));
  for (const index of indices(counts)) yield chunkKey(path, index);
}

function* indices([count, ...rest]: readonly number[]): Generator<number[]> {
  if (count === undefined) return yield [];
  for (let i = 0; i < count; i++) for (const later of indices(rest)) yield [i, ...later];
}
