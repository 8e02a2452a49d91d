// Where each chain stood at the end of each segment, so that a stored run can go on bit for bit.
import type { ChainSegment, ChainState, Draws } from '@mixmodel/engine';
import type { DrawsStore, ReadableStore } from './store.ts';
import { readArrayMetadata, readFloat64, readInt64, writeGroup, writeWhole } from './zarr.ts';

const group = 'sampler_state';

/** What a segment keeps besides its draws. */
export type SegmentEnd = Pick<ChainSegment, 'gradients' | 'modeLogDensity' | 'state'>;

const counts = {
  gradients: (end: SegmentEnd) => end.gradients,
  draw: (end: SegmentEnd) => end.state.draw,
  metric_rank: (end: SegmentEnd) => end.state.metric.values.length,
} as const;

const numbers = {
  mode_log_density: (end: SegmentEnd) => end.modeLogDensity,
  step_size: (end: SegmentEnd) => end.state.stepSize,
} as const;

/** Chains may keep different numbers of eigenvectors: shorter ones are padded with NaN, `metric_rank` has the number. */
const vectors = {
  position: { dims: ['parameter'], of: (state: ChainState) => state.position },
  metric_scale: { dims: ['parameter'], of: (state: ChainState) => state.metric.scale },
  metric_values: { dims: ['rank'], of: (state: ChainState) => state.metric.values },
  metric_vectors: { dims: ['rank', 'parameter'], of: (state: ChainState) => state.metric.vectors },
} as const;

export async function writeStates(store: DrawsStore, draws: Draws): Promise<void> {
  const ends = draws.segments.flat();
  const segments = draws.segments[0]?.length ?? 0;
  const dims = ['chain', 'segment'];
  const shape = [draws.segments.length, segments];
  await writeGroup(store, group, {});
  for (const [name, of] of Object.entries(counts)) {
    const values = BigInt64Array.from(ends, (end) => BigInt(of(end)));
    await writeWhole(store, `${group}/${name}`, { type: 'int64', values }, { dims, shape });
  }
  for (const [name, of] of Object.entries(numbers)) {
    const values = Float64Array.from(ends, of);
    await writeWhole(store, `${group}/${name}`, { type: 'float64', values }, { dims, shape });
  }
  const longest = (lengths: readonly number[]): number => lengths.reduce((a, b) => Math.max(a, b), 0);
  const sizes: Readonly<Record<string, number>> = {
    parameter: longest(ends.map((end) => end.state.position.length)),
    rank: longest(ends.map((end) => end.state.metric.values.length)),
  };
  for (const [name, vector] of Object.entries(vectors)) {
    const tail = vector.dims.map((dim) => sizes[dim] ?? 0);
    const values = padded(
      ends.map((end) => vector.of(end.state)),
      tail.reduce((a, b) => a * b, 1),
    );
    await writeWhole(
      store,
      `${group}/${name}`,
      { type: 'float64', values },
      {
        dims: [...dims, ...vector.dims],
        shape: [...shape, ...tail],
      },
    );
  }
}

/** By chain, then segment, one after the other. */
export async function readStates(store: ReadableStore): Promise<readonly SegmentEnd[]> {
  const gradients = await readCounts(store, 'gradients');
  const draw = await readCounts(store, 'draw');
  const ranks = await readCounts(store, 'metric_rank');
  const modeLogDensity = await readRows(store, 'mode_log_density');
  const stepSize = await readRows(store, 'step_size');
  const position = await readRows(store, 'position');
  const scale = await readRows(store, 'metric_scale');
  const values = await readRows(store, 'metric_values');
  const kept = await readRows(store, 'metric_vectors');
  return ranks.map((rank, i) => ({
    gradients: gradients[i] ?? 0,
    modeLogDensity: modeLogDensity(i, 1)[0] ?? Number.NaN,
    state: {
      draw: draw[i] ?? 0,
      position: position(i),
      stepSize: stepSize(i, 1)[0] ?? Number.NaN,
      metric: { scale: scale(i), values: values(i, rank), vectors: kept(i, rank * position(i).length) },
    },
  }));
}

async function readCounts(store: ReadableStore, name: string): Promise<readonly number[]> {
  const { shape } = await readArrayMetadata(store, `${group}/${name}`);
  if (shape.includes(0)) return [];
  return Array.from(
    await readInt64(
      store,
      `${group}/${name}`,
      shape.map(() => 0),
    ),
    Number,
  );
}

/** A function that gives the first `length` values (all without it) of chain-and-segment `i`. */
async function readRows(
  store: ReadableStore,
  name: string,
): Promise<(i: number, length?: number) => Float64Array> {
  const path = `${group}/${name}`;
  const { shape } = await readArrayMetadata(store, path);
  const width = shape.slice(2).reduce((a, b) => a * b, 1);
  const all = shape.includes(0)
    ? new Float64Array(0)
    : await readFloat64(
        store,
        path,
        shape.map(() => 0),
      );
  return (i, length = width) => all.slice(i * width, i * width + length);
}

function padded(rows: readonly Float64Array[], width: number): Float64Array {
  const values = new Float64Array(rows.length * width).fill(Number.NaN);
  rows.forEach((row, i) => void values.set(row, i * width));
  return values;
}
