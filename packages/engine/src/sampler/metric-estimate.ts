// The metric learnt from draws and their gradients: the geometric mean of Cov(q) and Cov(g)⁻¹, low rank kept.
//
// For a normal target both equal the posterior covariance; their geometric mean minimises the Fisher divergence
// of the transformed target from a standard normal (Seyboldt, Carlson & Carpenter 2026, arXiv:2603.18845).
import { cholesky, solveUpperTransposed } from '../numeric/cholesky.ts';
import { symmetricEigen } from '../numeric/eigen.ts';
import type { History } from './history.ts';
import type { MetricState } from './state.ts';

/** Fewer draws than this teach a diagonal metric only. */
const fewestForDirections = 20;
/** Eigenvalues between ½ and 2 cost more per step than they gain. */
const keepBeyond = 2;
/** Shrinks both covariances towards the diagonal scale, by this times dimensions per draw. */
const shrinkage = 0.05;

export function estimateMetric(history: History, previous: MetricState): MetricState {
  const positions = moments(history.positions, history);
  const gradients = moments(history.gradients, history);
  const scale = previous.scale.map((before, i) => {
    // √(sd q/sd g): variances, hence two roots.
    const learnt = Math.sqrt(Math.sqrt(positions.variance[i] / gradients.variance[i]));
    return Number.isFinite(learnt) && learnt > 0 ? learnt : before;
  });
  const size = history.size;
  const mean =
    history.length < fewestForDirections ? undefined : scaledMean(history, positions, gradients, scale);
  if (mean === undefined) return { scale, vectors: new Float64Array(0), values: new Float64Array(0) };
  const { values, vectors } = symmetricEigen(mean, size);
  return { scale, ...keptDirections(values, vectors, size) };
}

/** Of the eigenpairs of a covariance in scaled space (column k of `vectors` is one), those worth their cost. */
export function keptDirections(
  values: Float64Array,
  vectors: Float64Array,
  size: number,
): Omit<MetricState, 'scale'> {
  const kept = [...values.keys()].filter((k) => values[k] > keepBeyond || values[k] < 1 / keepBeyond);
  const rows = new Float64Array(kept.length * size);
  for (let row = 0; row < kept.length; row++) {
    for (let i = 0; i < size; i++) rows[row * size + i] = vectors[i * size + kept[row]];
  }
  return { vectors: rows, values: Float64Array.from(kept, (k) => values[k]) };
}

/**
 * The geometric mean Σ of A and B⁻¹, the solution of ΣBΣ = A. With B = LLᵀ and LᵀAL = VDVᵀ it is
 * Σ = (L⁻ᵀVD^¼)(L⁻ᵀVD^¼)ᵀ. Undefined where B is not positive definite.
 */
export function geometricMean(a: Float64Array, b: Float64Array, size: number): Float64Array | undefined {
  const lower = b.slice();
  if (!cholesky(lower, size)) return undefined;
  const { values, vectors } = symmetricEigen(congruence(lower, a, size), size);
  const columns = Array.from(values, (value, k) => {
    const root = Math.sqrt(Math.sqrt(Math.max(value, 0)));
    const column = Float64Array.from({ length: size }, (_, i) => vectors[i * size + k] * root);
    solveUpperTransposed(lower, column, size);
    return column;
  });
  return symmetric(size, (i, j) => columns.reduce((sum, column) => sum + column[i] * column[j], 0));
}

/** LᵀAL of a lower triangle L and a symmetric A. */
function congruence(lower: Float64Array, a: Float64Array, size: number): Float64Array {
  const right = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = j; k < size; k++) sum += a[i * size + k] * lower[k * size + j];
      right[i * size + j] = sum;
    }
  }
  return symmetric(size, (i, j) => {
    let sum = 0;
    for (let k = i; k < size; k++) sum += lower[k * size + i] * right[k * size + j];
    return sum;
  });
}

interface Moments {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

function moments(values: Float64Array, { size, length }: History): Moments {
  const mean = new Float64Array(size);
  const variance = new Float64Array(size);
  for (let at = 0; at < values.length; at++) mean[at % size] += values[at] / length;
  for (let at = 0; at < values.length; at++) {
    const from = values[at] - mean[at % size];
    variance[at % size] += (from * from) / (length - 1);
  }
  return { mean, variance };
}

/** The geometric mean in the space where every coordinate has unit scale. */
function scaledMean(
  history: History,
  positions: Moments,
  gradients: Moments,
  scale: Float64Array,
): Float64Array | undefined {
  const { size } = history;
  const inverse = scale.map((s) => 1 / s);
  const position = covariance(standardised(history.positions, positions.mean, inverse), size);
  const gradient = covariance(standardised(history.gradients, gradients.mean, scale), size);
  return geometricMean(position, gradient, size);
}

function standardised(values: Float64Array, mean: Float64Array, factor: Float64Array): Float64Array {
  const size = mean.length;
  return values.map((value, at) => (value - mean[at % size]) * factor[at % size]);
}

/** Covariance of centred rows, shrunk so that it is positive definite with fewer draws than dimensions. */
function covariance(rows: Float64Array, size: number): Float64Array {
  const length = rows.length / size;
  return symmetric(size, (i, j) => {
    let sum = 0;
    for (let at = 0; at < rows.length; at += size) sum += rows[at + i] * rows[at + j];
    return sum / length + (i === j ? (shrinkage * size) / length : 0);
  });
}

/** A symmetric matrix from its lower half. */
function symmetric(size: number, entry: (i: number, j: number) => number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = entry(i, j);
      matrix[i * size + j] = value;
      matrix[j * size + i] = value;
    }
  }
  return matrix;
}
