// exp, log, pow, tanh, sin and their kin from exact operations only, so that every machine gets the same bits.
//
// ECMAScript fixes the bits of + − × ÷ √ alone: Math.exp and the rest may differ between engines and versions.
// Method: Tang's table-driven reduction (ACM TOMS 15 (1989) 144 and 16 (1990) 378) with Taylor polynomials, which
// are enough on intervals this short; pow carries its logarithm in two doubles; sin and cos use Cody–Waite
// reduction. Every loop-free path costs about as much as Math's own.
import {
  EXP_TABLE,
  HALF_PI_1,
  HALF_PI_2,
  HALF_PI_3,
  LN2_HEAD,
  LN2_TAIL,
  LOG_TABLE,
  QUARTERS_PER_UNIT,
  STEP_HEAD,
  STEP_TAIL,
  STEPS_PER_UNIT,
} from './elementary-tables.ts';

/** Adding and subtracting 1.5·2^52 rounds to the nearest integer, ties to even. */
const ROUND = 6755399441055744;
/** The same at multiples of 2^-24. */
const ROUND_24_BITS = 402653184;
/** Veltkamp's constant: splits a double into two of 26 bits. */
const SPLIT = 134217729;

const MIN_POWER = -1074;
/** The smallest double with all its bits, 2^-1022. */
const MIN_NORMAL = 2.2250738585072014e-308;
/** 2^k for every k that is a double. */
const POWERS_OF_TWO = powersOfTwo();

const view = new Float64Array(1);
const words = new Int32Array(view.buffer);
/** Which of the two words holds sign and exponent. */
const HIGH = highWordIndex();

/** Second results of the functions below: a property of this array costs no allocation. */
const second = new Float64Array(1);

function powersOfTwo(): Float64Array {
  const table = new Float64Array(1023 - MIN_POWER + 1);
  table[-MIN_POWER] = 1;
  for (let i = -MIN_POWER + 1; i < table.length; i++) table[i] = table[i - 1] * 2;
  for (let i = -MIN_POWER - 1; i >= 0; i--) table[i] = table[i + 1] / 2;
  return table;
}

function highWordIndex(): 0 | 1 {
  view[0] = 1;
  return words[1] === 0 ? 0 : 1;
}

/** e^x, within 0.52 units in the last place (0.8 where the result is subnormal). */
export function exp(x: number): number {
  if (!(Math.abs(x) < 746)) return expBeyond(x);
  const n = x * STEPS_PER_UNIT + ROUND - ROUND;
  const r = x - n * STEP_HEAD - n * STEP_TAIL;
  return expNear(n | 0, r);
}

/** 2^(step/128)·e^r for |r| ≤ ln 2/256. Two scalings, so that results near overflow and underflow round once. */
function expNear(step: number, r: number): number {
  const row = (step & 127) << 1;
  const power = step >> 7;
  const half = power >> 1;
  const r2 = r * r;
  const rest = EXP_TABLE[row + 1] + (r + r2 * (0.5 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120))));
  const head = EXP_TABLE[row];
  return (head + head * rest) * POWERS_OF_TWO[half - MIN_POWER] * POWERS_OF_TWO[power - half - MIN_POWER];
}

function expBeyond(x: number): number {
  if (x > 0) return Number.POSITIVE_INFINITY;
  return x < 0 ? 0 : Number.NaN;
}

/** e^x − 1 without cancellation, within 1.3 units in the last place. */
export function expm1(x: number): number {
  if (!(Math.abs(x) < 40)) return x < 0 ? -1 : exp(x);
  if (Math.abs(x) < 0.008125) return x === 0 ? x : expm1Near(x);
  const n = x * STEPS_PER_UNIT + ROUND - ROUND;
  const r = x - n * STEP_HEAD - n * STEP_TAIL;
  const step = n | 0;
  const row = (step & 127) << 1;
  const r2 = r * r;
  const rest = r + r2 * (0.5 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120)));
  const scale = EXP_TABLE[row] * POWERS_OF_TWO[(step >> 7) - MIN_POWER];
  return scale - 1 + scale * (EXP_TABLE[row + 1] + rest);
}

function expm1Near(x: number): number {
  const x2 = x * x;
  return x + x2 * (0.5 + x * (1 / 6) + x2 * (1 / 24 + x * (1 / 120) + x2 * (1 / 720 + x * (1 / 5040))));
}

