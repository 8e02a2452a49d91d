// Numbers as little-endian bytes and back, the same on every machine: what hashes and stored chunks are made of.
import { endianness } from 'node:os';

const hostIsLittleEndian = endianness() === 'LE';

/** The bytes of 8-byte numbers, low byte first. Shares memory with `values` where the machine already stores them so. */
export function littleEndianBytes(values: Float64Array | BigInt64Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return hostIsLittleEndian ? bytes : swapped(bytes);
}

export function float64From(bytes: Uint8Array): Float64Array {
  return new Float64Array(alignedCopy(bytes));
}

export function int64From(bytes: Uint8Array): BigInt64Array {
  return new BigInt64Array(alignedCopy(bytes));
}

/** A buffer of its own in the machine's order: a view of a file or zip may start at any offset. */
function alignedCopy(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(hostIsLittleEndian ? bytes : swapped(bytes));
  return copy;
}

function swapped(bytes: Uint8Array): Uint8Array {
  return Buffer.from(bytes).swap64();
}
