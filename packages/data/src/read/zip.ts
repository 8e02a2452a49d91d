// Looks into a zipped workbook before anything opens it: a zip bomb is refused, never unpacked into memory.
import type { Entry, ZipFile } from 'yauzl';
import { refuse } from '../finding.ts';

export interface ZipLimits {
  readonly megabytes: number;
  readonly ratio: number;
  readonly parts: number;
}

export const ZIP_LIMITS: ZipLimits = { megabytes: 300, ratio: 200, parts: 2000 };

const MB = 1024 * 1024;
const LOCAL_HEADER_METHOD = 8;

/** Reads the directory and streams every part through inflate, counting bytes; returns the names of the parts. */
export async function checkZip(
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<readonly string[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await open(file);
  try {
    return await walk(zip, file, limits);
  } finally {
    zip.close();
  }
}

async function open(file: Buffer): Promise<ZipFile> {
  const yauzl = (await import('yauzl')).default;
  try {
    return await new Promise((resolve, reject) => {
      yauzl.fromBuffer(file, { lazyEntries: true, validateEntrySizes: true }, (failure, zip) =>
        failure ? reject(failure) : resolve(zip),
      );
    });
  } catch (thrown) {
    throw damaged('its end is missing or changed, as after a download that stopped', thrown);
  }
}

async function walk(zip: ZipFile, file: Buffer, limits: ZipLimits): Promise<readonly string[]> {
  const names: string[] = [];
  let unpacked = 0;
  if (zip.entryCount > limits.parts) throw bomb('parts', zip.entryCount, limits.parts);
  for (let entry = await next(zip); entry; entry = await next(zip)) {
    names.push(entry.fileName);
    if (names.length > limits.parts) throw bomb('parts', names.length, limits.parts);
    if (entry.isEncrypted()) throw refuse('workbook_encrypted');
    unpacked += entry.uncompressedSize;
    refuseSize(unpacked, file.length, limits);
    await inflate(zip, entry, file);
  }
  return names;
}

function refuseSize(unpacked: number, packed: number, limits: ZipLimits): void {
  if (unpacked > limits.megabytes * MB) throw bomb('megabytes', Math.ceil(unpacked / MB), limits.megabytes);
  // Small files may compress well; only a real size makes the ratio suspicious.
  if (unpacked > MB && unpacked > limits.ratio * packed)
    throw bomb('times its size', Math.ceil(unpacked / packed), limits.ratio);
}

/** The directory may lie about sizes: yauzl fails once a part holds more than it declared, and the bytes are let go. */
async function inflate(zip: ZipFile, entry: Entry, file: Buffer): Promise<void> {
  // Readers trust the local header's method, we read by the directory's: they must agree.
  const local = file.readUInt16LE(
    Math.min(entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_METHOD, file.length - 2),
  );
  if (local !== entry.compressionMethod) throw damaged('its parts contradict its directory');
  await new Promise<void>((resolve, reject) => {
    zip.openReadStream(entry, (failure, stream) => {
      if (failure) return reject(damaged(UNREADABLE, failure));
      stream.on('error', (e) => reject(damaged(UNREADABLE, e)));
      stream.on('end', () => resolve());
      stream.resume();
    });
  });
}

function next(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      zip.removeAllListeners();
      act();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)));
    zip.once('end', () => settle(() => resolve(undefined)));
    zip.once('error', (e: Error) => settle(() => reject(damaged(UNREADABLE, e))));
    zip.readEntry();
  });
}

const bomb = (what: string, found: number, limit: number): Error =>
  refuse('zip_bomb', {}, { what, found, limit });

const UNREADABLE = 'a part of it cannot be unpacked';

/** What the user can understand; the reader's own words stay with the error as its cause. */
function damaged(detail: string, cause?: unknown): Error {
  const refused = refuse('workbook_damaged', {}, { detail });
  if (cause !== undefined) refused.cause = cause;
  return refused;
}