/** Hyperbolic tangent, within 2 units in the last place. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 22)) return x > 0 ? 1 : x < 0 ? -1 : Number.NaN;
  if (x === 0) return x;
  const t = expm1(2 * size);
  const y = size < 1 ? t / (t + 2) : 1 - 2 / (t + 2);
  return x < 0 ? -y : y;
}

/** Natural logarithm, within 0.7 units in the last place. */
export function log(x: number): number {
  if (!(x >= MIN_NORMAL && x <= Number.MAX_VALUE)) return logBeyond(x);
  view[0] = x;
  const top = (words[HIGH] - 0x3fe60000) | 0;
  const power = top >> 20;
  const row = ((top >> 13) & 127) * 5;
  const d = x * POWERS_OF_TWO[-power - MIN_POWER] - LOG_TABLE[row];
  const r = d * LOG_TABLE[row + 1] + LOG_TABLE[row + 2];
  const whole = power * LN2_HEAD + LOG_TABLE[row + 3];
  const head = whole + r;
  const tail = whole - head + r + (power * LN2_TAIL + LOG_TABLE[row + 4]);
  return head + (tail + log1pRest(r));
}

function logBeyond(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  return log(x * 1.8014398509481984e16) - 54 * LN2_HEAD - 54 * LN2_TAIL; // subnormal: 2^54
}

/** log(1 + r) − r for |r| ≤ 2^-7. */
function log1pRest(r: number): number {
  const r2 = r * r;
  const low = -1 / 2 + r * (1 / 3) + r2 * (-1 / 4 + r * (1 / 5));
  return r2 * (low + r2 * r2 * (-1 / 6 + r * (1 / 7) + r2 * (-1 / 8 + r * (1 / 9))));
}

/** log(1 + x) without cancellation, within 1.3 units in the last place. */
export function log1p(x: number): number {
  if (Math.abs(x) < 0.0078125) return x === 0 ? x : x + log1pRest(x);
  if (!(x > -1 && x < 9007199254740992)) return log(x === -1 ? 0 : x);
  const u = 1 + x;
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1);
  return log(u) + lost / u;
}

/** x to the power y with Math.pow's rules for special values, within 0.52 units in the last place. */
export function pow(x: number, y: number): number {
  const size = Math.abs(y);
  if (!(x > 0 && x <= Number.MAX_VALUE && size < 3.6e19)) return powBeyond(x, y);
  if (size < 2.8e-20) return 1;
  const head = logHead(x);
  const tail = second[0];
  const t = y * SPLIT;
  const yHead = t - (t - y);
  const s = head * SPLIT;
  const logHigh = s - (s - head);
  const product = yHead * logHigh;
  const rest = (y - yHead) * logHigh + y * (head - logHigh + tail);
  const whole = product + rest;
  if (!(Math.abs(whole) < 746)) return expBeyond(whole);
  const n = whole * STEPS_PER_UNIT + ROUND - ROUND;
  const r = whole - n * STEP_HEAD - n * STEP_TAIL + (product - whole + rest);
  return expNear(n | 0, r);
}

/** log x to about 68 bits, for finite x > 0: returns the head and leaves the tail in `second`. */
function logHead(x: number): number {
  const lift = x < MIN_NORMAL ? 54 : 0;
  const lifted = x * POWERS_OF_TWO[lift - MIN_POWER];
  view[0] = lifted;
  const top = (words[HIGH] - 0x3fe60000) | 0;
  const liftedPower = top >> 20;
  const power = liftedPower - lift;
  const row = ((top >> 13) & 127) * 5;
  const d = lifted * POWERS_OF_TWO[-liftedPower - MIN_POWER] - LOG_TABLE[row];
  const dHead = d + ROUND_24_BITS - ROUND_24_BITS;
  const inverse = LOG_TABLE[row + 1];
  // rHead + rTail is exactly x/c − 1, and rHead is short enough for an exact square.
  const rHead = dHead * inverse + LOG_TABLE[row + 2];
  const rTail = (d - dHead) * inverse;
  const r = rHead + rTail;
  const whole = power * LN2_HEAD + LOG_TABLE[row + 3];
  const first = whole + r;
  const lost = whole - first + rHead + rTail;
  const square = -0.5 * rHead * rHead;
  const next = first + square;
  const lostNext = first - next + square;
  const tail =
    power * LN2_TAIL + LOG_TABLE[row + 4] + lost + lostNext - 0.5 * rTail * (rHead + r) + log1pCubes(r);
  const head = next + tail;
  second[0] = next - head + tail;
  return head;
}

