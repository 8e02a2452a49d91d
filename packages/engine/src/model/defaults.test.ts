// Every default against the tables of METHOD §2–§6, as an expanded spec has it.
import { describe, expect, it } from 'vitest';
import { sample } from '../simulate/sample.ts';
import type { ModelData, Period } from './data.ts';
import { expandSpec } from './expand.ts';
import type { Adstock, Prior, Saturation, Size, SpecDraft } from './spec.ts';

const { data, draft } = sample();
const normal = (sd: number) => ({ family: 'normal', mean: 0, sd });
const halfNormal = (sd: number) => ({ family: 'half_normal', sd });
const gamma = (shape: number, rate: number) => ({ family: 'gamma', shape, rate });
const beta = (alpha: number, b: number) => ({ family: 'beta', alpha, beta: b });
const logNormal = (mu: number, sigma: number) => ({ family: 'log_normal', mu, sigma });

/** The sample's columns over other dates, as often as needed. */
function over(period: Period, periods: number): ModelData {
  const days = { day: 1, week: 7, month: 30.4375 }[period];
  const columns = [...data.columns].map(([name, values]): [string, Float64Array] => [
    name,
    Float64Array.from({ length: periods }, (_, t) => values[t % values.length] * (1 + t / 1000)),
  ]);
  const dates = Array.from({ length: periods }, (_, t) => Math.round(19723 + days * t));
  return { ...data, period, dates, columns: new Map(columns) };
}

const plain: SpecDraft = { columns: draft.columns, channels: [{ column: 'tv_spend' }] };
const tvOf = (channel: object, more: Partial<SpecDraft> = {}, on = data) =>
  expandSpec({ ...plain, ...more, channels: [{ column: 'tv_spend', ...channel }] }, on).spec.channels[0];

describe('the default baseline', () => {
  it('has a level, a line and the year', () => {
    const { baseline, controls, treatments } = expandSpec(
      {
        ...plain,
        baseline: { events: [{ name: 'Sale', dates: ['2025-07-01'] }] },
        controls: [{ column: 'temperature' }],
        treatments: [{ column: 'competitor_price' }],
      },
      data,
    ).spec;
    expect(baseline).toEqual({
      intercept: normal(2),
      trend: { kind: 'linear', prior: normal(1) },
      yearly: { order: 2, prior: normal(0.5) },
      weekly: { order: 0, prior: normal(0.5) },
      events: [{ name: 'Sale', dates: ['2025-07-01'], prior: normal(0.5) }],
    });
    expect(controls[0]).toEqual({ column: 'temperature', role: 'confounder', prior: normal(2) });
    expect(treatments?.[0].prior).toEqual(normal(2));
  });

  it('has weeks in daily data, and months where they are asked for', () => {
    const { baseline } = expandSpec({ ...plain, baseline: { monthly: {} } }, over('day', 400)).spec;
    expect(baseline.weekly).toEqual({ order: 3, prior: normal(0.5) });
    expect(baseline.monthly).toEqual({ order: 2, prior: normal(0.5) });
  });

  it.each([
    ['piecewise', { prior: normal(1), scale: halfNormal(0.25) }],
    ['gaussian_process', { amplitude: halfNormal(0.3), lengthScale: logNormal(0, 0.5) }],
  ] as const)('has the priors of a %s trend', (kind, priors) => {
    const { trend } = expandSpec({ ...plain, baseline: { trend: { kind } } }, data).spec.baseline;
    expect(trend).toEqual({ kind, ...priors });
  });

  it.each([
    ['week', 104],
    ['day', 728],
    ['month', 24],
  ] as const)('has a second pair of the year from two years of a %s on', (period, years) => {
    const pairs = (periods: number, more: Partial<ModelData> = {}) =>
      expandSpec(plain, { ...over(period, periods), ...more }).spec.baseline.yearly.order;
    expect([pairs(years - 1), pairs(years)]).toEqual([1, 2]);
    // A lead-in has no KPI to learn a season from.
    expect([pairs(years + 3, { leadIn: 4 }), pairs(years + 4, { leadIn: 4 })]).toEqual([1, 2]);
  });
});

