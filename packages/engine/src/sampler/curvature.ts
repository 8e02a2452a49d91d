// The curvature of a log density at a point: its negative Hessian by central differences of the gradient.
import type { Target } from './target.ts';

/** Half the distance of a difference. Fits coordinates whose spread is near one, as unconstrained ones are. */
const halfWidth = 1e-4;

/** The negative Hessian, symmetric, size × size; a coordinate along which it is no number gets curvature zero. */
export function curvatureAt(target: Target, position: Float64Array): Float64Array {
  const { size } = target;
  const columns = new Float64Array(size * size);
  const moved = position.slice();
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    moved[j] = position[j] + halfWidth;
    const densityAbove = target.logDensity(moved, above);
    moved[j] = position[j] - halfWidth;
    const densityBelow = target.logDensity(moved, below);
    moved[j] = position[j];
    if (!Number.isFinite(densityAbove + densityBelow)) continue;
    for (let i = 0; i < size; i++) columns[i * size + j] = (below[i] - above[i]) / (2 * halfWidth);
  }
  return symmetrised(columns, size);
}

/** Gradients one call of `curvatureAt` takes. */
export function curvatureGradients(size: number): number {
  return 2 * size;
}

function symmetrised(matrix: Float64Array, size: number): Float64Array {
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const mean = (matrix[i * size + j] + matrix[j * size + i]) / 2;
      const value = Number.isFinite(mean) ? mean : 0;
      out[i * size + j] = value;
      out[j * size + i] = value;
    }
  }
  return out;
}
