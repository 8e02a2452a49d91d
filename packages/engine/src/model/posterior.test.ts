// The collapsed posterior against finite differences, a dense slow twin, and the identity that defines it.
import { describe, expect, it } from 'vitest';
import { expectGradient, expectPlainBits, expectReadBack } from '../../fixtures/posterior-checks.ts';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { marginalLogLikelihood } from '../../reference/marginal-density.ts';
import { describer } from '../insights/describe.ts';
import { pointReader } from '../insights/point.ts';
import { meanAt } from '../insights/predictive.ts';
import { stream } from '../numeric/random.ts';
import { coordinate } from '../priors/coordinate.ts';
import { boundsOf } from '../priors/distribution.ts';
import type { ModelData } from './data.ts';
import { ramp } from './effect.ts';
import { expandSpec } from './expand.ts';
import { type Posterior, posterior } from './posterior.ts';
import type { BaselineDraft, Prior, SpecDraft } from './spec.ts';

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

const withBaseline = (baseline: BaselineDraft, more: Partial<SpecDraft> = {}): SpecDraft => ({
  ...smallDraft,
  baseline,
  ...more,
});
const daily: ModelData = {
  ...smallData(),
  period: 'day',
  dates: Array.from({ length: 60 }, (_, t) => 19000 + t),
};
const blackWeek = { name: 'Black week', windows: [{ first: '2022-11-21', last: '2022-11-27' }] };

/** Coefficients in every place there is: integrated, integrated given a scale, sampled, sampled with a sign. */
const everyPlace: SpecDraft = withBaseline(
  {
    intercept: { family: 'normal', mean: 0.4, sd: 1 },
    trend: { kind: 'piecewise', prior: { family: 'uniform', low: -1, high: 1 } },
    yearly: { order: 2, prior: { family: 'laplace', location: 0.01, b: 0.2 } },
    events: [blackWeek, { name: 'Strike', dates: ['2022-06-01'], prior: { family: 'half_normal', sd: 1 } }],
  },
  {
    controls: [{ column: 'temperature', prior: { family: 'student_t', nu: 4, location: 0, scale: 0.3 } }],
    channels: smallDraft.channels.map((channel) =>
      channel.column === 'tv'
        ? {
            column: 'tv',
            adstock: { kind: 'weibull_pdf' },
            saturation: { kind: 'hill' },
            size: { kind: 'roi' },
          }
        : channel,
    ),
    treatments: [
      { column: 'holiday', sign: 'negative', prior: { family: 'gamma', shape: 2, rate: 20 } },
      { column: 'price', reference: 20, sign: 'negative' },
    ],
  },
);

const cases: [string, ModelData, SpecDraft?][] = [
  ['no trend', smallData(), withBaseline({ trend: { kind: 'none' } })],
  ['a piecewise trend', smallData({ leadIn: 3 }), withBaseline({ trend: { kind: 'piecewise' } })],
  [
    'a Gaussian-process trend',
    smallData({ missing: [3, 4, 40], leadIn: 2 }),
    withBaseline({ trend: { kind: 'gaussian_process' }, yearly: { order: 0 } }),
  ],
  ['monthly seasonality', daily, withBaseline({ monthly: { order: 3 }, yearly: { order: 0 } })],
  ['events', smallData(), withBaseline({ events: [blackWeek] })],
  [
    'Laplace seasonality',
    smallData(),
    withBaseline({ yearly: { prior: { family: 'laplace', location: 0, b: 1 } } }),
  ],
  ['coefficients in every place', smallData({ priced: true, missing: [9] }), everyPlace],
  ['complete data', smallData()],
  ['missing KPI rows', smallData({ missing: [3, 4, 40] })],
  ['lead-in rows', smallData({ leadIn: 6 })],
  ['priors that have bounds', smallData(), boundedDraft],
  ['daily data', daily],
];

