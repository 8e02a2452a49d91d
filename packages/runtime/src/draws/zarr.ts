// The small part of Zarr v3 that draws need: group and array metadata, chunks as raw bytes, string arrays.
//
// Written by hand rather than through zarrita: uncompressed chunks are a JSON file and raw little-endian bytes, the
// string arrays zarrita cannot encode would be by hand anyway, and loading it takes 90 ms of a fit that may take 500.
// zarrita and zarr-python read the result back in the tests.
import { float64From, int64From, littleEndianBytes } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { DrawsStore, ReadableStore } from './store.ts';

export type Attributes = Readonly<Record<string, unknown>>;

/** `bool` values are 0 or 1. */
export type ArrayValues =
  | { readonly type: 'float64'; readonly values: Float64Array }
  | { readonly type: 'int64'; readonly values: BigInt64Array }
  | { readonly type: 'bool'; readonly values: Uint8Array }
  | { readonly type: 'string'; readonly values: readonly string[] };

export type DataType = ArrayValues['type'];

export interface ArrayShape {
  readonly dims: readonly string[];
  readonly shape: readonly number[];
  readonly chunkShape: readonly number[];
}

/** A chunk that was never written would read as these; NaN shows, and nothing here leaves a chunk out. */
const fillValues: Readonly<Record<DataType, unknown>> = { float64: 'NaN', int64: 0, bool: false, string: '' };

/** With `members` the group knows the metadata of all that lies in it: one file is read where there were dozens. */
export async function writeGroup(
  store: DrawsStore,
  path: string,
  attributes: Attributes,
  members?: Members,
): Promise<void> {
  const consolidated = members && {
    // As zarr-python writes it; the format itself only leaves room for it.
    consolidated_metadata: { kind: 'inline', must_understand: false, metadata: Object.fromEntries(members) },
  };
  await writeMetadata(store, path, { zarr_format: 3, node_type: 'group', attributes, ...consolidated });
}

/** Metadata of groups and arrays by their paths. */
export type Members = ReadonlyMap<string, unknown>;

/** The same store, which notes the metadata that are written to it. */
export function noting(store: DrawsStore): { readonly store: DrawsStore; readonly members: Members } {
  const members = new Map<string, unknown>();
  const ending = `/${metadataKey('')}`;
  const noted: DrawsStore = {
    get: (key) => store.get(key),
    set(key, bytes) {
      if (key.endsWith(ending))
        members.set(key.slice(0, -ending.length), JSON.parse(Buffer.from(bytes).toString('utf8')));
      return store.set(key, bytes);
    },
  };
  return { store: noted, members };
}

/** The metadata of an array; its chunks follow with `writeChunk`. */
export async function writeArray(
  store: DrawsStore,
  path: string,
  type: DataType,
  { dims, shape, chunkShape, attributes = {} }: ArrayShape & { readonly attributes?: Attributes },
): Promise<void> {
  const codec =
    type === 'string' ? { name: 'vlen-utf8' } : { name: 'bytes', configuration: { endian: 'little' } };
  await writeMetadata(store, path, {
    zarr_format: 3,
    node_type: 'array',
    shape,
    data_type: type,
    chunk_grid: { name: 'regular', configuration: { chunk_shape: chunkShape.map((n) => Math.max(1, n)) } },
    chunk_key_encoding: { name: 'default', configuration: { separator: '/' } },
    fill_value: fillValues[type],
    codecs: [codec],
    dimension_names: dims,
    attributes,
  });
}

/** Chunk `index` (one number a dimension) of the array at `path`; `values` are its elements, last dimension fastest. */
export async function writeChunk(
  store: DrawsStore,
  path: string,
  index: readonly number[],
  chunk: ArrayValues,
): Promise<void> {
  await store.set(chunkKey(path, index), encode(chunk));
}

