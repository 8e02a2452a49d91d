// Files as one: the uncompressed zip that Zarr's readers open where it lies (PKWARE's APPNOTE 6.3, without Zip64).

/** The largest a zip may be, and the most files it may hold, without its 64-bit extension. */
const maxZipBytes = 2 ** 32 - 1;
const maxFiles = 2 ** 16 - 1;

/** Of a file beside its content and its name, which stands twice: its head, its length after it, its line in the directory. */
const fileBytes = 30 + 16 + 46;
const endBytes = 22;

/** The first a zip can tell: equal runs make equal files. */
const madeAt = new Date(1980, 0, 1);

/** Bytes of a zip of files with these names and `contentBytes` together; undefined when it would be more than a zip can be. */
export function zipBytes(names: readonly string[], contentBytes: number): number | undefined {
  let bytes = contentBytes + endBytes;
  for (const name of names) bytes += fileBytes + 2 * Buffer.byteLength(name, 'utf8');
  return bytes > maxZipBytes || names.length > maxFiles ? undefined : bytes;
}

/** A zip piece by piece: each file is passed on as it comes, and none is kept. */
export async function* zipParts(
  files: AsyncIterable<readonly [string, Uint8Array]> | Iterable<readonly [string, Uint8Array]>,
): AsyncGenerator<Uint8Array> {
  const { Zip, ZipPassThrough } = await import('fflate');
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for await (const [name, bytes] of files) {
    const file = new ZipPassThrough(name);
    file.mtime = madeAt;
    zip.add(file);
    file.push(bytes, true);
    yield* parts.splice(0);
  }
  zip.end();
  yield* parts;
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
