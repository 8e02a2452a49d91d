// Stage one: adstock with its sensitivity, then saturation, written as the columns value, A, B, C and D.
// Loops go over rows outside and pairs of lanes inside, in the order of memory. Saturation takes several short
// passes over a few rows rather than one long one: a processor overlaps short independent chains, not long ones.
import { exp2, log2, madd, tanh64 } from './functions';
import {
  ADSTOCKED,
  ALPHA,
  COLUMN_A,
  COLUMN_B,
  COLUMN_C,
  COLUMN_D,
  composedLanes,
  EXP2_SCALE,
  GAMMA,
  GAMMA_SLOPE,
  hillLanes,
  hillWindows,
  LOG2_E,
  logisticLanes,
  logisticWindows,
  ONE,
  PANEL,
  regionAt,
  rowBytes,
  rowBytesD,
  rows,
  SCALED_SHIFT,
  SCALED_STEEPNESS,
  SHIFT,
  SMALLEST,
  STEEPNESS,
  TANH_SCALE,
  VALUES,
} from './memory';
import { windows } from './windows';

/** Rows per pass: what they read and write stays in the first-level cache. */
const PASS: usize = 16;

export function curves(): void {
  scaleShapes();
  adstock();
  windows();
  const n = rows();
  const logistic = logisticLanes() > 0;
  const hill = hillLanes() > 0;
  for (let from: usize = 0; from < n; from += PASS) {
    const to = min(from + PASS, n);
    if (logistic) {
      logisticValue(from, to);
      logisticSlopes(from, to);
      if (logisticWindows() > 0) logisticSecond(from, to);
    }
    if (hill) {
      hillLogarithm(from, to);
      hillPower(from, to);
      if (hillWindows() > 0) hillSecond(from, to);
      hillColumns(from, to);
    }
  }
}

function scaleShapes(): void {
  const first = logisticLanes() << 3;
  const last = first + (hillLanes() << 3);
  const steepness = regionAt(STEEPNESS);
  const scaled = regionAt(SCALED_STEEPNESS);
  for (let c: usize = 0; c < first; c += 16) {
    v128.store(scaled + c, f64x2.mul(v128.load(steepness + c), v128.load(TANH_SCALE)));
  }
  for (let c = first; c < last; c += 16) {
    v128.store(scaled + c, f64x2.mul(v128.load(steepness + c), v128.load(EXP2_SCALE)));
    v128.store(regionAt(SCALED_SHIFT) + c, f64x2.mul(v128.load(regionAt(SHIFT) + c), v128.load(LOG2_E)));
  }
}

/** The next state: α·state + inflow − slope·lagged, exactly zero where the window is. */
function recur(state: v128, alpha: v128, inflow: v128, slope: v128, x: usize): v128 {
  const next = madd(alpha, state, f64x2.sub(inflow, f64x2.mul(slope, v128.load(x, 16))));
  return v128.and(next, v128.load(x, 32));
}

function recurStock(state: v128, alpha: v128, gamma: v128, x: usize): v128 {
  return f64x2.pmax(recur(state, alpha, v128.load(x), gamma, x), f64x2.splat(0));
}

function storeRows(p: usize, row: usize, v0: v128, v1: v128, v2: v128, v3: v128): void {
  const q = p + (row << 1);
  v128.store(p, v0);
  v128.store(p + row, v1);
  v128.store(q, v2);
  v128.store(q + row, v3);
}

