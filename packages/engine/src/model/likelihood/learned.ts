// Normal noise, independent or AR(1), and columns whose prior scales are learned: one K × K Cholesky factor a gradient.
//
// With P the noise's precision times σ², G = ZᵀPZ, D the prior standard deviations and M = σ²I + DGD:
//   log p(e) = −½[(T − K) log σ² + log|M| − log|P| + (eᵀPe − bᵀD·M⁻¹·Db)/σ²] − ½T log 2π,   b = ZᵀPe,
// and w = D·v with v ~ N(M⁻¹Db, σ²M⁻¹). Slopes follow from E over that v of the joint log density's (Fisher's identity).
import type { Kernel } from '../../kernel/kernel.ts';
import { cholesky, solveLower, solveUpperTransposed } from '../../numeric/cholesky.ts';
import { log, log1p } from '../../numeric/elementary.ts';
import type { Stream } from '../../numeric/random.ts';
import { HALF_LOG_TWO_PI } from '../../priors/normal.ts';
import type { PlacedColumn, Variances } from '../variances.ts';
import type { Likelihood } from './likelihood.ts';
import { scoreSums } from './likelihood.ts';

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
  const { size, work } = block;
  const score = new Float64Array(mask.length);
  const offset = Float64Array.from(mask, (_, t) => {
    let sum = 0;
    for (const [i, { column }] of columns.entries()) sum += variances.means[i] * column.values[t];
    return sum;
  });
  const byLogVariance = new Float64Array(size);
  const now = { byLogSigma: 0, byRho: 0 };
  const held: { kernel?: Kernel; sum?: (score: Float64Array) => void } = {};
  const rho = () => (correlation ? correlation.values[correlation.at] : 0);
  const residuals = (kernel: Kernel) => {
    for (let i = 0; i < rows.length; i++) work.e[i] = kernel.errors[rows[i]];
  };
  return {
    basis: new Float64Array(0),
    directions: 0,
    scoresRows: true,
    offset,
    attach(kernel, scores) {
      held.kernel = kernel;
      held.sum = scoreSums(kernel, scores);
    },
    prepare() {
      // Everything is done once the errors are there.
    },
    logDensity(_, sigma) {
      residuals(held.kernel as Kernel);
      const r = rho();
      if (!block.solve(sigma, r, variances.sds)) return Number.NaN;
      block.invert();
      const density = block.logDensity(sigma, r);
      block.deviations();
      now.byLogSigma = block.byLogSigma(sigma);
      for (let j = 0; j < size; j++)
        byLogVariance[j] = 0.5 * (work.v[j] * work.v[j] + sigma * sigma * work.inverse[j * size + j] - 1);
      if (correlation) now.byRho = block.byRho(sigma, r, variances.sds);
      precisionTimes(work.d, r, work.u);
      for (let i = 0; i < rows.length; i++) score[rows[i]] = work.u[i];
      held.sum?.(score);
      return density;
    },
    score,
    byLogSigma: () => now.byLogSigma,
    addSlopes(slopes) {
      variances.pass(byLogVariance, slopes);
      if (correlation) slopes[correlation.at] += now.byRho;
    },
    draw(sigma, random, out) {
      residuals(held.kernel as Kernel);
      if (!block.solve(sigma, rho(), variances.sds))
        throw new Error('the linear block is not positive definite at a draw');
      block.draw(sigma, random);
      for (let j = 0; j < size; j++)
        out[columns[j].index] = variances.means[j] + variances.sds[j] * work.v[j];
    },
    noiseLogDensity(errors, sigma) {
      const r = rho();
      for (let i = 0; i < rows.length; i++) work.d[i] = errors[rows[i]];
      precisionTimes(work.d, r, work.u);
      const quadratic = dot(work.d, work.u) / (sigma * sigma);
      return 0.5 * log1p(-r * r) - rows.length * (log(sigma) + HALF_LOG_TWO_PI) - 0.5 * quadratic;
    },
  };
}

/** Scratch of one block; every array is written before it is read. */
interface Work {
  /** Errors, Pe or Pd, and d = e − Zw at the mean of w; by training row. */
  readonly e: Float64Array;
  readonly u: Float64Array;
  readonly d: Float64Array;
  /** b = ZᵀPe. */
  readonly b: Float64Array;
  /** The mean of v, or a draw of it. */
  readonly v: Float64Array;
  readonly g: Float64Array;
  /** The Cholesky factor of M. */
  readonly l: Float64Array;
  /** M⁻¹. */
  readonly inverse: Float64Array;
  readonly column: Float64Array;
}

