// A chain segment as bytes and back, the same bits: what a checkpoint holds.
import { deserialize, serialize } from 'node:v8';
import type { ChainSegment } from '@mixmodel/engine';

/** Raised when the fields of a segment change: an older checkpoint is then refused, and its stretch drawn again. */
const version = 1;

/** V8's own format keeps typed arrays as they are, and every later Node reads it. */
export function segmentBytes(segment: ChainSegment): Uint8Array {
  return serialize({ version, segment });
}

/** Undefined when these are not the bytes of a segment of this version: its stretch is drawn again, the same. */
export function segmentFrom(bytes: Uint8Array): ChainSegment | undefined {
  const found = decoded(bytes);
  if (typeof found !== 'object' || found === null || !('version' in found && 'segment' in found))
    return undefined;
  return found.version === version ? (found.segment as ChainSegment) : undefined;
}

/** V8 throws at bytes that are cut off, of a later format or of something else: all of them are no checkpoint. */
function decoded(bytes: Uint8Array): unknown {
  try {
    return deserialize(bytes);
  } catch {
    return undefined;
  }
}
