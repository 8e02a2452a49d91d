// A diagonal and a few directions times a vector, in WASM: the sampler's metric where it is large.
import { wasmIsAvailable, wasmMemory, wasmStages } from './wasm.ts';

/** Directions that stand side by side: their number is a multiple of this. */
export const LANES = 4;

export interface LowRank {
  /** Directions row-major, `size` numbers each; as many excesses. */
  set(diagonal: Float64Array, directions: Float64Array, excess: Float64Array): void;
  /** Writes diagonal·x + Σ excess·(u·x)·u into `out`. */
  apply(x: Float64Array, out: Float64Array): void;
}

/** For vectors of `size` numbers and any directions they can have; nothing where there is no WASM. */
export function lowRank(size: number): LowRank | undefined {
  if (!wasmIsAvailable()) return undefined;
  const padded = 2 * Math.ceil(size / 2);
  const mostFours = Math.ceil(size / LANES);
  const memory = wasmMemory(3 * padded + mostFours * LANES * (1 + padded));
  const numbers = new Float64Array(memory.buffer);
  const input = numbers.subarray(padded, padded + size);
  const output = numbers.subarray(2 * padded, 2 * padded + size);
  const stages = wasmStages(memory);
  const held = { fours: 0 };
  return {
    set(diagonal, directions, excess) {
      held.fours = excess.length / LANES;
      numbers.set(diagonal);
      numbers.set(excess, 3 * padded);
      const first = 3 * padded + excess.length;
      for (let k = 0; k < excess.length; k++) {
        const column = first + Math.floor(k / LANES) * LANES * padded + (k % LANES);
        for (let i = 0; i < size; i++) numbers[column + LANES * i] = directions[k * size + i];
        if (padded > size) numbers[column + LANES * size] = 0;
      }
    },
    apply(x, out) {
      for (let i = 0; i < size; i++) input[i] = x[i];
      stages.lowRank(size, held.fours, 0);
      for (let i = 0; i < size; i++) out[i] = output[i];
    },
  };
}
