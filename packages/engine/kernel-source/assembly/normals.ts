// Standard normals of a stream: Philox4x32-10 and the quantile function, as ../../src/numeric/random.ts and normal.ts do
// one by one. At `at` stand six words (chain, purpose, draw, first block, two of the key), the table of the logarithm, and
// then what is made.
const WORDS: usize = 32;
const LOG_TABLE: usize = 640 * 8;
const LN2_HEAD: f64 = 0.6931471805598903;
const LN2_TAIL: f64 = 5.497923018708371e-14;
const UNIT: f64 = 1.0 / 9007199254740992.0;

/** `count` normals and, where that leaves one over, the block's other uniform; 0 where the host must make them. */
export function normals(count: usize, at: usize): u32 {
  const table = at + WORDS;
  let block = load<u32>(at, 12);
  let out = table + LOG_TABLE;
  const end = out + (count << 3);
  for (; out < end; out += 16) {
    philox(at, block, out);
    block++;
    const first = unit(load<u32>(out), load<u32>(out, 4));
    const other = unit(load<u32>(out, 8), load<u32>(out, 12));
    const x = quantile(first, table);
    const y = out + 8 < end ? quantile(other, table) : other;
    if (!(abs(x + y) < Infinity)) return 0;
    store<f64>(out, x);
    store<f64>(out, y, 8);
  }
  return 1;
}

/** Four random words of a block. */
function philox(at: usize, block: u32, out: usize): void {
  let a = load<u32>(at);
  let b = load<u32>(at, 4);
  let c = load<u32>(at, 8);
  let d = block;
  let k0 = load<u32>(at, 16);
  let k1 = load<u32>(at, 20);
  for (let round = 0; round < 10; round++) {
    const first = <u64>a * 0xd2511f53;
    const second = <u64>c * 0xcd9e8d57;
    a = <u32>(second >> 32) ^ b ^ k0;
    b = <u32>second;
    c = <u32>(first >> 32) ^ d ^ k1;
    d = <u32>first;
    k0 += 0x9e3779b9;
    k1 += 0xbb67ae85;
  }
  store<u32>(out, a);
  store<u32>(out, b, 4);
  store<u32>(out, c, 8);
  store<u32>(out, d, 12);
}

/** Uniform on (0, 1): a multiple of 2^-53, or 2^-54 where that would be 0. */
function unit(high: u32, low: u32): f64 {
  const n = ((<u64>(high >> 5)) << 26) | <u64>(low >> 6);
  return n === 0 ? UNIT / 2 : <f64>n * UNIT;
}

/** Wichura's AS 241; no number beyond 1e-11 from 0 or 1, where no test would ever come. */
function quantile(p: f64, table: usize): f64 {
  const q = p - 0.5;
  if (abs(q) <= 0.425) return centre(q, 0.180625 - q * q);
  const r = sqrt(-log(q < 0 ? p : 1 - p, table));
  if (r > 5) return NaN;
  const x = nearTail(r - 1.6);
  return q < 0 ? -x : x;
}

function centre(q: f64, r: f64): f64 {
  let above = r * 2509.0809287301227 + 33430.57558358813;
  above = above * r + 67265.7709270087;
  above = above * r + 45921.95393154987;
  above = above * r + 13731.69376550946;
  above = above * r + 1971.5909503065513;
  above = above * r + 133.14166789178438;
  above = above * r + 3.3871328727963665;
  let below = r * 5226.495278852854 + 28729.085735721943;
  below = below * r + 39307.89580009271;
  below = below * r + 21213.794301586597;
  below = below * r + 5394.196021424751;
  below = below * r + 687.1870074920579;
  below = below * r + 42.31333070160091;
  return (q * above) / (below * r + 1);
}

function nearTail(r: f64): f64 {
  let above = r * 0.0007745450142783414 + 0.022723844989269184;
  above = above * r + 0.2417807251774506;
  above = above * r + 1.2704582524523684;
  above = above * r + 3.6478483247632045;
  above = above * r + 5.769497221460691;
  above = above * r + 4.630337846156546;
  above = above * r + 1.4234371107496835;
  let below = r * 1.0507500716444169e-9 + 0.0005475938084995345;
  below = below * r + 0.015198666563616457;
  below = below * r + 0.14810397642748008;
  below = below * r + 0.6897673349851;
  below = below * r + 1.6763848301838038;
  below = below * r + 2.053191626637759;
  return above / (below * r + 1);
}

/** Of a normal number. */
function log(x: f64, table: usize): f64 {
  const top = <i32>(reinterpret<u64>(x) >> 32) - 0x3fe60000;
  const power = top >> 20;
  const row = table + (((<usize>(top >> 13) & 127) * 5) << 3);
  const scaled = x * reinterpret<f64>((<u64>(1023 - power)) << 52);
  const r = (scaled - load<f64>(row)) * load<f64>(row, 8) + load<f64>(row, 16);
  const whole = <f64>power * LN2_HEAD + load<f64>(row, 24);
  const head = whole + r;
  const tail = whole - head + r + (<f64>power * LN2_TAIL + load<f64>(row, 32));
  return head + (tail + log1pRest(r));
}

/** log(1 + r) − r for |r| ≤ 2^-7. */
function log1pRest(r: f64): f64 {
  const r2 = r * r;
  const low = -1.0 / 2.0 + r * (1.0 / 3.0) + r2 * (-1.0 / 4.0 + r * (1.0 / 5.0));
  return r2 * (low + r2 * r2 * (-1.0 / 6.0 + r * (1.0 / 7.0) + r2 * (-1.0 / 8.0 + r * (1.0 / 9.0))));
}
