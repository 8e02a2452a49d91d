// How draws lie in Zarr: groups, axes and chunks, agreed between writing and reading (CONTRACTS, "Draws").
import type { Draws, DrawVariable, SampleStats } from '@mixmodel/engine';
import type { ArrayValues, Attributes, DataType } from './zarr.ts';

/** What one stored run holds. */
export interface StoredDraws {
  readonly draws: Draws;
  /** Spec, seed, versions, hashes: whatever identifies the run, as plain JSON. */
  readonly attributes: Attributes;
  /** What the model was given: dates, target, media. */
  readonly constants: readonly ConstantArray[];
}

/** A named array of the data; its axes are in the order of `dims`, the last one fastest, and each has a coordinate. */
export interface ConstantArray {
  readonly name: string;
  readonly dims: readonly string[];
  readonly values: Float64Array;
  readonly coords: Readonly<Record<string, Coordinate>>;
}

/** Labels of an axis, or its dates as whole days since 1970-01-01 (xarray shows them as dates). */
export type Coordinate = { readonly labels: readonly string[] } | { readonly days: readonly number[] };

/**
 * What only this program needs to read draws back, kept in the root group's attributes under this name.
 * `columns` and the order of the variables rebuild each segment's matrix.
 */
export const layoutKey = 'mixmodel_layout';

export interface Layout {
  readonly version: 1;
  readonly columns: number;
  readonly variables: readonly DrawVariable[];
  readonly segments: readonly number[];
  readonly constants: readonly string[];
}

export const drawGroups = ['posterior', 'log_density'] as const;

export interface Statistic {
  readonly name: string;
  readonly field: keyof SampleStats;
  readonly type: Exclude<DataType, 'string'>;
}

/** `sample_stats` by the names ArviZ knows. */
export const statistics: readonly Statistic[] = [
  { name: 'lp', field: 'lp', type: 'float64' },
  { name: 'diverging', field: 'diverging', type: 'bool' },
  { name: 'energy', field: 'energy', type: 'float64' },
  { name: 'tree_depth', field: 'treeDepth', type: 'int64' },
  { name: 'n_steps', field: 'steps', type: 'int64' },
  { name: 'step_size', field: 'stepSize', type: 'float64' },
  { name: 'acceptance_rate', field: 'acceptanceRate', type: 'float64' },
];

/** The draws of all segments as one axis, and how it is cut into chunks. */
export interface DrawAxis {
  readonly chains: number;
  readonly segments: readonly number[];
  readonly draws: number;
  readonly chunkLength: number;
  readonly chunks: number;
}

/** Beyond this many chunks a chain, small files cost more than whole segments are worth. */
const maxChunksPerChain = 16;

/**
 * Zarr's regular grid knows one chunk length, segments may differ: the greatest common divisor of their lengths lets
 * every segment be a whole number of chunks (2000 + 2000: two of 2000; 1000 + 2000: three of 1000), so that an
 * extension appends chunks and rewrites none. Where that would shatter a chain (1234 + 2000 has divisor 2), each
 * chain is one chunk instead. The segment lengths stand in the layout, the chunk length in each array.
 */
export function drawAxis(chains: number, segments: readonly number[]): DrawAxis {
  const draws = segments.reduce((sum, length) => sum + length, 0);
  const divisor = segments.reduce(greatestCommonDivisor, 0);
  const chunkLength = draws <= divisor * maxChunksPerChain ? divisor : draws;
  return { chains, segments, draws, chunkLength, chunks: draws === 0 ? 0 : draws / chunkLength };
}

/** How many columns a variable has. */
export function widthOf(variable: DrawVariable): number {
  return variable.dim ? (variable.labels?.length ?? 0) : 1;
}

/**
 * Every axis of a group with its labels. An axis has one list of labels in a group: the engine keeps NaN where a
 * variable does not apply to a channel.
 */
export function axesOf(variables: readonly DrawVariable[]): ReadonlyMap<string, readonly string[]> {
  const axes = new Map<string, readonly string[]>();
  for (const { name, dim, labels = [] } of variables) {
    if (!dim) continue;
    const known = axes.get(dim) ?? labels;
    if (known.length !== labels.length || known.some((label, i) => label !== labels[i])) {
      throw new Error(
        `Axis ${dim} needs the same labels in every variable: ${name} has ${labels}, others have ${known}.`,
      );
    }
    axes.set(dim, known);
  }
  return axes;
}

/** The part of `array` from element `start` to `end`. */
export function slice(array: ArrayValues, start: number, end: number): ArrayValues {
  switch (array.type) {
    case 'float64':
      return { type: array.type, values: array.values.subarray(start, end) };
    case 'int64':
      return { type: array.type, values: array.values.subarray(start, end) };
    case 'bool':
      return { type: array.type, values: array.values.subarray(start, end) };
    case 'string':
      return { type: array.type, values: array.values.slice(start, end) };
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
