// e^x and e^x − 1 on two lanes: the engine's own (../../src/numeric/elementary.ts), operation by operation.
import {
  EXP_TABLE,
  EXPM1_LOWEST,
  EXPM1_NEAR,
  HALF,
  MINUS_ONE,
  ONE,
  PER_24,
  PER_120,
  PER_720,
  PER_5040,
  POWER_BIAS,
  ROUND,
  SIXTH,
  STEP_HEAD,
  STEP_TAIL,
  STEPS_PER_UNIT,
} from './memory';

function timesUnit(x: v128): v128 {
  const steps = f64x2.mul(x, v128.load(STEPS_PER_UNIT));
  return f64x2.sub(f64x2.add(steps, v128.load(ROUND)), v128.load(ROUND));
}

function beyond(x: v128, n: v128): v128 {
  const head = f64x2.sub(x, f64x2.mul(n, v128.load(STEP_HEAD)));
  return f64x2.sub(head, f64x2.mul(n, v128.load(STEP_TAIL)));
}

/** r + r²·(½ + r/6 + r²·(1/24 + r/120)) */
function series(r: v128): v128 {
  const square = f64x2.mul(r, r);
  const high = f64x2.add(v128.load(PER_24), f64x2.mul(r, v128.load(PER_120)));
  const low = f64x2.add(v128.load(HALF), f64x2.mul(r, v128.load(SIXTH)));
  return f64x2.add(r, f64x2.mul(square, f64x2.add(low, f64x2.mul(square, high))));
}

/** 2^k of the two lowest integers, for normal numbers. */
function powerOfTwo(k: v128): v128 {
  return i64x2.shl(i64x2.add(i64x2.extend_low_i32x4_s(k), v128.load(POWER_BIAS)), 52);
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
  const near = f64x2.pmax(x, v128.load(EXPM1_LOWEST));
  const n = timesUnit(near);
  const step = i32x4.trunc_sat_f64x2_s_zero(n);
  const p = v128.load((<usize>i32x4.extract_lane(step, 0) & 127) << 4, EXP_TABLE);
  const q = v128.load((<usize>i32x4.extract_lane(step, 1) & 127) << 4, EXP_TABLE);
  const rest = f64x2.add(v128.shuffle<f64>(p, q, 1, 3), series(beyond(near, n)));
  const scale = f64x2.mul(v128.shuffle<f64>(p, q, 0, 2), powerOfTwo(i32x4.shr_s(step, 7)));
  const whole = f64x2.add(f64x2.sub(scale, v128.load(ONE)), f64x2.mul(scale, rest));
  const far = v128.bitselect(v128.load(MINUS_ONE), whole, f64x2.le(x, v128.load(EXPM1_LOWEST)));
  return v128.bitselect(expm1Near(x), far, f64x2.gt(x, v128.load(EXPM1_NEAR)));
}

function expm1Near(x: v128): v128 {
  const square = f64x2.mul(x, x);
  const last = f64x2.add(v128.load(PER_720), f64x2.mul(x, v128.load(PER_5040)));
  const middle = f64x2.add(v128.load(PER_24), f64x2.mul(x, v128.load(PER_120)));
  const first = f64x2.add(v128.load(HALF), f64x2.mul(x, v128.load(SIXTH)));
  const high = f64x2.add(middle, f64x2.mul(square, last));
  return f64x2.add(x, f64x2.mul(square, f64x2.add(first, f64x2.mul(square, high))));
}
