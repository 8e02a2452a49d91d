// What the WASM kernel needs to go from sampling coordinates to its lanes and back by itself, and how the host asks for it.
//
// For models whose channels are all geometric and logistic. There is no plain twin here: the model does the same for any
// channel, with the same bits (model/quick-channel.ts), and must where a coordinate lies far out.
import type { LogProduct } from '../numeric/log-product.ts';
import type { Layout } from './layout.ts';

/** A prior's table: six coefficients a knot, and from and to which knot it is believed. */
export interface LaneTable {
  readonly polynomials: Float64Array;
  readonly exactFrom: number;
  readonly exactTo: number;
}

export interface LaneCoordinates {
  readonly lags: number;
  /** The retention, between `low` and `low` + `width`. */
  readonly carry: LaneTable & { readonly low: number; readonly width: number };
  /** λ, a positive number. */
  readonly rate: LaneTable;
  /** β = scale·R(z)/f(mean) under a half-normal prior, or a positive size times `numerator` over the channel's total. */
  readonly size: LaneEffect | LaneTotal;
}

export interface LaneEffect {
  readonly kind: 'effect';
  readonly mean: number;
  readonly scale: number;
  readonly sd: number;
  /** The prior's log density at 0. */
  readonly constant: number;
}

export interface LaneTotal extends LaneTable {
  readonly kind: 'total';
  readonly numerator: number;
}

/** All channels' sizes are of one kind. */
export interface CoordinatesInput {
  /** Index of the first channel's first coordinate in a position; the others follow, three a channel. */
  readonly first: number;
  readonly channels: readonly LaneCoordinates[];
}

export interface Coordinates {
  /** Sets the lanes' parameters, β too unless it is to follow from totals; false: the host must do all of it. */
  enter(position: Float64Array): boolean;
  /** β from the weighed curves. */
  divideTotals(): void;
  /**
   * Adds the channels' log densities to `density`, but for factors left in `jacobian`, and writes their gradient with
   * that of the likelihood.
   */
  leave(density: number, perVariance: number, gradient: Float64Array, jacobian: LogProduct): number;
}

/** What the bytes export for it. */
export interface CoordinateStages {
  enterEffects(): number;
  enterTotals(): number;
  divideTotals(): void;
  leaveEffects(perVariance: number): void;
  leaveTotals(perVariance: number): void;
}

/** The numbers of a pair of lanes, each twice: kernel-source/assembly/coordinates.ts repeats the order. */
const fields = [
  'zCarry',
  'zRate',
  'zSize',
  'byCarry',
  'byRate',
  'bySize',
  'factor',
  'logDensity',
  'mask',
  'lags',
  'carryLow',
  'carryWidth',
  'carryTable',
  'carryFrom',
  'carryTo',
  'rateTable',
  'rateFrom',
  'rateTo',
  'sizeTable',
  'sizeFrom',
  'sizeTo',
  'numerator',
  'mean',
  'scale',
  'priorSd',
  'priorConstant',
  // What the entry leaves for the way back: ten more.
] as const;
type Field = (typeof fields)[number];
const RECORD = 2 * (fields.length + 10);
const TABLE = 288;

/** Room for the records and, behind them, each table once. */
export function coordinateNumbers(input: CoordinatesInput | undefined): number {
  if (!input) return 0;
  return RECORD * Math.ceil(input.channels.length / 2) + TABLE * tablesOf(input).length;
}

function tablesOf({ channels }: CoordinatesInput): Float64Array[] {
  const all = channels.flatMap(({ carry, rate, size }) => [carry, rate, ...(size.kind === 'total' ? [size] : [])]);
  return [...new Set(all.map(({ polynomials }) => polynomials))];
}

/** Index of a field's number for channel `c` among the region's. */
function place(c: number, field: Field): number {
  return RECORD * (c >> 1) + 2 * fields.indexOf(field) + (c & 1);
}

export function writeCoordinates(memory: ArrayBuffer, layout: Layout, input: CoordinatesInput): void {
  const first = layout.at.coordinates;
  const numbers = new Float64Array(memory);
  const words = new Uint32Array(memory);
  const tables = tablesOf(input);
  const firstTable = first + RECORD * Math.ceil(input.channels.length / 2);
  for (const [i, table] of tables.entries()) numbers.set(table, firstTable + TABLE * i);
  const { lanes } = layout;
  for (let lane = 0; lane < lanes; lane++) {
    const isChannel = lane < input.channels.length;
    // What fills up a pair does as the last channel does, to nobody's good.
    const channel = input.channels[isChannel ? lane : lane - 1];
    const write = (field: Field, value: number) => {
      numbers[first + place(lane, field)] = value;
    };
    const writeTable = (name: 'carry' | 'rate' | 'size', { polynomials, exactFrom, exactTo }: LaneTable) => {
      const address = 8 * (firstTable + TABLE * tables.indexOf(polynomials));
      words[2 * (first + place(lane, `${name}Table`))] = address;
      write(`${name}From`, exactFrom);
      write(`${name}To`, exactTo);
    };
    if (isChannel) words.fill(0xffffffff, 2 * (first + place(lane, 'mask')), 2 * (first + place(lane, 'mask')) + 2);
    write('lags', channel.lags);
    write('carryLow', channel.carry.low);
    write('carryWidth', channel.carry.width);
    writeTable('carry', channel.carry);
    writeTable('rate', channel.rate);
    const { size } = channel;
    if (size.kind === 'total') {
      writeTable('size', size);
      write('numerator', size.numerator);
      continue;
    }
    write('mean', size.mean);
    write('scale', size.scale);
    write('priorSd', size.sd);
    write('priorConstant', size.constant);
  }
}

export function coordinatesOf(
  memory: Float64Array,
  layout: Layout,
  input: CoordinatesInput,
  stages: CoordinateStages,
): Coordinates {
  const { first, channels } = input;
  const count = channels.length;
  const records = memory.subarray(
    layout.at.coordinates,
    layout.at.coordinates + RECORD * Math.ceil(count / 2),
  );
  const totals = channels[0].size.kind === 'total';
  const enter = totals ? stages.enterTotals : stages.enterEffects;
  const leave = totals ? stages.leaveTotals : stages.leaveEffects;
  return {
    enter(position) {
      for (let c = 0, from = first; c < count; c++, from += 3) {
        const to = RECORD * (c >> 1) + (c & 1);
        records[to] = position[from];
        records[to + 2] = position[from + 1];
        records[to + 4] = position[from + 2];
      }
      return enter() === 1;
    },
    divideTotals: stages.divideTotals,
    leave(density, perVariance, gradient, jacobian) {
      leave(perVariance);
      let sum = density;
      for (let c = 0, to = first; c < count; c++, to += 3) {
        const from = RECORD * (c >> 1) + (c & 1) + 6;
        gradient[to] = records[from];
        gradient[to + 1] = records[from + 2];
        gradient[to + 2] = records[from + 4];
        if (!totals) jacobian.multiply(records[from + 6]);
        sum += records[from + 8];
      }
      return sum;
    },
  };
}
