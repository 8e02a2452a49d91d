// A chain segment as bytes and back, the same bits: what a checkpoint holds.
import { deserialize, serialize } from 'node:v8';
import type { ChainSegment } from '@mixmodel/engine';

/** Raised when the fields of a segment change: an older checkpoint is then refused, and its stretch drawn again. */
const version = 1;

/** V8's own format keeps typed arrays as they are, and every later Node reads it. */
export function segmentBytes(segment: ChainSegment): Uint8Array {
  return serialize({ version, segment });
}

/** Throws when these are not the bytes of a segment of this version. */
export function segmentFrom(bytes: Uint8Array): ChainSegment {
  const found: unknown = deserialize(bytes);
  if (typeof found === 'object' && found !== null && 'version' in found && 'segment' in found) {
    if (found.version === version) return found.segment as ChainSegment;
    throw new Error(`A checkpoint of version ${version} is wanted, this has ${String(found.version)}.`);
  }
  throw new Error('These bytes are not a checkpoint.');
}