/** a into `adstocked`, ∂a/∂α into column B for the time being; four rows a turn keep the state in registers. */
function adstock(): void {
  const row = rowBytes();
  const fused = (logisticLanes() + hillLanes()) << 3;
  const panelRow = fused * 3;
  const alphas = regionAt(ALPHA);
  const gammas = regionAt(GAMMA);
  const slopes = regionAt(GAMMA_SLOPE);
  let panel = regionAt(PANEL);
  let stock = regionAt(ADSTOCKED);
  let change = regionAt(COLUMN_B);
  const end = stock + rows() * row;
  while (stock < end) {
    for (let c: usize = 0; c < fused; c += 16) {
      const alpha = v128.load(alphas + c);
      const gamma = v128.load(gammas + c);
      const slope = v128.load(slopes + c);
      const x0 = panel + c * 3;
      const x1 = x0 + panelRow;
      const x2 = x1 + panelRow;
      const x3 = x2 + panelRow;
      const a = stock + c;
      const d = change + c;
      const before = v128.load(a - row);
      const d0 = recur(v128.load(d - row), alpha, before, slope, x0);
      const a0 = recurStock(before, alpha, gamma, x0);
      const d1 = recur(d0, alpha, a0, slope, x1);
      const a1 = recurStock(a0, alpha, gamma, x1);
      const d2 = recur(d1, alpha, a1, slope, x2);
      const a2 = recurStock(a1, alpha, gamma, x2);
      storeRows(d, row, d0, d1, d2, recur(d2, alpha, a2, slope, x3));
      storeRows(a, row, a0, a1, a2, recurStock(a2, alpha, gamma, x3));
    }
    panel += panelRow << 2;
    stock += row << 2;
    change += row << 2;
  }
}

function logisticValue(from: usize, to: usize): void {
  const group = logisticLanes() << 3;
  const row = rowBytes();
  const scaled = regionAt(SCALED_STEEPNESS);
  let stock = regionAt(ADSTOCKED) + from * row;
  let value = regionAt(VALUES) + from * row;
  for (let t = from; t < to; t++) {
    for (let c: usize = 0; c < group; c += 16) {
      v128.store(value + c, tanh64(f64x2.mul(v128.load(scaled + c), v128.load(stock + c))));
    }
    stock += row;
    value += row;
  }
}

function logisticSlopes(from: usize, to: usize): void {
  const group = logisticLanes() << 3;
  const row = rowBytes();
  let stock = regionAt(ADSTOCKED) + from * row;
  let value = regionAt(VALUES) + from * row;
  let columnA = regionAt(COLUMN_A) + from * row;
  let columnB = regionAt(COLUMN_B) + from * row;
  for (let t = from; t < to; t++) {
    for (let c: usize = 0; c < group; c += 16) {
      const s = v128.load(value + c);
      const slope = f64x2.sub(v128.load(ONE), f64x2.mul(s, s));
      v128.store(columnA + c, f64x2.mul(slope, v128.load(stock + c)));
      v128.store(columnB + c, f64x2.mul(slope, v128.load(columnB + c)));
    }
    stock += row;
    value += row;
    columnA += row;
    columnB += row;
  }
}

/** Column D of the lanes that carry over by weights: (1 − s²)·∂a by the second parameter. */
function logisticSecond(from: usize, to: usize): void {
  const last = logisticLanes() << 3;
  const first = last - (logisticWindows() << 3);
  const row = rowBytes();
  const rowD = rowBytesD();
  let value = regionAt(VALUES) + from * row;
  let columnD = regionAt(COLUMN_D) + from * rowD;
  for (let t = from; t < to; t++) {
    for (let c = first; c < last; c += 16) {
      const s = v128.load(value + c);
      const slope = f64x2.sub(v128.load(ONE), f64x2.mul(s, s));
      v128.store(columnD + c, f64x2.mul(slope, v128.load(columnD + c)));
    }
    value += row;
    columnD += rowD;
  }
}

/** log₂ a into column C for the time being (meaningless where a is 0). */
function hillLogarithm(from: usize, to: usize): void {
  const group = hillLanes() << 3;
  const groupC = group + (composedLanes() << 3);
  const row = rowBytes();
  let stock = regionAt(ADSTOCKED) + from * row + (logisticLanes() << 3);
  let columnC = regionAt(COLUMN_C) + from * groupC;
  for (let t = from; t < to; t++) {
    for (let c: usize = 0; c < group; c += 16) v128.store(columnC + c, log2(v128.load(stock + c)));
    stock += row;
    columnC += groupC;
  }
}