describe('default noise', () => {
  it('has the priors of its own parameters', () => {
    const noise = (likelihood: SpecDraft['likelihood']) =>
      expandSpec({ ...plain, likelihood }, data).spec.likelihood;
    const usual = { family: 'normal', link: 'identity', errors: 'independent', sigma: halfNormal(2) };
    expect(noise(undefined)).toEqual(usual);
    expect(noise({ errors: 'ar1' })).toEqual({ ...usual, errors: 'ar1', rho: normal(0.3) });
    expect(noise({ family: 'student_t' })).toEqual({ ...usual, family: 'student_t', nu: gamma(2, 0.1) });
  });
});

describe('a default adstock', () => {
  const kinds: readonly (readonly [Adstock['kind'], object])[] = [
    ['geometric', { alpha: beta(1, 3) }],
    ['delayed', { alpha: beta(1, 3), theta: halfNormal(1) }],
    ['weibull_pdf', { lam: gamma(4, 2), k: gamma(9, 3) }],
    ['weibull_cdf', { lam: gamma(4, 2), k: gamma(4, 2) }],
    ['binomial', { alpha: { family: 'uniform', low: 0, high: 1 } }],
  ];

  it.each(kinds)('has its priors over eight weeks: %s', (kind, priors) => {
    const { adstock, order } = tvOf({ adstock: { kind } });
    expect(adstock).toEqual({
      kind,
      lMax: 8,
      normalize: true,
      priors,
      ...(kind === 'binomial' ? { divisor: 'l_max' } : {}),
    });
    expect(order).toBe('adstock_first');
  });

  it('is as long in days and in months, and geometric unless said', () => {
    expect(tvOf({}, {}, over('day', 400)).adstock).toMatchObject({ kind: 'geometric', lMax: 56 });
    expect(tvOf({}, {}, over('month', 30)).adstock).toMatchObject({ kind: 'geometric', lMax: 2 });
    expect(tvOf({ adstock: { kind: 'none' } }).adstock.lMax).toBe(1);
  });
});

describe('a default saturation', () => {
  const kinds: readonly (readonly [Saturation['kind'], priors: object, amplitude: object])[] = [
    ['logistic', { lam: gamma(3, 1) }, halfNormal(2)],
    ['inverse_scaled_logistic', { lam: gamma(0.5, 1) }, halfNormal(2)],
    ['hill', { kappa: halfNormal(1.5), slope: logNormal(0, 0.4) }, halfNormal(1.5)],
    ['tanh', { c: halfNormal(1) }, halfNormal(1)],
    ['michaelis_menten', { lam: halfNormal(1) }, gamma(4, 2)],
    ['root', { alpha: beta(1, 2) }, gamma(1, 1)],
    ['hill_sigmoid', { beta: halfNormal(1.5), lam: halfNormal(1.5) }, halfNormal(1.5)],
    ['log', {}, halfNormal(1)],
    ['none', {}, halfNormal(1)],
  ];

  it.each(kinds)('has its priors and that of its coefficient: %s', (kind, priors, amplitude) => {
    const { saturation, size } = tvOf({ saturation: { kind }, size: { kind: 'coefficient' } });
    expect(saturation).toEqual({ kind, priors });
    expect(size).toEqual({ kind: 'coefficient', prior: amplitude });
  });

  it('is logistic unless said; tanh under another size has λ', () => {
    expect(tvOf({}).saturation.kind).toBe('logistic');
    const size = { kind: 'roi' as const };
    expect(tvOf({ saturation: { kind: 'tanh' }, size }).saturation.priors).toEqual({ lam: halfNormal(1) });
  });

  it('has coefficients of 0.3 where parts multiply, and a tanh that bends where it does elsewhere', () => {
    const multiplied = { likelihood: { link: 'log' } as const };
    const { size, saturation } = tvOf({ saturation: { kind: 'tanh' } }, multiplied);
    expect(size).toEqual({ kind: 'coefficient', prior: halfNormal(0.3) });
    expect(saturation.priors).toEqual({ c: halfNormal(1 / 0.3) });
  });
});

describe('a default size', () => {
  it.each([
    ['roi', logNormal(0.2, 0.9)],
    ['mroi', logNormal(0, 0.5)],
    ['contribution', beta(1, 99)],
  ] as readonly (readonly [Size['kind'], Prior])[])('has the prior of its kind: %s', (kind, prior) => {
    expect(tvOf({ size: { kind } }).size).toEqual({ kind, prior });
  });
});
