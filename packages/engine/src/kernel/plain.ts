// The plain twin's three stages on the same memory as the WASM kernel: same operations, same order, equal bits.
import type { Stages } from './assemble.ts';
import type { Layout } from './layout.ts';
import { plainCurves } from './plain-curves.ts';
import { plainSums } from './plain-sums.ts';

export function plainStages(memory: ArrayBuffer, layout: Layout): Stages {
  return { curves: plainCurves(memory, layout), ...plainSums(new Float64Array(memory), layout) };
}
