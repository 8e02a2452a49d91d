// Where things stand in memory. The host (../../src/kernel/layout.ts and tables.ts) writes all of it; the orders must agree.

/** Counts: the first nine words. Rows are a multiple of 4, lanes and directions a multiple of 2. */
export function rows(): usize {
  return load<u32>(0);
}
export function logisticLanes(): usize {
  return load<u32>(4);
}
export function hillLanes(): usize {
  return load<u32>(8);
}
export function directions(): usize {
  return load<u32>(12);
}
/** Lanes whose columns the host fills. */
export function composedLanes(): usize {
  return load<u32>(16);
}
/** How many of the logistic lanes, at their end, carry over by weights. */
export function logisticWindows(): usize {
  return load<u32>(20);
}
export function hillWindows(): usize {
  return load<u32>(24);
}
/** Pairs of lanes that carry over by weights. */
export function windowPairs(): usize {
  return load<u32>(28);
}

/** Bytes of a row of values, columns A and B, and the like. */
export function rowBytes(): usize {
  return (logisticLanes() + hillLanes() + composedLanes()) << 3;
}
/** Bytes of a row of column D, which only models with a second slope of an adstock or four slopes have. */
export function rowBytesD(): usize {
  return load<u32>(32) << 3;
}

/** Then one word per region with the address of its first byte, in the order of the host's `regions`. */
export function regionAt(word: usize): usize {
  return load<u32>(word << 2);
}
export const ALPHA: usize = 9;
export const GAMMA: usize = 10;
export const GAMMA_SLOPE: usize = 11;
export const STEEPNESS: usize = 12;
export const SHIFT: usize = 13;
export const AMPLITUDE: usize = 14;
export const SCALED_STEEPNESS: usize = 15;
export const SCALED_SHIFT: usize = 16;
export const SHRINK: usize = 17;
export const PROJECTIONS: usize = 18;
export const SHRUNKEN: usize = 19;
export const WEIGHTED: usize = 20;
export const GRADIENT: usize = 21;
export const PANEL: usize = 22;
export const WINDOWS: usize = 23;
export const WINDOW_WEIGHTS: usize = 24;
export const WINDOW_INPUTS: usize = 25;
export const VALUES: usize = 26;
export const COLUMN_A: usize = 27;
export const COLUMN_B: usize = 29;
export const COLUMN_C: usize = 30;
export const COLUMN_D: usize = 31;
export const ADSTOCKED: usize = 33;
export const TARGET: usize = 34;
export const MASK: usize = 35;
export const ERRORS: usize = 36;
export const RESIDUALS: usize = 37;
export const BASIS: usize = 38;
export const ROW_WEIGHTS: usize = 39;
export const COORDINATES: usize = 40;

// Constants, both halves of 16 bytes alike, in the order of the host's `constants`. They are loaded rather than
// written as literals because V8 rebuilds a vector literal with three instructions wherever it is used.
const CONSTANTS: usize = 176;
export const ONE: usize = CONSTANTS;
export const ROUND: usize = CONSTANTS + 16;
export const TANH_SCALE: usize = CONSTANTS + 32;
export const TANH_LAST: usize = CONSTANTS + 48;
export const SMALLEST: usize = CONSTANTS + 64;
export const MANTISSA_BITS: usize = CONSTANTS + 80;
export const HALF_NODE: usize = CONSTANTS + 96;
export const NODE_BITS: usize = CONSTANTS + 112;
export const TWO_52: usize = CONSTANTS + 128;
export const EXPONENT_BIAS: usize = CONSTANTS + 144;
export const LOG2_2: usize = CONSTANTS + 160;
export const LOG2_3: usize = CONSTANTS + 176;
export const LOG2_4: usize = CONSTANTS + 192;
export const LOG2_5: usize = CONSTANTS + 208;
export const LOG2_E: usize = CONSTANTS + 224;
export const LN_2: usize = CONSTANTS + 240;
export const EXP2_SCALE: usize = CONSTANTS + 256;
export const EXP2_HIGHEST: usize = CONSTANTS + 272;
export const EXP2_LOWEST: usize = CONSTANTS + 288;
export const EXP2_1: usize = CONSTANTS + 304;
export const EXP2_2: usize = CONSTANTS + 320;
export const EXP2_3: usize = CONSTANTS + 336;
export const EXP2_4: usize = CONSTANTS + 352;
// Of coordinates.ts and elementary.ts.
export const HALF: usize = CONSTANTS + 368;
export const MINUS_HALF: usize = CONSTANTS + 384;
export const MINUS_ONE: usize = CONSTANTS + 400;
export const TWO: usize = CONSTANTS + 416;
export const THREE: usize = CONSTANTS + 432;
export const FOUR: usize = CONSTANTS + 448;
export const FIVE: usize = CONSTANTS + 464;
export const SIXTH: usize = CONSTANTS + 480;
export const PER_24: usize = CONSTANTS + 496;
export const PER_120: usize = CONSTANTS + 512;
export const PER_720: usize = CONSTANTS + 528;
export const PER_5040: usize = CONSTANTS + 544;
export const STEPS_PER_UNIT: usize = CONSTANTS + 560;
export const STEP_HEAD: usize = CONSTANTS + 576;
export const STEP_TAIL: usize = CONSTANTS + 592;
export const POWER_BIAS: usize = CONSTANTS + 608;
export const EXP_END: usize = CONSTANTS + 624;
export const EXPM1_LOWEST: usize = CONSTANTS + 640;
export const EXPM1_NEAR: usize = CONSTANTS + 656;
export const LOWEST_KNOT: usize = CONSTANTS + 672;
export const KNOTS_PER_UNIT: usize = CONSTANTS + 688;
export const BELOW_ONE: usize = CONSTANTS + 704;
export const HALF_LOG_TWO_PI: usize = CONSTANTS + 720;
export const PER_SQRT_TWO_PI: usize = CONSTANTS + 736;
export const MILLS_END: usize = CONSTANTS + 752;
export const MILLS_PER_UNIT: usize = CONSTANTS + 768;
export const CERTAIN_FROM: usize = CONSTANTS + 784;
export const CERTAIN_TO: usize = CONSTANTS + 800;

/** 1281 nodes of six coefficients. */
export const TANH_TABLE: usize = 992;
/** 257 nodes of two numbers. */
export const LOG2_TABLE: usize = TANH_TABLE + 1281 * 48;
/** 128 powers. */
export const EXP2_TABLE: usize = LOG2_TABLE + 257 * 16;
/** 128 rows of 2^(j/128) and what its rounding lost. */
export const EXP_TABLE: usize = EXP2_TABLE + 128 * 8;
/** Φ(−z)/φ(z): 128 intervals of six coefficients. */
export const MILLS_TABLE: usize = EXP_TABLE + 128 * 16;
