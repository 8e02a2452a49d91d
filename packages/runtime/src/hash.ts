// The hashes a result names its inputs by: SHA-256 of uploaded bytes, of model data, of an expanded spec.
import { createHash } from 'node:crypto';
import type { ModelData, Spec } from '@mixmodel/engine';
import { littleEndianBytes } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-256 of the spec's canonical JSON (UTF-8): key order and spacing of the file it came from do not matter. */
export function specSha256(spec: Spec): string {
  return sha256(Buffer.from(canonicalJson(spec), 'utf8'));
}

/**
 * SHA-256 of the model data as bytes, all numbers little endian:
 * 1. text `mixmodel.model-data.1`, so that another layout can never give the same hash by accident
 * 2. text `period`
 * 3. count `leadIn`
 * 4. count of periods, then each date as float64 days since 1970-01-01
 * 5. count of columns, then per column, sorted by name in UTF-16 code units: text name, count of values, values as float64
 *
 * A text is the count of its UTF-8 bytes, then these bytes; a count is float64. Every NaN is hashed as the quiet NaN
 * 7ff8000000000000, because ECMAScript leaves its bits open; −0 and 0 stay apart, because they may lead to other bits.
 */
export function modelSha256(data: ModelData): string {
  const hash = createHash('sha256');
  const numbers = (values: Float64Array): void => void hash.update(canonicalNumbers(values));
  const count = (value: number): void => numbers(Float64Array.of(value));
  const text = (value: string): void => {
    const bytes = Buffer.from(value, 'utf8');
    count(bytes.length);
    hash.update(bytes);
  };
  text('mixmodel.model-data.1');
  text(data.period);
  count(data.leadIn);
  count(data.dates.length);
  numbers(Float64Array.from(data.dates));
  count(data.columns.size);
  for (const name of [...data.columns.keys()].sort()) {
    const values = data.columns.get(name) ?? new Float64Array(0);
    text(name);
    count(values.length);
    numbers(values);
  }
  return hash.digest('hex');
}

const quietNaN = Uint8Array.of(0, 0, 0, 0, 0, 0, 0xf8, 0x7f);

function canonicalNumbers(values: Float64Array): Uint8Array {
  const bytes = littleEndianBytes(Float64Array.from(values));
  values.forEach((value, i) => {
    if (Number.isNaN(value)) bytes.set(quietNaN, 8 * i);
  });
  return bytes;
}
