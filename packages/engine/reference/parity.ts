// Two posteriors compared by their Monte Carlo errors (METHOD §10): z of means and of 3, 50 and 97 % quantiles.
import type { Quantity } from '../fixtures/parity/references.ts';
import { quantile } from '../src/diagnostics/quantile.ts';
import type { Checked } from '../src/fit/check-set.ts';
import { pooled } from '../src/fit/read-draws.ts';
import { normalQuantile } from '../src/numeric/normal.ts';

export interface Comparison {
  readonly name: string;
  readonly statistic: 'mean' | 'q03' | 'q50' | 'q97';
  readonly ours: number;
  readonly theirs: number;
  /** Their difference by its Monte Carlo error. */
  readonly z: number;
}

/** Every quantity of `reference` that `checked` has too. */
export function compare(
  checked: readonly Checked[],
  reference: Readonly<Record<string, Quantity>>,
): Comparison[] {
  return Object.entries(reference).flatMap(([name, theirs]) => {
    const ours = checked.find((q) => q.name === name);
    if (!ours) throw new Error(`${name} is in the reference but not in our check set`);
    return compareQuantity(ours, theirs);
  });
}

function compareQuantity(checked: Checked, reference: Quantity): Comparison[] {
  const sorted = pooled(checked.chains).sort();
  const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
  const compared = (statistic: Comparison['statistic'], ours: number, error: number): Comparison => {
    const theirs = reference[statistic];
    return { name: checked.name, statistic, ours, theirs, z: (ours - theirs) / error };
  };
  const at = (statistic: 'q03' | 'q50' | 'q97', p: number, ess: 'bulk' | 'tail'): Comparison => {
    const density = densityAt(sorted, p);
    const sizes =
      ess === 'bulk' ? [checked.essBulk, reference.ess_bulk] : [checked.essTail, reference.ess_tail];
    const [mcse, theirMcse] = sizes.map((size) => Math.sqrt((p * (1 - p)) / size) / density);
    return compared(statistic, quantile(sorted, p), Math.hypot(mcse, theirMcse));
  };
  return [
    compared('mean', mean, Math.hypot(checked.mcseMean, reference.mcse_mean)),
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

/** METHOD §10: every |z| under the bound and their size as chance makes it. */
export function agree(comparisons: readonly Comparison[]): boolean {
  const spread = rms(comparisons);
  return (
    comparisons.every(({ z }) => Math.abs(z) < bound(comparisons.length)) && spread > 0.7 && spread < 1.3
  );
}

/** The size of all z and the `count` largest, for people. */
export function inWords(comparisons: readonly Comparison[], count: number): string {
  const worst = [...comparisons].sort((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, count);
  const line = ({ name, statistic, ours, theirs, z }: Comparison) =>
    `  ${name} ${statistic}: ours ${ours.toPrecision(4)}, theirs ${theirs.toPrecision(4)}, z ${z.toFixed(1)}`;
  const head = `${comparisons.length} comparisons, rms z ${rms(comparisons).toFixed(2)}, the largest:`;
  return [head, ...worst.map(line)].join('\n');
}
