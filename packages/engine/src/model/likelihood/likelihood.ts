// How likely the KPI is given media: noise and the linear columns that are integrated out, behind one interface.
import type { ColumnSums, Kernel } from '../../kernel/kernel.ts';
import type { Stream } from '../../numeric/random.ts';

/**
 * Of the errors e = y* − Sβ − (sampled columns) − (prior mean of the integrated ones), as the kernel has them after
 * `kernel.residuals()`; its own parameters are read from `OwnParameters`.
 */
export interface Likelihood {
  /** The kernel's directions: rows × directions. */
  readonly basis: Float64Array;
  readonly directions: number;
  /** Whether the kernel must hold a set of row weights for its scores. */
  readonly scoresRows: boolean;
  /** Prior mean of the integrated columns by row. */
  readonly offset: Float64Array;
  /** From now on it reads this kernel; `scores` is the set of row weights that is its own. */
  attach(kernel: Kernel, scores: number): void;
  /** Once the parameters are set, before `kernel.residuals()`. */
  prepare(sigma: number): void;
  /** log p(e) from eᵀe; afterwards `score`, `byLogSigma` and the kernel's gradient sums are of it. */
  logDensity(squares: number, sigma: number): number;
  /** −σ²·∂log p/∂e by row. */
  readonly score: Float64Array;
  /** ∂log p/∂log σ. */
  byLogSigma(): number;
  /** Adds ∂log p/∂value of its parameters to `slopes`. */
  addSlopes(slopes: Float64Array): void;
  /** Coefficients of the integrated columns given the kernel's errors, to their places in `out`; null: their mean. */
  draw(sigma: number, random: Stream | null, out: Float64Array): void;
  /** log p of errors with every column taken out, `errors` by row. */
  noiseLogDensity(errors: Float64Array, sigma: number): number;
}

/** Makes the kernel's gradient sums those of `score`, in row weights `scores`; its weighted sums stay as they were. */
export function scoreSums(kernel: Kernel, scores: number): (score: Float64Array) => void {
  const { weighted, gradient, rowWeights } = kernel;
  const parts = Object.keys(weighted) as (keyof ColumnSums)[];
  const kept = parts.map((part) => weighted[part].slice());
  return (score) => {
    rowWeights[scores].set(score);
    for (let i = 0; i < parts.length; i++) kept[i].set(weighted[parts[i]]);
    kernel.weigh(scores);
    for (let i = 0; i < parts.length; i++) {
      gradient[parts[i]].set(weighted[parts[i]]);
      weighted[parts[i]].set(kept[i]);
    }
  };
}
