// Student-t noise and AR(1) errors inside the posterior: gradients, dense and direct twins, bits, what is stored.
import { describe, expect, it } from 'vitest';
import { expectGradient, expectPlainBits, expectReadBack } from '../../../fixtures/posterior-checks.ts';
import { smallData, smallDraft } from '../../../fixtures/small-model.ts';
import { marginalLogLikelihood } from '../../../reference/marginal-density.ts';
import { describer } from '../../insights/describe.ts';
import { pointReader } from '../../insights/point.ts';
import { meanAt } from '../../insights/predictive.ts';
import { logGamma } from '../../numeric/gamma.ts';
import { stream } from '../../numeric/random.ts';
import { coordinateOf } from '../../priors/coordinate.ts';
import type { ModelData } from '../data.ts';
import { ramp } from '../effect.ts';
import { expandSpec } from '../expand.ts';
import { lawOf } from '../own-parameters.ts';
import { type ParameterPoint, type Posterior, posterior } from '../posterior.ts';
import type { SpecDraft } from '../spec.ts';

const gapless = smallData({ leadIn: 4, priced: true });
const withGap = smallData({ leadIn: 4, missing: [9, 30], priced: true });

const studentT: SpecDraft = { ...smallDraft, likelihood: { family: 'student_t' } };
const ar1: SpecDraft = { ...smallDraft, likelihood: { errors: 'ar1' } };
/** Learned scales, mixtures and sampled columns beside the noise. */
const everyPlace: SpecDraft['baseline'] = {
  trend: { kind: 'piecewise' },
  yearly: { order: 1, prior: { family: 'laplace', location: 0, b: 0.2 } },
};
const signed: SpecDraft['treatments'] = [{ column: 'price', sign: 'negative' }];

const cases: [string, ModelData, SpecDraft][] = [
  ['Student-t noise', withGap, studentT],
  [
    'Student-t noise, a bounded prior on nu and coefficients of every kind',
    withGap,
    {
      ...studentT,
      baseline: everyPlace,
      treatments: signed,
      likelihood: { family: 'student_t', nu: { family: 'uniform', low: 1, high: 30 } },
    },
  ],
  ['AR(1) errors', gapless, ar1],
  [
    'AR(1) errors, another prior on rho and coefficients of every kind',
    gapless,
    {
      ...ar1,
      baseline: everyPlace,
      treatments: signed,
      likelihood: { errors: 'ar1', rho: { family: 'uniform', low: -0.5, high: 1 } },
    },
  ],
];

function pointAt(model: Posterior, position: Float64Array): ParameterPoint {
  const described = describer(model);
  const values = new Float64Array(described.columns);
  described.describe(position, stream(1, 0, 5, 0), values, 0);
  return structuredClone(pointReader(model, described).read(values, 0));
}

describe.each(cases)('the posterior with %s', (_, data, draft) => {
  const model = posterior(expandSpec(draft, data).spec, data);
  const positions = [0, 1, 2].map((chain) => model.priorPosition(5, chain));
  for (const position of positions) position[model.size - 1] = Math.log(0.05);

  it('has the gradient that finite differences find', () => {
    expectGradient(model, positions);
  });

  it('has the same bits with the plain kernel as with WASM', () => {
    expectPlainBits(model, data, positions);
  });

  it('finds every stored parameter again at the point that is read from a stored draw', () => {
    expectReadBack(model, positions);
  });
});

describe('AR(1) errors', () => {
  it.each(cases.slice(2))(
    '%s: the linear block is integrated out as a dense Gaussian does',
    (_, data, draft) => {
      const model = posterior(expandSpec(draft, data).spec, data);
      const own = (variable: string, column?: number) =>
        model.own.values[model.own.list.findIndex((p) => p.variable === variable && p.column === column)];
      const found = [0, 1, 2].map((chain) => {
        const position = model.priorPosition(5, chain);
        position[model.size - 1] = Math.log(0.05);
        const density = model.logDensity(position, new Float64Array(model.size));
        const lp = priorsAt(model, position);
        const dense = marginalLogLikelihood(model.spec, data, pointAt(model, position), own);
        return { ours: density - lp, dense };
      });
      // Directions of sampled columns have one constant Jacobian, which the first position takes out.
      for (const { ours, dense } of found)
        expect(Math.abs(ours - found[0].ours - (dense - found[0].dense))).toBeLessThan(
          1e-7 * (10 + Math.abs(dense)),
        );
      if (model.placement.sampled.length === 0)
        expect(Math.abs(found[0].ours - found[0].dense)).toBeLessThan(1e-7 * (10 + Math.abs(found[0].dense)));
    },
  );

  it('have the log likelihood of one error after the other at the drawn coefficients', () => {
    const model = posterior(expandSpec(ar1, gapless).spec, gapless);
    for (const chain of [0, 1]) {
      const position = model.priorPosition(6, chain);
      position[model.size - 1] = Math.log(0.1);
      const point = pointAt(model, position);
      model.locateAt(point);
      const [rho] = point.own as Float64Array;
      const errors = trained(model).map((t) => model.scaled.target[t] - meanAt(model, point, t));
      let slow = 0;
      for (const [i, e] of errors.entries()) {
        const sd = i === 0 ? point.sigma / Math.sqrt(1 - rho ** 2) : point.sigma;
        const u = (e - (i === 0 ? 0 : rho * errors[i - 1])) / sd;
        slow -= 0.5 * u ** 2 + Math.log(sd) + 0.5 * Math.log(2 * Math.PI);
      }
      expect(model.logLikelihood(point.linear)).toBeCloseTo(slow, 7);
    }
  });
});

