// Distributions behind the charts: against the stored draws, by hand, and against what the result says.
import { describe, expect, it } from 'vitest';
import { otherDrafts, pricedDraft, smallData, smallDraft } from '../../fixtures/small-model.ts';
import { priorDraws } from '../../fixtures/stored-draws.ts';
import { slowWeights } from '../../reference/transforms.ts';
import type { ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import { assemble } from './assemble.ts';
import { insights } from './assemble-insights.ts';
import { checkSet } from './check-set.ts';
import { columnByChain, pooled } from './read-draws.ts';

function of(draft: SpecDraft, data: ModelData) {
  const { spec } = expandSpec(draft, data);
  const model = posterior(spec, data);
  const draws = priorDraws(model, 50, 2);
  const column = (name: string, c = 0) => {
    const offset = draws.variables.find((v) => v.name === name)?.offset ?? Number.NaN;
    return pooled(columnByChain(draws, offset + c));
  };
  const found = insights(data, spec, draws, 1);
  return { spec, model, draws, column, found, result: assemble(model, draws, checkSet(draws), 1) };
}

const data = smallData({ leadIn: 5, missing: [9, 30], priced: true });
const priced = of(pricedDraft, data);

describe('quantiles', () => {
  it('run from the smallest draw through the median to the largest', () => {
    const { found, column, result } = priced;
    for (const [c, channel] of found.channels.entries()) {
      const sorted = column('total_contribution', c).sort();
      expect(channel.contribution).toHaveLength(101);
      expect(channel.contribution[0]).toBe(sorted[0]);
      expect(channel.contribution[100]).toBe(sorted[99]);
      expect(channel.contribution[50]).toBe(result.channels[c].contribution.median);
      expect(channel.roas?.[50]).toBe(result.channels[c].roas?.median);
      expect(channel.roasOfSpend?.[50]).toBe(result.channels[c].roasOfSpend?.median);
      expect(channel.marginalRoas?.[50]).toBe(result.channels[c].marginalRoas?.median);
    }
  });

  it('of returns are null for media without spend, and where the KPI has no price', () => {
    expect(priced.found.channels.map(({ roas }) => roas === null)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    const units: SpecDraft = {
      ...smallDraft,
      columns: { date: 'week', target: { column: 'sales', kind: 'units' } },
      channels: smallDraft.channels.filter(({ size }) => size?.kind !== 'roi'),
    };
    const { found } = of(units, smallData());
    for (const { roas, roasOfSpend, marginalRoas, contribution } of found.channels) {
      expect([roas, roasOfSpend, marginalRoas]).toEqual([null, null, null]);
      expect(contribution[50]).toBeGreaterThan(0);
    }
    expect(found.paid.spend).toBeGreaterThan(0);
    expect([found.paid.roas, found.paid.roasQuantiles]).toEqual([null, null]);
  });
});

describe('paid media', () => {
  it('brings what its channels bring, and earns their returns weighted by spend, draw by draw', () => {
    const { found, column, model } = priced;
    const paid = [0, 1, 2, 3];
    const spends = paid.map((c) => model.scaled.channels[c].spend);
    const spend = spends.reduce((a, b) => a + b);
    const draws = Array.from({ length: 100 }, (_, s) => ({
      contribution: paid.reduce((sum, c) => sum + column('total_contribution', c)[s], 0),
      roas: paid.reduce((sum, c) => sum + column('roas', c)[s] * spends[c], 0) / spend,
    }));
    const mean = (read: (draw: (typeof draws)[number]) => number) =>
      draws.reduce((sum, draw) => sum + read(draw), 0) / draws.length;
    expect(found.paid.spend).toBeCloseTo(spend, 6);
    expect(found.paid.contribution.mean / mean((d) => d.contribution)).toBeCloseTo(1, 12);
    expect((found.paid.roas?.mean ?? 0) / mean((d) => d.roas)).toBeCloseTo(1, 12);
    expect(found.paid.roasQuantiles?.[100]).toBeCloseTo(Math.max(...draws.map((d) => d.roas)), 9);
  });

  it('is nothing when every channel is organic', () => {
    const organic: SpecDraft = {
      ...smallDraft,
      channels: [{ column: 'news', organic: true }],
    };
    const { paid } = of(organic, smallData()).found;
    expect(paid.spend).toBe(0);
    expect(paid.contribution).toEqual({ mean: 0, sd: 0, median: 0, hdi94: [0, 0] });
    expect([paid.roas, paid.roasQuantiles]).toEqual([null, null]);
  });
});

describe('the decay of an effect', () => {
  it('is shares that sum to 1, also where the weights of the spec do not', () => {
    for (const [c, { decay }] of priced.found.channels.entries()) {
      const alpha = priced.column('adstock_alpha', c);
      const { lMax } = priced.spec.channels[c].adstock;
      expect(decay.mean).toHaveLength(lMax);
      expect(decay.mean.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      const second = alpha.map(
        (a) => a / Array.from({ length: lMax }, (_, s) => a ** s).reduce((x, y) => x + y),
      );
      expect(decay.mean[1]).toBeCloseTo(second.reduce((a, b) => a + b) / 100, 12);
    }
  });

  it('is that of the weights of any adstock, and none of it comes later without one', () => {
    for (const draft of otherDrafts) {
      const { found, spec, column } = of(draft, smallData());
      for (const [c, { decay, halfLife }] of found.channels.entries()) {
        const { adstock } = spec.channels[c];
        const names = Object.keys(adstock.priors);
        const parameters = names.map((name) => column(`adstock_${name}`, c));
        const weights = Array.from({ length: 100 }, (_, s) =>
          slowWeights(
            { ...adstock, normalize: true },
            parameters.map((values) => values[s]),
            1,
          ),
        );
        expect(decay.mean).toHaveLength(adstock.lMax);
        for (const [lag, mean] of decay.mean.entries())
          expect(mean).toBeCloseTo(weights.reduce((sum, w) => sum + w[lag], 0) / 100, 12);
        if (adstock.kind === 'none') expect(halfLife.mean).toBe(0.5);
      }
    }
  });

  it('counts in periods: α is stated per week', () => {
    const weekly = smallData();
    const daily: ModelData = { ...weekly, period: 'day', dates: weekly.dates.map((_, t) => 19000 + t) };
    const { found, column } = of(
      { ...smallDraft, channels: [{ column: 'tv', adstock: { lMax: 14 } }] },
      daily,
    );
    // Share of the first day: (1 − a)/(1 − a¹⁴) with a the weekly α to the power 1/7.
    const first = column('adstock_alpha').map((weeklyAlpha) => {
      const a = weeklyAlpha ** (1 / 7);
      return (1 - a) / (1 - a ** 14);
    });
    const [{ decay, halfLife }] = found.channels;
    expect(decay.mean[0]).toBeCloseTo(first.reduce((a, b) => a + b) / 100, 10);
    // Where the cumulated share (1 − a^t)/(1 − a¹⁴) passes ½, between two whole days: never off by a tenth of a day.
    const exact = column('adstock_alpha').map((weeklyAlpha) => {
      const a = weeklyAlpha ** (1 / 7);
      return Math.log((1 + a ** 14) / 2) / Math.log(a);
    });
    expect(Math.abs(halfLife.mean - exact.reduce((a, b) => a + b) / 100)).toBeLessThan(0.1);
  });
});

describe('residuals', () => {
  it('have the lag-1 autocorrelation of the result, and those after it', () => {
    const { residuals } = priced.found;
    expect(residuals.autocorrelation).toHaveLength(8);
    expect(residuals.autocorrelation[0]).toBeCloseTo(priced.result.fit.residualAcf1, 10);
    expect(new Set(residuals.autocorrelation).size).toBe(8);
  });

  it('come with what noise stays within: 1.88/√n of the rows in the likelihood', () => {
    expect(priced.found.residuals.noise).toBeCloseTo(1.8808 / Math.sqrt(53), 5);
  });
});

it('knows the KPI of the rows in the likelihood', () => {
  const kpi = data.columns.get('sales') ?? new Float64Array();
  const sum = kpi.reduce((total, y, t) => total + (t >= 5 && !Number.isNaN(y) ? y : 0), 0);
  expect(priced.found.kpi / sum).toBeCloseTo(1, 12);
});

it('refuses draws of another spec', () => {
  const fewer = { ...pricedDraft, channels: pricedDraft.channels.slice(0, 3) };
  const { spec } = expandSpec(fewer, data);
  expect(() => insights(data, spec, priced.draws, 1)).toThrow('these draws are of another spec');
});
