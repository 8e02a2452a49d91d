// The records the kernel's coordinates stand in, one for each pair of lanes, and behind them the priors' tables.
import type { CoordinatesInput, LaneCoordinates, LaneTable } from './coordinates.ts';

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
] as const;
type Field = (typeof fields)[number];
/** What the way there leaves for the way back. */
const LEFT = 10;
const RECORD = 2 * (fields.length + LEFT);
/** Six coefficients for each of 48 intervals. */
const TABLE = 288;

/** Index of a field's number for a lane among the region's. */
export function placeIn(lane: number, field: Field): number {
  return RECORD * (lane >> 1) + 2 * fields.indexOf(field) + (lane & 1);
}

/** Room for the records and each table once. */
export function coordinateNumbers(input: CoordinatesInput | undefined): number {
  return input ? recordNumbers(input) + TABLE * tablesOf(input).length : 0;
}

function recordNumbers({ channels }: CoordinatesInput): number {
  return RECORD * Math.ceil(channels.length / 2);
}

function tablesOf({ channels }: CoordinatesInput): Float64Array[] {
  const all = channels.flatMap(({ carry, rate, size }): LaneTable[] =>
    size.kind === 'total' ? [carry, rate, size] : [carry, rate],
  );
  return [...new Set(all.map(({ polynomials }) => polynomials))];
}

/** Writes the region that begins at number `first`. */
export function writeCoordinates(memory: ArrayBuffer, first: number, input: CoordinatesInput): void {
  const { channels } = input;
  const numbers = new Float64Array(memory);
  const words = new Uint32Array(memory);
  const tables = tablesOf(input);
  const firstTable = first + recordNumbers(input);
  for (const [i, table] of tables.entries()) numbers.set(table, firstTable + TABLE * i);
  const addressOf = (table: Float64Array) => 8 * (firstTable + TABLE * tables.indexOf(table));
  for (let lane = 0; lane < 2 * Math.ceil(channels.length / 2); lane++) {
    const isChannel = lane < channels.length;
    const at = (field: Field) => first + placeIn(lane, field);
    if (isChannel) words.fill(0xffffffff, 2 * at('mask'), 2 * at('mask') + 2);
    // What fills up a pair does as the last channel does, to nobody's good.
    const channel = channels[isChannel ? lane : lane - 1];
    for (const [field, value] of Object.entries(numbersOf(channel))) numbers[at(field as Field)] = value;
    words[2 * at('carryTable')] = addressOf(channel.carry.polynomials);
    words[2 * at('rateTable')] = addressOf(channel.rate.polynomials);
    if (channel.size.kind === 'total') words[2 * at('sizeTable')] = addressOf(channel.size.polynomials);
  }
}

function numbersOf({ lags, carry, rate, size }: LaneCoordinates): Partial<Record<Field, number>> {
  const curve = {
    lags,
    carryLow: carry.low,
    carryWidth: carry.width,
    carryFrom: carry.exactFrom,
    carryTo: carry.exactTo,
    rateFrom: rate.exactFrom,
    rateTo: rate.exactTo,
  };
  if (size.kind === 'total')
    return { ...curve, sizeFrom: size.exactFrom, sizeTo: size.exactTo, numerator: size.numerator };
  return { ...curve, mean: size.mean, scale: size.scale, priorSd: size.sd, priorConstant: size.constant };
}
