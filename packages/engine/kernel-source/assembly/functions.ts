// tanh, log₂ and 2^x on two lanes, by table and polynomial. No fused multiply-add: every machine gets the same bits.
import {
  EXP2_1,
  EXP2_2,
  EXP2_3,
  EXP2_4,
  EXP2_HIGHEST,
  EXP2_LOWEST,
  EXP2_TABLE,
  EXPONENT_BIAS,
  HALF_NODE,
  LOG2_2,
  LOG2_3,
  LOG2_4,
  LOG2_5,
  LOG2_TABLE,
  MANTISSA_BITS,
  NODE_BITS,
  ONE,
  ROUND,
  TANH_LAST,
  TANH_TABLE,
  TWO_52,
} from './memory';

/** a·b + c, rounded twice. */
export function madd(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(f64x2.mul(a, b), c);
}

/** tanh(v/64) for v ≥ 0: the polynomial of the nearest node, of degree 5 in the distance to it. */
export function tanh64(v: v128): v128 {
  const near = f64x2.pmin(v, v128.load(TANH_LAST));
  const rounded = f64x2.add(near, v128.load(ROUND));
  const f = f64x2.sub(near, f64x2.sub(rounded, v128.load(ROUND)));
  const p = <usize>i32x4.extract_lane(rounded, 0) * 48;
  const q = <usize>i32x4.extract_lane(rounded, 2) * 48;
  const p01 = v128.load(p, TANH_TABLE);
  const q01 = v128.load(q, TANH_TABLE);
  const p23 = v128.load(p, TANH_TABLE + 16);
  const q23 = v128.load(q, TANH_TABLE + 16);
  const p45 = v128.load(p, TANH_TABLE + 32);
  const q45 = v128.load(q, TANH_TABLE + 32);
  const low = madd(f, v128.shuffle<f64>(p01, q01, 1, 3), v128.shuffle<f64>(p01, q01, 0, 2));
  const middle = madd(f, v128.shuffle<f64>(p23, q23, 1, 3), v128.shuffle<f64>(p23, q23, 0, 2));
  const high = madd(f, v128.shuffle<f64>(p45, q45, 1, 3), v128.shuffle<f64>(p45, q45, 0, 2));
  const square = f64x2.mul(f, f);
  return madd(square, madd(square, high, middle), low);
}

/** log₂ a for normal a > 0: exponent + log₂ of the mantissa's nearest node m₀ + log₂(m/m₀). */
export function log2(a: v128): v128 {
  const mantissa = v128.or(v128.and(a, v128.load(MANTISSA_BITS)), v128.load(ONE));
  const node = v128.and(i64x2.add(mantissa, v128.load(HALF_NODE)), v128.load(NODE_BITS));
  // The node's bits shifted so are 16 × (0x3ff00 + its number): the entry's offset, but for a constant.
  const entry = i64x2.shr_u(node, 40);
  const p = v128.load(<usize>i32x4.extract_lane(entry, 0) + LOG2_TABLE - 0x3ff000);
  const q = v128.load(<usize>i32x4.extract_lane(entry, 2) + LOG2_TABLE - 0x3ff000);
  const z = f64x2.mul(f64x2.sub(mantissa, node), v128.shuffle<f64>(p, q, 0, 2));
  const exponent = f64x2.sub(v128.or(i64x2.shr_u(a, 52), v128.load(TWO_52)), v128.load(EXPONENT_BIAS));
  const whole = f64x2.add(exponent, v128.shuffle<f64>(p, q, 1, 3));
  const low = madd(z, v128.load(LOG2_3), v128.load(LOG2_2));
  const high = madd(z, v128.load(LOG2_5), v128.load(LOG2_4));
  const square = f64x2.mul(z, z);
  return f64x2.add(whole, madd(square, madd(square, high, low), z));
}

/** 2^(t/128), held within 2^±1000. The table's powers lack the exponent that the shifted integer brings. */
export function exp2(t: v128): v128 {
  const near = f64x2.pmax(f64x2.pmin(t, v128.load(EXP2_HIGHEST)), v128.load(EXP2_LOWEST));
  const rounded = f64x2.add(near, v128.load(ROUND));
  const f = f64x2.sub(near, f64x2.sub(rounded, v128.load(ROUND)));
  const p = (<usize>i32x4.extract_lane(rounded, 0) & 127) << 3;
  const q = (<usize>i32x4.extract_lane(rounded, 2) & 127) << 3;
  const power = v128.load64_lane(q, v128.load64_zero(p, EXP2_TABLE), 1, EXP2_TABLE);
  const scale = i64x2.add(power, i64x2.shl(rounded, 45));
  const low = madd(f, v128.load(EXP2_2), v128.load(EXP2_1));
  const high = madd(f, v128.load(EXP2_4), v128.load(EXP2_3));
  const growth = f64x2.mul(f, madd(f64x2.mul(f, f), high, low));
  return madd(scale, growth, scale);
}
