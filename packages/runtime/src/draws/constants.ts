// The data the model was given, stored beside the draws: arrays with dates and names on their axes.
import type { ModelData, Spec } from '@mixmodel/engine';
import type { ConstantArray, Coordinate } from './layout.ts';
import type { DrawsStore, ReadableStore } from './store.ts';
import { readArrayMetadata, readFloat64, readInt64, readStrings, writeGroup, writeWhole } from './zarr.ts';

const group = 'constant_data';

/**
 * Target, what one unit of it is worth, media (what drives each channel's effect), spend, controls and treatments by
 * date, in the user's units.
 */
export function constantsOf(data: ModelData, spec: Spec): readonly ConstantArray[] {
  const date: Coordinate = { days: data.dates };
  const table = (
    name: string,
    dim: string,
    labels: readonly string[],
    columns: readonly string[],
  ): ConstantArray => ({
    name,
    dims: ['date', dim],
    values: interleaved(columns.map((column) => columnNamed(data, column))),
    coords: { date, [dim]: { labels } },
  });
  const channels = spec.channels.map((channel) => channel.column);
  const controls = spec.controls.map((control) => control.column);
  const treatments = (spec.treatments ?? []).map((treatment) => treatment.column);
  const byDate = (name: string, column: string): ConstantArray => ({
    name,
    dims: ['date'],
    values: columnNamed(data, column),
    coords: { date },
  });
  const { column: target, revenuePerKpi } = spec.columns.target;
  return [
    byDate('target', target),
    ...(revenuePerKpi === undefined ? [] : [byDate('revenue_per_kpi', revenuePerKpi)]),
    table(
      'channel_data',
      'channel',
      channels,
      spec.channels.map((channel) => channel.exposure ?? channel.column),
    ),
    table('channel_spend', 'channel', channels, channels),
    ...(controls.length > 0 ? [table('control_data', 'control', controls, controls)] : []),
    ...(treatments.length > 0 ? [table('treatment_data', 'treatment', treatments, treatments)] : []),
  ];
}

export async function writeConstants(store: DrawsStore, constants: readonly ConstantArray[]): Promise<void> {
  await writeGroup(store, group, {});
  const axes = new Map<string, Coordinate>();
  for (const constant of constants) {
    for (const dim of constant.dims) addAxis(axes, constant, dim);
    const shape = constant.dims.map((dim) => lengthOf(axes.get(dim)));
    const expected = shape.reduce((a, b) => a * b, 1);
    if (constant.values.length !== expected) {
      throw new Error(
        `Array ${constant.name} needs ${expected} values (${shape.join(' × ')}), it has ${constant.values.length}.`,
      );
    }
    await writeWhole(
      store,
      `${group}/${constant.name}`,
      { type: 'float64', values: constant.values },
      {
        dims: constant.dims,
        shape,
      },
    );
  }
  for (const [dim, axis] of axes) await writeCoordinate(store, dim, axis);
}

export async function readConstants(
  store: ReadableStore,
  names: readonly string[],
): Promise<readonly ConstantArray[]> {
  const constants: ConstantArray[] = [];
  for (const name of names) {
    const path = `${group}/${name}`;
    const { dims, shape } = await readArrayMetadata(store, path);
    const empty = shape.includes(0);
    const values = empty
      ? new Float64Array(0)
      : await readFloat64(
          store,
          path,
          shape.map(() => 0),
        );
    const coords: Record<string, Coordinate> = {};
    for (const dim of dims) coords[dim] = await readCoordinate(store, dim);
    constants.push({ name, dims, values, coords });
  }
  return constants;
}

/** The CF convention, by which xarray turns days into dates. */
const dayUnits = { units: 'days since 1970-01-01', calendar: 'proleptic_gregorian' } as const;

async function writeCoordinate(store: DrawsStore, dim: string, axis: Coordinate): Promise<void> {
  const path = `${group}/${dim}`;
  const options = { dims: [dim], shape: [lengthOf(axis)] };
  if ('labels' in axis) return writeWhole(store, path, { type: 'string', values: axis.labels }, options);
  const values = BigInt64Array.from(axis.days, BigInt);
  return writeWhole(store, path, { type: 'int64', values }, { ...options, attributes: dayUnits });
}

async function readCoordinate(store: ReadableStore, dim: string): Promise<Coordinate> {
  const path = `${group}/${dim}`;
  const { type, shape } = await readArrayMetadata(store, path);
  const empty = shape.includes(0);
  if (type === 'string') return { labels: empty ? [] : await readStrings(store, path, [0]) };
  return { days: empty ? [] : Array.from(await readInt64(store, path, [0]), Number) };
}

function addAxis(axes: Map<string, Coordinate>, constant: ConstantArray, dim: string): void {
  const axis = constant.coords[dim];
  if (!axis) throw new Error(`Array ${constant.name} needs a coordinate for its axis ${dim}.`);
  const known = axes.get(dim);
  if (known && JSON.stringify(known) !== JSON.stringify(axis)) {
    throw new Error(
      `Array ${constant.name} has other values on axis ${dim} than the arrays before it: use another name.`,
    );
  }
  axes.set(dim, axis);
}

function lengthOf(axis: Coordinate | undefined): number {
  if (!axis) return 0;
  return 'labels' in axis ? axis.labels.length : axis.days.length;
}

function columnNamed(data: ModelData, name: string): Float64Array {
  const column = data.columns.get(name);
  if (!column) throw new Error(`Column ${name} is in the spec but not in the model data.`);
  return column;
}

/** Columns of equal length as one table, row by row. */
function interleaved(columns: readonly Float64Array[]): Float64Array {
  const rows = columns[0]?.length ?? 0;
  const values = new Float64Array(rows * columns.length);
  columns.forEach((column, j) => {
    column.forEach((value, t) => {
      values[t * columns.length + j] = value;
    });
  });
  return values;
}
