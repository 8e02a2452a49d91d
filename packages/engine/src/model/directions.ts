// The directions sampled coefficients move in: those in which data of a typical noise leave them about independent.
import { cholesky, solveLower, solveUpperTransposed } from '../numeric/cholesky.ts';
import { log } from '../numeric/elementary.ts';

/** A noise that scaled KPIs often have: it shapes the coordinates, never the posterior. */
const TYPICAL_SIGMA = 0.1;

/** u = L⁻ᵀ·p with M = I + GᵀG/σ² = L·Lᵀ: what were u ~ N(0, 1) with effects G·u on the KPI is then N(0, I) in p. */
export interface Directions {
  /** p to u, in place. */
  enter(vector: Float64Array): void;
  /** u to p, in place. */
  leave(vector: Float64Array): void;
  /** The gradient by u to that by p, in place. */
  turn(gradient: Float64Array): void;
  /** Where u would lie for normal noise of that size and errors `left` by row: M⁻¹Gᵀ·left/σ². */
  fit(left: Float64Array, out: Float64Array): void;
  /** What a gradient by u says of `left` through `fit`, by row; `gradient` is used up. */
  pull(gradient: Float64Array, out: Float64Array): void;
  /** log |du/dp| */
  readonly logJacobian: number;
}

/** `effects`: by coefficient, what one unit of u changes of the scaled KPI by row; 0 outside the training rows. */
export function directionsOf(effects: readonly Float64Array[]): Directions {
  const size = effects.length;
  const l = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let t = 0; t < effects[i].length; t++) sum += effects[i][t] * effects[j][t];
      l[i * size + j] = sum / (TYPICAL_SIGMA * TYPICAL_SIGMA) + (i === j ? 1 : 0);
    }
  }
  if (!cholesky(l, size)) throw new Error('columns of the linear block are not finite');
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) logDeterminant += log(l[i * size + i]);
  return {
    enter: (vector) => solveUpperTransposed(l, vector, size),
    leave(vector) {
      // Lᵀ·u: row i needs no entry before its own, so that it can be done in place.
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let k = i; k < size; k++) sum += l[k * size + i] * vector[k];
        vector[i] = sum;
      }
    },
    turn: (gradient) => solveLower(l, gradient, size),
    fit(left, out) {
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let t = 0; t < left.length; t++) sum += effects[i][t] * left[t];
        out[i] = sum / (TYPICAL_SIGMA * TYPICAL_SIGMA);
      }
      solveLower(l, out, size);
      solveUpperTransposed(l, out, size);
    },
    pull(gradient, out) {
      solveLower(l, gradient, size);
      solveUpperTransposed(l, gradient, size);
      for (let t = 0; t < out.length; t++) {
        let sum = 0;
        for (let i = 0; i < size; i++) sum += effects[i][t] * gradient[i];
        out[t] = sum / (TYPICAL_SIGMA * TYPICAL_SIGMA);
      }
    },
    logJacobian: -logDeterminant,
  };
}
