// Conformance: one stored number changed changes every displayed number that depends on it, and nothing else.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { priorDraws, smallestOnTop } from '../../fixtures/stored-draws.ts';
import { normalScores } from '../diagnostics/scores.ts';
import type { DrawVariable } from '../insights/variables.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import { assemble } from './assemble.ts';
import { checkSet } from './check-set.ts';
import type { Draws } from './draws.ts';

/** A Hill channel, a logistic one, an organic one; a KPI with gaps, counted in units that have a price. */
const draft: SpecDraft = {
  columns: { date: 'week', target: { column: 'sales', kind: 'units', revenuePerKpi: 'price' } },
  channels: [
    { column: 'tv', size: { kind: 'roi' } },
    { column: 'social', saturation: { kind: 'hill' } },
    { column: 'news', organic: true },
  ],
  controls: smallDraft.controls,
};
const data = smallData({ leadIn: 4, missing: [9, 10], priced: true });
const model = posterior(expandSpec(draft, data).spec, data);
const names = model.spec.channels.map((c) => c.column);
const LENGTH = 60;
const stored = informedDraws();
const before = displayed(stored);

/** Prior draws whose data are as decisive as they can be, so that information is told of every channel. */
function informedDraws(): Draws {
  const draws = priorDraws(model, LENGTH, 2);
  const column = (group: string, name: string, c = 0) =>
    (draws.variables.find((v) => v.group === group && v.name === name)?.offset ?? Number.NaN) + c;
  const all = draws.segments.flat();
  const decisive = new Float64Array(2 * LENGTH);
  for (const c of names.keys()) {
    const at = column('posterior', 'total_contribution', c);
    const contribution = all.flatMap(({ values }) =>
      Array.from({ length: LENGTH }, (_, s) => values[s * draws.columns + at]),
    );
    for (const [s, z] of normalScores(Float64Array.from(contribution)).entries()) decisive[s] -= 50 * z * z;
  }
  for (const [chain, { values }] of all.entries())
    for (let s = 0; s < LENGTH; s++)
      values[s * draws.columns + column('log_density', 'y')] = decisive[chain * LENGTH + s];
  return draws;
}

/** What is displayed, estimate by estimate and number by number: `tv roas`, `fit r2`. */
function displayed(draws: Draws): Map<string, unknown> {
  const { parameters, channels, fit, ...totals } = assemble(model, draws, checkSet(draws), 1);
  const entries = (owner: string, values: object) =>
    Object.entries(values).map(([name, value]): [string, unknown] => [`${owner} ${name}`, rounded(value)]);
  return new Map<string, unknown>([
    ...parameters.map((p): [string, unknown] => [`parameter ${p.name}`, rounded(p)]),
    ...channels.flatMap(({ adstock, saturation, information, ...channel }) => [
      ...entries(channel.name, channel),
      ...entries(channel.name, { information: information && { ...information, pulls: undefined } }),
      ...entries(`${channel.name} pull`, information?.pulls ?? {}),
      ...entries(channel.name, adstock),
      ...entries(channel.name, saturation),
    ]),
    ...entries('fit', fit),
    ...entries('total', totals),
  ]);
}

/** To 11 digits: a sum that only rounds otherwise has not changed. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(11));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

interface Dependants {
  /** What changes whenever the number does. */
  readonly always: readonly string[];
  /** Counts of draws or rows, which one draw may leave as they are. */
  readonly counts: readonly string[];
}

