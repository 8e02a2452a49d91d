// The kernel's constants and tables of tanh, log₂, 2^x, e^x and the normal's tail, made from the engine's own functions: the same bits everywhere.
import { log, pow, tanh } from '../numeric/elementary.ts';
import { EXP_TABLE, STEP_HEAD, STEP_TAIL, STEPS_PER_UNIT } from '../numeric/elementary-tables.ts';
import { millsTable } from '../numeric/normal.ts';

// biome-ignore lint/suspicious/noApproximativeNumericConstant: the engine takes no constant from the machine
const LN2 = 0.6931471805599453;
/** ln 2/128: the natural logarithm of the step between two powers of the table of 2^x. */
const STEP = LN2 / 128;
const STEP_5 = (STEP * STEP * STEP * STEP * STEP) / 120;

export const TANH_NODES = 1281;
export const LOG2_NODES = 257;
export const EXP2_POWERS = 128;

/** A constant is a number, or the two words (low, high) of a bit pattern. Order: kernel-source/assembly/memory.ts. */
export const constants = {
  one: 1,
  /** 1.5·2^52: adding it rounds to the nearest integer, ties to even, which then stands in the low bits. */
  round: 6755399441055744,
  /** tanh(h·a/2) = tanh64(32·h·a). */
  tanhScale: 32,
  /** Beyond tanh(20) nothing changes. */
  tanhLast: TANH_NODES - 1,
  /** The smallest normal number: a carryover below it counts as none. */
  smallest: 2.2250738585072014e-308,
  mantissaBits: [0xffffffff, 0x000fffff],
  /** Half the distance between two nodes of log₂, as an integer added to the mantissa's bits. */
  halfNode: [0, 0x00000800],
  nodeBits: [0, 0x7ffff000],
  two52: 4503599627370496,
  exponentBias: 4503599627370496 + 1023,
  // log₂(1 + z·ln 2) = z − (ln 2)/2·z² + (ln 2)²/3·z³ − …; |z·ln 2| ≤ 1/512 leaves 1e-17.
  log2Second: -LN2 / 2,
  log2Third: (LN2 * LN2) / 3,
  log2Fourth: -(LN2 * LN2 * LN2) / 4,
  log2Fifth: (LN2 * LN2 * LN2 * LN2) / 5,
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the engine takes no constant from the machine
  log2E: 1.4426950408889634,
  ln2: LN2,
  /** −128: the exponent of E = (a/κ)^−p in steps of the table. */
  exp2Scale: -EXP2_POWERS,
  exp2Highest: 128000,
  exp2Lowest: -128000,
  // 2^(f/128) − 1 for |f| ≤ ½, the fifth power spread over the first and third (economised).
  exp2First: STEP - STEP_5 * (5 / 256),
  exp2Second: (STEP * STEP) / 2,
  exp2Third: (STEP * STEP * STEP) / 6 + STEP_5 * (5 / 16),
  exp2Fourth: (STEP * STEP * STEP * STEP) / 24,
  // What the kernel does as the rest of the engine does it (coordinates.ts).
  half: 0.5,
  minusHalf: -0.5,
  minusOne: -1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  sixth: 1 / 6,
  perTwentyFour: 1 / 24,
  perHundredTwenty: 1 / 120,
  perSevenTwenty: 1 / 720,
  perFiveThousandForty: 1 / 5040,
  stepsPerUnit: STEPS_PER_UNIT,
  stepHead: STEP_HEAD,
  stepTail: STEP_TAIL,
  /** Of a double's exponent, as an integer. */
  powerBias: [1023, 0],
  /** Below this in size e^x and the powers of two it is made of are normal numbers. */
  expEnd: 700,
  /** From here down e^x − 1 is −1; from the next up a series of its own. */
  expm1Lowest: -40,
  expm1Near: -0.008125,
  /** The knots of a prior's table (priors/knots.ts). */
  lowestKnot: -6,
  knotsPerUnit: 4,
  belowOne: 1 - 1.1102230246251565e-16,
  // Of the normal distribution; from 9 on Φ is 1 to the last bit, up to 37 φ is a normal number.
  halfLogTwoPi: 0.9189385332046727,
  perSqrtTwoPi: 0.3989422804014327,
  millsEnd: 8,
  millsPerUnit: 16,
  certainFrom: 9,
  certainTo: 37,
} as const;