/** An array small enough for one chunk. */
export async function writeWhole(
  store: DrawsStore,
  path: string,
  array: ArrayValues,
  options: {
    readonly dims: readonly string[];
    readonly shape: readonly number[];
    readonly attributes?: Attributes;
  },
): Promise<void> {
  await writeArray(store, path, array.type, { ...options, chunkShape: options.shape });
  if (options.shape.includes(0)) return;
  await writeChunk(
    store,
    path,
    options.shape.map(() => 0),
    array,
  );
}

export interface ArrayMetadata {
  readonly type: string;
  readonly dims: readonly string[];
  readonly shape: readonly number[];
  readonly chunkShape: readonly number[];
  readonly attributes: Attributes;
}

export async function readGroupAttributes(store: ReadableStore, path: string): Promise<Attributes> {
  const metadata = await readMetadata(store, path);
  return (metadata.attributes ?? {}) as Attributes;
}

export async function readArrayMetadata(store: ReadableStore, path: string): Promise<ArrayMetadata> {
  const metadata = await readMetadata(store, path);
  const grid = metadata.chunk_grid as { configuration: { chunk_shape: number[] } };
  return {
    type: metadata.data_type as string,
    dims: metadata.dimension_names as string[],
    shape: metadata.shape as number[],
    chunkShape: grid.configuration.chunk_shape,
    attributes: (metadata.attributes ?? {}) as Attributes,
  };
}

export async function readFloat64(
  store: ReadableStore,
  path: string,
  index: readonly number[],
): Promise<Float64Array> {
  return float64From(await readChunk(store, path, index));
}

export async function readInt64(
  store: ReadableStore,
  path: string,
  index: readonly number[],
): Promise<BigInt64Array> {
  return int64From(await readChunk(store, path, index));
}

export async function readBytes(
  store: ReadableStore,
  path: string,
  index: readonly number[],
): Promise<Uint8Array> {
  return Uint8Array.from(await readChunk(store, path, index));
}

export async function readStrings(
  store: ReadableStore,
  path: string,
  index: readonly number[],
): Promise<string[]> {
  return decodeStrings(await readChunk(store, path, index));
}

export function chunkKey(path: string, index: readonly number[]): string {
  return [path, 'c', ...index].join('/');
}

async function readChunk(store: ReadableStore, path: string, index: readonly number[]): Promise<Uint8Array> {
  const key = chunkKey(path, index);
  const bytes = await store.get(key);
  if (!bytes)
    throw new Error(`The stored draws are incomplete: ${key} is missing. Fit again to write them anew.`);
  return bytes;
}

async function writeMetadata(store: DrawsStore, path: string, metadata: Attributes): Promise<void> {
  await store.set(metadataKey(path), Buffer.from(canonicalJson(metadata), 'utf8'));
}

async function readMetadata(store: ReadableStore, path: string): Promise<Attributes> {
  const key = metadataKey(path);
  const bytes = await store.get(key);
  if (!bytes)
    throw new Error(`These are not stored draws: ${key} is missing. Give a file that a fit has written.`);
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Attributes;
}

export function metadataKey(path: string): string {
  return path ? `${path}/zarr.json` : 'zarr.json';
}

function encode(chunk: ArrayValues): Uint8Array {
  if (chunk.type === 'string') return encodeStrings(chunk.values);
  return chunk.type === 'bool' ? chunk.values : littleEndianBytes(chunk.values);
}

/** The `vlen-utf8` codec: uint32 count, then for each string uint32 length and its UTF-8 bytes. */
function encodeStrings(strings: readonly string[]): Uint8Array {
  const parts = strings.flatMap((value) => {
    const bytes = Buffer.from(value, 'utf8');
    return [uint32(bytes.length), bytes];
  });
  // In a buffer of its own: zarrita 0.7 decodes strings from the start of whatever buffer they lie in.
  return Uint8Array.from(Buffer.concat([uint32(strings.length), ...parts]));
}

function decodeStrings(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const strings: string[] = [];
  let at = 4;
  for (let left = buffer.readUInt32LE(0); left > 0; left--) {
    const end = at + 4 + buffer.readUInt32LE(at);
    strings.push(buffer.toString('utf8', at + 4, end));
    at = end;
  }
  return strings;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
