// Draws to Zarr v3: one group each for posterior, sampler statistics, log densities, sampler state and data.
import type { ChainSegment, Draws, DrawVariable } from '@mixmodel/engine';
import { writeConstants } from './constants.ts';
import {
  axesOf,
  type DrawAxis,
  drawAxis,
  drawGroups,
  type Layout,
  layoutKey,
  type StoredDraws,
  slice,
  statistics,
  widthOf,
} from './layout.ts';
import { writeStates } from './states.ts';
import type { DrawsStore } from './store.ts';
import { type ArrayValues, noting, writeArray, writeChunk, writeGroup, writeWhole } from './zarr.ts';

/** Writes a run into an empty store. The root's metadata come last: without them nothing counts as stored. */
export async function writeDraws(
  whole: DrawsStore,
  { draws, attributes, constants }: StoredDraws,
): Promise<void> {
  const axis = checkedAxis(draws);
  checkVariables(draws);
  const { store, members } = noting(whole);
  for (const group of drawGroups) {
    const variables = draws.variables.filter((variable) => variable.group === group);
    if (variables.length > 0) await writeVariables(store, group, { axis, draws, variables });
  }
  await writeStatistics(store, axis, draws);
  await writeStates(store, draws);
  await writeConstants(store, constants);
  const layout: Layout = {
    version: 1,
    columns: draws.columns,
    variables: draws.variables,
    segments: axis.segments,
    constants: constants.map(({ name }) => name),
  };
  await writeGroup(whole, '', { ...attributes, [layoutKey]: layout }, members);
}

interface VariableGroup {
  readonly axis: DrawAxis;
  readonly draws: Draws;
  readonly variables: readonly DrawVariable[];
}

async function writeVariables(
  store: DrawsStore,
  group: string,
  { axis, draws, variables }: VariableGroup,
): Promise<void> {
  const labels = axesOf(variables);
  await writeGroup(store, group, {});
  await writeDrawCoordinates(store, group, axis);
  for (const [dim, names] of labels) {
    const coordinate = { type: 'string', values: names } as const;
    await writeWhole(store, `${group}/${dim}`, coordinate, { dims: [dim], shape: [names.length] });
  }
  for (const variable of variables) {
    await writeByChain(store, `${group}/${variable.name}`, {
      axis,
      type: 'float64',
      last: variable.dim && { dim: variable.dim, length: widthOf(variable) },
      valuesOf: (chain) => ({
        type: 'float64',
        values: columnsOf(draws.segments[chain] ?? [], draws.columns, variable),
      }),
    });
  }
}

async function writeStatistics(store: DrawsStore, axis: DrawAxis, draws: Draws): Promise<void> {
  await writeGroup(store, 'sample_stats', {});
  await writeDrawCoordinates(store, 'sample_stats', axis);
  for (const { name, field, type } of statistics) {
    await writeByChain(store, `sample_stats/${name}`, {
      axis,
      type,
      valuesOf: (chain) => {
        const values = (draws.segments[chain] ?? []).flatMap((segment) => Array.from(segment.stats[field]));
        return typed(type, values);
      },
    });
  }
}

function typed(type: 'float64' | 'int64' | 'bool', values: readonly number[]): ArrayValues {
  if (type === 'float64') return { type, values: Float64Array.from(values) };
  if (type === 'int64') return { type, values: BigInt64Array.from(values, BigInt) };
  return { type, values: Uint8Array.from(values, (value) => (value === 0 ? 0 : 1)) };
}

interface ByChain {
  readonly axis: DrawAxis;
  readonly type: 'float64' | 'int64' | 'bool';
  /** The axis after chain and draw, if there is one. */
  readonly last?: { readonly dim: string; readonly length: number };
  /** All draws of a chain. */
  readonly valuesOf: (chain: number) => ArrayValues;
}

async function writeByChain(
  store: DrawsStore,
  path: string,
  { axis, type, last, valuesOf }: ByChain,
): Promise<void> {
  const tail = last ? [last.length] : [];
  await writeArray(store, path, type, {
    dims: ['chain', 'draw', ...(last ? [last.dim] : [])],
    shape: [axis.chains, axis.draws, ...tail],
    chunkShape: [1, axis.chunkLength, ...tail],
  });
  const size = axis.chunkLength * (last?.length ?? 1);
  for (let chain = 0; chain < axis.chains; chain++) {
    const values = valuesOf(chain);
    for (let chunk = 0; chunk < axis.chunks; chunk++) {
      await writeChunk(
        store,
        path,
        [chain, chunk, ...tail.map(() => 0)],
        slice(values, chunk * size, (chunk + 1) * size),
      );
    }
  }
}

/** One variable's columns of a chain, segment after segment. */
function columnsOf(segments: readonly ChainSegment[], columns: number, variable: DrawVariable): Float64Array {
  const width = widthOf(variable);
  const rows = segments.reduce((sum, segment) => sum + segment.draws, 0);
  const values = new Float64Array(rows * width);
  let at = 0;
  for (const segment of segments) {
    for (let draw = 0; draw < segment.draws; draw++, at += width) {
      const start = draw * columns + variable.offset;
      values.set(segment.values.subarray(start, start + width), at);
    }
  }
  return values;
}

async function writeDrawCoordinates(store: DrawsStore, group: string, axis: DrawAxis): Promise<void> {
  for (const [dim, length] of [
    ['chain', axis.chains],
    ['draw', axis.draws],
  ] as const) {
    const values = BigInt64Array.from({ length }, (_, i) => BigInt(i));
    await writeWhole(store, `${group}/${dim}`, { type: 'int64', values }, { dims: [dim], shape: [length] });
  }
}

function checkedAxis(draws: Draws): DrawAxis {
  const lengths = draws.segments.map((chain) => chain.map((segment) => segment.draws));
  const [first = []] = lengths;
  for (const [chain, other] of lengths.entries()) {
    if (other.length !== first.length || other.some((length, i) => length !== first[i])) {
      throw new Error(
        `Draws need the same segments in every chain: chain 0 has ${first}, chain ${chain} has ${other}.`,
      );
    }
  }
  return drawAxis(lengths.length, first);
}

/** Every column belongs to one variable, or it would be lost on the way. */
function checkVariables({ variables, columns }: Draws): void {
  const owners = new Array<number>(columns).fill(0);
  for (const variable of variables) {
    for (let j = 0; j < widthOf(variable); j++) {
      const column = variable.offset + j;
      owners[column] = (owners[column] ?? 0) + 1;
    }
  }
  const wrong = owners.findIndex((count) => count !== 1);
  if (wrong >= 0 || owners.length !== columns) {
    throw new Error(
      `Draws need each of their ${columns} columns in one variable: column ${wrong} is in ${owners[wrong]}.`,
    );
  }
}
