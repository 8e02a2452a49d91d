// Counter-based random numbers: Philox4x32-10, so that any draw of any chain can be had on its own, in any order.
//
// Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC11, 2011).
import { normalQuantile } from './normal.ts';
import type { Purpose } from './purposes.ts';

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const KEY_STEP_0 = 0x9e3779b9;
const KEY_STEP_1 = 0xbb67ae85;
const ROUNDS = 10;
const TWO_32 = 4294967296;
const UNIT = 1 / 9007199254740992; // 2^-53

/** An endless sequence of independent numbers. */
export interface Stream {
  /** Uniform on (0, 1), never 0 or 1: a multiple of 2^-53, or 2^-54 where that would be 0. */
  uniform(): number;
  /** Standard normal, from one uniform by the inverse CDF. */
  normal(): number;
}

/** Makes normals for a stream somewhere else, bit for bit. */
export interface NormalMaker {
  /** What it reads: chain, purpose, draw, first block, then the two words of the key. */
  readonly counter: Int32Array;
  /** 0: it cannot make these. */
  readonly make: (count: number) => number;
  /** The normals made and, where their number is odd, the uniform that the last block has left. */
  readonly made: Float64Array;
}

/** High 32 bits of the product of two unsigned 32-bit words. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const cross1 = Math.imul(aHigh, bLow);
  const cross2 = Math.imul(aLow, bHigh);
  const carry = (Math.imul(aLow, bLow) >>> 16) + (cross1 & 0xffff) + (cross2 & 0xffff);
  return (Math.imul(aHigh, bHigh) + (cross1 >>> 16) + (cross2 >>> 16) + (carry >>> 16)) | 0;
}

function block(
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  key0: number,
  key1: number,
  out: Uint32Array,
): void {
  let a = counter0 | 0;
  let b = counter1 | 0;
  let c = counter2 | 0;
  let d = counter3 | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, a);
    const high1 = multiplyHigh(MULTIPLIER_1, c);
    const low0 = Math.imul(MULTIPLIER_0, a);
    const low1 = Math.imul(MULTIPLIER_1, c);
    a = high1 ^ b ^ k0;
    b = low1;
    c = high0 ^ d ^ k1;
    d = low0;
    k0 = (k0 + KEY_STEP_0) | 0;
    k1 = (k1 + KEY_STEP_1) | 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

/** Philox4x32-10 itself: four random words from a four-word counter and a two-word key. */
export function philox4x32(counter: Uint32Array, key0: number, key1: number, out: Uint32Array): void {
  block(counter[0], counter[1], counter[2], counter[3], key0, key1, out);
}

/** What the last block gave: read at once, so all streams can share it. */
const words = new Uint32Array(4);

function unit(high: number, low: number): number {
  const n = (high >>> 5) * 67108864 + (low >>> 6);
  return n === 0 ? UNIT / 2 : n * UNIT;
}

class PhiloxStream implements Stream {
  private readonly key0: number;
  private readonly key1: number;
  private readonly chain: number;
  private readonly purpose: number;
  private readonly draw: number;
  private nextBlock = 0;
  private waiting = 0;

  constructor(seed: number, chain: number, purpose: number, draw: number) {
    this.key0 = (seed % TWO_32) | 0;
    this.key1 = Math.floor(seed / TWO_32);
    this.chain = chain;
    this.purpose = purpose;
    this.draw = draw;
  }

  uniform(): number {
    // A uniform is never 0, so 0 says that none is waiting.
    if (this.waiting !== 0) {
      const u = this.waiting;
      this.waiting = 0;
      return u;
    }
    block(this.chain, this.purpose, this.draw, this.nextBlock++, this.key0, this.key1, words);
    this.waiting = unit(words[2], words[3]);
    return unit(words[0], words[1]);
  }

  normal(): number {
    return normalQuantile(this.uniform());
  }

  /** False where the maker cannot, who begins with whole blocks; nothing has been taken from the stream then. */
  makeNormals(out: Float64Array, { counter, made, make }: NormalMaker): boolean {
    if (this.waiting !== 0) return false;
    const count = out.length;
    counter[0] = this.chain;
    counter[1] = this.purpose;
    counter[2] = this.draw;
    counter[3] = this.nextBlock;
    counter[4] = this.key0;
    counter[5] = this.key1;
    if (make(count) === 0) return false;
    for (let i = 0; i < count; i++) out[i] = made[i];
    this.nextBlock += (count + 1) >> 1;
    if ((count & 1) === 1) this.waiting = made[count];
    return true;
  }
}

function requireWord(name: string, value: number): void {
  if (!(Number.isInteger(value) && value >= 0 && value < TWO_32)) {
    throw new RangeError(
      `A random stream's ${name} must be a whole number from 0 to 2^32 − 1, got ${value}.`,
    );
  }
}

/** The numbers that belong to one draw of one chain for one purpose: the same for the same four arguments. */
export function stream(seed: number, chain: number, purpose: Purpose, draw: number): Stream {
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new RangeError(`The seed must be a whole number from 0 to 2^53 − 1, got ${seed}.`);
  }
  requireWord('chain', chain);
  requireWord('draw', draw);
  return new PhiloxStream(seed, chain, purpose, draw);
}

/** As many normals as there is room for, as if asked for one by one; `maker` makes them sooner. */
export function fillNormals(random: Stream, out: Float64Array, maker?: NormalMaker): void {
  if (maker && random instanceof PhiloxStream && random.makeNormals(out, maker)) return;
  for (let i = 0; i < out.length; i++) out[i] = random.normal();
}
