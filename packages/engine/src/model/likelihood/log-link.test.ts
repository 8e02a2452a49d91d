// The multiplicative model inside the posterior: gradients, dense twin and bits on the logarithm of the KPI.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../../fixtures/small-model.ts';
import { expandSpec } from '../expand.ts';
import { posterior } from '../posterior.ts';
import type { SpecDraft } from '../spec.ts';

const data = smallData({ leadIn: 3 });
const channels = smallDraft.channels.map(({ size: _, ...channel }) => channel);

describe.each(['independent', 'ar1'] as const)('a multiplicative model with %s errors', (errors) => {
  const draft: SpecDraft = { ...smallDraft, channels, likelihood: { link: 'log', errors } };
  const { spec } = expandSpec(draft, data);
  const model = posterior(spec, data);

  it('has the posterior of an additive model of the logarithm, to the last bit', () => {
    const logs = Float64Array.from(model.scaled.target, (y, t) => (model.scaled.mask[t] ? y : 1));
    const additive = posterior(
      { ...spec, likelihood: { ...spec.likelihood, link: 'identity' }, scales: scalesOf() },
      { ...data, columns: new Map([...data.columns, ['sales', logs]]) },
    );
    for (const chain of [0, 1]) {
      const position = model.priorPosition(3, chain);
      position[model.size - 1] = Math.log(0.1);
      const [ours, theirs] = [new Float64Array(model.size), new Float64Array(model.size)];
      expect(model.logDensity(position, ours)).toBe(additive.logDensity(position, theirs));
      expect(ours).toEqual(theirs);
    }
  });

  function scalesOf() {
    const scales = spec.channels.map(({ column }, c) => [column, model.scaled.channels[c].scale]);
    return { target: 1, channels: Object.fromEntries(scales) as Record<string, number> };
  }
});
