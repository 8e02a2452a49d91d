// The reported numbers against hand calculation, direct convolution of raw columns, and the draws they come from.
import { describe, expect, it } from 'vitest';
import { type PlainOptions, plainModel, plainPoint } from '../../fixtures/plain-model.ts';
import { pricedDraft, smallData, smallDraft } from '../../fixtures/small-model.ts';
import { drawsAt, priorDraws } from '../../fixtures/stored-draws.ts';
import { pointReader } from '../insights/point.ts';
import { CURVE_SCALES } from '../insights/response-curves.ts';
import type { ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { type ParameterPoint, type Posterior, posterior } from '../model/posterior.ts';
import type { ChannelDraft, Size, SpecDraft } from '../model/spec.ts';
import { assemble, type Summaries } from './assemble.ts';
import { checkSet } from './check-set.ts';
import type { Draws } from './draws.ts';

const reported = (model: Posterior, draws: Draws): Summaries => assemble(model, draws, checkSet(draws), 1);

/** Everything a run of these points reports of a plain model. */
function plain(options: PlainOptions, ...points: ParameterPoint[]): Summaries {
  const model = plainModel(options);
  return reported(model, drawsAt(model, points));
}

const logistic = (x: number, lam: number) => Math.tanh((lam * x) / 2);

describe('a channel on paper', () => {
  // 20 weeks at a KPI of 50; spend 100 and 40 in turn, so 1400 in all.
  const kpi = Array.from({ length: 20 }, (_, t) => 50 + 10 * (t % 2));
  const spend = kpi.map((_, t) => (t % 2 === 0 ? 100 : 40));
  const points = [plainPoint({ beta: 0.1, shapes: [2] }), plainPoint({ beta: 0.3, shapes: [2] })];
  const contributions = points.map(
    ({ channels: [{ beta }] }) => 100 * beta * 10 * (logistic(1, 2) + logistic(0.4, 2)),
  );
  const middle = (contributions[0] + contributions[1]) / 2;

  it('has β·k·Σ sat as contribution and its part of the whole KPI as share', () => {
    const [channel] = plain({ kpi, spend }, ...points).channels;
    expect(channel.contribution.mean).toBeCloseTo(middle, 9);
    expect(channel.share.mean).toBeCloseTo(middle / 1100, 12);
  });

  it('costs its spend per KPI unit it brought', () => {
    const [channel] = plain({ kpi, spend, target: { kind: 'units' } }, ...points).channels;
    const costs = contributions.map((x) => 1400 / x);
    expect(channel.costPerKpi?.median).toBeCloseTo((costs[0] + costs[1]) / 2, 9);
    expect(channel.costPerKpi?.hdi94[0]).toBeCloseTo(costs[1], 9);
    expect(channel.costPerKpi?.hdi94[1]).toBeCloseTo(costs[0], 9);
    expect(channel.roas).toBeNull();
  });

  it('leaves rows without a KPI out of spend, contribution and share', () => {
    const gaps = kpi.map((y, t) => (t === 3 || t === 4 ? Number.NaN : y));
    const [channel] = plain({ kpi: gaps, spend }, ...points).channels;
    expect(channel.spend).toBe(1260);
    expect(channel.contribution.mean).toBeCloseTo(0.9 * middle, 9);
    expect(channel.share.mean).toBeCloseTo((0.9 * middle) / (1100 - 110), 12);
    expect(channel.roas?.mean).toBeCloseTo((0.9 * middle) / 1260, 12);
  });

  it('says how likely the baseline is below 0', () => {
    const below = [0.5, -0.1, 0.2, -0.3, 0.1].map((intercept) => plainPoint({ intercept }));
    expect(plain({ kpi, spend }, ...below).baselineNegative).toBe(0.4);
  });

  it('is flat with the share of draws in which it is', () => {
    // tanh(λ/2·0.4)/tanh(λ/2) passes 0.9 between λ = 7 and λ = 8.
    const steep = [1, 7, 8, 20].map((lam) => plainPoint({ beta: 0.1, shapes: [lam] }));
    expect(plain({ kpi, spend }, ...steep).channels[0].flatProbability).toBe(0.5);
  });
});

describe('the mean lag', () => {
  const kpi = Array.from({ length: 12 }, (_, t) => 50 + t);
  const lag = (options: Omit<PlainOptions, 'kpi'>, lMax: number, alpha: number) => {
    const points = [plainPoint({ alpha }), plainPoint({ alpha })];
    return plain({ ...options, kpi, channel: { adstock: { lMax } } }, ...points).channels[0].adstock;
  };

  it('is Σ s·α^s/Σ α^s over the window, in weeks for weekly data', () => {
    // α = ½: (½ + 2/4 + 3/8)/(1 + ½ + ¼ + ⅛).
    expect(lag({}, 4, 0.5).meanLag.mean).toBeCloseTo(11 / 15, 13);
    expect(lag({}, 2, 0.5).meanLag.mean).toBeCloseTo(1 / 3, 13);
    expect(lag({}, 1, 0.5).meanLag.mean).toBe(0);
  });

  it('is that of its weights, whatever the kind', () => {
    const of = (adstock: NonNullable<ChannelDraft['adstock']>, parameters: number[]) => {
      const point = plainPoint();
      const points = [0, 1].map(() => ({
        ...point,
        channels: [{ ...point.channels[0], adstock: parameters }],
      }));
      return plain({ kpi, channel: { adstock } }, ...points).channels[0].adstock;
    };
    const weibull = of({ kind: 'weibull_cdf', lMax: 3 }, [2, 1]);
    const weights = [1, Math.exp(-0.5), Math.exp(-1.5)];
    const sum = weights[0] + weights[1] + weights[2];
    expect(weibull.meanLag.mean).toBeCloseTo((weights[1] + 2 * weights[2]) / sum, 13);
    expect(weibull.alpha).toBeNull();
    expect(of({ kind: 'delayed', lMax: 3 }, [0.5, 1]).meanLag.mean).toBeCloseTo(1, 13);
    expect(of({ kind: 'delayed', lMax: 3 }, [0.5, 1]).alpha?.mean).toBe(0.5);
    expect(of({ kind: 'none' }, [])).toMatchObject({ kind: 'none', alpha: null, meanLag: { mean: 0 } });
  });

  it('is in days for daily data, where α is the seventh root of the weekly one', () => {
    const { alpha, meanLag } = lag({ period: 'day' }, 4, 1 / 128);
    expect(alpha?.mean).toBe(1 / 128);
    expect(meanLag.mean).toBeCloseTo(11 / 15, 12);
  });

  it('is in months for monthly data', () => {
    const perMonth = 0.8 ** (30.4375 / 7);
    expect(lag({ period: 'month' }, 2, 0.8).meanLag.mean).toBeCloseTo(perMonth / (1 + perMonth), 12);
  });
});

describe('a response curve', () => {
  const rows = 40;
  const kpi = Array.from({ length: rows }, (_, t) => 50 + t);
  /** `top` weeks at the largest spend, the rest far below half of it. */
  const pulses = (top: number) => kpi.map((_, t) => (t < top ? 100 : 30 + (t % 2)));

  it('has the mean and the 3, 25, 75 and 97 % quantiles of its draws, and the money on its axis', () => {
    // β of 0 … 1 in steps of 0.01, shuffled: the p-quantile of earnings is p times the largest.
    const points = Array.from({ length: 101 }, (_, i) =>
      plainPoint({ beta: ((i * 37) % 101) / 100, shapes: [2] }),
    );
    const spend = pulses(5);
    const curve = plain({ kpi, spend }, ...points).channels[0].responseCurve;
    const total = spend.reduce((a, b) => a + b);
    expect(curve?.draws).toBe(101);
    for (const [i, scale] of CURVE_SCALES.entries()) {
      const largest = spend.reduce((sum, x) => sum + 100 * logistic((scale * x) / 100, 2), 0);
      expect(curve?.scale[i]).toBe(scale);
      expect(curve?.spend[i]).toBeCloseTo(scale * total, 9);
      expect(curve?.mean[i]).toBeCloseTo(0.5 * largest, 8);
      expect(curve?.q03[i]).toBeCloseTo(0.03 * largest, 8);
      expect(curve?.q25[i]).toBeCloseTo(0.25 * largest, 8);
      expect(curve?.q75[i]).toBeCloseTo(0.75 * largest, 8);
      expect(curve?.q97[i]).toBeCloseTo(0.97 * largest, 8);
    }
  });

  it('is extrapolated where more than 5 % of the weeks go beyond the largest input', () => {
    const extrapolated = (top: number) =>
      plain({ kpi, spend: pulses(top) }, plainPoint(), plainPoint({ beta: 1 })).channels[0].responseCurve
        ?.extrapolated;
    expect(extrapolated(2)).toEqual(CURVE_SCALES.map(() => false));
    expect(extrapolated(3)).toEqual(CURVE_SCALES.map((scale) => scale > 1));
  });
});

describe.each([
  ['complete rows', {}],
  ['lead-in', { leadIn: 6 }],
  ['missing KPI rows', { missing: [3, 4, 40, 59] }],
  ['lead-in and missing KPI rows', { leadIn: 6, missing: [9, 30, 31, 59] }],
] as const)('returns of a priced KPI with %s', (_, options) => {
  const data = smallData({ ...options, priced: true });
  const model = posterior(expandSpec(pricedDraft, data).spec, data);
  const draws = priorDraws(model, 4, 2);
  const { channels } = reported(model, draws);
  const points = pointsOf(model, draws);
  const price = series(data, 'price');
  const known = series(data, 'sales').map((y, t) => t >= data.leadIn && !Number.isNaN(y));
  const spendOf = (c: number) =>
    series(data, model.spec.channels[c].column).reduce((sum, x, t) => sum + (known[t] ? x : 0), 0);

  it('are Σ price·contribution over Σ spend, both over the rows with a KPI', () => {
    for (const c of [0, 1, 2, 3]) {
      const returns = points.map((point) => {
        const contribution = contributionsOf(model, data, point, c, 1);
        return price.reduce((sum, r, t) => sum + (known[t] ? r * contribution[t] : 0), 0) / spendOf(c);
      });
      expect(channels[c].spend).toBeCloseTo(spendOf(c), 9);
      expect((channels[c].roas?.mean ?? 0) / average(returns)).toBeCloseTo(1, 9);
    }
  });

  it('count the price with the tail too: what the spend earns until its window closes, at the mean price', () => {
    const after = price.slice(data.leadIn);
    const tailPrice = after.reduce((a, b) => a + b) / after.length;
    const earned = (point: ParameterPoint, c: number, scale: number) =>
      contributionsOf(model, data, point, c, scale).reduce(
        (sum, x, t) => sum + (t < data.leadIn ? 0 : (price[t] ?? tailPrice) * x),
        0,
      );
    for (const c of [0, 1, 2, 3]) {
      const returns = points.map((point) => (earned(point, c, 1) - earned(point, c, 0)) / spendOf(c));
      expect((channels[c].roasOfSpend?.mean ?? 0) / average(returns)).toBeCloseTo(1, 9);
      const h = 1e-4;
      const slopes = points.map(
        (point) => (earned(point, c, 1 + h) - earned(point, c, 1 - h)) / (2 * h * spendOf(c)),
      );
      expect((channels[c].marginalRoas?.mean ?? 0) / average(slopes)).toBeCloseTo(1, 6);
      const doubled = points.map((point) => earned(point, c, 2) - earned(point, c, 0));
      expect((channels[c].responseCurve?.mean[20] ?? 0) / average(doubled)).toBeCloseTo(1, 9);
    }
  });

  it('leave the contribution and its cost in KPI units', () => {
    for (const c of [0, 1, 2, 3, 4]) {
      const units = points.map((point) =>
        contributionsOf(model, data, point, c, 1).reduce((sum, x, t) => sum + (known[t] ? x : 0), 0),
      );
      expect(channels[c].contribution.mean / average(units)).toBeCloseTo(1, 9);
      const kpi = series(data, 'sales').reduce((sum, y, t) => sum + (known[t] ? y : 0), 0);
      expect(channels[c].share.mean / (average(units) / kpi)).toBeCloseTo(1, 9);
      if (c < 4) expect(channels[c].costPerKpi?.median).toBeGreaterThan(0);
      else expect(channels[c].costPerKpi).toBeNull();
    }
  });
});

describe.each([
  ['priced', true],
  ['money', false],
] as const)('a size stated as a return, %s KPI', (_, priced) => {
  const rows = [{}, { leadIn: 6 }, { missing: [3, 4, 40] }, { leadIn: 6, missing: [9, 30, 31] }];
  const base = priced ? pricedDraft : smallDraft;

  it.each(['roi', 'total_media'] as const)('is the reported ROAS itself: %s', (kind) => {
    for (const options of rows) {
      const { model, draws, sizes } = sizedBy(kind, base, smallData({ ...options, priced }));
      const { channels } = reported(model, draws);
      for (const [c, channel] of channels.entries()) {
        if (channel.roas === null) continue;
        expect(Math.abs(channel.roas.mean / average(sizes[c]) - 1)).toBeLessThan(1e-9);
      }
      expect(channels.filter((channel) => channel.roas).length).toBe(4);
    }
  });

  it('is the share of the money itself for organic media', () => {
    for (const options of rows) {
      const data = smallData({ ...options, priced });
      const { model, draws, sizes } = sizedBy('roi', base, data);
      const known = series(data, 'sales').map((y, t) => t >= data.leadIn && !Number.isNaN(y));
      const price = priced ? series(data, 'price') : known.map(() => 1);
      const money = (values: readonly number[]) =>
        price.reduce((sum, r, t) => sum + (known[t] ? r * values[t] : 0), 0);
      for (const [s, point] of pointsOf(model, draws).entries()) {
        const share = money(contributionsOf(model, data, point, 4, 1)) / money(series(data, 'sales'));
        expect(Math.abs(share / sizes[4][s] - 1)).toBeLessThan(1e-9);
      }
    }
  });
});

/** Prior draws of a model whose paid channels all have sizes of one kind, and the sizes drawn, by channel. */
function sizedBy(
  kind: Size['kind'],
  base: SpecDraft,
  data: ModelData,
): { model: Posterior; draws: Draws; sizes: number[][] } {
  const channels = base.channels.map((c) => (c.organic ? c : { ...c, size: { kind } }));
  const model = posterior(expandSpec({ ...base, channels }, data).spec, data);
  const draws = priorDraws(model, 3, 2);
  const sizes = model.channels.map((block) =>
    Array.from({ length: 6 }, (_, index) => {
      model.locate(model.priorPosition(7, index));
      return block.size.x;
    }),
  );
  return { model, draws, sizes };
}

function pointsOf(model: Posterior, draws: Draws): ParameterPoint[] {
  const reader = pointReader(model, draws);
  return draws.segments
    .flat()
    .flatMap(({ values, draws: length }) =>
      Array.from({ length }, (_, s) => structuredClone(reader.read(values, s * draws.columns))),
    );
}

/** Channel c's contributions row by row and through its tail, in KPI units, by convolving the raw column. */
function contributionsOf(
  { spec, scaled }: Posterior,
  data: ModelData,
  point: ParameterPoint,
  c: number,
  scale: number,
): number[] {
  const { column, adstock, saturation } = spec.channels[c];
  const raw = series(data, column);
  const known = series(data, 'sales').map((y, t) => t >= data.leadIn && !Number.isNaN(y));
  const largest = Math.max(...raw.filter((_, t) => known[t]));
  const input = raw.map((x, t) => ((known[t] ? scale : 1) * x) / largest);
  const { beta, shapes } = point.channels[c];
  const weights = Array.from({ length: adstock.lMax }, (_, s) => point.channels[c].adstock[0] ** s);
  const norm = adstock.normalize ? weights.reduce((a, b) => a + b) : 1;
  return Array.from({ length: raw.length + 7 }, (_, t) => {
    const a = weights.reduce((sum, w, s) => sum + (w * (input[t - s] ?? 0)) / norm, 0);
    const f =
      saturation.kind === 'logistic'
        ? logistic(a, shapes[0])
        : a > 0
          ? 1 / (1 + (shapes[0] / a) ** shapes[1])
          : 0;
    return scaled.targetScale * beta * f;
  });
}

function series(data: ModelData, column: string): number[] {
  return Array.from(data.columns.get(column) ?? []);
}

function average(values: readonly number[]): number {
  return values.reduce((a, b) => a + b) / values.length;
}
