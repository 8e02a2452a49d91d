// The standard normal distribution: its CDF and its quantile function.
import { exp, log } from './elementary.ts';
import { quintic } from './quintic.ts';

const SQRT_32 = 5.656854249492381;
const ONE_OVER_SQRT_2PI = 0.3989422804014327;

// Rational Chebyshev approximations of W. J. Cody (Math. Comp. 23 (1969) 631; ACM TOMS 19 (1993) 22).
// biome-ignore format: published coefficients, to the nearest double
const CENTRE_P = [2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745];
const CENTRE_Q = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
// biome-ignore format: published coefficients, to the nearest double
const MIDDLE_P = [0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-08];
// biome-ignore format: published coefficients, to the nearest double
const MIDDLE_Q = [22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598, 38912.00328609327, 19685.429676859992];
// biome-ignore format: published coefficients, to the nearest double
const FAR_P = [0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934, 2.9112874951168793e-05, 0.023073441764940174];
// biome-ignore format: published coefficients, to the nearest double
const FAR_Q = [1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-05];

/** Φ(x) for x ≤ −0.67448975 is e^(−x²/2) times this; `size` = |x|. */
function tailRatio(size: number): number {
  if (size <= SQRT_32) {
    let p = MIDDLE_P[8] * size;
    let q = size;
    for (let i = 0; i < 7; i++) {
      p = (p + MIDDLE_P[i]) * size;
      q = (q + MIDDLE_Q[i]) * size;
    }
    return (p + MIDDLE_P[7]) / (q + MIDDLE_Q[7]);
  }
  const z = 1 / (size * size);
  let p = FAR_P[5] * z;
  let q = z;
  for (let i = 0; i < 4; i++) {
    p = (p + FAR_P[i]) * z;
    q = (q + FAR_Q[i]) * z;
  }
  return (ONE_OVER_SQRT_2PI - (z * (p + FAR_P[4])) / (q + FAR_Q[4])) / size;
}

/** e^(−x²/2), with the square in two parts so that a large x keeps its digits. */
function expMinusHalfSquare(size: number): number {
  const head = Math.trunc(size * 16) / 16;
  const rest = (size - head) * (size + head);
  return exp(-0.5 * head * head) * exp(-0.5 * rest);
}

function centre(x: number): number {
  const z = x * x;
  let p = CENTRE_P[4] * z;
  let q = z;
  for (let i = 0; i < 3; i++) {
    p = (p + CENTRE_P[i]) * z;
    q = (q + CENTRE_Q[i]) * z;
  }
  return 0.5 + (x * (p + CENTRE_P[3])) / (q + CENTRE_Q[3]);
}

/** Φ(x), the probability that a standard normal is at most x; relative error about 1e-15 in both tails. */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.67448975) return centre(x);
  if (size > 38.6) return x > 0 ? 1 : 0;
  const tail = expMinusHalfSquare(size) * tailRatio(size);
  return x > 0 ? 1 - tail : tail;
}

/** φ(z) and Φ(z) where last asked: one object, overwritten by every call. */
const at = { density: 0, cdf: 0 };

/** Up to this |z| a table gives Φ(−|z|)/φ(z). */
const TABLE_END = 8;
const PER_UNIT = 16;
let table: Float64Array | undefined;

/** φ(z) and Φ(z) to about 1e-11, for one exp: where they are needed at every gradient. */
export function normalAt(z: number): Readonly<typeof at> {
  const size = Math.abs(z);
  at.density = ONE_OVER_SQRT_2PI * exp(-0.5 * z * z);
  if (!(size < TABLE_END)) {
    at.cdf = normalCdf(z);
    return at;
  }
  table ??= makeMillsTable();
  const place = size * PER_UNIT;
  const interval = place | 0;
  const p = 6 * interval;
  const v = place - interval;
  const v2 = v * v;
  const high = table[p + 2] + table[p + 3] * v + v2 * (table[p + 4] + table[p + 5] * v);
  const tail = at.density * (table[p] + table[p + 1] * v + v2 * high);
  at.cdf = z > 0 ? 1 - tail : tail;
  return at;
}

/** What `normalAt` reads: six coefficients of Φ(−z)/φ(z) for each sixteenth from 0 to 8. */
export function millsTable(): Float64Array {
  table ??= makeMillsTable();
  return table;
}

/** Mills' ratio m = Φ(−z)/φ(z) by polynomials of degree five: m' = z·m − 1, m'' = m + z·m'. */
function makeMillsTable(): Float64Array {
  const polynomials = new Float64Array(6 * TABLE_END * PER_UNIT);
  const derivatives = (knot: number) => {
    const z = knot / PER_UNIT;
    const ratio = normalCdf(-z) / (ONE_OVER_SQRT_2PI * expMinusHalfSquare(z));
    const slope = z * ratio - 1;
    return [ratio, slope / PER_UNIT, (ratio + z * slope) / (PER_UNIT * PER_UNIT)] as const;
  };
  for (let i = 0; i < TABLE_END * PER_UNIT; i++)
    polynomials.set(quintic(derivatives(i), derivatives(i + 1)), 6 * i);
  return polynomials;
}

// M. J. Wichura, Algorithm AS 241, routine PPND16 (Applied Statistics 37 (1988) 477).
/** The x with Φ(x) = p: relative error about 1e-16; −Infinity at 0, Infinity at 1, NaN outside. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return centreQuantile(q, 0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0))
    return tail === 0 ? (q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : Number.NaN;
  const r = Math.sqrt(-log(tail));
  const x = r <= 5 ? nearTailQuantile(r - 1.6) : farTailQuantile(r - 5);
  return q < 0 ? -x : x;
}

// biome-ignore format: the published Horner forms, to the nearest double
function centreQuantile(q: number, r: number): number {
  return q * (((((((r * 2509.0809287301227 + 33430.57558358813) * r + 67265.7709270087) * r
    + 45921.95393154987) * r + 13731.69376550946) * r + 1971.5909503065513) * r + 133.14166789178438) * r
    + 3.3871328727963665)
    / (((((((r * 5226.495278852854 + 28729.085735721943) * r + 39307.89580009271) * r
    + 21213.794301586597) * r + 5394.196021424751) * r + 687.1870074920579) * r + 42.31333070160091) * r + 1);
}

// biome-ignore format: the published Horner forms, to the nearest double
function nearTailQuantile(r: number): number {
  return (((((((r * 0.0007745450142783414 + 0.022723844989269184) * r + 0.2417807251774506) * r
    + 1.2704582524523684) * r + 3.6478483247632045) * r + 5.769497221460691) * r + 4.630337846156546) * r
    + 1.4234371107496835)
    / (((((((r * 1.0507500716444169e-09 + 0.0005475938084995345) * r + 0.015198666563616457) * r
    + 0.14810397642748008) * r + 0.6897673349851) * r + 1.6763848301838038) * r + 2.053191626637759) * r + 1);
}

// biome-ignore format: the published Horner forms, to the nearest double
function farTailQuantile(r: number): number {
  return (((((((r * 2.0103343992922881e-07 + 2.7115555687434876e-05) * r + 0.0012426609473880784) * r
    + 0.026532189526576124) * r + 0.29656057182850487) * r + 1.7848265399172913) * r + 5.463784911164114) * r
    + 6.657904643501103)
    / (((((((r * 2.0442631033899397e-15 + 1.421511758316446e-07) * r + 1.8463183175100548e-05) * r
    + 0.0007868691311456133) * r + 0.014875361290850615) * r + 0.1369298809227358) * r + 0.599832206555888) * r + 1);
}
