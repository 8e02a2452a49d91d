// Which memory of a result can move to another thread instead of being copied.

/**
 * Every buffer in `value` that an array covers whole. An array over part of a larger buffer (a WebAssembly memory, say)
 * is left out: moving that would take what is not its own, so it is copied.
 */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return;
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) found.add(buffer);
    return;
  }
  for (const part of Object.values(value)) collect(part, found);
}
