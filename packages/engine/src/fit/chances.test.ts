// The chances of a fit are shares of its draws, counted.
import { expect, test } from 'vitest';
import { sample } from '../simulate/sample.ts';
import { insights } from './assemble-insights.ts';
import { chances } from './chances.ts';
import { fit } from './fit.ts';
import { columnByChain, pooled } from './read-draws.ts';

test('they are those of the stored draws, and add up over the channels', async () => {
  const { data, draft } = sample(1, 60);
  const channels = draft.channels.map((channel, c) =>
    c === 0 ? { ...channel, adstock: { kind: 'none' as const } } : channel,
  );
  const settings = { mode: 'quick', chains: 2, warmup: 100, draws: 100, seed: 2 } as const;
  for await (const step of fit(data, { ...draft, channels }, settings)) {
    if (step.phase !== 'done') continue;
    const { spec } = step.result;
    const found = chances(data, spec, step.draws, 1.5);
    const variable = step.draws.variables.find(({ name }) => name === 'roas_of_spend');
    const returns = spec.channels.map((_, c) =>
      pooled(columnByChain(step.draws, (variable?.offset ?? 0) + c)),
    );
    for (const [c, { name, pays, best, halfLife }] of found.entries()) {
      expect(name).toBe(spec.channels[c].column);
      expect(pays).toBe(returns[c].filter((x) => x > 1.5).length / returns[c].length);
      const theirs = insights(data, spec, step.draws, 2).channels[c];
      expect(halfLife).toEqual(c === 0 ? null : theirs.halfLife);
      expect(best).toBe(theirs.best);
    }
    expect(found.reduce((sum, { best }) => sum + (best ?? 0), 0)).toBeCloseTo(1, 12);
    const first = returns[0].filter((x, s) => returns.every((other) => other[s] <= x)).length;
    expect(found[0].best).toBe(first / returns[0].length);
    const counted = {
      ...spec,
      columns: { ...spec.columns, target: { column: 'revenue', kind: 'units' } },
    } as const;
    expect(chances(data, counted, step.draws, 1.5)).toMatchObject(
      channels.map(() => ({ pays: null, best: null })),
    );
  }
});