/** What a column is behind, by METHOD §8, apart from its own line among the parameters. */
function dependants({ group, name }: DrawVariable, channel: string): Dependants {
  const of = (...displays: string[]) => displays.map((display) => `${channel} ${display}`);
  const errors = ['fit r2', 'fit bayesianR2', 'fit mape', 'fit wmape', 'fit crps', 'fit residualAcf1'];
  const counted = ['fit coverage50', 'fit coverage94'];
  const predicted = { always: errors, counts: [...counted, 'fit residualAcf1PValue'] };
  const pull = (part: string, of: readonly string[]) => of.map((c) => `${c} pull ${part}`);
  const shares = names.map((c) => `${c} information`);
  if (group === 'log_density') {
    const others = names.filter((c) => c !== channel);
    // A part that adds nothing to the precision has no share to change.
    if (name === 'y') return { always: [...shares, ...pull('data', names)], counts: [] };
    if (name === 'rest') return { always: pull('otherPriors', names), counts: shares };
    const own = name === 'size' ? 'ownSize' : 'ownShape';
    return { always: [...pull(own, [channel]), ...pull('otherPriors', others)], counts: shares };
  }
  const curve = of('responseCurve', ...(name === 'saturation_beta' ? [] : ['level']));
  switch (name) {
    case 'adstock_alpha':
      return {
        always: [...of('alpha', 'meanLag'), ...curve, ...predicted.always],
        counts: [...of('flatProbability'), ...predicted.counts],
      };
    case 'saturation_lam':
    case 'saturation_kappa':
    case 'saturation_slope':
      return {
        always: [...curve, ...predicted.always],
        counts: [...of('flatProbability'), ...predicted.counts],
      };
    case 'saturation_beta':
      return { always: [...curve, ...predicted.always], counts: predicted.counts };
    case 'y_sigma':
      return { always: ['fit bayesianR2', 'fit crps'], counts: counted };
    case 'total_contribution':
      return {
        always: [
          ...of('contribution', 'share', 'costPerKpi', 'information'),
          ...of('pull data', 'pull ownSize', 'pull ownShape', 'pull otherPriors'),
        ],
        counts: [],
      };
    case 'roas':
      return { always: of('roas'), counts: [] };
    case 'roas_of_spend':
      return { always: of('roasOfSpend'), counts: [] };
    case 'marginal_roas':
      return { always: of('marginalRoas'), counts: [] };
    case 'total_media_contribution':
      return { always: ['total totalMedia'], counts: [] };
    case 'baseline_contribution':
      return { always: ['total baseline'], counts: ['total baselineNegative'] };
    case 'mean_mu_kpi':
      return { always: [], counts: [] };
    case 'intercept_contribution':
      // A constant moves every prediction, but neither the variance of the mean nor what is around the residuals' mean.
      return { ...predicted, always: ['fit r2', 'fit mape', 'fit wmape', 'fit crps'] };
    default:
      return predicted;
  }
}

/** Whether a column says anything: NaN stands where a variable does not apply to a channel. */
const applies = (column: number) => !Number.isNaN(stored.segments[0][0].values[column]);

describe('one stored number changed', () => {
  const cases = stored.variables.flatMap((variable) =>
    (variable.labels ?? ['']).map((label, i) => ({ variable, label, column: variable.offset + i })),
  );

  for (const { variable, label, column } of cases.filter((one) => applies(one.column))) {
    const name = label === '' ? variable.name : `${variable.name}[${label}]`;
    it(`changes what depends on ${name} (${variable.group}), and nothing else`, () => {
      const after = displayed(smallestOnTop(stored, column));
      const { always, counts } = dependants(variable, label);
      const expected = [...always, ...(variable.group === 'posterior' ? [`parameter ${name}`] : [])];
      // Organic media have neither a cost nor a curve over spend.
      const shown = expected.filter((display) => before.get(display) !== null);
      const changed = [...after.keys()].filter((key) => !isDeepStrictEqual(after.get(key), before.get(key)));
      expect(changed.filter((display) => !counts.includes(display)).sort()).toEqual(shown.sort());
      for (const display of shown) expectMoved(before.get(display), after.get(display));
    });
  }

  it('is looked for behind every display but what comes from the data alone', () => {
    const behind = new Set(
      cases.flatMap(({ variable, label }) => {
        const { always, counts } = dependants(variable, label);
        return [...always, ...counts];
      }),
    );
    const rest = [...before.keys()].filter((name) => !behind.has(name) && !name.startsWith('parameter '));
    // Without an experiment none pulls.
    const constant = ['name', 'label', 'spend', 'kind', 'pull experiments'];
    const fixed = constant.flatMap((key) => names.map((name) => `${name} ${key}`));
    expect(rest.sort()).toEqual([...fixed, 'fit mapeSkippedRows', 'fit rows'].sort());
  });

  it('starts from draws that tell the information of every channel', () => {
    for (const name of names) expect(before.get(`${name} information`)).not.toBeNull();
  });
});

/** In an estimate every moment follows, in a curve the mean at every multiple but 0. */
function expectMoved(before: unknown, after: unknown): void {
  const [was, is] = [before, after] as Partial<Record<'mean' | 'sd', unknown>>[];
  if (typeof was !== 'object') return;
  if (Array.isArray(was.mean) && Array.isArray(is.mean)) {
    const { mean } = is;
    expect(was.mean.map((value, i) => value !== mean[i])).toEqual(was.mean.map((_, i) => i > 0));
  } else if ('mean' in was) {
    expect(is.mean).not.toBe(was.mean);
    expect(is.sd).not.toBe(was.sd);
  }
}
