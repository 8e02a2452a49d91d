// The model's formula at fixed points, against what PyMC-Marketing computes there.
import { describe, expect, it } from 'vitest';
import { hasShared, readReference, readSharedCsv, referenceDraft } from '../../fixtures/shared.ts';
import { expandSpec } from '../model/expand.ts';
import { type ParameterPoint, posterior } from '../model/posterior.ts';
import { describer } from './describe.ts';
import { meanAt } from './predictive.ts';

const models = [
  { saturation: 'logistic', shapes: ['saturation_lam'] },
  { saturation: 'hill', shapes: ['saturation_kappa', 'saturation_slope'] },
] as const;

describe.skipIf(!hasShared).each(models)('the $saturation model at the fixed points of its reference', ({ saturation, shapes }) => {
  const reference = hasShared ? readReference(`synthetic_104w.geometric_${saturation}.json`) : null;
  const points = reference?.formula_check.fixed_points ?? [];
  const setup = () => {
    if (!reference) throw new Error('skipped');
    const data = readSharedCsv(reference.csv);
    const model = posterior(expandSpec(referenceDraft(reference, saturation), data).spec, data);
    const described = describer(model);
    const values = new Float64Array(described.columns);
    const read = (group: string, name: string, c = 0) =>
      values[(described.variables.find((v) => v.group === group && v.name === name)?.offset ?? Number.NaN) + c];
    return { model, described, values, read };
  };

  it.each(points)('agrees to 1e-10 in every log density term, contribution and mean', (fixed) => {
    const { model, described, values, read } = setup();
    const array = (name: string) => [fixed.point[name]].flat();
    const point: ParameterPoint = {
      channels: array('adstock_alpha').map((alpha, c) => ({
        alpha,
        shapes: shapes.map((name) => array(name)[c]),
        beta: array('saturation_beta')[c],
      })),
      linear: Float64Array.from([
        ...array('intercept_contribution'),
        ...array('gamma_fourier'),
        ...array('gamma_control'),
      ]),
      sigma: array('y_sigma')[0],
    };
    described.describePoint(point, values, 0);
    const terms = fixed.library_logp_terms_no_jacobian;
    const sum = (name: string) => model.channels.reduce((total, _, c) => total + read('log_density', name, c), 0);
    // Our shape term declares a LogNormal on the log scale; here no shape prior is LogNormal.
    const shapeTerms = ['adstock_alpha', ...shapes].reduce((total, name) => total + terms[name], 0);
    const restTerms =
      terms.intercept_contribution + terms.gamma_control + terms.gamma_fourier + terms.y_sigma;
    expectClose(read('log_density', 'y'), terms.y);
    expectClose(sum('shape'), shapeTerms);
    expectClose(sum('size'), terms.saturation_beta);
    expectClose(read('log_density', 'rest'), restTerms);
    for (const [c, expected] of fixed.channel_contribution_total_kpi.entries())
      expectClose(read('posterior', 'total_contribution', c), expected);
    for (const [t, expected] of fixed.mu_first5.entries()) expectClose(meanAt(model, point, t), expected);
  });
});

function expectClose(got: number, expected: number): void {
  expect(Math.abs(got - expected)).toBeLessThan(1e-10 * (1 + Math.abs(expected)));
}
