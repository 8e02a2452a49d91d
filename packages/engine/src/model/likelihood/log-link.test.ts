// The multiplicative model inside the posterior: every curve on the logarithm of the KPI, against its slow twin.
import { describe, expect, it } from 'vitest';
import { expectGradient, expectPlainBits, priorAt } from '../../../fixtures/posterior-checks.ts';
import { smallData, smallDraft } from '../../../fixtures/small-model.ts';
import { marginalLogLikelihood } from '../../../reference/marginal-density.ts';
import { adstockKinds, saturationKinds } from '../../../reference/transform-cases.ts';
import { describer } from '../../insights/describe.ts';
import { pointReader } from '../../insights/point.ts';
import { stream } from '../../numeric/random.ts';
import type { ModelData } from '../data.ts';
import { expandSpec } from '../expand.ts';
import { type Posterior, posterior } from '../posterior.ts';
import type { ChannelDraft, Spec, SpecDraft } from '../spec.ts';

const columns = ['tv', 'radio', 'search', 'social', 'news'];

/** Every curve, the adstocks and both orders in turn: as many to a model as the small data have columns. */
const channels = saturationKinds.map(
  (kind, i) =>
    ({
      column: columns[i % columns.length],
      saturation: { kind },
      adstock: { kind: adstockKinds[i % adstockKinds.length] },
      order: i % 3 === 1 ? 'saturation_first' : 'adstock_first',
    }) as ChannelDraft,
);

const cases = (['independent', 'ar1'] as const).flatMap((errors) =>
  [0, columns.length].map((from) => {
    const some = channels.slice(from, from + columns.length);
    return [errors, some.map(({ saturation }) => saturation?.kind).join(', '), some] as const;
  }),
);

describe.each(cases)('a multiplicative model with %s errors and %s', (errors, _, some) => {
  // AR(1) errors allow no hole between them.
  const data = smallData({ leadIn: 3, missing: errors === 'ar1' ? [59] : [9, 30] });
  const draft: SpecDraft = { ...smallDraft, channels: some, likelihood: { link: 'log', errors } };
  const { spec } = expandSpec(draft, data);
  const model = posterior(spec, data);
  const positions = [0, 1].map((chain) => {
    const position = model.priorPosition(3, chain);
    position[model.size - 1] = Math.log(0.1);
    return position;
  });

  it('has the gradient that finite differences find, and the bits of the plain kernel', () => {
    expectGradient(model, positions);
    expectPlainBits(model, data, positions);
  });

  it('has the posterior of an additive model of the logarithm, to the last bit', () => {
    const logs = Float64Array.from(model.scaled.target, (y, t) => (model.scaled.mask[t] ? y : Number.NaN));
    const additive = posterior(additiveOf(spec, model), withKpi(data, logs));
    for (const position of positions) {
      const [ours, theirs] = [new Float64Array(model.size), new Float64Array(model.size)];
      expect(model.logDensity(position, ours)).toBe(additive.logDensity(position, theirs));
      expect(ours).toEqual(theirs);
    }
  });

  if (errors === 'independent')
    it('has the likelihood of the dense twin over logarithms that are taken here', () => {
      const kpi = data.columns.get('sales') ?? new Float64Array();
      const known = Array.from(kpi).filter((y, t) => t >= data.leadIn && Number.isFinite(y));
      const mean = known.reduce((sum, y) => sum + Math.log(y), 0) / known.length;
      const logs = withKpi(
        data,
        kpi.map((y) => Math.log(y) - mean),
      );
      const described = describer(model);
      const values = new Float64Array(described.columns);
      for (const position of positions) {
        described.describe(position, stream(1, 0, 5, 0), values, 0);
        const point = structuredClone(pointReader(model, described).read(values, 0));
        const density = model.logDensity(position, new Float64Array(model.size));
        const prior =
          priorAt(model, position) + model.sigmaPrior.logDensity(point.sigma) + Math.log(point.sigma);
        const slow = marginalLogLikelihood(additiveOf(spec, model), logs, point);
        expect(density - prior).toBeCloseTo(slow, 7);
      }
    });
});

/** The same model of a KPI that is taken as it is, its inputs scaled as they were. */
function additiveOf(spec: Spec, { scaled }: Posterior): Spec {
  const scales = spec.channels.map(({ column }, c) => [column, scaled.channels[c].scale]);
  return {
    ...spec,
    likelihood: { ...spec.likelihood, link: 'identity' },
    scales: { target: 1, channels: Object.fromEntries(scales) as Record<string, number> },
  };
}

function withKpi(data: ModelData, kpi: Float64Array): ModelData {
  return { ...data, columns: new Map([...data.columns, ['sales', kpi]]) };
}
