// e^x and e^x − 1 on two lanes: the engine's own (../../src/numeric/elementary.ts), operation by operation.
import { EXP_TABLE } from './memory';

const STEPS_PER_UNIT: f64 = 184.6649652337873;
const STEP_HEAD: f64 = 0.005415212347998022;
const STEP_TAIL: f64 = 1.2655086083325438e-13;
const ROUND: f64 = 6755399441055744;

/** Below this in size neither e^x nor a power of two it is made of leaves the range of normal numbers. */
export const EXP_END: f64 = 700;

function timesUnit(x: v128): v128 {
  const steps = f64x2.mul(x, f64x2.splat(STEPS_PER_UNIT));
  return f64x2.sub(f64x2.add(steps, f64x2.splat(ROUND)), f64x2.splat(ROUND));
}

function beyond(x: v128, n: v128): v128 {
  const head = f64x2.sub(x, f64x2.mul(n, f64x2.splat(STEP_HEAD)));
  return f64x2.sub(head, f64x2.mul(n, f64x2.splat(STEP_TAIL)));
}

/** r + r²·(½ + r/6 + r²·(1/24 + r/120)) */
function series(r: v128): v128 {
  const square = f64x2.mul(r, r);
  const high = f64x2.add(f64x2.splat(1.0 / 24.0), f64x2.mul(r, f64x2.splat(1.0 / 120.0)));
  const low = f64x2.add(f64x2.splat(0.5), f64x2.mul(r, f64x2.splat(1.0 / 6.0)));
  return f64x2.add(r, f64x2.mul(square, f64x2.add(low, f64x2.mul(square, high))));
}

/** 2^k of the two lowest integers, for normal numbers. */
function powerOfTwo(k: v128): v128 {
  return i64x2.shl(i64x2.add(i64x2.extend_low_i32x4_s(k), i64x2.splat(1023)), 52);
}

/** e^x for |x| below `EXP_END`. */
export function exp(x: v128): v128 {
  const n = timesUnit(x);
  const step = i32x4.trunc_sat_f64x2_s_zero(n);
  const p = v128.load((<usize>i32x4.extract_lane(step, 0) & 127) << 4, EXP_TABLE);
  const q = v128.load((<usize>i32x4.extract_lane(step, 1) & 127) << 4, EXP_TABLE);
  const head = v128.shuffle<f64>(p, q, 0, 2);
  const rest = f64x2.add(v128.shuffle<f64>(p, q, 1, 3), series(beyond(x, n)));
  const power = i32x4.shr_s(step, 7);
  const half = i32x4.shr_s(power, 1);
  const scaled = f64x2.mul(f64x2.add(head, f64x2.mul(head, rest)), powerOfTwo(half));
  return f64x2.mul(scaled, powerOfTwo(i32x4.sub(power, half)));
}

/** e^x − 1 for x < 0. */
export function expm1(x: v128): v128 {
  const near = f64x2.pmax(x, f64x2.splat(-40));
  const n = timesUnit(near);
  const step = i32x4.trunc_sat_f64x2_s_zero(n);
  const p = v128.load((<usize>i32x4.extract_lane(step, 0) & 127) << 4, EXP_TABLE);
  const q = v128.load((<usize>i32x4.extract_lane(step, 1) & 127) << 4, EXP_TABLE);
  const rest = f64x2.add(v128.shuffle<f64>(p, q, 1, 3), series(beyond(near, n)));
  const scale = f64x2.mul(v128.shuffle<f64>(p, q, 0, 2), powerOfTwo(i32x4.shr_s(step, 7)));
  const whole = f64x2.add(f64x2.sub(scale, f64x2.splat(1)), f64x2.mul(scale, rest));
  const far = v128.bitselect(f64x2.splat(-1), whole, f64x2.le(x, f64x2.splat(-40)));
  return v128.bitselect(expm1Near(x), far, f64x2.gt(x, f64x2.splat(-0.008125)));
}

function expm1Near(x: v128): v128 {
  const square = f64x2.mul(x, x);
  const last = f64x2.add(f64x2.splat(1.0 / 720.0), f64x2.mul(x, f64x2.splat(1.0 / 5040.0)));
  const middle = f64x2.add(f64x2.splat(1.0 / 24.0), f64x2.mul(x, f64x2.splat(1.0 / 120.0)));
  const first = f64x2.add(f64x2.splat(0.5), f64x2.mul(x, f64x2.splat(1.0 / 6.0)));
  const high = f64x2.add(middle, f64x2.mul(square, last));
  return f64x2.add(x, f64x2.mul(square, f64x2.add(first, f64x2.mul(square, high))));
}
