// One JSON text for one value, so that equal specs have equal hashes (RFC 8785: keys sorted, no spaces).

/**
 * Keys sorted by UTF-16 code units, numbers as ECMAScript writes them, `undefined` properties left out.
 * Throws where JSON would silently write null (NaN, infinities) or nothing (functions, symbols).
 */
export function canonicalJson(value: unknown): string {
  return write(value, '');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item, i) => write(item, `${path}[${i}]`)).join(',')}]`;
  if (isPlainObject(value)) return writeObject(value, path);
  throw new TypeError(
    `Only plain JSON can be written: ${path || 'the value'} is ${describe(value)}. Give a finite number, text, true, false, null, a list or a plain object.`,
  );
}

function writeObject(value: Record<string, unknown>, path: string): string {
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort();
  const members = keys.map(
    (key) => `${JSON.stringify(key)}:${write(value[key], path ? `${path}.${key}` : key)}`,
  );
  return `{${members.join(',')}}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `a ${value.constructor?.name ?? 'object'}`;
  return typeof value === 'symbol' || typeof value === 'function' ? `a ${typeof value}` : String(value);
}
