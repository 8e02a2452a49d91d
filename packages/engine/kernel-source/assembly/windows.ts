// Carryover by weights: a_t = Σ w_s·x_{t−s} with its slopes by the adstock's two parameters, for pairs of lanes.
import { madd } from './functions';
import {
  ADSTOCKED,
  COLUMN_B,
  COLUMN_D,
  regionAt,
  rowBytes,
  rowBytesD,
  rows,
  WINDOW_INPUTS,
  WINDOW_WEIGHTS,
  WINDOWS,
  windowPairs,
} from './memory';

/** Overwrites what the recursion left in those lanes: a in `adstocked`, its slopes in columns B and D. */
export function windows(): void {
  let weights = regionAt(WINDOW_WEIGHTS);
  let inputs = regionAt(WINDOW_INPUTS);
  let entry = regionAt(WINDOWS);
  for (let pair: usize = 0; pair < windowPairs(); pair++) {
    const lane = <usize>load<u32>(entry);
    const lags = <usize>load<u32>(entry, 4);
    carry(lane << 3, lags, weights, inputs);
    weights += lags * 48;
    inputs += (rows() + lags - 1) << 4;
    entry += 8;
  }
}

/** Two rows a turn: a weight is read once for both. `inputs` begins with a window less one of zeros. */
function carry(lane: usize, lags: usize, weights: usize, inputs: usize): void {
  const row = rowBytes();
  const rowD = rowBytesD();
  let stock = regionAt(ADSTOCKED) + lane;
  let first = regionAt(COLUMN_B) + lane;
  let second = regionAt(COLUMN_D) + lane;
  const end = stock + rows() * row;
  let newest = inputs + ((lags - 1) << 4);
  while (stock < end) {
    let a0 = f64x2.splat(0);
    let a1 = f64x2.splat(0);
    let b0 = f64x2.splat(0);
    let b1 = f64x2.splat(0);
    let d0 = f64x2.splat(0);
    let d1 = f64x2.splat(0);
    let x = newest;
    let x1 = v128.load(x, 16);
    for (const last = weights + lags * 48; weights < last; weights += 48) {
      const x0 = v128.load(x);
      const w = v128.load(weights);
      const byFirst = v128.load(weights, 16);
      const bySecond = v128.load(weights, 32);
      a0 = madd(w, x0, a0);
      a1 = madd(w, x1, a1);
      b0 = madd(byFirst, x0, b0);
      b1 = madd(byFirst, x1, b1);
      d0 = madd(bySecond, x0, d0);
      d1 = madd(bySecond, x1, d1);
      x1 = x0;
      x -= 16;
    }
    weights -= lags * 48;
    v128.store(stock, a0);
    v128.store(stock + row, a1);
    v128.store(first, b0);
    v128.store(first + row, b1);
    v128.store(second, d0);
    v128.store(second + rowD, d1);
    stock += row << 1;
    first += row << 1;
    second += rowD << 1;
    newest += 32;
  }
}
