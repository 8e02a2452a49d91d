// Independent normal noise and columns of fixed prior scales: the eigen-decomposed block of linear.ts, all in the kernel.
import type { Kernel } from '../../kernel/kernel.ts';
import { log } from '../../numeric/elementary.ts';
import { LogProduct } from '../../numeric/log-product.ts';
import { HALF_LOG_TWO_PI } from '../../priors/normal.ts';
import { linearBlock } from '../linear.ts';
import type { NormalPrior } from '../spec.ts';
import type { PlacedColumn } from '../variances.ts';
import type { Likelihood } from './likelihood.ts';

export function fixedLikelihood(columns: readonly PlacedColumn[], mask: Float64Array): Likelihood {
  const block = linearBlock(columns.map(normalColumn), mask);
  const places = columns.map(({ index }) => index);
  const own = new Float64Array(columns.length);
  let rows = 0;
  for (let t = 0; t < mask.length; t++) rows += mask[t];
  // Fields, not variables: captured numbers would be boxed anew at every gradient.
  const now = { byLogSigma: 0 };
  /** 1/(σ² + ℓ), by direction. */
  const perTotal = new Float64Array(block.directions);
  const determinant = new LogProduct();
  const held: { kernel?: Kernel } = {};
  const kernel = () => held.kernel as Kernel;
  return {
    basis: block.basis,
    directions: block.directions,
    scoresRows: false,
    offset: block.offset,
    attach(given) {
      held.kernel = given;
    },
    prepare(sigma) {
      const variance = sigma * sigma;
      const { shrink } = kernel();
      for (let i = 0; i < perTotal.length; i++) {
        perTotal[i] = 1 / (variance + block.eigenvalues[i]);
        shrink[i] = block.eigenvalues[i] * perTotal[i];
      }
    },
    /**
     * log N(e; 0, σ²I + QℓQᵀ) from eᵀe and c = Qᵀe: logdet = (T − K)log σ² + Σ log(σ² + ℓ),
     * quadratic form (eᵀe − Σ c²ℓ/(σ² + ℓ))/σ².
     */
    logDensity(squares, sigma) {
      const { projections, shrink } = kernel();
      const variance = sigma * sigma;
      const free = rows - block.directions;
      let quadratic = squares;
      let outside = squares;
      let byVariance = free / variance;
      determinant.clear();
      determinant.multiplyAll(perTotal);
      for (let i = 0; i < perTotal.length; i++) {
        const square = projections[i] * projections[i];
        const per = perTotal[i];
        quadratic -= square * shrink[i];
        outside -= square;
        byVariance += per - square * per * per;
      }
      byVariance -= outside / (variance * variance);
      now.byLogSigma = -byVariance * variance;
      const logDeterminant = 2 * free * log(sigma) - determinant.log();
      return -0.5 * (logDeterminant + quadratic / variance) - rows * HALF_LOG_TWO_PI;
    },
    get score() {
      return kernel().remainders;
    },
    byLogSigma: () => now.byLogSigma,
    addSlopes() {
      // Nothing is learned here.
    },
    draw(sigma, random, out) {
      block.draw(sigma * sigma, kernel().projections, random, own);
      for (let i = 0; i < places.length; i++) out[places[i]] = own[i];
    },
    noiseLogDensity: (errors, sigma) => normalNoise(errors, sigma, mask, rows),
  };
}

/** log N(errors; 0, σ²) over the training rows. */
export function normalNoise(errors: Float64Array, sigma: number, mask: Float64Array, rows: number): number {
  let squares = 0;
  for (let t = 0; t < errors.length; t++) if (mask[t]) squares += errors[t] * errors[t];
  return -rows * (log(sigma) + HALF_LOG_TWO_PI) - (0.5 * squares) / (sigma * sigma);
}

function normalColumn({ column }: PlacedColumn): { values: Float64Array; prior: NormalPrior } {
  if (column.prior.family !== 'normal') throw new Error(`${column.variable} is not normal`);
  return { values: column.values, prior: column.prior };
}
