// From sampling coordinates to the parameters of the lanes, and from the lanes' sums to the gradient, two channels at a
// time: for models whose channels are all geometric and logistic, with effects or totals as their sizes. What is computed,
// in which order, is ../../src/model/quick-channel.ts.
import { curves } from './curves';
import { exp, expm1 } from './elementary';
import {
  ALPHA,
  AMPLITUDE,
  BELOW_ONE,
  CERTAIN_FROM,
  CERTAIN_TO,
  COORDINATES,
  EXP_END,
  FIVE,
  FOUR,
  GAMMA,
  GAMMA_SLOPE,
  GRADIENT,
  HALF,
  HALF_LOG_TWO_PI,
  KNOTS_PER_UNIT,
  LOWEST_KNOT,
  logisticLanes,
  MILLS_END,
  MILLS_PER_UNIT,
  MILLS_TABLE,
  MINUS_HALF,
  ONE,
  PER_SQRT_TWO_PI,
  regionAt,
  rowBytes,
  STEEPNESS,
  THREE,
  TWO,
  WEIGHTED,
} from './memory';
import { weigh } from './sums';

// A record for each pair of lanes, in bytes; the order is that of the host's `fields` (../../src/kernel/coordinates.ts).
const Z_CARRY: usize = 0;
const Z_RATE: usize = 16;
const Z_SIZE: usize = 32;
const BY_CARRY: usize = 48;
const BY_RATE: usize = 64;
const BY_SIZE: usize = 80;
const FACTOR: usize = 96;
const LOG_DENSITY: usize = 112;
/** All bits for a channel, none for what fills up the pair. */
const MASK: usize = 128;
const LAGS: usize = 144;
const CARRY_LOW: usize = 160;
const CARRY_WIDTH: usize = 176;
/** A prior's table: its address, then from and to which knot it is believed. */
const CARRY_TABLE: usize = 192;
const RATE_TABLE: usize = 240;
const SIZE_TABLE: usize = 288;
const NUMERATOR: usize = 336;
const MEAN: usize = 352;
const SCALE: usize = 368;
const PRIOR_SD: usize = 384;
const PRIOR_CONSTANT: usize = 400;
// What `enter` leaves for `leave`.
const CARRY_SLOPE: usize = 416;
const RATE: usize = 432;
const RATE_SLOPE: usize = 448;
const NORM: usize = 464;
const NORM_SLOPE: usize = 480;
const SIZE: usize = 496;
const SIZE_SLOPE: usize = 512;
const REFERENCE_BY_RATE: usize = 528;
const LOG_SLOPE: usize = 544;
const BEND: usize = 560;
const RECORD: usize = 576;

/** From coordinates to curves and β; 0 where a coordinate lies so far out that the host must do it. */
export function enterEffects(): u32 {
  const end = logisticLanes() << 3;
  let pair = regionAt(COORDINATES);
  for (let c: usize = 0; c < end; c += 16) {
    if (!enterCurve(pair, c) || !enterEffect(pair, c)) return 0;
    pair += RECORD;
  }
  curves();
  return 1;
}

/** The same where β follows from the curves, weighed by the first of the row weights. */
export function enterTotals(): u32 {
  const end = logisticLanes() << 3;
  let pair = regionAt(COORDINATES);
  for (let c: usize = 0; c < end; c += 16) {
    if (!enterCurve(pair, c) || !enterPositive(pair + SIZE_TABLE, pair + SIZE, v128.load(pair, Z_SIZE)))
      return 0;
    pair += RECORD;
  }
  curves();
  weigh(0);
  divideTotals();
  return 1;
}

/** β = size·numerator/F, F having been weighed. */
function divideTotals(): void {
  const end = logisticLanes() << 3;
  const weighted = regionAt(WEIGHTED);
  const amplitude = regionAt(AMPLITUDE);
  let pair = regionAt(COORDINATES);
  for (let c: usize = 0; c < end; c += 16) {
    const total = f64x2.mul(v128.load(pair, SIZE), v128.load(pair, NUMERATOR));
    const beta = f64x2.div(total, v128.load(weighted + c));
    v128.store(amplitude + c, v128.and(beta, v128.load(pair, MASK)));
    pair += RECORD;
  }
}

/** Log densities, factors of the Jacobian and gradient, by pair. */
export function leaveEffects(perVariance: f64): void {
  const end = logisticLanes() << 3;
  let pair = regionAt(COORDINATES);
  for (let c: usize = 0; c < end; c += 16) {
    leaveEffect(pair, c, f64x2.splat(perVariance));
    pair += RECORD;
  }
}