function learnedBlock(columns: readonly PlacedColumn[], rows: Int32Array, correlated: boolean) {
  const [size, count] = [columns.length, rows.length];
  const z = new Float64Array(count * size);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < size; j++) z[i * size + j] = columns[j].column.values[rows[i]];
  const grams = correlated
    ? [0, 1, 2].map((power) => gram(z, size, count, power))
    : [gram(z, size, count, 0)];
  const vector = (length: number) => new Float64Array(length);
  const work: Work = {
    e: vector(count),
    u: vector(count),
    d: vector(count),
    b: vector(size),
    v: vector(size),
    g: vector(size * size),
    l: vector(size * size),
    inverse: vector(size * size),
    column: vector(size),
  };
  const now = { energy: 0, explained: 0, sds: vector(size) };

  /** G = G₀ + ρG₁ + ρ²G₂ into `work.g`. */
  const weighGram = (rho: number) => {
    if (grams.length === 1) work.g.set(grams[0]);
    else
      for (let i = 0; i < work.g.length; i++)
        work.g[i] = grams[0][i] + rho * (grams[1][i] + rho * grams[2][i]);
  };

  return {
    size,
    work,
    /** Factor of M and mean of v from `work.e`; false where M is not positive definite. */
    solve(sigma: number, rho: number, sds: Float64Array): boolean {
      weighGram(rho);
      now.sds.set(sds);
      precisionTimes(work.e, rho, work.u);
      now.energy = dot(work.e, work.u);
      for (let i = 0; i < size; i++)
        for (let j = 0; j <= i; j++) work.l[i * size + j] = sds[i] * work.g[i * size + j] * sds[j];
      for (let i = 0; i < size; i++) work.l[i * size + i] += sigma * sigma;
      if (!cholesky(work.l, size)) return false;
      work.b.fill(0);
      for (let i = 0; i < count; i++) for (let j = 0; j < size; j++) work.b[j] += work.u[i] * z[i * size + j];
      for (let j = 0; j < size; j++) work.v[j] = sds[j] * work.b[j];
      solveLower(work.l, work.v, size);
      now.explained = dot(work.v, work.v);
      solveUpperTransposed(work.l, work.v, size);
      return true;
    },
    /** M⁻¹, from its factor. */
    invert() {
      for (let j = 0; j < size; j++) {
        work.column.fill(0);
        work.column[j] = 1;
        solveLower(work.l, work.column, size);
        solveUpperTransposed(work.l, work.column, size);
        for (let i = 0; i < size; i++) work.inverse[i * size + j] = work.column[i];
      }
    },
    logDensity(sigma: number, rho: number): number {
      let logDeterminant = 2 * (count - size) * log(sigma) - log1p(-rho * rho);
      for (let j = 0; j < size; j++) logDeterminant += 2 * log(work.l[j * size + j]);
      const quadratic = (now.energy - now.explained) / (sigma * sigma);
      return -0.5 * (logDeterminant + quadratic) - count * HALF_LOG_TWO_PI;
    },
    /** d = e − Zw at the mean of w. */
    deviations() {
      for (let i = 0; i < count; i++) {
        let sum = work.e[i];
        for (let j = 0; j < size; j++) sum -= z[i * size + j] * now.sds[j] * work.v[j];
        work.d[i] = sum;
      }
    },
    /** −T + E[(e − Zw)ᵀP(e − Zw)]/σ². */
    byLogSigma(sigma: number): number {
      const variance = sigma * sigma;
      let trace = 0;
      for (let j = 0; j < size; j++) trace += work.inverse[j * size + j];
      const atMean = now.energy - now.explained - variance * dot(work.v, work.v);
      return -count + atMean / variance + size - variance * trace;
    },
    /** ½∂log|P| − ½E[(e − Zw)ᵀ·∂P·(e − Zw)]/σ²; after `deviations`. */
    byRho(sigma: number, rho: number, sds: Float64Array): number {
      const { d, inverse } = work;
      const variance = sigma * sigma;
      let quadratic = 0;
      for (let i = 1; i < count; i++) quadratic -= 2 * d[i] * d[i - 1];
      for (let i = 1; i < count - 1; i++) quadratic += 2 * rho * d[i] * d[i];
      let trace = 0;
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) {
          const at = i * size + j;
          trace += (grams[1][at] + 2 * rho * grams[2][at]) * sds[i] * sds[j] * inverse[at];
        }
      return -rho / (1 - rho * rho) - (0.5 * quadratic) / variance - 0.5 * trace;
    },
    /** `work.v` becomes a draw from N(M⁻¹Db, σ²M⁻¹); null leaves its mean. */
    draw(sigma: number, random: Stream | null) {
      if (random === null) return;
      for (let j = 0; j < size; j++) work.column[j] = sigma * random.normal();
      solveUpperTransposed(work.l, work.column, size);
      for (let j = 0; j < size; j++) work.v[j] += work.column[j];
    },
  };
}

/** ZᵀAₚZ with P = A₀ + ρA₁ + ρ²A₂: ones, −1 beside the diagonal, ones but at both ends. */
function gram(z: Float64Array, size: number, count: number, power: number): Float64Array {
  const out = new Float64Array(size * size);
  const image = new Float64Array(count);
  for (let j = 0; j < size; j++) {
    const column = Float64Array.from({ length: count }, (_, i) => z[i * size + j]);
    for (let i = 0; i < count; i++) {
      if (power === 0) image[i] = column[i];
      else if (power === 1) image[i] = -(i > 0 ? column[i - 1] : 0) - (i < count - 1 ? column[i + 1] : 0);
      else image[i] = i > 0 && i < count - 1 ? column[i] : 0;
    }
    for (let k = 0; k < size; k++) {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += z[i * size + k] * image[i];
      out[k * size + j] = sum;
    }
  }
  return out;
}

/** P·x for AR(1) noise, rows following each other; x itself where ρ = 0. */
function precisionTimes(x: Float64Array, rho: number, out: Float64Array): void {
  const last = x.length - 1;
  for (let i = 0; i <= last; i++) {
    const inside = i > 0 && i < last ? 1 + rho * rho : 1;
    const before = i > 0 ? x[i - 1] : 0;
    const after = i < last ? x[i + 1] : 0;
    out[i] = inside * x[i] - rho * (before + after);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
