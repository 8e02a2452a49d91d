// Stages two and three: weighted sums of the columns over rows, and the errors with what remains of them once the
// linear directions are taken out. Four rows a turn: their products are added in pairs, then to the running sum.
import { madd } from './functions';
import {
  AMPLITUDE,
  BASIS,
  COLUMN_A,
  COLUMN_B,
  COLUMN_C,
  COLUMN_D,
  composedLanes,
  directions,
  ERRORS,
  GRADIENT,
  hillLanes,
  LN_2,
  MASK,
  PROJECTIONS,
  RESIDUALS,
  ROW_WEIGHTS,
  regionAt,
  rowBytes,
  rowBytesD,
  rows,
  SHRINK,
  SHRUNKEN,
  TARGET,
  VALUES,
  WEIGHTED,
} from './memory';

export function weigh(j: u32): void {
  rowSums(regionAt(ROW_WEIGHTS) + ((<usize>j * rows()) << 3), regionAt(WEIGHTED));
}

/** eᵀe; leaves e, c = Qᵀe, r = e − Q(d·c) and the sums of r times each column. */
export function residuals(): f64 {
  const square = errors();
  removeDirections();
  rowSums(regionAt(RESIDUALS), regionAt(GRADIENT));
  return square;
}

function clear(out: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(out + i, f64x2.splat(0));
}

/** out += (w₀·p₀ + w₁·p₁) + (w₂·p₂ + w₃·p₃), rows `row` bytes apart. */
function accumulate(out: usize, w0: v128, w1: v128, w2: v128, w3: v128, p: usize, row: usize): void {
  const q = p + (row << 1);
  const first = f64x2.add(f64x2.mul(w0, v128.load(p)), f64x2.mul(w1, v128.load(p + row)));
  const second = f64x2.add(f64x2.mul(w2, v128.load(q)), f64x2.mul(w3, v128.load(q + row)));
  v128.store(out, f64x2.add(v128.load(out), f64x2.add(first, second)));
}

/** Into `out`, lane by lane: Σ w·value, then Σ w·A, Σ w·B, Σ w·C, Σ w·D. */
function rowSums(w: usize, out: usize): void {
  const hill = hillLanes() << 3;
  const group = hill + (composedLanes() << 3);
  const row = rowBytes();
  const rowD = rowBytesD();
  const outC = out + row * 4 - group;
  const outD = out + row * 4;
  let value = regionAt(VALUES);
  let columnA = regionAt(COLUMN_A);
  let columnB = regionAt(COLUMN_B);
  let columnC = regionAt(COLUMN_C);
  let columnD = regionAt(COLUMN_D);
  clear(out, row * 5);
  for (const end = w + (rows() << 3); w < end; w += 32) {
    const w0 = v128.load64_splat(w);
    const w1 = v128.load64_splat(w, 8);
    const w2 = v128.load64_splat(w, 16);
    const w3 = v128.load64_splat(w, 24);
    for (let c: usize = 0; c < row; c += 16) {
      accumulate(out + c, w0, w1, w2, w3, value + c, row);
      accumulate(out + row + c, w0, w1, w2, w3, columnA + c, row);
      accumulate(out + (row << 1) + c, w0, w1, w2, w3, columnB + c, row);
    }
    for (let c: usize = 0; c < group; c += 16) accumulate(outC + c, w0, w1, w2, w3, columnC + c, group);
    for (let c: usize = 0; c < rowD; c += 16) accumulate(outD + c, w0, w1, w2, w3, columnD + c, rowD);
    value += row << 2;
    columnA += row << 2;
    columnB += row << 2;
    columnC += group << 2;
    columnD += rowD << 2;
  }
  // Column C of a Hill lane holds logarithms to base 2.
  for (let c: usize = 0; c < hill; c += 16)
    v128.store(outC + c, f64x2.mul(v128.load(outC + c), v128.load(LN_2)));
}

/** (u₀ + u₁, v₀ + v₁): even lanes and odd lanes were summed apart. */
function pairSums(u: v128, v: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(u, v, 0, 2), v128.shuffle<f64>(u, v, 1, 3));
}

/** out = y − x·b for every row, x with `row` bytes a row. */
function subtractProduct(out: usize, y: usize, x: usize, b: usize, row: usize): void {
  for (const end = out + (rows() << 3); out < end; out += 32) {
    const x1 = x + row;
    const x2 = x1 + row;
    const x3 = x2 + row;
    let m0 = f64x2.splat(0);
    let m1 = f64x2.splat(0);
    let m2 = f64x2.splat(0);
    let m3 = f64x2.splat(0);
    for (let c: usize = 0; c < row; c += 16) {
      const factor = v128.load(b + c);
      m0 = madd(factor, v128.load(x + c), m0);
      m1 = madd(factor, v128.load(x1 + c), m1);
      m2 = madd(factor, v128.load(x2 + c), m2);
      m3 = madd(factor, v128.load(x3 + c), m3);
    }
    v128.store(out, f64x2.sub(v128.load(y), pairSums(m0, m1)));
    v128.store(out, f64x2.sub(v128.load(y, 16), pairSums(m2, m3)), 16);
    x += row << 2;
    y += 32;
  }
}

/** e = mask·(y − Σ β·s), its square by even and odd rows, its projections. */
function errors(): f64 {
  const basisRow = directions() << 3;
  const projections = regionAt(PROJECTIONS);
  let e = regionAt(ERRORS);
  let mask = regionAt(MASK);
  let basis = regionAt(BASIS);
  let square = f64x2.splat(0);
  subtractProduct(e, regionAt(TARGET), regionAt(VALUES), regionAt(AMPLITUDE), rowBytes());
  clear(projections, basisRow);
  for (const end = e + (rows() << 3); e < end; e += 32) {
    const e01 = f64x2.mul(v128.load(mask), v128.load(e));
    const e23 = f64x2.mul(v128.load(mask, 16), v128.load(e, 16));
    v128.store(e, e01);
    v128.store(e, e23, 16);
    square = f64x2.add(square, f64x2.add(f64x2.mul(e01, e01), f64x2.mul(e23, e23)));
    const e0 = v128.shuffle<f64>(e01, e01, 0, 0);
    const e1 = v128.shuffle<f64>(e01, e01, 1, 1);
    const e2 = v128.shuffle<f64>(e23, e23, 0, 0);
    const e3 = v128.shuffle<f64>(e23, e23, 1, 1);
    for (let k: usize = 0; k < basisRow; k += 16) {
      accumulate(projections + k, e0, e1, e2, e3, basis + k, basisRow);
    }
    basis += basisRow << 2;
    mask += 32;
  }
  return f64x2.extract_lane(square, 0) + f64x2.extract_lane(square, 1);
}

/** r = e − Q(d·c). */
function removeDirections(): void {
  const basisRow = directions() << 3;
  const shrunken = regionAt(SHRUNKEN);
  for (let k: usize = 0; k < basisRow; k += 16) {
    v128.store(
      shrunken + k,
      f64x2.mul(v128.load(regionAt(SHRINK) + k), v128.load(regionAt(PROJECTIONS) + k)),
    );
  }
  subtractProduct(regionAt(RESIDUALS), regionAt(ERRORS), regionAt(BASIS), shrunken, basisRow);
}
