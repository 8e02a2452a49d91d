// Stage one of the plain twin: adstock with its sensitivity, then saturation (kernel-source/assembly/curves.ts).
import { type Counts, type Layout, panelIndex } from './layout.ts';
import { exp2, log2, tanh64 } from './plain-functions.ts';
import { constants } from './tables.ts';

const { exp2Scale, log2E, smallest, tanhScale } = constants;

export function plainCurves(buffer: ArrayBuffer, layout: Layout): () => void {
  const memory = new Float64Array(buffer);
  const { hillLanes, logisticLanes } = layout.counts;
  return () => {
    for (let lane = 0; lane < logisticLanes + hillLanes; lane++) {
      adstock(memory, layout, lane);
      if (layout.windowOf[lane] >= 0) carry(memory, layout, lane);
      if (lane < logisticLanes) logistic(memory, layout, lane);
      else hill(memory, layout, lane);
    }
  };
}

/** a into `adstocked`, ∂a/∂α into column B for the time being. */
function adstock(memory: Float64Array, { at, counts, lanes }: Layout, lane: number): void {
  const alpha = memory[at.alpha + lane];
  const gamma = memory[at.gamma + lane];
  const slope = memory[at.gammaSlope + lane];
  const change = at.columnB - at.adstocked;
  const end = at.adstocked + counts.rows * lanes;
  let a = 0;
  let d = 0;
  const fused = counts.logisticLanes + counts.hillLanes;
  let x = at.panel + panelIndex(0, lane, fused);
  for (let i = at.adstocked + lane; i < end; i += lanes, x += 3 * fused) {
    const lagged = memory[x + 2];
    // All bits set reads as not-a-number, which is not 0 either.
    const live = memory[x + 4] !== 0;
    d = live ? alpha * d + (a - slope * lagged) : 0;
    a = live ? alpha * a + (memory[x] - gamma * lagged) : 0;
    if (a < 0) a = 0;
    memory[i + change] = d;
    memory[i] = a;
  }
}

/** Carryover by weights in place of the recursion's: a, and its slopes into columns B and D for the time being. */
function carry(memory: Float64Array, { at, counts, lanes, windowOf }: Layout, lane: number): void {
  const pair = windowPairOf(counts, windowOf[lane]);
  const weights = at.windowWeights + windowOf[lane];
  let newest = at.windowInputs + pair.input + 2 * (pair.lags - 1) + (lane % 2);
  for (let t = 0, i = lane, j = lane; t < counts.rows; t++, i += lanes, j += counts.lanesD, newest += 2) {
    let a = 0;
    let b = 0;
    let d = 0;
    for (let s = 0, w = weights, x = newest; s < pair.lags; s++, w += 6, x -= 2) {
      a = memory[w] * memory[x] + a;
      b = memory[w + 2] * memory[x] + b;
      d = memory[w + 4] * memory[x] + d;
    }
    memory[at.adstocked + i] = a;
    memory[at.columnB + i] = b;
    memory[at.columnD + j] = d;
  }
}

/** The window whose first weight stands at `weight` (of either lane of the pair), and where its input begins. */
function windowPairOf({ rows, windowLags }: Counts, weight: number): { lags: number; input: number } {
  let before = 0;
  let input = 0;
  for (const lags of windowLags) {
    if (weight < before + 6 * lags) return { lags, input };
    before += 6 * lags;
    input += 2 * (rows + lags - 1);
  }
  throw new RangeError(`no window has a weight at ${weight}`);
}

function logistic(memory: Float64Array, { at, counts, lanes, windowOf }: Layout, lane: number): void {
  const { adstocked, columnA, columnB, values } = at;
  const steepness = memory[at.steepness + lane] * tanhScale;
  const end = counts.rows * lanes;
  for (let i = lane; i < end; i += lanes) {
    const a = memory[adstocked + i];
    const s = tanh64(steepness * a);
    const slope = 1 - s * s;
    memory[values + i] = s;
    memory[columnA + i] = slope * a;
    memory[columnB + i] = slope * memory[columnB + i];
  }
  if (windowOf[lane] < 0) return;
  for (let i = lane, j = at.columnD + lane; i < end; i += lanes, j += counts.lanesD) {
    const s = memory[values + i];
    memory[j] = (1 - s * s) * memory[j];
  }
}

function hill(memory: Float64Array, { at, counts, lanes, windowOf }: Layout, lane: number): void {
  const { adstocked, columnA, columnB, values } = at;
  const width = counts.hillLanes + counts.composedLanes;
  const steepness = memory[at.steepness + lane] * exp2Scale;
  const shift = memory[at.shift + lane] * log2E;
  const end = counts.rows * lanes;
  const hasSecond = windowOf[lane] >= 0;
  let c = at.columnC + lane - counts.logisticLanes;
  let d = at.columnD + lane;
  for (let i = lane; i < end; i += lanes, c += width, d += counts.lanesD) {
    const a = memory[adstocked + i];
    const none = a < smallest;
    const logarithm = none ? 0 : log2(a);
    const e = exp2(steepness * (logarithm - shift));
    const inverse = none ? 0 : 1 / (a * (1 + e));
    const s = a * inverse;
    const es = e * s;
    const g = es * s;
    memory[values + i] = s;
    memory[columnA + i] = g;
    memory[columnB + i] = none ? 0 : es * (memory[columnB + i] * inverse);
    memory[c] = g * logarithm;
    if (hasSecond) memory[d] = none ? 0 : es * (memory[d] * inverse);
  }
}
