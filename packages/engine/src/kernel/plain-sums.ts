// Stages two and three of the plain twin: sums over rows and residuals (kernel-source/assembly/sums.ts).
import type { Stages } from './assemble.ts';
import type { Layout, Region } from './layout.ts';
import { constants } from './tables.ts';

export function plainSums(memory: Float64Array, layout: Layout): Omit<Stages, 'curves'> {
  const { at, counts, lanes } = layout;
  return {
    weigh: (j) => rowSums(memory, layout, at.rowWeights + j * counts.rows, at.weighted),
    residuals() {
      const square = errors(memory, layout);
      for (let k = 0; k < counts.directions; k++) {
        memory[at.shrunken + k] = memory[at.shrink + k] * memory[at.projections + k];
      }
      const { basis, shrunken } = at;
      subtractProduct(memory, counts.rows, at.residuals, at.errors, {
        x: basis,
        b: shrunken,
        width: counts.directions,
      });
      rowSums(memory, layout, at.residuals, at.gradient);
      return square;
    },
  };

  /** e = mask·(y − values·β), its square by even and odd rows, and its projections. */
  function errors(memory: Float64Array, { at, counts }: Layout): number {
    subtractProduct(memory, counts.rows, at.errors, at.target, {
      x: at.values,
      b: at.amplitude,
      width: lanes,
    });
    let even = 0;
    let odd = 0;
    for (let t = 0; t < counts.rows; t += 4) {
      const e = at.errors + t;
      for (let i = 0; i < 4; i++) memory[e + i] = memory[at.mask + t + i] * memory[e + i];
      even += memory[e] * memory[e] + memory[e + 2] * memory[e + 2];
      odd += memory[e + 1] * memory[e + 1] + memory[e + 3] * memory[e + 3];
    }
    const { directions } = counts;
    for (let k = 0; k < directions; k++) {
      memory[at.projections + k] = columnSum(memory, counts.rows, at.errors, at.basis + k, directions);
    }
    return even + odd;
  }
}

const sumRegions: readonly Region[] = ['values', 'columnA', 'columnB'];

function rowSums(memory: Float64Array, { at, counts, lanes }: Layout, weights: number, out: number): void {
  const { rows, composedLanes, hillLanes, lanesD, logisticLanes } = counts;
  const width = hillLanes + composedLanes;
  for (let lane = 0; lane < lanes; lane++) {
    for (let i = 0; i < sumRegions.length; i++) {
      memory[out + i * lanes + lane] = columnSum(memory, rows, weights, at[sumRegions[i]] + lane, lanes);
    }
  }
  for (let lane = 0; lane < width; lane++) {
    const sum = columnSum(memory, rows, weights, at.columnC + lane, width);
    memory[out + 3 * lanes + logisticLanes + lane] = lane < hillLanes ? sum * constants.ln2 : sum;
  }
  for (let lane = 0; lane < lanesD; lane++) {
    memory[out + 4 * lanes + lane] = columnSum(memory, rows, weights, at.columnD + lane, lanesD);
  }
}

/** Σ w·column, four rows a turn: products in pairs, then to the running sum. */
function columnSum(
  memory: Float64Array,
  rows: number,
  weights: number,
  column: number,
  width: number,
): number {
  let sum = 0;
  for (let w = weights, p = column; w < weights + rows; w += 4, p += 4 * width) {
    const first = memory[w] * memory[p] + memory[w + 1] * memory[p + width];
    const second = memory[w + 2] * memory[p + 2 * width] + memory[w + 3] * memory[p + 3 * width];
    sum += first + second;
  }
  return sum;
}

/** out = y − x·b, even and odd terms summed apart. */
function subtractProduct(
  memory: Float64Array,
  rows: number,
  out: number,
  y: number,
  { x, b, width }: { x: number; b: number; width: number },
): void {
  for (let t = 0, p = x; t < rows; t++, p += width) {
    let even = 0;
    let odd = 0;
    for (let c = 0; c < width; c += 2) {
      even = memory[b + c] * memory[p + c] + even;
      odd = memory[b + c + 1] * memory[p + c + 1] + odd;
    }
    memory[out + t] = memory[y + t] - (even + odd);
  }
}
