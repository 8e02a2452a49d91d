// Normals of a random stream, made in WASM: what a momentum is drawn from.
import { LOG_TABLE } from '../numeric/elementary-tables.ts';
import type { NormalMaker } from '../numeric/random.ts';
import { wasmIsAvailable, wasmMemory, wasmStages } from './wasm.ts';

/** Numbers that the counter's words take. */
const COUNTER = 4;

/** For up to `most` normals at a time; nothing where there is no WASM. */
export function normalMaker(most: number): NormalMaker | undefined {
  if (!wasmIsAvailable()) return undefined;
  const first = COUNTER + LOG_TABLE.length;
  // Blocks come in twos.
  const memory = wasmMemory(first + most + 1);
  const { normals } = wasmStages(memory);
  const numbers = new Float64Array(memory.buffer);
  numbers.set(LOG_TABLE, COUNTER);
  return {
    counter: new Int32Array(memory.buffer, 0, 2 * COUNTER),
    make: (count) => normals(count, 0),
    made: numbers.subarray(first, first + most + 1),
  };
}
