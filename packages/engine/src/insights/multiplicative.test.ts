// The multiplicative model against counterfactuals done directly: everything in KPI units, period by period.
import { describe, expect, it } from 'vitest';
import { pricedDraft, smallData } from '../../fixtures/small-model.ts';
import { drawsAt } from '../../fixtures/stored-draws.ts';
import { slowCurve } from '../../reference/transforms.ts';
import { fitStatistics } from '../fit/fit-statistics.ts';
import { forecastOf } from '../fit/holdout.ts';
import { daysPerPeriod, type ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import { type ParameterPoint, type Posterior, posterior } from '../model/posterior.ts';
import type { SpecDraft } from '../model/spec.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { describer } from './describe.ts';
import { baselinePart, channelPart, meanPart, noisePart, type Part, treatmentPart } from './parts.ts';
import { pointReader } from './point.ts';
import { meanAt } from './predictive.ts';
import { CURVE_SCALES, curveCollector } from './response-curves.ts';
import { variableNamed } from './variables.ts';

const draft: SpecDraft = {
  ...pricedDraft,
  channels: pricedDraft.channels.map(({ size: _, ...channel }) =>
    channel.column === 'search'
      ? { ...channel, adstock: { kind: 'delayed' as const, lMax: 4 }, saturation: { kind: 'root' as const } }
      : channel,
  ),
  controls: [{ column: 'temperature' }],
  treatments: [{ column: 'holiday', prior: { family: 'normal', mean: -0.5, sd: 0.1 } }],
  likelihood: { link: 'log' },
};
const data = smallData({ leadIn: 5, missing: [9, 30, 31], priced: true });
const correlated: SpecDraft = { ...draft, likelihood: { link: 'log', errors: 'ar1' } };
const gapless = smallData({ leadIn: 5, missing: [58, 59], priced: true });

interface Drawn {
  readonly model: Posterior;
  readonly point: ParameterPoint;
  /** A stored number of the draw. */
  of(name: string, c?: number): number;
  /** Variance of the noise of one period. */
  readonly variance: number;
}

function drawn(ofDraft: SpecDraft, ofData: ModelData, chain = 0): Drawn {
  const model = posterior(expandSpec(ofDraft, ofData).spec, ofData);
  const described = describer(model);
  const values = new Float64Array(described.columns);
  const position = model.priorPosition(4, chain);
  position[model.size - 1] = Math.log(0.3);
  described.describe(position, stream(1, 0, 5, chain), values, 0);
  const point = structuredClone(pointReader(model, described).read(values, 0));
  const rho = ofDraft.likelihood?.errors === 'ar1' ? (point.own?.[0] ?? Number.NaN) : 0;
  return {
    model,
    point,
    of: (name, c = 0) => values[variableNamed(described, name).offset + c],
    variance: point.sigma ** 2 / (1 - rho ** 2),
  };
}

/** ŷ by row at a point, by the model's own mean. */
function expected({ model, variance }: Drawn, point: ParameterPoint): number[] {
  model.locateAt(point);
  return Array.from(
    { length: model.scaled.rows },
    (_, t) => model.scaled.targetScale * Math.exp(meanAt(model, point, t) + variance / 2),
  );
}

function without(point: ParameterPoint, out: (c: number) => boolean): ParameterPoint {
  return { ...point, channels: point.channels.map((one, c) => ({ ...one, beta: out(c) ? 0 : one.beta })) };
}

function sum(values: readonly number[], weight: ArrayLike<number>): number {
  return values.reduce((total, value, t) => total + weight[t] * value, 0);
}

const draws = [drawn(draft, data), drawn(draft, data, 1), drawn(correlated, gapless)];

describe('a draw of a multiplicative model', () => {
  it('has the geometric mean of the KPI as its scale, and its logarithm as target', () => {
    const { scaled } = draws[0].model;
    const kpi = data.columns.get('sales') ?? new Float64Array();
    const logs = Array.from(kpi).flatMap((y, t) => (scaled.mask[t] ? [Math.log(y)] : []));
    const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
    expect(scaled.targetScale / Math.exp(mean)).toBeCloseTo(1, 12);
    for (const t of [5, 12, 59]) {
      expect(scaled.target[t]).toBeCloseTo(Math.log(kpi[t]) - mean, 12);
      expect(scaled.kpi[t] * scaled.targetScale).toBeCloseTo(kpi[t], 6);
    }
    expect(scaled.target[9]).toBe(0);
  });

  it.each(draws.map((one, i) => [i, one] as const))(
    '%i: adds up: what is attributed is what is expected',
    (_, one) => {
      const all = sum(expected(one, one.point), one.model.scaled.mask);
      const parts =
        one.of('baseline_contribution') +
        one.of('treatment_contribution') +
        one.of('total_media_contribution');
      expect(Math.abs(parts / all - 1)).toBeLessThan(1e-9);
      const channels = one.model.spec.channels.map((__, c) => one.of('total_contribution', c));
      expect(channels.reduce((a, b) => a + b, 0) / one.of('total_media_contribution')).toBeCloseTo(1, 12);
      expect((one.of('mean_mu_kpi') * one.model.scaled.trainingRows) / all).toBeCloseTo(1, 12);
      // A treatment that lowers the KPI is attributed a loss.
      expect(one.of('treatment_contribution') * one.of('gamma_treatment')).toBeGreaterThan(0);
    },
  );

  it.each(draws.map((one, i) => [i, one] as const))(
    '%i: tells as incremental what goes missing without a channel',
    (_, one) => {
      const { scaled, spec } = one.model;
      const weights = scaled.mask.map((m, t) => m * scaled.revenue[t]);
      const whole = expected(one, one.point);
      let spend = 0;
      for (const [c] of spec.channels.entries()) {
        const rest = expected(
          one,
          without(one.point, (other) => other === c),
        );
        const missing = whole.map((y, t) => y - rest[t]);
        expect(one.of('incremental_contribution', c) / sum(missing, scaled.mask)).toBeCloseTo(1, 9);
        spend += scaled.channels[c].spend;
        if (scaled.channels[c].spend > 0)
          expect((one.of('roas', c) * scaled.channels[c].spend) / sum(missing, weights)).toBeCloseTo(1, 9);
        else expect(one.of('roas', c)).toBeNaN();
      }
      const organic = expected(
        one,
        without(one.point, (c) => scaled.channels[c].spend > 0),
      );
      const missing = whole.map((y, t) => y - organic[t]);
      expect((one.of('paid_media_roas') * spend) / sum(missing, weights)).toBeCloseTo(1, 9);
      expect(one.of('paid_media_incremental') / sum(missing, scaled.mask)).toBeCloseTo(1, 9);
    },
  );

  it.each(draws.map((one, i) => [i, one] as const))(
    '%i: has returns on spend, marginal returns and curves that are those of a direct counterfactual',
    (_, one) => {
      const { model, point } = one;
      const collected = curveCollector(model, 1);
      collected.add(point, 0);
      for (const [c] of model.spec.channels.entries()) {
        const earned = earnings(one, c);
        for (const [i, scale] of CURVE_SCALES.entries())
          expect(Math.abs(collected.channels[c].earnings[i][0] - earned(scale))).toBeLessThan(
            1e-8 * (1 + earned(2)),
          );
        const { spend } = model.scaled.channels[c];
        if (spend === 0) continue;
        expect((one.of('roas_of_spend', c) * spend) / earned(1)).toBeCloseTo(1, 9);
        const h = 1e-4;
        const slope =
          (8 * (earned(1 + h) - earned(1 - h)) - (earned(1 + 2 * h) - earned(1 - 2 * h))) / (12 * h);
        expect(Math.abs((one.of('marginal_roas', c) * spend) / slope - 1)).toBeLessThan(1e-6);
      }
    },
  );
});

/** Money earned by channel `c` with its measured spend times `scale`, against none: METHOD §8 by direct convolution. */
function earnings(one: Drawn, c: number): (scale: number) => number {
  const { model, point } = one;
  const { scaled, spec } = model;
  const { adstock, shapes, beta } = point.channels[c];
  const tail = Math.max(...spec.channels.map((channel) => channel.adstock.lMax)) - 1;
  const curve = {
    channel: spec.channels[c],
    adstock,
    shapes,
    weeks: daysPerPeriod.week / 7,
    unit: scaled.channels[c].scale,
  };
  const { input } = scaled.channels[c];
  const effect = (scale: number) =>
    slowCurve(
      curve,
      Float64Array.from({ length: scaled.rows + tail }, (_, t) =>
        t < scaled.rows ? input[t] * (scaled.mask[t] ? scale : 1) : 0,
      ),
    ).map((f) => beta * f);
  const rest = expected(
    one,
    without(point, (other) => other === c),
  );
  const after = sum(rest, scaled.mask) / scaled.trainingRows;
  const later = scaled.revenue.subarray(scaled.leadIn);
  const price = later.reduce((a, b) => a + b, 0) / later.length;
  const none = effect(0);
  return (scale) => {
    const some = effect(scale);
    let total = 0;
    for (let t = scaled.leadIn; t < some.length; t++) {
      const level = t < scaled.rows ? scaled.revenue[t] * rest[t] : price * after;
      total += level * (Math.exp(some[t]) - Math.exp(none[t]));
    }
    return total;
  };
}

describe('the series of a multiplicative draw', () => {
  const written = ({ model, point }: Drawn, part: Part) => {
    const out = new Float64Array(model.scaled.rows - model.scaled.leadIn);
    part(point, 0, out);
    return out;
  };

  it.each(draws.map((one, i) => [i, one] as const))(
    '%i: add up in every period, to what is expected there',
    (_, one) => {
      const { model } = one;
      const parts = [
        baselinePart(model),
        treatmentPart(model, 0),
        ...model.channels.map((__, c) => channelPart(model, c)),
      ];
      const written_ = parts.map((part) => written(one, part));
      const whole = expected(one, one.point);
      const mean = written(one, meanPart(model));
      for (const [i, value] of mean.entries()) {
        const total = written_.reduce((all, part) => all + part[i], 0);
        expect(Math.abs(total / value - 1)).toBeLessThan(1e-9);
        expect(value / whole[model.scaled.leadIn + i]).toBeCloseTo(1, 10);
      }
      const kept = model.scaled.mask.subarray(model.scaled.leadIn);
      expect(sum([...written_[0]], kept) / one.of('baseline_contribution')).toBeCloseTo(1, 10);
      for (const [c] of model.channels.entries())
        expect(sum([...written_[2 + c]], kept) / one.of('total_contribution', c)).toBeCloseTo(1, 10);
    },
  );

  it('have the noise on the log scale, and no KPI below 0', () => {
    const one = draws[0];
    const { model, point } = one;
    const noise = written(one, noisePart(model, 3));
    const mean = written(one, meanPart(model));
    const random = stream(3, 0, purpose.predictive, 0);
    const { leadIn, mask, targetScale } = model.scaled;
    model.locateAt(point);
    for (const inLikelihood of [1, 0])
      for (let i = 0; i < mean.length; i++) {
        if (mask[leadIn + i] !== inLikelihood) continue;
        const kpi = targetScale * Math.exp(meanAt(model, point, leadIn + i) + point.sigma * random.normal());
        expect((mean[i] + noise[i]) / kpi).toBeCloseTo(1, 10);
      }
  });
});

describe('how well a multiplicative model describes its data', () => {
  it('is told in KPI units: errors, R² and coverage of the KPI, autocorrelation on the log scale', () => {
    const { model, point } = draws[0];
    const points = Array.from({ length: 40 }, () => point);
    const found = fitStatistics(model, drawsAt(model, points), 3);
    const { scaled } = model;
    const rows = Array.from(scaled.mask.keys()).filter((t) => scaled.mask[t] === 1);
    const whole = expected(draws[0], point);
    const actual = rows.map((t) => (data.columns.get('sales') ?? new Float64Array())[t]);
    const errors = rows.map((t, i) => actual[i] - whole[t]);
    const average = actual.reduce((a, b) => a + b, 0) / actual.length;
    const squares = (values: readonly number[]) => values.reduce((total, v) => total + v * v, 0);
    expect(found.r2).toBeCloseTo(1 - squares(errors) / squares(actual.map((y) => y - average)), 8);
    expect(found.mape).toBeCloseTo(
      errors.reduce((total, e, i) => total + Math.abs(e / actual[i]), 0) / rows.length,
      9,
    );
    const means = rows.map((t) => whole[t]);
    const centre = means.reduce((a, b) => a + b, 0) / means.length;
    const spread = squares(means.map((y) => y - centre)) / (means.length - 1);
    const noise = (Math.expm1(point.sigma ** 2) * squares(means)) / means.length;
    expect(found.bayesianR2.mean).toBeCloseTo(spread / (spread + noise), 9);
    model.locateAt(point);
    const left = rows.map((t) => scaled.target[t] - meanAt(model, point, t));
    const middle = left.reduce((a, b) => a + b, 0) / left.length;
    let [products, all] = [0, 0];
    for (const [i, t] of rows.entries()) {
      all += (left[i] - middle) ** 2;
      if (i > 0 && rows[i - 1] === t - 1) products += (left[i] - middle) * (left[i - 1] - middle);
    }
    expect(found.residualAcf1).toBeCloseTo(products / all, 8);
  });
});

describe('a forecast with AR(1) errors', () => {
  it.each(['identity', 'log'] as const)('goes on from the last error, link %s', (link) => {
    const held: SpecDraft = { ...draft, holdout: { periods: 3 }, likelihood: { link, errors: 'ar1' } };
    const one = drawn(held, smallData({ leadIn: 5, priced: true }));
    const { model, point } = one;
    const rho = point.own?.[0] ?? Number.NaN;
    const forecast = forecastOf(
      model,
      drawsAt(
        model,
        Array.from({ length: 2000 }, () => point),
      ),
      8,
    );
    model.locateAt(point);
    const last = model.scaled.target[56] - meanAt(model, point, 56);
    for (const [i, t] of forecast.rows.entries()) {
      expect(t).toBe(57 + i);
      const mu = meanAt(model, point, t) + rho ** (i + 1) * last;
      const variance = (point.sigma ** 2 * (1 - rho ** (2 * i + 2))) / (1 - rho ** 2);
      const scale = model.scaled.targetScale;
      const mean = link === 'log' ? scale * Math.exp(mu + variance / 2) : scale * mu;
      expect(forecast.mean[i] / mean).toBeCloseTo(1, 9);
      const sd = link === 'log' ? mean * Math.sqrt(Math.expm1(variance)) : scale * Math.sqrt(variance);
      const drawnMean = forecast.draws[i].reduce((a, b) => a + b, 0) / 2000;
      expect(Math.abs(drawnMean - mean)).toBeLessThan((4 * sd) / Math.sqrt(2000));
    }
  });
});
