// Data and published draws out of a clone of posteriordb, where MIXMODEL_POSTERIORDB names one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

export const checkout = process.env.MIXMODEL_POSTERIORDB;

export function published<Content>(path: string): Content {
  return JSON.parse(onlyFile(readFileSync(join(checkout ?? '', 'posterior_database', path))).toString());
}

/** The one file of a zip archive, found by the directory at the archive's end. */
function onlyFile(zip: Buffer): Buffer {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const directory = zip.readUInt32LE(end + 16);
  const method = zip.readUInt16LE(directory + 10);
  const length = zip.readUInt32LE(directory + 20);
  const header = zip.readUInt32LE(directory + 42);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(start, start + length);
  return method === 0 ? bytes : inflateRawSync(bytes);
}
