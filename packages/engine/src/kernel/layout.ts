// Where everything stands in the kernel's memory, for both the WASM kernel and its plain twin, and who writes the input.
import { coordinateNumbers, writeCoordinates } from './coordinate-records.ts';
import type { FusedChannel, KernelInput } from './kernel.ts';
import { constants, tables } from './tables.ts';

/** Padded counts: rows to a multiple of 4, lanes of each kind and directions to a multiple of 2. */
export interface Counts {
  rows: number;
  logisticLanes: number;
  hillLanes: number;
  composedLanes: number;
  /** Of the logistic and Hill lanes, those at their end that carry over by weights. */
  logisticWindows: number;
  hillWindows: number;
  /** Lanes of column D: all, or none where no curve has a second slope by its adstock or a fourth slope. */
  lanesD: number;
  /** Window lengths by pair of lanes that carry over by weights. */
  windowLags: readonly number[];
  directions: number;
  rowWeights: number;
  /** Numbers of coordinate-records.ts, tables included. */
  coordinateNumbers: number;
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
  /** Two words a pair: its first lane and its lags. */
  windows: (c: Counts) => c.windowLags.length,
  /** Per pair and lag: two weights, two slopes by the first parameter, two by the second. */
  windowWeights: (c: Counts) => sumOver(c.windowLags, (lags) => 6 * lags),
  /** Per pair: a window less one of zeros, then x twice a row. */
  windowInputs: (c: Counts) => sumOver(c.windowLags, (lags) => 2 * (c.rows + lags - 1)),
  values: matrix,
  columnA: matrix,
  /** The row before the first: always zero, where the recursion of ∂a/∂α starts. */
  beforeColumnB: lanes,
  columnB: matrix,
  columnC: (c: Counts) => c.rows * (c.hillLanes + c.composedLanes),
  columnD: (c: Counts) => c.rows * c.lanesD,
  beforeAdstocked: lanes,
  adstocked: matrix,
  target: rows,
  mask: rows,
  errors: rows,
  residuals: rows,
  basis: (c: Counts) => c.rows * c.directions,
  rowWeights: (c: Counts) => c.rows * c.rowWeights,
  coordinates: (c: Counts) => c.coordinateNumbers,
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
function sumOver(values: readonly number[], read: (value: number) => number): number {
  return values.reduce((sum, value) => sum + read(value), 0);
}
function matrix(c: Counts): number {
  return c.rows * lanes(c);
}

/** Slopes of a composed curve: the columns A to D. */
export const MOST_SLOPES = 4;

const CONSTANTS_AT = 22;
const TABLES_AT = 124;
/** Words of the header before the regions' addresses. */
const COUNT_WORDS = 9;

export interface Layout {
  counts: Counts;
  lanes: number;
  laneOf: Int32Array;
  /** By lane: index of its first weight in `windowWeights`, −1 for lanes that have none. */
  windowOf: Int32Array;
  /** Index of each region's first number. */
  at: Record<Region, number>;
  /** Size in numbers of 8 bytes. */
  size: number;
}

type Channel = KernelInput['channels'][number];

/** Groups of lanes in their order: whatever carries over by weights stands at the end of its curve's lanes. */
const groups = ['logistic', 'logistic window', 'hill', 'hill window', 'composed'] as const;
type Group = (typeof groups)[number];

function groupOf(channel: Channel): Group {
  if (channel.kind === 'composed') return 'composed';
  return channel.carry === 'window' ? `${channel.kind} window` : channel.kind;
}

export function layoutOf(input: KernelInput): Layout {
  const members = groups.map((group) => input.channels.filter((channel) => groupOf(channel) === group));
  const [logistic, logisticWindows, hill, hillWindows, composed] = members.map((all) =>
    roundUp(all.length, 2),
  );
  const firstHill = logistic + logisticWindows;
  const firstComposed = firstHill + hill + hillWindows;
  const laneOf = assignLanes(input.channels, [0, logistic, firstHill, firstHill + hill, firstComposed]);
  const pairs = windowPairs(input.channels, laneOf);
  const isWide =
    pairs.length > 0 || input.channels.some((c) => c.kind === 'composed' && c.curve.slopes.length > 3);
  const counts: Counts = {
    rows: roundUp(input.rows, 4),
    logisticLanes: logistic + logisticWindows,
    hillLanes: hill + hillWindows,
    directions: roundUp(input.directions, 2),
    rowWeights: input.rowWeights.length,
    composedLanes: composed,
    logisticWindows,
    hillWindows,
    lanesD: isWide ? firstComposed + composed : 0,
    windowLags: pairs.map(({ lags }) => lags),
    coordinateNumbers: coordinateNumbers(input.coordinates),
  };
  let size = TABLES_AT + tables().length;
  const at = {} as Record<Region, number>;
  for (const name of names) {
    at[name] = size;
    size += regions[name](counts);
  }
  return { counts, lanes: lanes(counts), laneOf, windowOf: placeWindows(pairs, lanes(counts)), at, size };
}

/** Each group's channels in input order. */
function assignLanes(channels: readonly Channel[], first: readonly number[]): Int32Array {
  const next = [...first];
  return Int32Array.from(channels, (channel) => next[groups.indexOf(groupOf(channel))]++);
}

interface WindowPair {
  readonly lane: number;
  readonly lags: number;
}

/** Pairs of lanes that carry over by weights, in the order of their lanes; a pair has the longer window of its two. */
function windowPairs(channels: readonly Channel[], laneOf: Int32Array): WindowPair[] {
  const lags = new Map<number, number>();
  for (const [index, channel] of channels.entries()) {
    if (channel.kind === 'composed' || channel.carry !== 'window') continue;
    const lane = laneOf[index] - (laneOf[index] % 2);
    lags.set(lane, Math.max(lags.get(lane) ?? 0, channel.lags));
  }
  return Array.from(lags, ([lane, longest]) => ({ lane, lags: longest })).sort((a, b) => a.lane - b.lane);
}

function placeWindows(pairs: readonly WindowPair[], laneCount: number): Int32Array {
  const places = new Int32Array(laneCount).fill(-1);
  let next = 0;
  for (const { lane, lags } of pairs) {
    places[lane] = next;
    places[lane + 1] = next + 1;
    next += 6 * lags;
  }
  return places;
}

function roundUp(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}

/** Fills a memory of zeros: header, constants, tables and data. What is left zero (padding) adds nothing to any sum. */
export function writeInput(memory: ArrayBuffer, layout: Layout, input: KernelInput): void {
  const numbers = new Float64Array(memory);
  const words = new Uint32Array(memory);
  const { counts, at } = layout;
  words.set(headerOf(counts));
  words.set(
    names.map((name) => 8 * at[name]),
    COUNT_WORDS,
  );
  writeConstants(numbers, words);
  numbers.set(tables(), TABLES_AT);
  for (const [index, channel] of input.channels.entries())
    if (channel.kind !== 'composed') writeChannel(numbers, words, layout, index, channel);
  writeWindows(numbers, words, layout, input);
  for (let t = 0; t < input.rows; t++) {
    if (input.mask[t] !== 0) numbers[at.target + t] = input.target[t];
    for (let k = 0; k < input.directions; k++) {
      numbers[at.basis + t * counts.directions + k] = input.basis[t * input.directions + k];
    }
  }
  numbers.set(input.mask, at.mask);
  for (const [j, weights] of input.rowWeights.entries())
    numbers.set(weights, at.rowWeights + j * counts.rows);
  if (input.coordinates) writeCoordinates(memory, at.coordinates, input.coordinates);
}

function headerOf(c: Counts): number[] {
  return [
    c.rows,
    c.logisticLanes,
    c.hillLanes,
    c.directions,
    c.composedLanes,
    c.logisticWindows,
    c.hillWindows,
    c.windowLags.length,
    c.lanesD,
  ];
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

/** The table of window pairs, and their inputs. */
function writeWindows(numbers: Float64Array, words: Uint32Array, layout: Layout, input: KernelInput): void {
  const { at, counts } = layout;
  let inputs = at.windowInputs;
  for (const [pair, { lane, lags }] of windowPairs(input.channels, layout.laneOf).entries()) {
    words.set([lane, lags], 2 * (at.windows + pair));
    for (const [index, channel] of input.channels.entries()) {
      const side = layout.laneOf[index] - lane;
      if (channel.kind === 'composed' || (side !== 0 && side !== 1)) continue;
      for (let t = 0; t < channel.x.length; t++) numbers[inputs + 2 * (lags - 1 + t) + side] = channel.x[t];
    }
    inputs += 2 * (counts.rows + lags - 1);
  }
}

/** A lane's x in the panel of `fused` lanes; its lagged x stands 2 further, its window 4 further. */
export function panelIndex(row: number, lane: number, fused: number): number {
  return (row * fused + (lane - (lane % 2))) * 3 + (lane % 2);
}
