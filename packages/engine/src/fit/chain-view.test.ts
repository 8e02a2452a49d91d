// Chains side by side: traces, rank counts, and which quantities have them.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { priorDraws } from '../../fixtures/stored-draws.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import { chainView } from './chain-view.ts';
import { checkSet } from './check-set.ts';
import { columnByChain } from './read-draws.ts';

const data = smallData();
const draws = priorDraws(posterior(expandSpec(smallDraft, data).spec, data), 450, 2);

it('every quantity of the check set has a view', () => {
  for (const { name } of checkSet(draws)) expect(chainView(draws, name)?.name).toBe(name);
});

it('there is none of what the draws do not have: an unknown name, a return of organic media', () => {
  for (const name of ['roas[unknown]', 'roas', 'roas[news]', 'saturation_lam[radio]', ''])
    expect(chainView(draws, name)).toBeUndefined();
});

describe('the view of a quantity', () => {
  const view = chainView(draws, 'baseline_contribution');
  const offset = draws.variables.find((v) => v.name === 'baseline_contribution')?.offset ?? Number.NaN;
  const chains = columnByChain(draws, offset);

  it('has every k-th draw of each chain, at most 200', () => {
    expect(view).toMatchObject({ draws: 450, every: 3 });
    for (const [i, chain] of chains.entries()) {
      const { trace = [], mean } = view?.chains[i] ?? {};
      expect(trace).toHaveLength(150);
      expect(trace).toEqual(Array.from({ length: 150 }, (_, s) => chain[3 * s]));
      expect(mean).toBeCloseTo(chain.reduce((a, b) => a + b) / 450, 6);
    }
  });

  it("counts each chain's draws by their rank among all chains", () => {
    const sorted = chains.flatMap((chain) => [...chain]).sort((a, b) => a - b);
    for (const [i, chain] of chains.entries()) {
      const counts = new Array<number>(20).fill(0);
      for (const value of chain) counts[Math.floor(sorted.indexOf(value) / 45)]++;
      expect(view?.chains[i].ranks).toEqual(counts);
    }
  });

  it('says what even ranks would look like', () => {
    const [low, high] = view?.evenRanks ?? [];
    expect(((low ?? 0) + (high ?? 0)) / 2).toBeCloseTo(450 / 20, 10);
  });
});
