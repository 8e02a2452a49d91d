// Files as one: the uncompressed zip that Zarr's readers open where it lies (PKWARE's APPNOTE 6.3, without Zip64).
import { crc32 } from 'node:zlib';

/** The largest a zip may be, and the most files it may hold, without its 64-bit extension. */
const maxZipBytes = 2 ** 32 - 1;
const maxFiles = 2 ** 16 - 1;

const localBytes = 30;
const centralBytes = 46;
const endBytes = 22;

/** Version 2.0 of the format, names in UTF-8, stored as they are, at midnight of 1980-01-01: equal runs make equal files. */
const version = 20;
const flags = 0x0800;
const stored = 0;
const time = 0;
const date = 0x0021;

/** Bytes of a zip of files with these names and `contentBytes` together; undefined when it would be more than a zip can be. */
export function zipBytes(names: readonly string[], contentBytes: number): number | undefined {
  let bytes = contentBytes + endBytes;
  for (const name of names) bytes += localBytes + centralBytes + 2 * Buffer.byteLength(name, 'utf8');
  return bytes > maxZipBytes || names.length > maxFiles ? undefined : bytes;
}

/** A zip piece by piece: each file is passed on as it comes, and none is kept. */
export async function* zipParts(
  files: AsyncIterable<readonly [string, Uint8Array]> | Iterable<readonly [string, Uint8Array]>,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const [path, bytes] of files) {
    const name = Buffer.from(path, 'utf8');
    const about = commonFields(name, bytes);
    const head = Buffer.concat([numbers([0x04034b50]), about, name]);
    directory.push(centralEntry(about, name, offset));
    offset += head.length + bytes.length;
    yield head;
    yield bytes;
  }
  const central = Buffer.concat(directory);
  yield central;
  const count = directory.length;
  yield Buffer.concat([
    numbers([0x06054b50]),
    shorts([0, 0, count, count]),
    numbers([central.length, offset]),
    shorts([0]),
  ]);
}

/** All of it at once; undefined when it would be larger than a zip can be. */
export async function zipOf(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array | undefined> {
  const contentBytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const length = zipBytes([...files.keys()], contentBytes);
  if (length === undefined) return undefined;
  const zip = new Uint8Array(length);
  let at = 0;
  for await (const part of zipParts(files)) {
    zip.set(part, at);
    at += part.length;
  }
  return zip;
}

/** What the head of a file and its entry in the directory say alike. */
function commonFields(name: Uint8Array, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    shorts([version, flags, stored, time, date]),
    numbers([crc32(bytes), bytes.length, bytes.length]),
    shorts([name.length, 0]),
  ]);
}

function centralEntry(about: Uint8Array, name: Uint8Array, offset: number): Buffer {
  const noCommentNorDisk = shorts([0, 0, 0]);
  return Buffer.concat([
    numbers([0x02014b50]),
    shorts([version]),
    about,
    noCommentNorDisk,
    numbers([0, offset]),
    name,
  ]);
}

function shorts(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, 2 * i);
  return bytes;
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, 4 * i);
  return bytes;
}
