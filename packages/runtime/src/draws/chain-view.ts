// One quantity of stored draws, chain by chain, without reading the others.
import { type ChainView, chainView } from '@mixmodel/engine';
import { readDraws } from './read.ts';
import type { ReadableStore } from './store.ts';

/** As the engine's `chainView` of all draws: `quantity` is named as in a result, `adstock_alpha[tv_spend]`. */
export async function chainViewOf(store: ReadableStore, quantity: string): Promise<ChainView | undefined> {
  const [variable = quantity] = quantity.split('[', 1);
  const { draws } = await readDraws(store, [variable]);
  return chainView(draws, quantity);
}
