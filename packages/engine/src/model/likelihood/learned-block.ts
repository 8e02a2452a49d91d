// Linear columns given their prior scales and the noise's correlation: functions of one block of memory, filled anew each time.
// What the letters are is at the top of learned.ts.
import { cholesky, solveLower, solveUpperTransposed } from '../../numeric/cholesky.ts';
import { log, log1p } from '../../numeric/elementary.ts';
import type { Stream } from '../../numeric/random.ts';
import { HALF_LOG_TWO_PI } from '../../priors/normal.ts';
import type { PlacedColumn } from '../variances.ts';

/** Every array but z and the Grams is scratch, written before it is read. */
export interface LearnedBlock {
  /** Columns K. */
  readonly size: number;
  /** Training rows T. */
  readonly count: number;
  /** Z, row-major. */
  readonly z: Float64Array;
  /** G by powers of ρ: one, or three where noise is correlated. */
  readonly grams: readonly Float64Array[];
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
  /** D, as `solve` was given it. */
  readonly sds: Float64Array;
  /** eᵀPe, and what the mean of v explains of it. */
  energy: number;
  explained: number;
}

export function learnedBlock(
  columns: readonly PlacedColumn[],
  rows: Int32Array,
  correlated: boolean,
): LearnedBlock {
  const [size, count] = [columns.length, rows.length];
  const z = new Float64Array(count * size);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < size; j++) z[i * size + j] = columns[j].column.values[rows[i]];
  const byRow = () => new Float64Array(count);
  const byColumn = () => new Float64Array(size);
  const square = () => new Float64Array(size * size);
  return {
    size,
    count,
    z,
    grams: (correlated ? [0, 1, 2] : [0]).map((power) => gram(z, size, count, power)),
    e: byRow(),
    u: byRow(),
    d: byRow(),
    b: byColumn(),
    v: byColumn(),
    g: square(),
    l: square(),
    inverse: square(),
    column: byColumn(),
    sds: byColumn(),
    energy: 0,
    explained: 0,
  };
}

/** Factor of M and mean of v from `e`; false where M is not positive definite. */
export function solve(block: LearnedBlock, sigma: number, rho: number, sds: Float64Array): boolean {
  const { size, e, u, v, l } = block;
  weighGram(block, rho);
  block.sds.set(sds);
  precisionTimes(e, rho, u);
  block.energy = dot(e, u);
  scaleGram(block, sigma);
  if (!cholesky(l, size)) return false;
  project(block);
  solveLower(l, v, size);
  block.explained = dot(v, v);
  solveUpperTransposed(l, v, size);
  return true;
}

/** G = G₀ + ρG₁ + ρ²G₂ into `g`. */
function weighGram({ g, grams }: LearnedBlock, rho: number): void {
  if (grams.length === 1) g.set(grams[0]);
  else for (let i = 0; i < g.length; i++) g[i] = grams[0][i] + rho * (grams[1][i] + rho * grams[2][i]);
}

/** The lower half of M = σ²I + DGD into `l`. */
function scaleGram({ size, g, l, sds }: LearnedBlock, sigma: number): void {
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) l[i * size + j] = sds[i] * g[i * size + j] * sds[j];
  for (let i = 0; i < size; i++) l[i * size + i] += sigma * sigma;
}

/** b = Zᵀu and Db, the latter into `v`. */
function project({ size, count, z, u, b, v, sds }: LearnedBlock): void {
  b.fill(0);
  for (let i = 0; i < count; i++) for (let j = 0; j < size; j++) b[j] += u[i] * z[i * size + j];
  for (let j = 0; j < size; j++) v[j] = sds[j] * b[j];
}

/** M⁻¹, from its factor. */
export function invert({ size, l, column, inverse }: LearnedBlock): void {
  for (let j = 0; j < size; j++) {
    column.fill(0);
    column[j] = 1;
    solveLower(l, column, size);
    solveUpperTransposed(l, column, size);
    for (let i = 0; i < size; i++) inverse[i * size + j] = column[i];
  }
}

export function logDensity(block: LearnedBlock, sigma: number, rho: number): number {
  const { size, count, l, energy, explained } = block;
  let logDeterminant = 2 * (count - size) * log(sigma) - log1p(-rho * rho);
  for (let j = 0; j < size; j++) logDeterminant += 2 * log(l[j * size + j]);
  const quadratic = (energy - explained) / (sigma * sigma);
  return -0.5 * (logDeterminant + quadratic) - count * HALF_LOG_TWO_PI;
}

/** d = e − Zw at the mean of w. */
export function deviate({ size, count, z, e, d, v, sds }: LearnedBlock): void {
  for (let i = 0; i < count; i++) {
    let sum = e[i];
    for (let j = 0; j < size; j++) sum -= z[i * size + j] * sds[j] * v[j];
    d[i] = sum;
  }
}

/** −T + E[(e − Zw)ᵀP(e − Zw)]/σ². */
export function byLogSigma(block: LearnedBlock, sigma: number): number {
  const { size, count, v, inverse, energy, explained } = block;
  const variance = sigma * sigma;
  let trace = 0;
  for (let j = 0; j < size; j++) trace += inverse[j * size + j];
  const atMean = energy - explained - variance * dot(v, v);
  return -count + atMean / variance + size - variance * trace;
}

/** ½∂log|P| − ½E[(e − Zw)ᵀ·∂P·(e − Zw)]/σ²; after `deviate`. */
export function byRho(block: LearnedBlock, sigma: number, rho: number): number {
  const { size, count, grams, d, sds, inverse } = block;
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
}

/** `v` becomes a draw from N(M⁻¹Db, σ²M⁻¹); null leaves its mean. */
export function draw({ size, l, column, v }: LearnedBlock, sigma: number, random: Stream | null): void {
  if (random === null) return;
  for (let j = 0; j < size; j++) column[j] = sigma * random.normal();
  solveUpperTransposed(l, column, size);
  for (let j = 0; j < size; j++) v[j] += column[j];
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
export function precisionTimes(x: Float64Array, rho: number, out: Float64Array): void {
  const last = x.length - 1;
  for (let i = 0; i <= last; i++) {
    const inside = i > 0 && i < last ? 1 + rho * rho : 1;
    const before = i > 0 ? x[i - 1] : 0;
    const after = i < last ? x[i + 1] : 0;
    out[i] = inside * x[i] - rho * (before + after);
  }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
