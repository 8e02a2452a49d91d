// Stored draws back in memory, the same bits as were written.
import type { ChainSegment, DrawVariable, SampleStats } from '@mixmodel/engine';
import { readConstants } from './constants.ts';
import {
  type DrawAxis,
  type Layout,
  layoutKey,
  type Statistic,
  type StoredDraws,
  statistics,
  widthOf,
} from './layout.ts';
import { readStates } from './states.ts';
import type { ReadableStore } from './store.ts';
import { readArrayMetadata, readBytes, readFloat64, readGroupAttributes, readInt64 } from './zarr.ts';

/** All of it, or with `only` the variables of these names: what else the store holds is then not read. */
export async function readDraws(store: ReadableStore, only?: readonly string[]): Promise<StoredDraws> {
  const { [layoutKey]: found, ...attributes } = await readGroupAttributes(store, '');
  const whole = checkedLayout(found);
  const layout = only ? { ...whole, ...narrowed(whole.variables, only) } : whole;
  const axis = await readDrawAxis(store, layout.segments);
  const matrices = await readMatrices(store, axis, layout);
  const stats = await readStatistics(store, axis);
  const ends = await readStates(store);
  const segments = matrices.map((chainMatrix, chain) => {
    let start = 0;
    return axis.segments.map((draws, k): ChainSegment => {
      const end = ends[chain * axis.segments.length + k];
      const chainStats = stats[chain];
      if (!end || !chainStats)
        throw new Error(`The stored draws are incomplete: chain ${chain} has no segment ${k}.`);
      const from = start;
      start += draws;
      const values = chainMatrix.slice(from * layout.columns, start * layout.columns);
      return { chain, draws, values, stats: statsBetween(chainStats, from, start), ...end };
    });
  });
  const draws = { variables: layout.variables, columns: layout.columns, segments };
  return { draws, attributes, constants: await readConstants(store, layout.constants) };
}

function checkedLayout(found: unknown): Layout {
  const layout = found as Layout | undefined;
  if (layout?.version === 1) return layout;
  const got = layout ? `version ${String(layout.version)}` : 'none';
  throw new Error(
    `Stored draws of layout version 1 are wanted, this has ${got}. Give a file that a fit has written.`,
  );
}

/** The named variables side by side, as if there were no others. */
function narrowed(
  all: readonly DrawVariable[],
  only: readonly string[],
): Pick<Layout, 'columns' | 'variables'> {
  let columns = 0;
  const variables = all
    .filter(({ name }) => only.includes(name))
    .map((variable) => {
      const offset = columns;
      columns += widthOf(variable);
      return { ...variable, offset };
    });
  return { columns, variables };
}

/** Every array over draws is cut like `lp`, by whatever rule was in force when it was written. */
async function readDrawAxis(store: ReadableStore, segments: readonly number[]): Promise<DrawAxis> {
  const { shape, chunkShape } = await readArrayMetadata(store, 'sample_stats/lp');
  const [chains = 0, draws = 0] = shape;
  const chunkLength = chunkShape[1] ?? 1;
  return { chains, segments, draws, chunkLength, chunks: Math.ceil(draws / chunkLength) };
}

/** Each chain's draws × columns. */
async function readMatrices(store: ReadableStore, axis: DrawAxis, layout: Layout): Promise<Float64Array[]> {
  const { columns, variables } = layout;
  const matrices = Array.from({ length: axis.chains }, () => new Float64Array(axis.draws * columns));
  for (const variable of variables) {
    const { group, name, offset } = variable;
    const width = widthOf(variable);
    const tail = variable.dim ? [width] : [];
    const read = (index: readonly number[]) => readFloat64(store, `${group}/${name}`, index);
    for (const [chain, matrix] of matrices.entries()) {
      const stored = await wholeChain(axis, chain, { tail, read });
      for (let draw = 0; draw < axis.draws; draw++) {
        matrix.set(stored.subarray(draw * width, (draw + 1) * width), draw * columns + offset);
      }
    }
  }
  return matrices;
}

async function wholeChain(
  axis: DrawAxis,
  chain: number,
  { tail, read }: { tail: readonly number[]; read: (index: readonly number[]) => Promise<ArrayLike<number>> },
): Promise<Float64Array> {
  const chunkSize = axis.chunkLength * (tail[0] ?? 1);
  const values = new Float64Array(axis.chunks * chunkSize);
  for (let chunk = 0; chunk < axis.chunks; chunk++) {
    const part = await read([chain, chunk, ...tail.map(() => 0)]);
    if (part.length !== chunkSize) {
      throw new Error(
        `The stored draws are damaged: a chunk of chain ${chain} has ${part.length} of ${chunkSize} values.`,
      );
    }
    values.set(part, chunk * chunkSize);
  }
  return values;
}

async function readStatistics(store: ReadableStore, axis: DrawAxis): Promise<SampleStats[]> {
  const chains: SampleStats[] = [];
  for (let chain = 0; chain < axis.chains; chain++) {
    const columns = new Map<keyof SampleStats, ArrayLike<number>>();
    for (const statistic of statistics) {
      columns.set(
        statistic.field,
        await wholeChain(axis, chain, { tail: [], read: (index) => readStatistic(store, statistic, index) }),
      );
    }
    const column = (field: keyof SampleStats): ArrayLike<number> => columns.get(field) ?? [];
    chains.push({
      lp: Float64Array.from(column('lp')),
      energy: Float64Array.from(column('energy')),
      diverging: Uint8Array.from(column('diverging')),
      treeDepth: Uint8Array.from(column('treeDepth')),
      steps: Uint16Array.from(column('steps')),
      stepSize: Float64Array.from(column('stepSize')),
      acceptanceRate: Float64Array.from(column('acceptanceRate')),
    });
  }
  return chains;
}

async function readStatistic(
  store: ReadableStore,
  { name, type }: Statistic,
  index: readonly number[],
): Promise<ArrayLike<number>> {
  const path = `sample_stats/${name}`;
  if (type === 'float64') return readFloat64(store, path, index);
  if (type === 'bool') return readBytes(store, path, index);
  return Array.from(await readInt64(store, path, index), Number);
}

function statsBetween(stats: SampleStats, from: number, to: number): SampleStats {
  return {
    lp: stats.lp.slice(from, to),
    energy: stats.energy.slice(from, to),
    diverging: stats.diverging.slice(from, to),
    treeDepth: stats.treeDepth.slice(from, to),
    steps: stats.steps.slice(from, to),
    stepSize: stats.stepSize.slice(from, to),
    acceptanceRate: stats.acceptanceRate.slice(from, to),
  };
}
