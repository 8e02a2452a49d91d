// tanh, log₂ and 2^x of kernel-source/assembly/functions.ts, one number at a time.
// Where the WASM kernel moves bits, this multiplies by powers of two, which is as exact and does not make the processor
// wait for a number to be put together in memory.
import { constants, EXP2_POWERS, powerTable, TANH_NODES, tables } from './tables.ts';

const TABLE = tables();
const LOG2_AT = 6 * TANH_NODES;
const POWERS = powerTable();
/** 2^k at k + 1024, for k = −1024..1023. */
const WHOLE_POWERS = wholePowers();
const { round, tanhLast, log2Second, log2Third, log2Fourth, log2Fifth } = constants;
const { exp2Highest, exp2Lowest, exp2First, exp2Second, exp2Third, exp2Fourth } = constants;

const view = new Float64Array(1);
const words = new Int32Array(view.buffer);
/** Which of a number's two words holds sign and exponent. */
const HIGH = highWord();

function highWord(): 0 | 1 {
  view[0] = 1;
  return words[1] === 0 ? 0 : 1;
}

function wholePowers(): Float64Array {
  const powers = new Float64Array(2048);
  powers[1024] = 1;
  for (let k = 1; k < 1024; k++) powers[1024 + k] = 2 * powers[1023 + k];
  for (let k = 1; k <= 1024; k++) powers[1024 - k] = powers[1025 - k] / 2;
  return powers;
}

/** tanh(v/64) for v ≥ 0. */
export function tanh64(v: number): number {
  const near = Math.min(tanhLast, v);
  const node = near + round - round;
  const f = near - node;
  const p = 6 * (node | 0);
  const low = f * TABLE[p + 1] + TABLE[p];
  const middle = f * TABLE[p + 3] + TABLE[p + 2];
  const high = f * TABLE[p + 5] + TABLE[p + 4];
  const square = f * f;
  return square * (square * high + middle) + low;
}

/** log₂ a for normal a > 0. */
export function log2(a: number): number {
  view[0] = a;
  const top = words[HIGH];
  const exponent = (top >> 20) - 1023;
  const entry = ((top & 0x000fffff) + 0x800) >> 12;
  const p = LOG2_AT + 2 * entry;
  const z = (a * WHOLE_POWERS[1024 - exponent] - (1 + entry / 256)) * TABLE[p];
  const whole = exponent + TABLE[p + 1];
  const low = z * log2Third + log2Second;
  const high = z * log2Fifth + log2Fourth;
  const square = z * z;
  return whole + (square * (square * high + low) + z);
}

/** 2^(t/128), held within 2^±1000. */
export function exp2(t: number): number {
  const near = Math.max(Math.min(exp2Highest, t), exp2Lowest);
  const node = near + round - round;
  const f = near - node;
  const n = node | 0;
  const scale = POWERS[n & (EXP2_POWERS - 1)] * WHOLE_POWERS[1024 + (n >> 7)];
  const low = f * exp2Second + exp2First;
  const high = f * exp2Fourth + exp2Third;
  const growth = f * (f * f * high + low);
  return scale * growth + scale;
}
