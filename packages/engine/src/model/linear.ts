// The linear block integrated out: y − Sβ ~ N(Zm, σ²I + Z V Zᵀ), through one eigen-decomposition (ENGINE §2.1).
import { symmetricEigen } from '../numeric/eigen.ts';
import type { Stream } from '../numeric/random.ts';
import type { NormalPrior } from './spec.ts';

/** Directions with a smaller share of the largest eigenvalue keep their prior (METHOD §2). */
const NEGLIGIBLE = 1e-12;

/** A column of z and the prior of its coefficient. */
export interface NormalColumn {
  readonly values: Float64Array;
  readonly prior: NormalPrior;
}

export interface LinearBlock {
  /** Columns K of z. */
  readonly size: number;
  /** Directions the data inform, at most K. */
  readonly directions: number;
  /** rows × directions, orthonormal, zero on rows outside the likelihood. */
  readonly basis: Float64Array;
  /** Eigenvalues ℓ of V^½ZᵀZV^½ for those directions. */
  readonly eigenvalues: Float64Array;
  /** Z·m by row: the prior mean of the block. */
  readonly offset: Float64Array;
  /**
   * Draws w given σ² and c = Qᵀe: v_i ~ N(√ℓ_i c_i/(ℓ_i + σ²), σ²/(σ² + ℓ_i)), w = m + V^½Rv, into `out` (length K).
   * `random` null gives the conditional mean.
   */
  draw(variance: number, projections: Float64Array, random: Stream | null, out: Float64Array): void;
}

export function linearBlock(columns: readonly NormalColumn[], mask: Float64Array): LinearBlock {
  const size = columns.length;
  const rows = mask.length;
  const { values, vectors } = symmetricEigen(gram(columns, mask), size);
  const kept = informed(values);
  const basis = new Float64Array(rows * kept.length);
  const rotation = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) rotation[i * size + k] = columns[i].prior.sd * vectors[i * size + k];
  for (let t = 0; t < rows; t++) {
    if (!mask[t]) continue;
    for (let k = 0; k < kept.length; k++) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += columns[i].values[t] * rotation[i * size + kept[k]];
      basis[t * kept.length + k] = sum / Math.sqrt(values[kept[k]]);
    }
  }
  const eigenvalues = Float64Array.from(kept, (k) => values[k]);
  const draw = drawer(columns, rotation, kept, eigenvalues);
  return { size, directions: kept.length, basis, eigenvalues, offset: priorMean(columns, rows), draw };
}

function drawer(
  columns: readonly NormalColumn[],
  rotation: Float64Array,
  kept: readonly number[],
  eigenvalues: Float64Array,
): LinearBlock['draw'] {
  const size = columns.length;
  const v = new Float64Array(size);
  const place = new Int32Array(size).fill(-1);
  kept.forEach((k, i) => {
    place[k] = i;
  });
  return (variance, projections, random, out) => {
    for (let k = 0; k < size; k++) {
      const noise = random === null ? 0 : random.normal();
      const i = place[k];
      if (i < 0) v[k] = noise;
      else {
        const l = eigenvalues[i];
        v[k] =
          (Math.sqrt(l) * projections[i]) / (l + variance) + noise * Math.sqrt(variance / (variance + l));
      }
    }
    for (let i = 0; i < size; i++) {
      let sum = columns[i].prior.mean;
      for (let k = 0; k < size; k++) sum += rotation[i * size + k] * v[k];
      out[i] = sum;
    }
  };
}

/** V^½ZᵀZV^½ over the rows of the likelihood. */
function gram(columns: readonly NormalColumn[], mask: Float64Array): Float64Array {
  const size = columns.length;
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let t = 0; t < mask.length; t++) sum += mask[t] * columns[i].values[t] * columns[j].values[t];
      const entry = sum * columns[i].prior.sd * columns[j].prior.sd;
      out[i * size + j] = entry;
      out[j * size + i] = entry;
    }
  }
  return out;
}

function informed(values: Float64Array): number[] {
  let top = 0;
  for (const v of values) if (v > top) top = v;
  return Array.from(values.keys()).filter((k) => values[k] > NEGLIGIBLE * top);
}

function priorMean(columns: readonly NormalColumn[], rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, t) => {
    let sum = 0;
    for (const column of columns) sum += column.prior.mean * column.values[t];
    return sum;
  });
}
