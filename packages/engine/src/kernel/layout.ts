// Where everything stands in the kernel's memory, for both the WASM kernel and its plain twin, and who writes the input.
import type { FusedChannel, KernelInput } from './kernel.ts';
import { constants, tables } from './tables.ts';

/** Padded counts: rows to a multiple of 4, lanes of each kind and directions to a multiple of 2. */
export interface Counts {
  rows: number;
  logisticLanes: number;
  hillLanes: number;
  composedLanes: number;
  directions: number;
  rowWeights: number;
}

/** Every region and its length in numbers. The order is the header's: kernel-source/assembly/memory.ts repeats it. */
const regions = {
  alpha: lanes,
  gamma: lanes,
  gammaSlope: lanes,
  steepness: lanes,
  shift: lanes,
  amplitude: lanes,
  scaledSteepness: lanes,
  scaledShift: lanes,
  shrink: directions,
  projections: directions,
  shrunken: directions,
  weighted: sums,
  gradient: sums,
  /** Per row and pair of lanes: x twice, lagged x twice, "window non-zero" twice (all bits or none). */
  panel: (c: Counts) => 3 * c.rows * (c.logisticLanes + c.hillLanes),
  values: matrix,
  columnA: matrix,
  /** The row before the first: always zero, where the recursion of ∂a/∂α starts. */
  beforeColumnB: lanes,
  columnB: matrix,
  columnC: (c: Counts) => c.rows * (c.hillLanes + c.composedLanes),
  columnD: (c: Counts) => c.rows * c.composedLanes,
  beforeAdstocked: lanes,
  adstocked: matrix,
  target: rows,
  mask: rows,
  errors: rows,
  residuals: rows,
  basis: (c: Counts) => c.rows * c.directions,
  rowWeights: (c: Counts) => c.rows * c.rowWeights,
} as const satisfies Record<string, (counts: Counts) => number>;

export type Region = keyof typeof regions;
const names = Object.keys(regions) as Region[];

function rows(c: Counts): number {
  return c.rows;
}
function lanes(c: Counts): number {
  return c.logisticLanes + c.hillLanes + c.composedLanes;
}
function directions(c: Counts): number {
  return c.directions;
}
function sums(c: Counts): number {
  return 5 * lanes(c);
}
function matrix(c: Counts): number {
  return c.rows * lanes(c);
}

/** Slopes of a composed curve: the columns A to D. */
export const MOST_SLOPES = 4;

const CONSTANTS_AT = 18;
const TABLES_AT = 64;

export interface Layout {
  counts: Counts;
  lanes: number;
  laneOf: Int32Array;
  /** Index of each region's first number. */
  at: Record<Region, number>;
  /** Size in numbers of 8 bytes. */
  size: number;
}

export function layoutOf(input: KernelInput): Layout {
  const kinds = input.channels.map((channel) => channel.kind);
  const counts: Counts = {
    rows: roundUp(input.rows, 4),
    logisticLanes: roundUp(kinds.filter((kind) => kind === 'logistic').length, 2),
    hillLanes: roundUp(kinds.filter((kind) => kind === 'hill').length, 2),
    composedLanes: roundUp(kinds.filter((kind) => kind === 'composed').length, 2),
    directions: roundUp(input.directions, 2),
    rowWeights: input.rowWeights.length,
  };
  let size = TABLES_AT + tables().length;
  const at = {} as Record<Region, number>;
  for (const name of names) {
    at[name] = size;
    size += regions[name](counts);
  }
  return { counts, lanes: lanes(counts), laneOf: assignLanes(kinds, counts), at, size };
}

/** Logistic lanes first, then Hill, then composed, each in input order. */
function assignLanes(
  kinds: readonly KernelInput['channels'][number]['kind'][],
  { logisticLanes, hillLanes }: Counts,
): Int32Array {
  const next = { logistic: 0, hill: logisticLanes, composed: logisticLanes + hillLanes };
  return Int32Array.from(kinds, (kind) => next[kind]++);
}

function roundUp(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}

/** Fills a memory of zeros: header, constants, tables and data. What is left zero (padding) adds nothing to any sum. */
export function writeInput(memory: ArrayBuffer, layout: Layout, input: KernelInput): void {
  const numbers = new Float64Array(memory);
  const words = new Uint32Array(memory);
  const { counts, at } = layout;
  words.set([counts.rows, counts.logisticLanes, counts.hillLanes, counts.directions, counts.composedLanes]);
  words.set(
    names.map((name) => 8 * at[name]),
    5,
  );
  writeConstants(numbers, words);
  numbers.set(tables(), TABLES_AT);
  for (const [index, channel] of input.channels.entries())
    if (channel.kind !== 'composed') writeChannel(numbers, words, layout, index, channel);
  for (let t = 0; t < input.rows; t++) {
    if (input.mask[t] !== 0) numbers[at.target + t] = input.target[t];
    for (let k = 0; k < input.directions; k++) {
      numbers[at.basis + t * counts.directions + k] = input.basis[t * input.directions + k];
    }
  }
  numbers.set(input.mask, at.mask);
  for (const [j, weights] of input.rowWeights.entries())
    numbers.set(weights, at.rowWeights + j * counts.rows);
}

function writeConstants(numbers: Float64Array, words: Uint32Array): void {
  for (const [index, constant] of Object.values(constants).entries()) {
    const first = CONSTANTS_AT + 2 * index;
    if (typeof constant === 'number') numbers.fill(constant, first, first + 2);
    else words.set([...constant, ...constant], 2 * first);
  }
}

function writeChannel(
  numbers: Float64Array,
  words: Uint32Array,
  layout: Layout,
  index: number,
  { x, lags }: FusedChannel,
): void {
  const lane = layout.laneOf[index];
  const fused = layout.counts.logisticLanes + layout.counts.hillLanes;
  let lastNonZero = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < x.length; t++) {
    if (x[t] !== 0) lastNonZero = t;
    const first = layout.at.panel + panelIndex(t, lane, fused);
    numbers[first] = x[t];
    numbers[first + 2] = t >= lags ? x[t - lags] : 0;
    if (t - lastNonZero < lags) words.fill(0xffffffff, 2 * (first + 4), 2 * (first + 5));
  }
}

/** A lane's x in the panel of `fused` lanes; its lagged x stands 2 further, its window 4 further. */
export function panelIndex(row: number, lane: number, fused: number): number {
  return (row * fused + (lane - (lane % 2))) * 3 + (lane % 2);
}