/** log(1 + r) − r + r²/2 for |r| ≤ 2^-7. */
function log1pCubes(r: number): number {
  const r2 = r * r;
  const low = 1 / 3 - r * (1 / 4) + r2 * (1 / 5 - r * (1 / 6));
  return r * r2 * (low + r2 * r2 * (1 / 7 - r * (1 / 8) + r2 * (1 / 9)));
}

function powBeyond(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = Math.abs(x);
  if (Math.abs(y) >= 3.6e19) return powHuge(size, y);
  const odd = isOdd(y);
  if (size === 0 || size === Number.POSITIVE_INFINITY) {
    const y0 = (size === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY;
    return odd && (x < 0 || Object.is(x, -0)) ? -y0 : y0;
  }
  if (y !== Math.floor(y)) return Number.NaN;
  return odd ? -pow(size, y) : pow(size, y);
}

/** |y| so large that only 1 has a power other than 0 and infinity (and 1 to the infinity is NaN in ECMAScript). */
function powHuge(size: number, y: number): number {
  if (size === 1) return Math.abs(y) === Number.POSITIVE_INFINITY ? Number.NaN : 1;
  return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
}

function isOdd(y: number): boolean {
  return y === Math.floor(y) && Math.floor(y / 2) * 2 !== y;
}

/** Cube root, within 0.7 units in the last place. */
export function cbrt(x: number): number {
  if (!(Math.abs(x) < Number.POSITIVE_INFINITY) || x === 0) return x;
  const size = Math.abs(x);
  // Away from overflow and underflow, by cubes of powers of two.
  const shift = size < 1e-290 ? 150 : size > 1e290 ? -150 : 0;
  const far = POWERS_OF_TWO[shift - MIN_POWER];
  const target = size * far * far * far;
  const guess = exp(log(target) / 3);
  const t = guess * SPLIT;
  const short = t - (t - guess); // 26 bits: its square is exact
  const quotient = target / (short * short);
  const root = (short + (short * (quotient - short)) / (short + short + quotient)) / far;
  return x < 0 ? -root : root;
}

/** Sine for |x| ≤ 10⁶, within 0.8 units in the last place. */
export function sin(x: number): number {
  if (x === 0) return x;
  const quarter = reduceQuarters(x, 'sin');
  const r = view[0];
  const y = quarter & 1 ? cosNear(r, second[0]) : sinNear(r, second[0]);
  return quarter & 2 ? -y : y;
}

/** Cosine for |x| ≤ 10⁶, within 0.8 units in the last place. */
export function cos(x: number): number {
  const quarter = reduceQuarters(x, 'cos');
  const r = view[0];
  const y = quarter & 1 ? sinNear(r, second[0]) : cosNear(r, second[0]);
  return (quarter + 1) & 2 ? -y : y;
}

/** x less the nearest multiple of π/2, head in `view` and tail in `second`; returns that multiple modulo 4. */
function reduceQuarters(x: number, wanted: string): number {
  if (Math.abs(x) > 1e6 && Math.abs(x) < Number.POSITIVE_INFINITY) {
    throw new RangeError(`${wanted} is exact enough up to 1e6 only, got ${x}: reduce the argument first.`);
  }
  const n = x * QUARTERS_PER_UNIT + ROUND - ROUND;
  const a = x - n * HALF_PI_1; // both products are exact: 33 bits times 20
  const b = n * HALF_PI_2;
  const first = a - b;
  const back = first - a;
  const lost = a - (first - back) - (b + back);
  const tail = lost - n * HALF_PI_3;
  const head = first + tail;
  second[0] = first - head + tail;
  view[0] = head;
  return n & 3;
}

/** sin(r + tail) for |r| ≤ π/4. */
function sinNear(r: number, tail: number): number {
  const z = r * r;
  const high =
    1 / 362880 -
    z * (1 / 39916800 - z * (1 / 6227020800 - z * (1 / 1307674368000 - z * (1 / 355687428096000))));
  const rest = z * (1 / 120 - z * (1 / 5040 - z * high));
  return r + (tail * (1 - 0.5 * z) + r * z * (rest - 1 / 6));
}

/** cos(r + tail) for |r| ≤ π/4. */
function cosNear(r: number, tail: number): number {
  const z = r * r;
  const high = 1 / 3628800 - z * (1 / 479001600 - z * (1 / 87178291200 - z * (1 / 20922789888000)));
  const rest = z * z * (1 / 24 - z * (1 / 720 - z * (1 / 40320 - z * high)));
  const half = 0.5 * z;
  const whole = 1 - half;
  return whole + (1 - whole - half + (rest - r * tail));
}