export function leaveTotals(perVariance: f64): void {
  const end = logisticLanes() << 3;
  let pair = regionAt(COORDINATES);
  for (let c: usize = 0; c < end; c += 16) {
    leaveTotal(pair, c, f64x2.splat(perVariance));
    pair += RECORD;
  }
}

function enterCurve(pair: usize, c: usize): bool {
  if (!enterFraction(pair, c)) return false;
  if (!enterPositive(pair + RATE_TABLE, pair + RATE, v128.load(pair, Z_RATE))) return false;
  enterWindow(pair, c);
  return true;
}

/** The retention, on its interval. */
function enterFraction(pair: usize, c: usize): bool {
  const t = onKnots(pair + CARRY_TABLE, pair + CARRY_SLOPE, v128.load(pair, Z_CARRY));
  const size = f64x2.abs(t);
  if (!i64x2.all_true(f64x2.lt(size, v128.load(EXP_END)))) return false;
  const one = v128.load(ONE);
  const e = exp(f64x2.neg(size));
  const small = f64x2.div(e, f64x2.add(one, e));
  const rest = f64x2.sub(one, small);
  const p = f64x2.pmin(v128.bitselect(rest, small, f64x2.gt(t, f64x2.splat(0))), v128.load(BELOW_ONE));
  const width = v128.load(pair, CARRY_WIDTH);
  const slope = f64x2.mul(f64x2.mul(width, small), rest);
  v128.store(regionAt(ALPHA) + c, f64x2.add(v128.load(pair, CARRY_LOW), f64x2.mul(width, p)));
  v128.store(pair, f64x2.mul(slope, v128.load(pair, CARRY_SLOPE)), CARRY_SLOPE);
  return true;
}

/** A positive parameter and, 16 bytes further, its slope. */
function enterPositive(table: usize, out: usize, z: v128): bool {
  const t = onKnots(table, out + 16, z);
  if (!i64x2.all_true(f64x2.lt(f64x2.abs(t), v128.load(EXP_END)))) return false;
  const x = exp(t);
  v128.store(out, x);
  v128.store(out, f64x2.mul(x, v128.load(out, 16)), 16);
  return true;
}

/** t at z, its slope into `slope`; no number where the density in z is not known to be normal. */
function onKnots(table: usize, slope: usize, z: v128): v128 {
  const s = f64x2.mul(f64x2.sub(z, v128.load(LOWEST_KNOT)), v128.load(KNOTS_PER_UNIT));
  const inside = v128.and(f64x2.ge(s, v128.load(table, 16)), f64x2.lt(s, v128.load(table, 32)));
  if (!i64x2.all_true(inside)) return f64x2.splat(NaN);
  const interval = i32x4.trunc_sat_f64x2_s_zero(s);
  const v = f64x2.sub(s, f64x2.convert_low_i32x4_s(interval));
  const p = <usize>load<u32>(table) + <usize>i32x4.extract_lane(interval, 0) * 48;
  const q = <usize>load<u32>(table, 8) + <usize>i32x4.extract_lane(interval, 1) * 48;
  v128.store(slope, f64x2.mul(quinticSlope(p, q, v), v128.load(KNOTS_PER_UNIT)));
  return quintic(p, q, v);
}

/** The polynomials at `p` and `q`, one a lane. */
function quintic(p: usize, q: usize, v: v128): v128 {
  const square = f64x2.mul(v, v);
  const low = f64x2.add(even(p, q, 0), f64x2.mul(odd(p, q, 0), v));
  const middle = f64x2.add(even(p, q, 16), f64x2.mul(odd(p, q, 16), v));
  const high = f64x2.add(even(p, q, 32), f64x2.mul(odd(p, q, 32), v));
  return f64x2.add(low, f64x2.mul(square, f64x2.add(middle, f64x2.mul(square, high))));
}

function quinticSlope(p: usize, q: usize, v: v128): v128 {
  const square = f64x2.mul(v, v);
  const second = f64x2.mul(f64x2.mul(v128.load(TWO), even(p, q, 16)), v);
  const third = f64x2.mul(v128.load(THREE), odd(p, q, 16));
  const fourth = f64x2.mul(f64x2.mul(v128.load(FOUR), even(p, q, 32)), v);
  const fifth = f64x2.mul(f64x2.mul(v128.load(FIVE), odd(p, q, 32)), square);
  const high = f64x2.add(f64x2.add(third, fourth), fifth);
  return f64x2.add(odd(p, q, 0), f64x2.add(second, f64x2.mul(square, high)));
}

function even(p: usize, q: usize, offset: usize): v128 {
  return v128.load64_lane(q + offset, v128.load64_zero(p + offset), 1);
}

