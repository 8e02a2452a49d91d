// Importance weights with their largest ones smoothed, and how far they can be trusted (Vehtari et al. 2024, PSIS).
import { exp, log, log1p } from '../numeric/elementary.ts';

export interface SmoothedWeights {
  /** One a draw, adding to 1. */
  readonly weights: Float64Array;
  /** Shape of the tail: above `most` a few draws decide everything. */
  readonly shape: number;
  /** What this many draws can bear: 0.7, less for few. */
  readonly most: number;
}

/** Shapes of fewer weights than this cannot be fitted. */
const SHORTEST_TAIL = 5;

/** Shapes beyond this need more draws than anybody takes. */
const LARGEST_SHAPE = 0.7;

export function paretoWeights(logWeights: Float64Array): SmoothedWeights {
  const n = logWeights.length;
  const most = Math.min(LARGEST_SHAPE, 1 - log(10) / log(n));
  const top = logWeights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logWeights.map((w) => exp(w - top));
  const tail = Math.floor(Math.min(n / 5, 3 * Math.sqrt(n)));
  const order = Uint32Array.from(weights.keys()).sort((a, b) => weights[a] - weights[b]);
  const cut = weights[order[n - tail - 1]];
  const excess = Float64Array.from(
    { length: Math.max(0, tail) },
    (_, i) => weights[order[n - tail + i]] - cut,
  );
  if (!(excess.length >= SHORTEST_TAIL && excess[0] >= 0 && Number.isFinite(top)))
    return { weights: normalised(weights), shape: Number.POSITIVE_INFINITY, most };
  // Weights that hardly differ have no tail.
  if (!(excess[excess.length - 1] > 1e-12)) return { weights: normalised(weights), shape: 0, most };
  const { shape, scale } = generalizedPareto(excess);
  for (let i = 0; i < tail; i++) {
    const smoothed = cut + paretoQuantile((i + 0.5) / tail, shape, scale);
    weights[order[n - tail + i]] = Math.min(1, smoothed);
  }
  return { weights: normalised(weights), shape, most };
}

/** Zhang & Stephens (2009), with PSIS's weak prior towards 0.5; `excess` ascending. */
function generalizedPareto(excess: Float64Array): { readonly shape: number; readonly scale: number } {
  const n = excess.length;
  const largest = excess[n - 1];
  const quarter = excess[Math.floor(n / 4 + 0.5) - 1] || largest;
  const points = 30 + Math.floor(Math.sqrt(n));
  const at = Float64Array.from(
    { length: points },
    (_, j) => 1 / largest + (1 - Math.sqrt(points / (j + 0.5))) / (3 * quarter),
  );
  const shapeAt = (b: number) => excess.reduce((sum, x) => sum + log1p(-b * x), 0) / n;
  const profile = at.map((b) => {
    const k = shapeAt(b);
    return n * (log(-b / k) - k - 1);
  });
  let [sum, weighted] = [0, 0];
  for (const [j, one] of profile.entries()) {
    let others = 0;
    for (const other of profile) others += exp(Math.min(other - one, 700));
    sum += 1 / others;
    weighted += at[j] / others;
  }
  const b = weighted / sum;
  const shape = shapeAt(b);
  return { shape: (n * shape + 5) / (n + 10), scale: -shape / b };
}

function paretoQuantile(p: number, shape: number, scale: number): number {
  const rest = -log1p(-p);
  return Math.abs(shape) < 1e-9 ? scale * rest : (scale * (exp(shape * rest) - 1)) / shape;
}

function normalised(weights: Float64Array): Float64Array {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / sum);
}