describe('Student-t noise', () => {
  it('samples every coefficient of the baseline and integrates none out', () => {
    const { placement, scaled } = posterior(expandSpec(studentT, withGap).spec, withGap);
    expect(placement.integrated).toEqual([]);
    expect(placement.sampled).toHaveLength(scaled.columns.length);
  });

  it.each(cases.slice(0, 2))('%s: is the density of each error after the other', (_, data, draft) => {
    const model = posterior(expandSpec(draft, data).spec, data);
    const found = [0, 1, 2].map((chain) => {
      const position = model.priorPosition(5, chain);
      position[model.size - 1] = Math.log(0.05);
      const density = model.logDensity(position, new Float64Array(model.size));
      const point = pointAt(model, position);
      const lp = priorsAt(model, position);
      model.locateAt(point);
      const nu = (point.own as Float64Array)[model.own.list.findIndex((p) => p.variable === 'y_nu')];
      const slow = trained(model).reduce((sum, t) => {
        const u = (model.scaled.target[t] - meanAt(model, point, t)) / point.sigma;
        const constant =
          logGamma((nu + 1) / 2) - logGamma(nu / 2) - 0.5 * Math.log(nu * Math.PI) - Math.log(point.sigma);
        return sum + constant - ((nu + 1) / 2) * Math.log(1 + u ** 2 / nu);
      }, 0);
      expect(model.logLikelihood(point.linear)).toBeCloseTo(slow, 7);
      return { ours: density - lp, slow };
    });
    for (const { ours, slow } of found)
      expect(Math.abs(ours - found[0].ours - (slow - found[0].slow))).toBeLessThan(
        1e-7 * (10 + Math.abs(slow)),
      );
  });
});

function trained({ scaled }: Posterior): number[] {
  return Array.from(scaled.mask.keys()).filter((t) => scaled.mask[t] === 1);
}

/** Every prior at a position, in its coordinate, but for the constant Jacobian of the sampled columns' directions. */
function priorsAt(model: Posterior, position: Float64Array): number {
  model.locate(position);
  let lp = model.sigmaPrior.logDensity(model.sigma()) + position[model.size - 1];
  const { sampled, normal } = model.placement;
  for (const [i, own] of model.own.list.entries()) {
    const at = coordinateOf(lawOf(own));
    at.at(position[sampled.length + i]);
    lp += at.logDensity;
  }
  for (const [c, block] of model.channels.entries()) {
    for (const coordinate of [...block.adstock, ...block.shapes]) lp += coordinate.logDensity;
    if (model.spec.channels[c].size.kind === 'coefficient') {
      const effect = ramp();
      effect.at(position[block.offset + block.count - 1]);
      lp += block.size.prior.logDensity(block.size.x) + Math.log(block.size.x * effect.logSlope);
    } else lp += block.size.logDensity;
  }
  // Of sampled columns: what restLogDensity declares, less σ and own parameters, with the Jacobian of their coordinates.
  const point = pointAt(model, position);
  model.locateAt(point);
  for (const { index, column } of sampled) {
    const w = point.linear[index];
    if (normal.some((placed) => placed.index === index)) {
      const z = standardised(model, w, column.prior);
      lp -= 0.5 * z * z + 0.5 * Math.log(2 * Math.PI);
    } else lp += inCoordinate(column.prior, (column.mirrored ? -1 : 1) * w);
  }
  return lp;
}

type ColumnPrior = Posterior['placement']['sampled'][number]['column']['prior'];

function standardised(model: Posterior, w: number, prior: ColumnPrior): number {
  if (prior.family === 'normal') return (w - prior.mean) / prior.sd;
  const scale = model.own.values[model.own.list.findIndex((p) => p.variable === 'trend_delta_scale')];
  return w / scale;
}

/** log p in the coordinate of the prior where it is `x`, found by bisection. */
function inCoordinate(prior: ColumnPrior, x: number): number {
  if (prior.family === 'learned') throw new Error('no prior');
  const at = coordinateOf(lawOf({ prior }));
  let [low, high] = [-12, 12];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    at.at(middle);
    if (at.x < x) low = middle;
    else high = middle;
  }
  return at.logDensity;
}
