// A diagonal and a few directions times a vector: the sampler's metric. Four directions stand side by side, component by
// component, so that each keeps a sum of its own, in the order of the components.
import { madd } from './functions';

/**
 * out = diagonal·x + Σ_k excess_k·(u_k·x)·u_k for `size` components. At `at` stand diagonal, x and out (padded to an even
 * number), the excesses by fours, then the directions by fours.
 */
export function lowRank(size: usize, fours: usize, at: usize): void {
  const bytes = ((size + 1) & ~1) << 3;
  const x = at + bytes;
  const out = x + bytes;
  let excess = out + bytes;
  let u = excess + (fours << 5);
  const end = x + (size << 3);
  for (let i: usize = 0; i < bytes; i += 16)
    v128.store(out + i, f64x2.mul(v128.load(at + i), v128.load(x + i)));
  // Eight sums at a time: four would wait for one another.
  for (; fours > 1; fours -= 2) {
    const next = u + (bytes << 2);
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    for (let i = x, p = u, q = next; i < end; i += 8, p += 32, q += 32) {
      const value = v128.load64_splat(i);
      a = madd(v128.load(p), value, a);
      b = madd(v128.load(p, 16), value, b);
      c = madd(v128.load(q), value, c);
      d = madd(v128.load(q, 16), value, d);
    }
    add(u, scaled(a, excess, 0), scaled(b, excess, 16), out, bytes);
    add(next, scaled(c, excess, 32), scaled(d, excess, 48), out, bytes);
    u = next + (bytes << 2);
    excess += 64;
  }
  if (fours === 0) return;
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  for (let i = x, p = u; i < end; i += 8, p += 32) {
    const value = v128.load64_splat(i);
    a = madd(v128.load(p), value, a);
    b = madd(v128.load(p, 16), value, b);
  }
  add(u, scaled(a, excess, 0), scaled(b, excess, 16), out, bytes);
}

function scaled(sums: v128, excess: usize, offset: usize): v128 {
  return f64x2.mul(sums, v128.load(excess + offset));
}

/** out += (a₀·u₀ + a₁·u₁) + (b₀·u₂ + b₁·u₃), two components at a time. */
function add(u: usize, a: v128, b: v128, out: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const p = u + (i << 2);
    const a0 = f64x2.mul(a, v128.load(p));
    const b0 = f64x2.mul(b, v128.load(p, 16));
    const a1 = f64x2.mul(a, v128.load(p, 32));
    const b1 = f64x2.mul(b, v128.load(p, 48));
    const first = f64x2.add(v128.shuffle<f64>(a0, a1, 0, 2), v128.shuffle<f64>(a0, a1, 1, 3));
    const second = f64x2.add(v128.shuffle<f64>(b0, b1, 0, 2), v128.shuffle<f64>(b0, b1, 1, 3));
    v128.store(out + i, f64x2.add(v128.load(out + i), f64x2.add(first, second)));
  }
}
