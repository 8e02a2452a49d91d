// Conformance of charts: one stored number changed changes every series and distribution behind which it is, only those.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { priorDraws, smallestOnTop } from '../../fixtures/stored-draws.ts';
import type { DrawVariable } from '../insights/variables.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import { insights } from './assemble-insights.ts';
import type { Draws } from './draws.ts';

/** A Hill channel, a logistic one, an organic one; a KPI with gaps, counted in units that have a price. */
const draft: SpecDraft = {
  columns: { date: 'week', target: { column: 'sales', kind: 'units', revenuePerKpi: 'price' } },
  channels: [
    { column: 'tv', size: { kind: 'roi' } },
    { column: 'social', saturation: { kind: 'hill' }, size: { kind: 'coefficient' } },
    { column: 'news', organic: true },
  ],
  controls: smallDraft.controls,
};
const data = smallData({ leadIn: 4, missing: [9, 10], priced: true });
const { spec } = expandSpec(draft, data);
const stored = priorDraws(posterior(spec, data), 60, 2);
const before = displayed(stored);

/** Chart by chart: `tv decay`, `density y_sigma`. */
function displayed(draws: Draws): Map<string, unknown> {
  const { kpi, series, channels, paid, densities, residuals } = insights(data, spec, draws, 1);
  const { mean, ...bands } = series.predicted;
  const entries: [string, unknown][] = [
    ['kpi', kpi],
    ['dates', series.dates],
    ['actual', series.actual],
    ['fitted', series.fitted],
    ['expected', mean],
    ['predicted', bands],
    ['baseline', series.baseline],
    ['residuals', residuals.autocorrelation],
    ['noise', residuals.noise],
    ['paid spend', paid.spend],
    ['paid contribution', paid.contribution],
    ['paid roas', [paid.roas, paid.roasQuantiles]],
    ...densities.map(({ name, ...density }): [string, unknown] => [`density ${name}`, density]),
    ...channels.flatMap(({ name, ...charts }, c) => [
      [`${name} series`, series.channels[c]] as [string, unknown],
      ...Object.entries(charts).map(([key, chart]): [string, unknown] => [`${name} ${key}`, chart]),
    ]),
  ];
  return new Map(entries.map(([name, value]) => [name, rounded(value)]));
}

/** To 10 digits: a sum that only rounds otherwise has not changed. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

/** Which of them returns most: each is told beside the others. */
const bests = spec.channels.filter(({ organic }) => !organic).map(({ column }) => `${column} best`);

function dependants({ group, name }: DrawVariable, channel: string): string[] {
  if (group === 'log_density') return [];
  const density = `density ${channel === '' ? name : `${name}[${channel}]`}`;
  const prediction = [density, 'expected', 'residuals'];
  const paid = spec.channels.some(({ column, organic }) => column === channel && !organic);
  switch (name) {
    case 'adstock_alpha':
      return [...prediction, `${channel} series`, `${channel} decay`, `${channel} halfLife`];
    case 'saturation_lam':
    case 'saturation_kappa':
    case 'saturation_slope':
    case 'saturation_beta':
      return [...prediction, `${channel} series`];
    case 'y_sigma':
      return [density, 'predicted'];
    case 'total_contribution':
      return [`${channel} contribution`, ...(paid ? ['paid contribution'] : [])];
    case 'roas':
      return [density, `${channel} roas`, 'paid roas'];
    case 'roas_of_spend':
      return [`${channel} roasOfSpend`, ...bests];
    case 'marginal_roas':
      return [`${channel} marginalRoas`];
    case 'total_media_contribution':
    case 'baseline_contribution':
    case 'mean_mu_kpi':
      return [];
    case 'intercept_contribution':
      // A constant is not in what is around the residuals' mean.
      return [density, 'expected', 'baseline'];
    default:
      return [...prediction, 'baseline'];
  }
}

describe('one stored number changed', () => {
  const cases = stored.variables
    .flatMap((variable) =>
      (variable.labels ?? ['']).map((label, i) => ({ variable, label, column: variable.offset + i })),
    )
    .filter(({ column }) => !Number.isNaN(stored.segments[0][0].values[column]));

  for (const { variable, label, column } of cases) {
    const name = label === '' ? variable.name : `${variable.name}[${label}]`;
    it(`changes the charts that depend on ${name} (${variable.group}), and no others`, () => {
      const after = displayed(smallestOnTop(stored, column));
      const changed = [...after.keys()].filter((key) => !isDeepStrictEqual(after.get(key), before.get(key)));
      const depends = dependants(variable, label);
      // Quantiles of a noisy KPI may stay where they are when the mean of one draw moves, and so may who is the best.
      const may = (key: string) =>
        (key === 'predicted' && depends.includes('expected')) ||
        (bests.includes(key) && depends.includes(key));
      expect(changed.filter((key) => !may(key)).sort()).toEqual(depends.filter((key) => !may(key)).sort());
    });
  }

  it('is looked for behind every chart but what comes from the data alone', () => {
    const behind = new Set(cases.flatMap(({ variable, label }) => dependants(variable, label)));
    const organic = ['news roas', 'news roasOfSpend', 'news marginalRoas', 'news best'];
    const rest = [...before.keys()].filter((name) => !behind.has(name) && !organic.includes(name));
    expect(rest.sort()).toEqual(['actual', 'dates', 'fitted', 'kpi', 'noise', 'paid spend']);
    for (const name of organic) expect(before.get(name)).toBeNull();
  });
});
