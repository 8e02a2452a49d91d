// Two posteriors compared by their Monte Carlo errors (METHOD §10): z of means and of 3, 50 and 97 % quantiles.
import type { Quantity } from '../fixtures/shared.ts';
import { quantile } from '../src/diagnostics/quantile.ts';
import type { Checked } from '../src/fit/check-set.ts';
import { pooled } from '../src/fit/read-draws.ts';
import { normalQuantile } from '../src/numeric/normal.ts';

export interface Comparison {
  readonly name: string;
  readonly statistic: 'mean' | 'q03' | 'q50' | 'q97';
  readonly z: number;
}

/** Every quantity of `reference` that `checked` has too. */
export function compare(checked: readonly Checked[], reference: Readonly<Record<string, Quantity>>): Comparison[] {
  return Object.entries(reference).flatMap(([name, theirs]) => {
    const ours = checked.find((q) => q.name === name);
    if (!ours) throw new Error(`${name} is in the reference but not in our check set`);
    return compareQuantity(ours, theirs);
  });
}

function compareQuantity(ours: Checked, theirs: Quantity): Comparison[] {
  const sorted = pooled(ours.chains).sort();
  const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
  const error = Math.hypot(ours.mcseMean, theirs.mcse_mean);
  const at = (statistic: 'q03' | 'q50' | 'q97', p: number, ess: 'bulk' | 'tail'): Comparison => {
    const density = densityAt(sorted, p);
    const [n, m] = ess === 'bulk' ? [ours.essBulk, theirs.ess_bulk] : [ours.essTail, theirs.ess_tail];
    const mcse = (size: number) => Math.sqrt((p * (1 - p)) / size) / density;
    return { name: ours.name, statistic, z: (quantile(sorted, p) - theirs[statistic]) / Math.hypot(mcse(n), mcse(m)) };
  };
  return [
    { name: ours.name, statistic: 'mean', z: (mean - theirs.mean) / error },
    at('q03', 0.03, 'tail'),
    at('q50', 0.5, 'bulk'),
    at('q97', 0.97, 'tail'),
  ];
}

/** Density at quantile p by the slope of the empirical quantile function. */
function densityAt(sorted: Float64Array, p: number): number {
  const reach = Math.min(0.05, 0.5 * p, 0.5 * (1 - p));
  return (2 * reach) / (quantile(sorted, p + reach) - quantile(sorted, p - reach));
}

/** The largest |z| that K comparisons may show: Φ⁻¹(1 − 0.0005/K). */
export function bound(count: number): number {
  return normalQuantile(1 - 0.0005 / count);
}

export function rms(comparisons: readonly Comparison[]): number {
  return Math.sqrt(comparisons.reduce((sum, { z }) => sum + z * z, 0) / comparisons.length);
}
