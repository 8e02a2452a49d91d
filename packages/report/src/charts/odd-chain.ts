// Which chain tells another story than the rest.
import type { QuantityView } from '@mixmodel/contract';

type Chain = QuantityView['chains'][number];

/** Half a within-chain sd from the others: with R-hat ≤ 1.01 chain means differ by about a tenth. */
const far = 0.5;

/**
 * Chains whose mean lies further than `far` sd from the median of all means, at least twice as far as the nearest half
 * of the chains; none where there is no majority to differ from.
 */
export function oddChains({ chains }: Pick<QuantityView, 'chains'>): readonly number[] {
  if (chains.length < 3) return [];
  const sd = Math.sqrt(middle(chains.map(({ trace }) => variance(trace))));
  const centre = middle(chains.map(({ mean }) => mean));
  const distances = chains.map(({ mean }) => Math.abs(mean - centre));
  const majority = middle(distances);
  const odd = chains.flatMap((_, k) => {
    const distance = distances[k] ?? 0;
    return distance > far * sd && distance > 2 * majority ? [k] : [];
  });
  return odd.length < chains.length / 2 ? odd : [];
}

/** Where chain `k` stands against the others. */
export function sideOf({ chains }: Pick<QuantityView, 'chains'>, k: number): 'higher' | 'lower' {
  const others = chains.filter((_, i) => i !== k).map(({ mean }) => mean);
  return (chains[k]?.mean ?? 0) > middle(others) ? 'higher' : 'lower';
}

function variance(values: Chain['trace']): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}

/** The lower median, so that one outlier among four does not move it. */
function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
