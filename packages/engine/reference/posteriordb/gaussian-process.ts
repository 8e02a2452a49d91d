// posteriordb's gp_regr: y ~ N(0, K + σI), K of squared exponentials; σ is a variance, as there.
//
// Coordinates: logs of the length scale ρ ~ Gamma(25, 4), of α ~ HalfNormal(2) and of σ ~ HalfNormal(1).
import { exp, log } from '../../src/numeric/elementary.ts';
import { numbered, type PublishedModel } from './published-model.ts';

export function gaussianProcess(x: readonly number[], y: readonly number[]): PublishedModel {
  const size = x.length;
  return {
    target: {
      size: 3,
      logDensity(position, gradient) {
        const [rho, alpha, sigma] = [exp(position[0]), exp(position[1]), exp(position[2])];
        const { kernel, inverse, logDeterminant, weights } = regression(x, y, [rho, alpha, sigma]);
        const energy = dot(weights, y);
        // ½ tr((ww' − K⁻¹)·∂K) for each parameter, times its derivative by the log.
        let byRho = 0;
        let byAlpha = 0;
        let bySigma = 0;
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) {
            const pull = 0.5 * (weights[i] * weights[j] - inverse[i][j]);
            byRho += pull * kernel[i][j] * ((x[i] - x[j]) / rho) ** 2;
            byAlpha += 2 * pull * kernel[i][j];
            if (i === j) bySigma += pull * sigma;
          }
        gradient[0] = byRho + 25 - 4 * rho;
        gradient[1] = byAlpha + 1 - (alpha * alpha) / 4;
        gradient[2] = bySigma + 1 - sigma * sigma;
        const priors = 25 * position[0] - 4 * rho + position[1] - (alpha * alpha) / 8;
        return -0.5 * (logDeterminant + energy) + priors + position[2] - 0.5 * sigma * sigma;
      },
    },
    names: ['rho', 'alpha', 'sigma', ...numbered('level', size)],
    describe(position) {
      const parameters = position.map(Math.exp);
      const { kernel, weights } = regression(x, y, parameters);
      return [...parameters, ...kernel.map((row) => dot(row, weights))];
    },
  };
}

/** K, the inverse and log determinant of K + σI, and what the inverse makes of y. */
function regression(x: readonly number[], y: readonly number[], [rho, alpha, sigma]: readonly number[]) {
  const kernel = x.map((a) => x.map((b) => alpha * alpha * exp(-0.5 * ((a - b) / rho) ** 2)));
  const covariance = kernel.map((row, i) => row.map((k, j) => (i === j ? k + sigma : k)));
  const { inverse, logDeterminant } = inverted(covariance);
  return { kernel, inverse, logDeterminant, weights: inverse.map((row) => dot(row, y)) };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

/** By Gauss and Jordan without pivots: the matrix is symmetric and positive definite. */
function inverted(matrix: readonly (readonly number[])[]): { inverse: number[][]; logDeterminant: number } {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let logDeterminant = 0;
  for (let p = 0; p < size; p++) {
    const pivot = rows[p][p];
    logDeterminant += log(pivot);
    for (let j = 0; j < 2 * size; j++) rows[p][j] /= pivot;
    for (let i = 0; i < size; i++) {
      const factor = rows[i][p];
      if (i === p || factor === 0) continue;
      for (let j = 0; j < 2 * size; j++) rows[i][j] -= factor * rows[p][j];
    }
  }
  return { inverse: rows.map((row) => row.slice(size)), logDeterminant };
}
