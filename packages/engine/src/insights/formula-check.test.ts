// The model's formula at fixed points, against what PyMC-Marketing computes there.
import { describe, expect, it } from 'vitest';
import { type Case, type Reference, sources } from '../../fixtures/parity/references.ts';
import { expandSpec } from '../model/expand.ts';
import { curveParameters } from '../model/parameters.ts';
import { type ParameterPoint, posterior } from '../model/posterior.ts';
import type { ChannelSpec } from '../model/spec.ts';
import { log } from '../numeric/elementary.ts';
import { describer } from './describe.ts';
import { meanAt } from './predictive.ts';

type FixedPoint = Reference['formula_check']['fixed_points'][number];

describe('the model at the fixed points of its reference', () => {
  for (const { title, present, load } of sources)
    it.skipIf(!present)(`${title}: agrees to 1e-10 in every log density term, contribution and mean`, () => {
      const loaded = load();
      const points = loaded.reference.formula_check.fixed_points;
      expect(points.length).toBeGreaterThanOrEqual(2);
      for (const fixed of points) expectSame(loaded, fixed);
    });
});

function expectSame({ reference, data, draft }: Case, fixed: FixedPoint): void {
  const { spec } = expandSpec(draft, data);
  const model = posterior(spec, data);
  const described = describer(model);
  const values = new Float64Array(described.columns);
  const { adstock, shapes } = namesOf(spec.channels[0]);
  const size = reference.priors_dict.roi ? 'roi' : 'saturation_beta';
  const own = model.own.list.map(({ variable }) => variable).filter((name) => name in fixed.point);
  const point = pointOf(fixed, { adstock, shapes, own });
  described.describePoint(point, values, 0);

  const read = (group: string, name: string, c = 0) =>
    values[(described.variables.find((v) => v.group === group && v.name === name)?.offset ?? Number.NaN) + c];
  const overChannels = (name: string) =>
    model.channels.reduce((total, _, c) => total + read('log_density', name, c), 0);
  const terms = fixed.library_logp_terms_no_jacobian;
  const add = (names: readonly string[]) =>
    names.reduce((total, name) => total + terms[name] + toLogScale(reference, fixed, name), 0);
  expectClose(read('log_density', 'y'), terms.y);
  expectClose(overChannels('shape'), add([...adstock, ...shapes]));
  expectClose(overChannels('size'), add([size]));
  expectClose(
    read('log_density', 'rest'),
    add(['intercept_contribution', 'gamma_control', 'gamma_fourier', 'y_sigma', ...own]),
  );
  for (const [c, expected] of fixed.channel_contribution_total_kpi.entries())
    expectClose(read('posterior', 'total_contribution', c), expected);
  if (reference.priors_dict.roi)
    for (const [c, expected] of [fixed.point.roi].flat().entries())
      expectClose(read('posterior', 'roas', c), expected);
  const lifts = fixed.expected_lifts ?? [];
  for (const [i, expected] of lifts.entries()) expectClose(read('posterior', 'lift', i), expected);
  if (lifts.length > 0)
    expectClose(
      lifts.reduce((sum, _, i) => sum + read('log_density', 'lift', i), 0),
      terms.lift,
    );
  for (const [t, expected] of fixed.mu_first5.entries()) expectClose(meanAt(model, point, t), expected);
  expectClose(meanAt(model, point, data.dates.length - 1), fixed.mu_last);
}

function namesOf(channel: ChannelSpec): { adstock: string[]; shapes: string[] } {
  const { adstock, shapes } = curveParameters(channel);
  return { adstock: adstock.map((p) => p.variable), shapes: shapes.map((p) => p.variable) };
}

/** Our log density declares a LogNormal on the log scale, PyMC on its own: the Jacobian is the sum of logs. */
function toLogScale({ priors_dict }: Reference, fixed: FixedPoint, name: string): number {
  const declared = Object.entries(priors_dict).find(([key]) => key === name)?.[1];
  if (declared?.dist !== 'LogNormal') return 0;
  return [fixed.point[name]].flat().reduce((sum, value) => sum + log(value), 0);
}

function pointOf(
  fixed: FixedPoint,
  { adstock, shapes, own }: Readonly<Record<'adstock' | 'shapes' | 'own', readonly string[]>>,
): ParameterPoint {
  const array = (name: string) => [fixed.point[name]].flat();
  const beta = fixed.saturation_beta ?? array('saturation_beta');
  return {
    channels: beta.map((amplitude, c) => ({
      adstock: adstock.map((name) => array(name)[c]),
      shapes: shapes.map((name) => array(name)[c]),
      beta: amplitude,
    })),
    linear: Float64Array.from(
      ['intercept_contribution', 'gamma_fourier', 'gamma_control'].flatMap((name) => array(name)),
    ),
    ...(own.length > 0 ? { own: Float64Array.from(own.flatMap(array)) } : {}),
    sigma: array('y_sigma')[0],
  };
}

function expectClose(got: number, expected: number): void {
  expect(Math.abs(got - expected)).toBeLessThan(1e-10 * (1 + Math.abs(expected)));
}