describe.each(cases)('the collapsed posterior with %s', (_, data, draft = smallDraft) => {
  const model = posterior(expandSpec(draft, data).spec, data);
  const positions = [0, 1, 2].map((chain) => model.priorPosition(5, chain));
  // A prior draw of σ is far above any posterior; tests belong where the sampler goes.
  for (const position of positions) position[model.size - 1] = draft === boundedDraft ? -1 : Math.log(0.05);

  it('has the gradient that finite differences find', () => {
    expectGradient(model, positions);
  });

  it('has the same bits with the plain kernel as with WASM', () => {
    expectPlainBits(model, data, positions);
  });

  it('integrates the linear block as a dense Gaussian does', () => {
    const described = describer(model);
    const values = new Float64Array(described.columns);
    for (const position of positions) {
      described.describe(position, stream(1, 0, 5, 0), values, 0);
      const point = pointReader(model, described).read(values, 0);
      const dense = marginalLogLikelihood(model.spec, data, point, (variable, column) => {
        const at = model.own.list.findIndex((p) => p.variable === variable && p.column === column);
        return model.own.values[at];
      });
      expect(Math.abs(collapsedLikelihood(model, position) - dense)).toBeLessThan(
        1e-8 * (10 + Math.abs(dense)),
      );
    }
  });

  it('has the same bits again after it was elsewhere', () => {
    const gradient = new Float64Array(model.size);
    const once = positions.map((position) => model.logDensity(position, gradient));
    expect(positions.map((position) => model.logDensity(position, gradient))).toEqual(once);
  });

  it('finds every stored parameter again at the point that is read from a stored draw', () => {
    expectReadBack(model, positions);
  });

  it('reports contributions that add up to the mean with the baseline', () => {
    const described = describer(model);
    const values = new Float64Array(described.columns);
    described.describe(positions[0], stream(1, 0, 5, 0), values, 0);
    const at = (name: string) => described.variables.find((v) => v.name === name)?.offset ?? -1;
    let sum = values[at('total_media_contribution')] + values[at('baseline_contribution')];
    for (let i = 0; i < (model.spec.treatments ?? []).length; i++)
      sum += values[at('treatment_contribution') + i];
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
  const inCoordinate = (declared: Prior, z: number) => {
    const at = coordinate(declared);
    at.at(z);
    return at;
  };
  const noise = inCoordinate(sigma, position[model.size - 1]);
  let prior = noise.logDensity;
  if (noise.prior.support.kind === 'positive')
    prior = model.sigmaPrior.logDensity(model.sigma()) + position[model.size - 1];
  const { sampled } = model.placement;
  const { z, logJacobian } = enterDirections(model, position);
  prior += logJacobian;
  for (const [i, { column }] of sampled.entries())
    if (column.prior.family !== 'learned') prior += inCoordinate(column.prior, z[i]).logDensity;
  for (const [i, own] of model.own.list.entries())
    prior += inCoordinate(own.prior, position[sampled.length + i]).logDensity;
  for (const [c, block] of model.channels.entries()) {
    for (const coordinate of [...block.adstock, ...block.shapes]) prior += coordinate.logDensity;
    if (model.spec.channels[c].size.kind === 'coefficient' && block.size.prior.support.kind === 'positive')
      prior += block.size.prior.logDensity(block.size.x) + logRampJacobian(model, c, position);
    else prior += block.size.logDensity;
  }
  return density - prior;
}

/** log |dβ/dz| where β·f(x̄) moves along the ramp. */
function logRampJacobian({ channels, kernel }: Posterior, c: number, position: Float64Array): number {
  const { offset, count, lane } = channels[c];
  const effect = ramp();
  effect.at(position[offset + count - 1]);
  return Math.log(kernel.amplitude[lane] * effect.logSlope);
}

/** Coordinates of sampled coefficients from those of a position, z = L⁻ᵀp, and log |dz/dp|: directions.ts once more. */
function enterDirections(model: Posterior, position: Float64Array): { z: number[]; logJacobian: number } {
  const { mask } = model.scaled;
  const effects = model.placement.sampled.map(({ column }) => {
    if (column.prior.family === 'learned') throw new Error('no prior');
    const at = coordinate(column.prior);
    const { low, high } = boundsOf(at.prior.support);
    at.at(0);
    if (Number.isFinite(low) || Number.isFinite(high)) return new Float64Array(mask.length);
    return column.values.map((v, t) => (column.mirrored ? -1 : 1) * mask[t] * v * at.slope);
  });
  const n = effects.length;
  const m = effects.map((a, i) =>
    effects.map((b, j) => a.reduce((s, v, t) => s + v * b[t], i === j ? 0.01 : 0) / 0.01),
  );
  const l = m.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = m[i][j];
      for (let k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
      l[i][j] = i === j ? Math.sqrt(sum) : sum / l[j][j];
    }
  const z = Array.from(position.subarray(0, n));
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) z[i] -= l[k][i] * z[k];
    z[i] /= l[i][i];
  }
  return { z, logJacobian: -l.reduce((sum, row, i) => sum + Math.log(row[i]), 0) };
}
