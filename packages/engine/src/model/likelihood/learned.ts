// Normal noise, independent or AR(1), and columns whose prior scales are learned: one K × K Cholesky factor a gradient.
//
// With P the noise's precision times σ², G = ZᵀPZ, D the prior standard deviations and M = σ²I + DGD:
//   log p(e) = −½[(T − K) log σ² + log|M| − log|P| + (eᵀPe − bᵀD·M⁻¹·Db)/σ²] − ½T log 2π,   b = ZᵀPe,
// and w = D·v with v ~ N(M⁻¹Db, σ²M⁻¹). Slopes follow from E over that v of the joint log density's (Fisher's identity).
import type { Kernel } from '../../kernel/kernel.ts';
import { log, log1p } from '../../numeric/elementary.ts';
import { HALF_LOG_TWO_PI } from '../../priors/normal.ts';
import type { PlacedColumn, Variances } from '../variances.ts';
import {
  byLogSigma,
  byRho,
  deviate,
  dot,
  draw,
  invert,
  type LearnedBlock,
  learnedBlock,
  logDensity,
  precisionTimes,
  solve,
} from './learned-block.ts';
import { type Likelihood, scoreSums } from './likelihood.ts';

/** Where ρ stands among the model's own parameters, for AR(1) noise. */
export interface Correlation {
  readonly values: Float64Array;
  readonly at: number;
}

export function learnedLikelihood(
  columns: readonly PlacedColumn[],
  variances: Variances,
  mask: Float64Array,
  correlation: Correlation | null,
): Likelihood {
  const rows = Int32Array.from(Array.from(mask.keys()).filter((t) => mask[t] === 1));
  const block = learnedBlock(columns, rows, correlation !== null);
  const { v, d, u } = block;
  const score = new Float64Array(mask.length);
  const byLogVariance = new Float64Array(columns.length);
  const now = { byLogSigma: 0, byRho: 0 };
  const held: { kernel?: Kernel; sum?: (score: Float64Array) => void } = {};
  const rho = () => (correlation ? correlation.values[correlation.at] : 0);
  const solveAt = (sigma: number) => {
    const { errors } = held.kernel as Kernel;
    for (let i = 0; i < rows.length; i++) block.e[i] = errors[rows[i]];
    return solve(block, sigma, rho(), variances.sds);
  };
  return {
    basis: new Float64Array(0),
    directions: 0,
    scoresRows: true,
    offset: priorMean(columns, variances, mask.length),
    attach(kernel, scores) {
      held.kernel = kernel;
      held.sum = scoreSums(kernel, scores);
    },
    prepare() {
      // Everything is done once the errors are there.
    },
    logDensity(_, sigma) {
      if (!solveAt(sigma)) return Number.NaN;
      invert(block);
      deviate(block);
      now.byLogSigma = byLogSigma(block, sigma);
      writeByLogVariance(block, sigma, byLogVariance);
      if (correlation) now.byRho = byRho(block, sigma, rho());
      precisionTimes(d, rho(), u);
      for (let i = 0; i < rows.length; i++) score[rows[i]] = u[i];
      held.sum?.(score);
      return logDensity(block, sigma, rho());
    },
    score,
    byLogSigma: () => now.byLogSigma,
    addSlopes(slopes) {
      variances.pass(byLogVariance, slopes);
      if (correlation) slopes[correlation.at] += now.byRho;
    },
    draw(sigma, random, out) {
      if (!solveAt(sigma)) throw new Error('the linear block is not positive definite at a draw');
      draw(block, sigma, random);
      for (let j = 0; j < v.length; j++) out[columns[j].index] = variances.means[j] + variances.sds[j] * v[j];
    },
    noiseLogDensity(errors, sigma) {
      const r = rho();
      for (let i = 0; i < rows.length; i++) d[i] = errors[rows[i]];
      precisionTimes(d, r, u);
      const quadratic = dot(d, u) / (sigma * sigma);
      return 0.5 * log1p(-r * r) - rows.length * (log(sigma) + HALF_LOG_TWO_PI) - 0.5 * quadratic;
    },
  };
}

/** Prior mean of all columns together, by row. */
function priorMean(columns: readonly PlacedColumn[], { means }: Variances, rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, t) => {
    let sum = 0;
    for (const [i, { column }] of columns.entries()) sum += means[i] * column.values[t];
    return sum;
  });
}

function writeByLogVariance({ size, v, inverse }: LearnedBlock, sigma: number, out: Float64Array): void {
  for (let j = 0; j < size; j++) out[j] = 0.5 * (v[j] * v[j] + sigma * sigma * inverse[j * size + j] - 1);
}