/** The tables as they stand in memory one after another; built once. */
export function tables(): Float64Array {
  built ??= build();
  return built;
}

let built: Float64Array | undefined;

function build(): Float64Array {
  const mills = millsTable();
  const own = 6 * TANH_NODES + 2 * LOG2_NODES + EXP2_POWERS;
  const all = new Float64Array(own + EXP_TABLE.length + mills.length);
  for (let j = 0; j < TANH_NODES; j++) all.set(tanhNode(j), 6 * j);
  for (let j = 0; j < LOG2_NODES; j++) {
    const node = 1 + j / (LOG2_NODES - 1);
    all.set([1 / (node * LN2), log(node) / LN2], 6 * TANH_NODES + 2 * j);
  }
  writePowers(all.subarray(own - EXP2_POWERS, own));
  all.set(EXP_TABLE, own);
  all.set(mills, own + EXP_TABLE.length);
  return all;
}

/**
 * tanh(u/2) around u = j/32 as a polynomial in f = 32·u − j, |f| ≤ ½: its Taylor series to the seventh power, where the
 * last two are spread over the lower ones by Chebyshev's polynomials (economised), which leaves 1e-15.
 */
function tanhNode(j: number): number[] {
  const taylor = tanhSeries(tanh(j / 64), 8);
  const [sixth, seventh] = [taylor[6] * POWERS_OF_STEP[6], taylor[7] * POWERS_OF_STEP[7]];
  const c = taylor.slice(0, 6).map((coefficient, power) => coefficient * POWERS_OF_STEP[power]);
  // T₆ and T₇ on [−½, ½] set to zero: f⁶ ≈ 3/8 f⁴ − 9/256 f² + 1/2048, f⁷ ≈ 7/16 f⁵ − 7/128 f³ + 7/4096 f.
  c[0] += sixth / 2048;
  c[1] += (seventh * 7) / 4096;
  c[2] -= (sixth * 9) / 256;
  c[3] -= (seventh * 7) / 128;
  c[4] += (sixth * 3) / 8;
  c[5] += (seventh * 7) / 16;
  return c;
}

/** (1/32)^power, exact. */
const POWERS_OF_STEP = [
  1,
  1 / 32,
  1 / 1024,
  1 / 32768,
  1 / 1048576,
  1 / 33554432,
  1 / 1073741824,
  1 / 34359738368,
];

/** Taylor coefficients of y = tanh(u/2) where it has the given value, from y′ = (1 − y²)/2. */
function tanhSeries(value: number, length: number): number[] {
  const y = [value];
  for (let n = 0; n + 1 < length; n++) {
    let square = 0;
    for (let i = 0; i <= n; i++) square += y[i] * y[n - i];
    y.push(((n === 0 ? 1 : 0) - square) / (2 * (n + 1)));
  }
  return y;
}

/** 2^(j/128). */
export function powerTable(): Float64Array {
  return Float64Array.from({ length: EXP2_POWERS }, (_, j) => pow(2, j / EXP2_POWERS));
}

/** The same with j·2^45 taken from the bits: adding n·2^45 for any integer n ≡ j (mod 128) gives 2^(n/128). */
function writePowers(out: Float64Array): void {
  out.set(powerTable());
  const words = new Int32Array(out.buffer, out.byteOffset, 2 * out.length);
  for (let j = 0; j < EXP2_POWERS; j++) words[2 * j + 1] -= j << 13;
}