function odd(p: usize, q: usize, offset: usize): v128 {
  return even(p + 8, q + 8, offset);
}

/** The adstock's window: α^L and the normaliser, with their slopes. Then the lane's steepness. */
function enterWindow(pair: usize, c: usize): void {
  const alpha = v128.load(regionAt(ALPHA) + c);
  const lags = v128.load(pair, LAGS);
  const one = v128.load(ONE);
  let sum = f64x2.splat(0);
  let slope = sum;
  let power = one;
  const longest = max(f64x2.extract_lane(lags, 0), f64x2.extract_lane(lags, 1));
  for (let s: f64 = 0; s < longest; s++) {
    const inside = f64x2.gt(lags, f64x2.splat(s));
    slope = v128.bitselect(f64x2.add(f64x2.mul(slope, alpha), sum), slope, inside);
    sum = v128.bitselect(f64x2.add(f64x2.mul(sum, alpha), one), sum, inside);
    power = v128.bitselect(f64x2.mul(power, alpha), power, inside);
  }
  const norm = f64x2.div(one, sum);
  v128.store(regionAt(GAMMA) + c, power);
  v128.store(regionAt(GAMMA_SLOPE) + c, f64x2.div(f64x2.mul(lags, power), alpha));
  v128.store(regionAt(STEEPNESS) + c, f64x2.mul(v128.load(pair, RATE), norm));
  v128.store(pair, norm, NORM);
  v128.store(pair, f64x2.div(f64x2.neg(slope), f64x2.mul(sum, sum)), NORM_SLOPE);
}

/** β = scale·R(z)/f(x̄): effect.ts's ramp, and the logistic curve at the mean input. */
function enterEffect(pair: usize, c: usize): bool {
  const z = v128.load(pair, Z_SIZE);
  const size = f64x2.abs(z);
  const near = f64x2.lt(size, v128.load(MILLS_END));
  const certain = v128.and(f64x2.ge(z, v128.load(CERTAIN_FROM)), f64x2.lt(z, v128.load(CERTAIN_TO)));
  if (!i64x2.all_true(v128.or(near, certain))) return false;
  const one = v128.load(ONE);
  const density = f64x2.mul(
    v128.load(PER_SQRT_TWO_PI),
    exp(f64x2.mul(f64x2.mul(v128.load(MINUS_HALF), z), z)),
  );
  const tail = f64x2.mul(density, millsRatio(v128.and(size, near)));
  const above = v128.bitselect(one, f64x2.sub(one, tail), certain);
  const cdf = v128.bitselect(above, tail, f64x2.gt(z, f64x2.splat(0)));
  const u = f64x2.add(f64x2.mul(z, cdf), density);
  const steeper = f64x2.add(one, u);
  const value = f64x2.mul(u, f64x2.add(one, f64x2.mul(v128.load(HALF), u)));
  v128.store(pair, f64x2.div(f64x2.mul(cdf, steeper), value), LOG_SLOPE);
  v128.store(pair, f64x2.add(f64x2.div(density, cdf), f64x2.div(cdf, steeper)), BEND);
  const beta = f64x2.div(f64x2.mul(v128.load(pair, SCALE), value), enterReference(pair));
  v128.store(regionAt(AMPLITUDE) + c, v128.and(beta, v128.load(pair, MASK)));
  return true;
}

/** Φ(−z)/φ(z) */
function millsRatio(size: v128): v128 {
  const place = f64x2.mul(size, v128.load(MILLS_PER_UNIT));
  const interval = i32x4.trunc_sat_f64x2_s_zero(place);
  const v = f64x2.sub(place, f64x2.convert_low_i32x4_s(interval));
  const p = MILLS_TABLE + <usize>i32x4.extract_lane(interval, 0) * 48;
  const q = MILLS_TABLE + <usize>i32x4.extract_lane(interval, 1) * 48;
  return quintic(p, q, v);
}

/** f at the mean input; the slope of its logarithm is kept. */
function enterReference(pair: usize): v128 {
  const mean = v128.load(pair, MEAN);
  const m = expm1(f64x2.mul(f64x2.neg(v128.load(pair, RATE)), mean));
  const value = f64x2.div(f64x2.neg(m), f64x2.add(v128.load(TWO), m));
  const steep = f64x2.sub(v128.load(ONE), f64x2.mul(value, value));
  v128.store(pair, f64x2.div(f64x2.mul(mean, steep), f64x2.mul(v128.load(TWO), value)), REFERENCE_BY_RATE);
  return value;
}

