// The collapsed posterior against finite differences, a dense slow twin, and the identity that defines it.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { marginalLogLikelihood } from '../../reference/marginal-density.ts';
import { describer } from '../insights/describe.ts';
import { pointReader } from '../insights/point.ts';
import { meanAt } from '../insights/predictive.ts';
import { plainKernel } from '../kernel/kernel.ts';
import { stream } from '../numeric/random.ts';
import { coordinate } from '../priors/coordinate.ts';
import type { ModelData } from './data.ts';
import { expandSpec } from './expand.ts';
import { type Posterior, posterior } from './posterior.ts';
import type { SpecDraft } from './spec.ts';

/** Priors with bounds, on everything that may be positive only. */
const boundedDraft: SpecDraft = {
  ...smallDraft,
  channels: smallDraft.channels.map((channel) =>
    channel.column === 'tv'
      ? {
          column: 'tv',
          adstock: {
            priors: {
              alpha: { family: 'truncated_normal', mean: 0.4, sd: 0.3, low: 0, high: 0.9 },
            },
          },
          saturation: { priors: { lam: { family: 'inverse_gamma', shape: 3, scale: 4 } } },
          size: { kind: 'coefficient', prior: { family: 'uniform', low: 0.05, high: 0.6 } },
        }
      : channel.column === 'radio'
        ? {
            column: 'radio',
            saturation: {
              kind: 'hill',
              priors: {
                kappa: { family: 'truncated_normal', mean: 0.8, sd: 0.8, low: 0.1, high: 10 },
                slope: { family: 'exponential', rate: 1 },
              },
            },
            size: { kind: 'roi', prior: { family: 'truncated_normal', mean: 1, sd: 2, low: 0.2 } },
          }
        : channel,
  ),
  likelihood: { sigma: { family: 'uniform', low: 0.01, high: 0.4 } },
};

const cases: [string, ModelData, SpecDraft?][] = [
  ['complete data', smallData()],
  ['missing KPI rows', smallData({ missing: [3, 4, 40] })],
  ['lead-in rows', smallData({ leadIn: 6 })],
  ['priors that have bounds', smallData(), boundedDraft],
  ['daily data', { ...smallData(), period: 'day', dates: Array.from({ length: 60 }, (_, t) => 19000 + t) }],
];

describe.each(cases)('the collapsed posterior with %s', (_, data, draft = smallDraft) => {
  const model = posterior(expandSpec(draft, data).spec, data);
  const positions = [0, 1, 2].map((chain) => model.priorPosition(5, chain));
  // A prior draw of σ is far above any posterior; tests belong where the sampler goes.
  for (const position of positions) position[model.size - 1] = draft === smallDraft ? Math.log(0.05) : -1;

  it('has the gradient that finite differences find', () => {
    for (const position of positions) {
      const gradient = new Float64Array(model.size);
      model.logDensity(position, gradient);
      const numeric = position.map((_, i) => centralDifference(model, position, i));
      for (let i = 0; i < model.size; i++)
        expect(Math.abs(gradient[i] - numeric[i])).toBeLessThan(2e-6 * (1 + Math.abs(numeric[i])));
    }
  });

  it('has the same bits with the plain kernel as with WASM', () => {
    const plain = posterior(model.spec, data, plainKernel);
    for (const position of positions) {
      const [fast, slow] = [new Float64Array(model.size), new Float64Array(model.size)];
      expect(plain.logDensity(position, slow)).toBe(model.logDensity(position, fast));
      expect(slow).toEqual(fast);
    }
  });

  it('integrates the linear block as a dense Gaussian does', () => {
    const described = describer(model);
    const values = new Float64Array(described.columns);
    for (const position of positions) {
      described.describe(position, stream(1, 0, 5, 0), values, 0);
      const point = pointReader(model, described).read(values, 0);
      const dense = marginalLogLikelihood(model.spec, data, point);
      expect(collapsedLikelihood(model, position)).toBeCloseTo(dense, 8);
    }
  });

  it('reports contributions that add up to the mean with the baseline', () => {
    const described = describer(model);
    const values = new Float64Array(described.columns);
    described.describe(positions[0], stream(1, 0, 5, 0), values, 0);
    const at = (name: string) => described.variables.find((v) => v.name === name)?.offset ?? -1;
    const sum = values[at('total_media_contribution')] + values[at('baseline_contribution')];
    const point = pointReader(model, described).read(values, 0);
    model.locateAt(point);
    const { mask, targetScale } = model.scaled;
    const expected = mask.reduce((total, m, t) => total + m * targetScale * meanAt(model, point, t), 0);
    expect(sum / expected).toBeCloseTo(1, 10);
    expect(values[at('mean_mu_kpi')] * model.scaled.trainingRows).toBeCloseTo(expected, 5);
  });
});

/** Log density minus every prior and Jacobian: what is left is the marginal likelihood. */
function collapsedLikelihood(model: Posterior, position: Float64Array): number {
  const gradient = new Float64Array(model.size);
  const density = model.logDensity(position, gradient);
  const { sigma } = model.spec.likelihood;
  const at = coordinate(sigma);
  at.at(position[model.size - 1]);
  let prior = at.logDensity;
  if (at.prior.support.kind === 'positive')
    prior = model.sigmaPrior.logDensity(model.sigma()) + position[model.size - 1];
  for (const [c, block] of model.channels.entries()) {
    for (const coordinate of [...block.adstock, ...block.shapes]) prior += coordinate.logDensity;
    if (model.spec.channels[c].size.kind === 'coefficient' && block.size.prior.support.kind === 'positive')
      prior += block.size.prior.logDensity(block.size.x) + Math.log(block.size.x);
    else prior += block.size.logDensity;
  }
  return density - prior;
}

function centralDifference(model: Posterior, position: Float64Array, i: number): number {
  const scratch = new Float64Array(model.size);
  const at = (h: number) => {
    const moved = position.slice();
    moved[i] += h;
    return model.logDensity(moved, scratch);
  };
  // Fourth order: error h⁴, so that h can be large enough to keep digits.
  const h = 1e-3;
  return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
}