/** E = (a/κ)^−p into column A for the time being. */
function hillPower(from: usize, to: usize): void {
  const first = logisticLanes() << 3;
  const group = hillLanes() << 3;
  const groupC = group + (composedLanes() << 3);
  const row = rowBytes();
  const scaled = regionAt(SCALED_STEEPNESS) + first;
  const shift = regionAt(SCALED_SHIFT) + first;
  let columnA = regionAt(COLUMN_A) + from * row + first;
  let columnC = regionAt(COLUMN_C) + from * groupC;
  for (let t = from; t < to; t++) {
    for (let c: usize = 0; c < group; c += 16) {
      const distance = f64x2.sub(v128.load(columnC + c), v128.load(shift + c));
      v128.store(columnA + c, exp2(f64x2.mul(v128.load(scaled + c), distance)));
    }
    columnA += row;
    columnC += groupC;
  }
}

/** The same of Hill lanes, g·∂a/a as column B's: E stands in column A. */
function hillSecond(from: usize, to: usize): void {
  const last = (logisticLanes() + hillLanes()) << 3;
  const first = last - (hillWindows() << 3);
  const row = rowBytes();
  const rowD = rowBytesD();
  let stock = regionAt(ADSTOCKED) + from * row;
  let columnA = regionAt(COLUMN_A) + from * row;
  let columnD = regionAt(COLUMN_D) + from * rowD;
  for (let t = from; t < to; t++) {
    for (let c = first; c < last; c += 16) {
      const a = v128.load(stock + c);
      const none = f64x2.lt(a, v128.load(SMALLEST));
      const e = v128.load(columnA + c);
      const inverse = f64x2.div(v128.load(ONE), f64x2.mul(a, f64x2.add(v128.load(ONE), e)));
      const es = f64x2.mul(e, v128.andnot(f64x2.mul(a, inverse), none));
      const d = f64x2.mul(es, f64x2.mul(v128.load(columnD + c), inverse));
      v128.store(columnD + c, v128.andnot(d, none));
    }
    stock += row;
    columnA += row;
    columnD += rowD;
  }
}

/** s = 1/(1 + E), g = s(1 − s) = E·s², B = g·d/a, C = g·log₂ a with one division, all 0 where a is. */
function hillColumns(from: usize, to: usize): void {
  const group = hillLanes() << 3;
  const groupC = group + (composedLanes() << 3);
  const row = rowBytes();
  const start = from * row + (logisticLanes() << 3);
  let stock = regionAt(ADSTOCKED) + start;
  let value = regionAt(VALUES) + start;
  let columnA = regionAt(COLUMN_A) + start;
  let columnB = regionAt(COLUMN_B) + start;
  let columnC = regionAt(COLUMN_C) + from * groupC;
  for (let t = from; t < to; t++) {
    for (let c: usize = 0; c < group; c += 16) {
      const a = v128.load(stock + c);
      const none = f64x2.lt(a, v128.load(SMALLEST));
      const e = v128.load(columnA + c);
      const inverse = f64x2.div(v128.load(ONE), f64x2.mul(a, f64x2.add(v128.load(ONE), e)));
      const s = v128.andnot(f64x2.mul(a, inverse), none);
      const es = f64x2.mul(e, s);
      const g = f64x2.mul(es, s);
      const b = f64x2.mul(es, f64x2.mul(v128.load(columnB + c), inverse));
      v128.store(value + c, s);
      v128.store(columnA + c, g);
      v128.store(columnB + c, v128.andnot(b, none));
      v128.store(columnC + c, v128.andnot(f64x2.mul(g, v128.load(columnC + c)), none));
    }
    stock += row;
    value += row;
    columnA += row;
    columnB += row;
    columnC += groupC;
  }
}