/** ½·normSlope·A + ½·norm·B by λ: what sums say of α, less their weight. */
function byRetention(pair: usize, sums: usize, lane: usize): v128 {
  const a = f64x2.mul(v128.load(pair, NORM_SLOPE), v128.load(sums + rowBytes() + lane));
  const b = f64x2.mul(v128.load(pair, NORM), v128.load(sums + (rowBytes() << 1) + lane));
  return f64x2.mul(f64x2.mul(v128.load(HALF), v128.load(pair, RATE)), f64x2.add(a, b));
}

function byRate(pair: usize, sums: usize, lane: usize): v128 {
  const half = f64x2.mul(v128.load(HALF), v128.load(pair, NORM));
  return f64x2.mul(half, v128.load(sums + rowBytes() + lane));
}

/** −½z² − ½log 2π of one coordinate. */
function normalDensity(z: v128): v128 {
  const exponent = f64x2.mul(f64x2.mul(v128.load(MINUS_HALF), z), z);
  return f64x2.sub(exponent, v128.load(HALF_LOG_TWO_PI));
}

/** The gradient by the curve's coordinates, each with −z of its prior; and the log densities, that of the size first. */
function leaveCurve(pair: usize, byAlpha: v128, byLam: v128, sizeDensity: v128): void {
  const carry = v128.load(pair, Z_CARRY);
  const rate = v128.load(pair, Z_RATE);
  v128.store(pair, f64x2.sub(f64x2.mul(byAlpha, v128.load(pair, CARRY_SLOPE)), carry), BY_CARRY);
  v128.store(pair, f64x2.sub(f64x2.mul(byLam, v128.load(pair, RATE_SLOPE)), rate), BY_RATE);
  const both = f64x2.add(sizeDensity, normalDensity(carry));
  v128.store(pair, f64x2.add(both, normalDensity(rate)), LOG_DENSITY);
}

function leaveEffect(pair: usize, c: usize, perVariance: v128): void {
  const sums = regionAt(GRADIENT);
  const one = v128.load(ONE);
  const beta = v128.load(regionAt(AMPLITUDE) + c);
  const each = f64x2.mul(beta, perVariance);
  const sd = v128.load(pair, PRIOR_SD);
  const priorSlope = f64x2.div(f64x2.neg(beta), f64x2.mul(sd, sd));
  const byLogBeta = f64x2.mul(f64x2.mul(beta, v128.load(sums + c)), perVariance);
  const by = f64x2.add(f64x2.add(byLogBeta, f64x2.mul(priorSlope, beta)), one);
  const byAlpha = f64x2.mul(byRetention(pair, sums, c), each);
  const byReference = f64x2.mul(by, v128.load(pair, REFERENCE_BY_RATE));
  const byLam = f64x2.sub(f64x2.mul(byRate(pair, sums, c), each), byReference);
  const logSlope = v128.load(pair, LOG_SLOPE);
  v128.store(pair, f64x2.add(f64x2.mul(f64x2.sub(by, one), logSlope), v128.load(pair, BEND)), BY_SIZE);
  v128.store(pair, f64x2.mul(beta, logSlope), FACTOR);
  const u = f64x2.div(beta, sd);
  const exponent = f64x2.mul(f64x2.mul(v128.load(HALF), u), u);
  leaveCurve(pair, byAlpha, byLam, f64x2.sub(v128.load(pair, PRIOR_CONSTANT), exponent));
}

function leaveTotal(pair: usize, c: usize, perVariance: v128): void {
  const sums = regionAt(GRADIENT);
  const totals = regionAt(WEIGHTED);
  const beta = v128.load(regionAt(AMPLITUDE) + c);
  const each = f64x2.mul(beta, perVariance);
  const byLogBeta = f64x2.mul(f64x2.mul(beta, v128.load(sums + c)), perVariance);
  const perTotal = f64x2.div(byLogBeta, v128.load(totals + c));
  const byAlpha = f64x2.sub(
    f64x2.mul(byRetention(pair, sums, c), each),
    f64x2.mul(perTotal, byRetention(pair, totals, c)),
  );
  const byLam = f64x2.sub(
    f64x2.mul(byRate(pair, sums, c), each),
    f64x2.mul(perTotal, byRate(pair, totals, c)),
  );
  const z = v128.load(pair, Z_SIZE);
  const slope = f64x2.div(f64x2.mul(byLogBeta, v128.load(pair, SIZE_SLOPE)), v128.load(pair, SIZE));
  v128.store(pair, f64x2.sub(slope, z), BY_SIZE);
  leaveCurve(pair, byAlpha, byLam, normalDensity(z));
}
