// One quantity chain by chain: a thinned trace and rank counts, to see with the eye whether the chains agree.
import { evenRankBand, rankCounts } from '../diagnostics/ranks.ts';
import { meanOf } from './band.ts';
import { chainsOf } from './check-set.ts';
import type { Draws } from './draws.ts';
import type { ChainView } from './insights.ts';

const MOST_POINTS = 200;
const BINS = 20;
const EVEN_MASS = 0.99;

/** The view of `quantity`, any name among a result's `parameters`; undefined when these draws have no such quantity. */
export function chainView(draws: Draws, quantity: string): ChainView | undefined {
  const chains = chainsOf(draws, quantity);
  if (!chains) return undefined;
  const [{ length }] = chains;
  const every = Math.ceil(length / MOST_POINTS);
  const ranks = rankCounts(chains, BINS);
  return {
    name: quantity,
    chains: chains.map((chain, i) => ({
      mean: meanOf(chain),
      trace: Array.from(chain.filter((_, s) => s % every === 0)),
      ranks: ranks[i],
    })),
    every,
    draws: length,
    evenRanks: evenRankBand(length, chains.length, BINS, EVEN_MASS),
  };
}
