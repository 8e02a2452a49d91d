// Truths found again under each noise, from data simulated with it; what another noise would have said of the same data.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { columnOf, type ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { type ParameterPoint, posterior } from '../model/posterior.ts';
import type { Spec, SpecDraft } from '../model/spec.ts';
import { simulate, type Truth, withColumn } from '../simulate/simulate.ts';
import { fit } from './fit.ts';
import type { FitResult } from './result.ts';

const TIMEOUT_MS = 180_000;
const SETS = 3;
const data = smallData();

const draft: SpecDraft = {
  ...smallDraft,
  channels: [
    { column: 'tv', size: { kind: 'coefficient' } },
    { column: 'radio', size: { kind: 'coefficient' } },
  ],
  baseline: { yearly: { order: 0 } },
  controls: [{ column: 'temperature' }],
  scales: { target: 15_000, channels: { tv: 900, radio: 500 } },
};

/** Intercept, line, temperature in scaled units; on the log scale around 0 where parts multiply. */
const additive = { linear: [0.55, 0.1, -0.02], sigma: 0.02 };
const onLogScale = { linear: [-0.3, 0.15, -0.03], sigma: 0.03 };

interface Setting {
  readonly spec: Spec;
  readonly point: ParameterPoint;
  /** By the name of the parameter. */
  readonly truths: Readonly<Record<string, number>>;
}

function setting(likelihood: SpecDraft['likelihood'], own: Readonly<Record<string, number>>): Setting {
  const { spec } = expandSpec({ ...draft, likelihood }, data);
  const { linear, sigma } = likelihood?.link === 'log' ? onLogScale : additive;
  const point: ParameterPoint = {
    channels: [
      { adstock: [0.4], shapes: [2], beta: 0.2 },
      { adstock: [0.1], shapes: [2], beta: 0.25 },
    ],
    linear: Float64Array.from(linear),
    own: Float64Array.from(posterior(spec, data).own.list, ({ variable }) => own[variable]),
    sigma,
  };
  const truths = {
    trend_coefficient: linear[1],
    'gamma_control[temperature]': linear[2],
    y_sigma: sigma,
    ...own,
  };
  return { spec, point, truths };
}

async function fitted(spec: Spec, of: ModelData): Promise<FitResult> {
  for await (const progress of fit(of, spec, { mode: 'quick', draws: 1000, seed: 1 }))
    if (progress.phase === 'done') return progress.result;
  throw new Error('the fit ended without a result');
}

function parameter({ parameters }: FitResult, name: string): FitResult['parameters'][number] {
  const found = parameters.find((p) => p.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** Whether truths lie in their 94 % intervals, and how far means lie from them in posterior sds. */
function recovered(found: FitResult, truth: Truth, truths: Setting['truths']) {
  const returns = truth.channels.map(({ roas }, c) => {
    const estimate = found.channels[c].roas;
    if (!estimate) throw new Error('no return');
    return [roas, estimate] as const;
  });
  const parameters = Object.entries(truths).map(([name, value]) => [value, parameter(found, name)] as const);
  return [...parameters, ...returns].map(([value, { mean, sd, hdi94 }], i) => ({
    ofNoise: i < parameters.length,
    inside: value >= hdi94[0] && value <= hdi94[1],
    score: (mean - value) / sd,
  }));
}

/** Truths that the priors of a fit expect: no interval promises more (ρ ~ N(0, 0.3) shrinks one of 0.6). */
const settings: [string, Setting][] = [
  ['Student-t noise', setting({ family: 'student_t' }, { y_nu: 4 })],
  ['AR(1) errors', setting({ errors: 'ar1' }, { y_rho: 0.4 })],
  ['parts that multiply', setting({ link: 'log' }, {})],
];

describe('what was put into data simulated with', () => {
  it.each(settings)(
    '%s is found again',
    async (_, { spec, point, truths }) => {
      const all = [];
      for (let seed = 1; seed <= SETS; seed++) {
        const simulated = simulate(spec, data, point, seed);
        all.push(...recovered(await fitted(spec, simulated.data), simulated.truth, truths));
      }
      const inside = all.filter((one) => one.inside).length / all.length;
      // 94 % less three standard deviations of a count whose members move together: as of every other one.
      expect(inside).toBeGreaterThan(0.94 - 3 * Math.sqrt((0.06 * 0.94) / (all.length / 2)));
      // Returns lean on their priors, which know nothing of these truths; line, weather and noise are the data's.
      const told = all.filter(({ ofNoise }) => ofNoise);
      const meanScore = told.reduce((sum, { score }) => sum + score, 0) / told.length;
      expect(Math.abs(meanScore)).toBeLessThan(3 / Math.sqrt(told.length));
    },
    TIMEOUT_MS,
  );
});

describe('a few wild periods', () => {
  it(
    'move a fit with normal noise, and hardly one with Student-t noise',
    async () => {
      const normal = setting({}, {});
      const { data: clean } = simulate(normal.spec, data, normal.point, 7);
      const kpi = columnOf(clean, 'sales').slice();
      for (const [t, shift] of [
        [8, 0.4],
        [21, -0.35],
        [47, 0.45],
      ])
        kpi[t] += 15_000 * shift;
      const wild = withColumn(clean, 'sales', kpi);
      const [undisturbed, byNormal, byStudentT] = [
        await fitted(normal.spec, clean),
        await fitted(normal.spec, wild),
        await fitted(settings[0][1].spec, wild),
      ];
      const names = ['trend_coefficient', 'gamma_control[temperature]', 'y_sigma'];
      const moved = (found: FitResult) =>
        names.reduce((sum, name) => {
          const { mean, sd } = parameter(undisturbed, name);
          return sum + Math.abs(parameter(found, name).mean - mean) / sd;
        }, 0);
      expect(moved(byStudentT)).toBeLessThan(0.2 * moved(byNormal));
      expect(parameter(byNormal, 'y_sigma').mean).toBeGreaterThan(3 * parameter(byStudentT, 'y_sigma').mean);
      expect(parameter(byNormal, 'gamma_control[temperature]').sd).toBeGreaterThan(
        2 * parameter(byStudentT, 'gamma_control[temperature]').sd,
      );
    },
    TIMEOUT_MS,
  );
});

describe('errors that carry over', () => {
  it(
    'make intervals too narrow where they are taken as independent: a warning says so, and AR(1) mends both',
    async () => {
      const { spec, point } = setting({ errors: 'ar1' }, { y_rho: 0.6 });
      const independent = setting({}, {}).spec;
      const { data: carried } = simulate(spec, data, point, 3);
      const [plain, ar1] = [await fitted(independent, carried), await fitted(spec, carried)];
      const codes = ({ warnings }: FitResult) => warnings.map(({ code }) => code);
      expect(codes(plain)).toContain('residual_autocorrelation');
      expect(plain.fit.residualAcf1).toBeGreaterThan(0.3);
      expect(codes(ar1)).not.toContain('residual_autocorrelation');
      expect(Math.abs(ar1.fit.residualAcf1)).toBeLessThan(0.3);
      // A mean of T errors has a variance (1 + ρ)/(1 − ρ) times that of independent ones of the same size: 4 at 0.6.
      // The level is as uncertain as what media that are always on bring; line and weather are told by the errors alone.
      for (const name of ['trend_coefficient', 'gamma_control[temperature]'])
        expect(parameter(ar1, name).sd, name).toBeGreaterThan(1.3 * parameter(plain, name).sd);
    },
    TIMEOUT_MS,
  );
});
