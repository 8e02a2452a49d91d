// Every adstock with every saturation in either order inside the posterior: gradients, slow twin, bits, what is stored.
import { describe, expect, it } from 'vitest';
import {
  centralDifference,
  expectGradient,
  expectPlainBits,
  priorAt,
} from '../../fixtures/posterior-checks.ts';
import { smallData } from '../../fixtures/small-model.ts';
import { curveAt, marginalLogLikelihood } from '../../reference/marginal-density.ts';
import { adstockKinds, saturationKinds } from '../../reference/transform-cases.ts';
import { describer } from '../insights/describe.ts';
import { pointReader } from '../insights/point.ts';
import { stream } from '../numeric/random.ts';
import type { ModelData, Period } from './data.ts';
import { expandSpec } from './expand.ts';
import { type Posterior, posterior } from './posterior.ts';
import type { ChannelDraft, ChannelSpec, Size, SpecDraft } from './spec.ts';

const columns = ['tv', 'radio', 'search', 'social', 'news'];
const sizes: readonly Size['kind'][] = ['coefficient', 'roi', 'contribution', 'total_media'];

type Transforms = Pick<ChannelDraft, 'adstock' | 'saturation' | 'order'>;

/** All of them, five to a model: the sizes go round, and every other one is not normalised. */
const combinations: readonly Transforms[] = (['adstock_first', 'saturation_first'] as const).flatMap(
  (order) =>
    adstockKinds.flatMap((carried, i) =>
      saturationKinds.map(
        (curved, j) =>
          ({
            order,
            adstock: { kind: carried, normalize: (i + j) % 2 === 0 },
            saturation: { kind: curved },
          }) as Transforms,
      ),
    ),
);

function draftOf(transforms: readonly Transforms[], from: number): SpecDraft {
  return {
    columns: { date: 'week', target: { column: 'sales', kind: 'money' } },
    channels: transforms.map((one, i) => ({
      column: columns[i],
      ...one,
      size: { kind: sizes[(from + i) % sizes.length] },
    })),
    controls: [{ column: 'holiday' }],
  };
}

function dataOn(period: Period): ModelData {
  const days = { day: 1, week: 7, month: 30.4375 }[period];
  const data = smallData({ missing: [7], leadIn: 3 });
  return { ...data, period, dates: data.dates.map((_, t) => Math.round(19000 + days * t)) };
}

const models = Array.from({ length: Math.ceil(combinations.length / columns.length) }, (_, i) => {
  const some = combinations.slice(columns.length * i, columns.length * (i + 1));
  const names = some.map(({ adstock, saturation, order }) =>
    [adstock?.kind, saturation?.kind, order === 'saturation_first' ? 'first' : ''].join(' ').trim(),
  );
  return [names.join(', '), some, i] as const;
});

/** Where a sampler goes: a prior draw of σ is far above any posterior. */
function positionsOf(model: Posterior): Float64Array[] {
  return [0, 1].map((chain) => {
    const position = model.priorPosition(11, chain);
    position[model.size - 1] = Math.log(0.05);
    return position;
  });
}

describe.each(models)('%s', (_, some, index) => {
  const data = dataOn('week');
  const model = posterior(expandSpec(draftOf(some, index), data).spec, data);
  const positions = positionsOf(model);

  it('has the gradient that finite differences find', () => {
    expectGradient(model, positions);
  });

  it('has the same bits with the plain kernel as with WASM', () => {
    expectPlainBits(model, data, positions);
  });

  it('stores every parameter under its name, and finds the likelihood of the dense twin there', () => {
    const described = describer(model);
    const reader = pointReader(model, described);
    const values = new Float64Array(described.columns);
    for (const position of positions) {
      described.describe(position, stream(1, 0, 5, 0), values, 0);
      const point = structuredClone(reader.read(values, 0));
      const { sigma } = point;
      const density = model.logDensity(position, new Float64Array(model.size));
      const likelihood =
        density - priorAt(model, position) - model.sigmaPrior.logDensity(sigma) - Math.log(sigma);
      expect(likelihood).toBeCloseTo(marginalLogLikelihood(model.spec, data, point), 7);
      // The point alone, as it is read from a file, gives the same curves.
      model.locate(position);
      const located = model.kernel.values.slice();
      model.locateAt(point);
      for (const [i, value] of model.kernel.values.entries()) expect(value).toBeCloseTo(located[i], 12);
    }
  });
});

