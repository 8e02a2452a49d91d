// A quantity's draws, laid out as split chains and sorted once: what every convergence diagnostic starts from.
import { sortingOrder } from './order.ts';
import { quantile } from './quantile.ts';

export interface Sample {
  /** Half-chains one after another; a chain of odd length loses its middle draw, as in ArviZ. */
  readonly halves: Float64Array;
  /** How many half-chains. */
  readonly count: number;
  /** Draws in each half-chain. */
  readonly length: number;
  /** Indices into `halves`, smallest draw first. */
  readonly order: Uint32Array;
  /** `halves`, ascending. */
  readonly sorted: Float64Array;
  /** Every draw, middle ones included, ascending. */
  readonly all: Float64Array;
}

/** Null when nothing can be said: fewer than 4 draws a chain, no chain, or a NaN among the draws. */
export function sampleOf(chains: readonly Float64Array[]): Sample | null {
  const draws = chains.length > 0 ? chains[0].length : 0;
  for (const chain of chains) {
    if (chain.length !== draws) {
      throw new RangeError(
        `Diagnostics need chains of equal length, got ${draws} and ${chain.length} draws.`,
      );
    }
  }
  if (draws < 4 || chains.some(hasNaN)) return null;
  const length = Math.floor(draws / 2);
  const count = 2 * chains.length;
  const halves = new Float64Array(count * length);
  chains.forEach((chain, c) => {
    halves.set(chain.subarray(0, length), 2 * c * length);
    halves.set(chain.subarray(draws - length), (2 * c + 1) * length);
  });
  const order = sortingOrder(halves);
  const sorted = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[i] = halves[order[i]];
  const all = draws % 2 === 0 ? sorted : withMiddles(sorted, chains, length);
  return { halves, count, length, order, sorted, all };
}

function hasNaN(chain: Float64Array): boolean {
  for (let i = 0; i < chain.length; i++) if (Number.isNaN(chain[i])) return true;
  return false;
}

function withMiddles(sorted: Float64Array, chains: readonly Float64Array[], middle: number): Float64Array {
  const all = new Float64Array(sorted.length + chains.length);
  all.set(sorted);
  chains.forEach((chain, c) => {
    all[sorted.length + c] = chain[middle];
  });
  return all.sort();
}

/** 1 where a draw is at most the p-quantile of all draws, else 0; laid out like `halves`. */
export function belowQuantile(sample: Sample, p: number): Float64Array {
  const limit = quantile(sample.all, p);
  const indicator = new Float64Array(sample.halves.length);
  for (let i = 0; i < indicator.length; i++) indicator[i] = sample.halves[i] <= limit ? 1 : 0;
  return indicator;
}