describe.each(['day', 'month'] as const)('on a grid of one %s a period', (period) => {
  const data = dataOn(period);
  const carried = adstockKinds.filter((kind) => kind !== 'none');
  // A month's window of two periods is too short for Weibull's density.
  const drafts = carried.map(
    (kind) => ({ adstock: { kind, ...(period === 'month' ? { lMax: 4 } : {}) } }) as Transforms,
  );
  const model = posterior(expandSpec(draftOf(drafts, 1), data).spec, data);

  it('every adstock carries as its formula does', () => {
    for (const position of positionsOf(model)) {
      const described = describer(model);
      const values = new Float64Array(described.columns);
      described.describe(position, stream(1, 0, 5, 0), values, 0);
      const point = structuredClone(pointReader(model, described).read(values, 0));
      for (const [c, { lane }] of model.channels.entries())
        for (let t = 0; t < model.scaled.rows; t++) {
          const slow = curveAt(model.spec, data, point, c, t);
          expect(Math.abs(model.kernel.values[t * model.kernel.lanes + lane] - slow)).toBeLessThan(1e-12);
        }
    }
  });

  it('its gradient is what finite differences find', () => {
    for (const position of positionsOf(model)) {
      const gradient = new Float64Array(model.size);
      model.logDensity(position, gradient);
      for (let i = 0; i < model.size; i++) {
        const numeric = centralDifference(model, position, i);
        expect(Math.abs(gradient[i] - numeric)).toBeLessThan(2e-6 * (1 + Math.abs(numeric)));
      }
    }
  });
});

describe('tanh stated by b and c', () => {
  const data = dataOn('week');
  const withPriors = (b: object, c: object, order: ChannelSpec['order']) =>
    posterior(
      expandSpec(
        {
          ...draftOf([{}], 0),
          channels: [
            {
              column: 'tv',
              order,
              saturation: { kind: 'tanh', priors: { c } },
              size: { kind: 'coefficient', prior: b },
            } as ChannelDraft,
          ],
        },
        data,
      ).spec,
      data,
    );

  it.each(['adstock_first', 'saturation_first'] as const)(
    '%s: has the density of b and c themselves, bounds included, and stores both',
    (order) => {
      const model = withPriors(
        { family: 'uniform', low: 0.1, high: 0.7 },
        { family: 'truncated_normal', mean: 1, sd: 0.5, low: 0.2 },
        order,
      );
      const described = describer(model);
      const values = new Float64Array(described.columns);
      for (const position of positionsOf(model)) {
        described.describe(position, stream(1, 0, 5, 0), values, 0);
        const at = (name: string) => values[described.variables.find((v) => v.name === name)?.offset ?? -1];
        const [b, c] = [at('saturation_b'), at('saturation_c')];
        expect(b).toBeGreaterThan(0.1);
        expect(b).toBeLessThan(0.7);
        expect(c).toBeGreaterThan(0.2);
        const point = pointReader(model, described).read(values, 0);
        expect(point.channels[0].beta).toBe(b);
        expect(point.channels[0].shapes[0]).toBeCloseTo(b * c, 14);
        const gradient = new Float64Array(model.size);
        model.logDensity(position, gradient);
        for (let i = 0; i < model.size; i++)
          expect(gradient[i]).toBeCloseTo(centralDifference(model, position, i), 4);
      }
    },
  );
});
