// Defaults and the choice of size priors: what is filled in, what is refused, and why.
import { describe, expect, it } from 'vitest';
import { smallData, smallDraft } from '../../fixtures/small-model.ts';
import { InputError, type Problem } from '../problem.ts';
import { sample } from '../simulate/sample.ts';
import { columnOf, type ModelData } from './data.ts';
import { expandSpec } from './expand.ts';
import type { Prior, SpecDraft } from './spec.ts';

function problemsOf(draft: SpecDraft, data: ModelData): readonly Problem[] {
  try {
    expandSpec(draft, data);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

function scaled(data: ModelData, column: string, factor: number): ModelData {
  const values = data.columns.get(column) ?? new Float64Array();
  return { ...data, columns: new Map([...data.columns, [column, values.map((x) => x * factor)]]) };
}

describe('an expanded spec', () => {
  const { data, draft } = sample();

  it('writes every default out', () => {
    const { spec } = expandSpec(draft, data);
    expect(spec).toMatchObject({
      version: 1,
      preset: 'default',
      baseline: { trend: { kind: 'linear' }, yearly: { order: 2 }, weekly: { order: 0 } },
      likelihood: { sigma: { family: 'half_normal', sd: 2 } },
    });
    expect(spec.channels[0]).toMatchObject({
      order: 'adstock_first',
      adstock: { kind: 'geometric', lMax: 8, normalize: true, priors: { alpha: { alpha: 1, beta: 3 } } },
      saturation: { kind: 'logistic', priors: { lam: { family: 'gamma', shape: 3, rate: 1 } } },
    });
  });

  it('expands to itself: expanding twice changes nothing', () => {
    const { spec } = expandSpec(draft, data);
    expect(expandSpec(spec, data).spec).toEqual(spec);
  });

  it('lays what a person wrote over the defaults, down to a single key', () => {
    const { spec } = expandSpec(
      { ...draft, baseline: { yearly: { order: 3 }, trend: { kind: 'linear' } } },
      data,
    );
    expect(spec.baseline.yearly).toEqual({ order: 3, prior: { family: 'normal', mean: 0, sd: 0.5 } });
    expect(spec.baseline.trend).toEqual({ kind: 'linear', prior: { family: 'normal', mean: 0, sd: 1 } });
  });

  it('uses one yearly pair below two years', () => {
    const short = sample(1, 60);
    expect(expandSpec(short.draft, short.data).spec.baseline.yearly.order).toBe(1);
  });
});

describe('an expanded baseline', () => {
  const { data, draft } = sample();
  const expanded = (more: Partial<SpecDraft>) => expandSpec({ ...draft, ...more }, data).spec;

  it('has the priors of its trend', () => {
    expect(expanded({ baseline: { trend: { kind: 'piecewise' } } }).baseline.trend).toEqual({
      kind: 'piecewise',
      prior: { family: 'normal', mean: 0, sd: 1 },
      scale: { family: 'half_normal', sd: 0.25 },
    });
    expect(expanded({ baseline: { trend: { kind: 'gaussian_process' } } }).baseline.trend).toEqual({
      kind: 'gaussian_process',
      amplitude: { family: 'half_normal', sd: 0.3 },
      lengthScale: { family: 'log_normal', mu: 0, sigma: 0.5 },
    });
  });

  it('says nothing of events, months and treatments that nobody asked for', () => {
    expect(expanded({ treatments: [], baseline: { events: [], monthly: { order: 0 } } })).toEqual(
      expanded({}),
    );
  });

  it('gives events, treatments and months their priors', () => {
    const { baseline, treatments } = expanded({
      baseline: { events: [{ name: 'Sale', dates: ['2024-05-01'] }] },
      controls: [],
      treatments: [{ column: 'temperature', sign: 'negative' }],
    });
    expect(baseline.events).toEqual([
      { name: 'Sale', dates: ['2024-05-01'], prior: { family: 'normal', mean: 0, sd: 0.5 } },
    ]);
    expect(treatments).toEqual([
      {
        column: 'temperature',
        name: 'temperature',
        sign: 'negative',
        prior: { family: 'normal', mean: 0, sd: 2 },
      },
    ]);
    const days = { ...data, period: 'day' as const, dates: data.dates.map((_, t) => 19000 + t) };
    expect(expandSpec({ ...draft, baseline: { monthly: {} } }, days).spec.baseline.monthly).toEqual({
      order: 2,
      prior: { family: 'normal', mean: 0, sd: 0.5 },
    });
  });

  it('expands to itself', () => {
    const spec = expanded({
      baseline: {
        trend: { kind: 'gaussian_process' },
        yearly: { prior: { family: 'laplace', location: 0, b: 1 } },
        events: [{ name: 'Sale', windows: [{ first: '2024-05-01', last: '2024-05-09' }] }],
      },
      controls: [],
      treatments: [{ column: 'temperature', reference: 3 }],
    });
    expect(expandSpec(spec, data).spec).toEqual(spec);
  });
});

describe('the default size prior', () => {
  const { data, draft } = sample();

  it('is a return on spend where the KPI is money', () => {
    const { spec, sizeRule } = expandSpec(draft, data);
    expect(sizeRule).toEqual({ kind: 'roi', reason: 'money' });
    expect(spec.channels[0].size).toEqual({
      kind: 'roi',
      prior: { family: 'log_normal', mu: 0.2, sigma: 0.9 },
    });
  });

  it('gives way to total media when spend is so large that returns would exceed the KPI', () => {
    let costly = data;
    for (const { column } of draft.channels) costly = scaled(costly, column, 10);
    const { spec, sizeRule, mediaShare } = expandSpec(draft, costly);
    expect(sizeRule).toMatchObject({ kind: 'total_media', reason: 'returns_exceed_kpi' });
    expect(sizeRule.under?.above1).toBeGreaterThan(0.2);
    expect(mediaShare.above1).toBeLessThan(0.05);
    expect(spec.channels.every((c) => c.size.kind === 'total_media')).toBe(true);
  });

  it('is total media when the KPI has no price, with a prior share of 0.4 ± 0.2', () => {
    const units: SpecDraft = {
      ...draft,
      columns: { ...draft.columns, target: { column: 'revenue', kind: 'units' } },
    };
    const { sizeRule, mediaShare, spec } = expandSpec(units, data);
    expect(sizeRule).toEqual({ kind: 'total_media', reason: 'not_money' });
    expect(mediaShare.median).toBeGreaterThan(0.3);
    expect(mediaShare.median).toBeLessThan(0.42);
    const means = spec.channels.map(({ size: { prior } }, c) => {
      if (prior.family !== 'log_normal') throw new Error('not a log-normal');
      const spend = data.columns.get(spec.channels[c].column)?.reduce((a, b) => a + b, 0) ?? 0;
      return { mean: Math.exp(prior.mu + prior.sigma ** 2 / 2) * spend, variance: prior.sigma ** 2 };
    });
    const kpi = data.columns.get('revenue')?.reduce((a, b) => a + b, 0) ?? 0;
    const total = means.reduce((a, { mean }) => a + mean, 0);
    const sd = Math.sqrt(means.reduce((a, { mean, variance }) => a + mean ** 2 * Math.expm1(variance), 0));
    expect(total / kpi).toBeCloseTo(0.4, 10);
    expect(sd / kpi).toBeCloseTo(0.2, 10);
  });

  it('leaves a channel with its own size alone and gives organic media a share', () => {
    const { spec, sizeRule } = expandSpec(smallDraft, smallData());
    expect(spec.channels.map((c) => c.size.kind)).toEqual([
      'coefficient',
      'roi',
      'total_media',
      'coefficient',
      'contribution',
    ]);
    expect(sizeRule).toEqual({ kind: null, reason: 'explicit' });
  });
});

describe('a spec that does not fit its data', () => {
  const { data, draft } = sample();

  it('is refused with every problem at once', () => {
    const wrong = {
      ...draft,
      channels: [
        { column: 'tv_spent' },
        { column: 'search_spend', saturation: { kind: 'banana' } },
        { column: 'search_spend', adstock: { lMax: 0 } },
        { column: 'radio_spend', size: { kind: 'roi', prior: { family: 'normal', mean: 0, sd: 1 } } },
        { column: 'social_spend', size: { kind: 'roi', prior: { family: 'log_normal', mu: 0, sigma: -1 } } },
      ],
    } as unknown as SpecDraft;
    expect(problemsOf(wrong, data).map((p) => [p.code, p.path])).toEqual([
      ['missing_columns', 'channels[0].column'],
      ['column_used_twice', 'channels[2].column'],
      ['unknown_saturation', 'channels[1].saturation.kind'],
      ['adstock_window', 'channels[2].adstock.lMax'],
      ['prior_support', 'channels[3].size.prior'],
      ['prior_parameter', 'channels[4].size.prior.sigma'],
    ]);
  });

  it.each([
    ['zero_spend_channel', 'radio_spend', () => 0],
    ['zero_variance', 'radio_spend', () => 5],
    ['negative_spend', 'radio_spend', (x: number) => x - 1],
    ['missing_values', 'radio_spend', (x: number, t: number) => (t === 7 ? Number.NaN : x)],
    ['missing_values', 'temperature', (x: number, t: number) => (t === 7 ? Number.NaN : x)],
    ['zero_variance', 'temperature', () => 3],
    ['target_all_zero', 'revenue', () => 0],
    ['zero_variance', 'revenue', () => 4],
    ['target_not_positive', 'revenue', (x: number) => -x],
    ['not_finite', 'revenue', (x: number, t: number) => (t === 2 ? Number.POSITIVE_INFINITY : x)],
    ['number_out_of_range', 'revenue', (x: number, t: number) => (t === 2 ? 1e300 : x)],
    ['number_out_of_range', 'radio_spend', (x: number) => x * 1e-300],
    ['number_out_of_range', 'temperature', (x: number) => x * 1e290],
    ['too_few_rows', 'revenue', (x: number, t: number) => (t > 6 ? Number.NaN : x)],
  ] as const)('says %s of %s', (code, column, change: (x: number, t: number) => number) => {
    const values = data.columns.get(column) ?? new Float64Array();
    const changed = { ...data, columns: new Map([...data.columns, [column, values.map(change)]]) };
    const found = problemsOf(draft, changed);
    expect(found.map((p) => [p.code, p.column])).toEqual([[code, column]]);
  });

  it('refuses what moves only where there is no KPI, in a plan at the end or before a holdout', () => {
    const promoted: SpecDraft = {
      ...draft,
      treatments: [{ column: 'promotion' }],
      channels: [...draft.channels, { column: 'cinema_spend', exposure: 'cinema_views' }],
    };
    const from = (t: number, first: number, x: number) => (t < first ? 0 : x);
    const series = (first: number) => {
      const planned = (x: number) => Float64Array.from(data.dates, (_, t) => from(t, first, x + (t % 3)));
      return new Map([
        ...data.columns,
        ['promotion', planned(1)],
        ['cinema_spend', planned(2)],
        ['cinema_views', planned(9)],
        ['temperature', planned(5)],
      ]);
    };
    const kpi = (last: number) => columnOf(data, 'revenue').map((y, t) => (t < last ? y : Number.NaN));
    const blank = { ...data, columns: series(90).set('revenue', kpi(90)) };
    const only = { among: 'kpi' };
    expect(problemsOf(promoted, blank)).toEqual([
      { code: 'zero_spend_channel', path: 'channels[5]', column: 'cinema_spend', facts: only },
      { code: 'zero_spend_channel', path: 'channels[5]', column: 'cinema_views', facts: only },
      { code: 'zero_variance', path: 'controls[0]', column: 'temperature', facts: only },
      { code: 'zero_variance', path: 'treatments[0]', column: 'promotion', facts: only },
    ]);
    const heldOut = { ...data, columns: series(80).set('revenue', kpi(100)) };
    const found = problemsOf({ ...promoted, holdout: { periods: 24 } }, heldOut);
    expect(found.map(({ code, column, facts }) => [code, column, facts?.problem])).toEqual([
      ['before_holdout', 'cinema_spend', 'zero_spend_channel'],
      ['before_holdout', 'cinema_views', 'zero_spend_channel'],
      ['before_holdout', 'temperature', 'zero_variance'],
      ['before_holdout', 'promotion', 'zero_variance'],
    ]);
  });

  it('refuses two columns that part only after the last KPI', () => {
    const twin = columnOf(data, 'radio_spend').map((x, t) => (t < 100 ? x : 2 * x + 1));
    const until = (last: number) => columnOf(data, 'revenue').map((y, t) => (t < last ? y : Number.NaN));
    const channels = [...draft.channels, { column: 'radio_again' }];
    const told = (last: number) =>
      problemsOf(
        { ...draft, channels },
        {
          ...data,
          columns: new Map([...data.columns, ['radio_again', twin], ['revenue', until(last)]]),
        },
      ).map(({ code, column }) => [code, column]);
    expect(told(100)).toEqual([['duplicate_columns', 'radio_again']]);
    expect(told(104)).toEqual([]);
  });

  it('refuses more seasonal pairs than the grid can tell apart', () => {
    const wavy = {
      ...draft,
      baseline: { yearly: { order: 26 }, weekly: { order: 1 }, monthly: { order: 1 } },
    };
    expect(problemsOf(wavy, data)).toMatchObject([
      { code: 'season_order', path: 'baseline.yearly.order', facts: { most: 25 } },
      { code: 'season_order', path: 'baseline.weekly.order', facts: { most: 0 } },
      { code: 'season_order', path: 'baseline.monthly.order', facts: { most: 0 } },
    ]);
  });

  it('refuses a default return where the KPI has no price, and priors that no double can hold', () => {
    const units = { ...draft.columns, target: { column: 'revenue', kind: 'units' } as const };
    const priced = {
      ...draft,
      columns: units,
      channels: [{ column: 'tv_spend', size: { kind: 'roi' } as const }],
    };
    expect(problemsOf(priced, data)).toMatchObject([
      { code: 'size_needs_money', path: 'channels[0].size.kind' },
    ]);
    const wild = (prior: Prior) => ({
      ...draft,
      channels: [{ column: 'tv_spend', saturation: { priors: { lam: prior } } }],
    });
    for (const prior of [
      { family: 'gamma', shape: 0.01, rate: 1 },
      { family: 'log_normal', mu: 0, sigma: 200 },
    ] as const)
      expect(problemsOf(wild(prior), data)).toMatchObject([{ code: 'prior_extreme' }]);
  });

  it('refuses events that cannot be, and nothing of those that can', () => {
    const wrong = (events: NonNullable<SpecDraft['baseline']>['events']) =>
      problemsOf({ ...draft, baseline: { events } }, data).map(({ code, path }) => [code, path]);
    expect(
      wrong([
        { name: 'a', dates: ['2024-02-30', '2024-03-01'] },
        { name: 'b', windows: [{ first: '2024-03-09', last: '2024-03-01' }] },
        { name: 'c' },
        { name: 'd', dates: ['1999-01-01'] },
        { name: 'd', dates: ['2024-04-01'] },
        { name: 'e', windows: [{ first: '2000-01-01', last: '2100-01-01' }] },
        { name: 'f', dates: ['2024-04-01'], prior: { family: 'normal', mean: 0, sd: 0 } },
        { name: 'g', dates: ['2024-04-01'] },
        { name: 'h', dates: ['2024-04-22'] },
      ]),
    ).toEqual([
      ['event_date', 'baseline.events[0].dates[0]'],
      ['event_window', 'baseline.events[1].windows[0]'],
      ['event_empty', 'baseline.events[2]'],
      ['event_outside', 'baseline.events[3]'],
      ['event_twice', 'baseline.events[4].name'],
      ['event_always', 'baseline.events[5]'],
      ['event_same_days', 'baseline.events[7]'],
      ['prior_parameter', 'baseline.events[6].prior.sd'],
    ]);
  });

  it('refuses signs no prior can have, trends nobody knows, and treatments that say nothing', () => {
    const laplace = { family: 'laplace', location: 0, b: 1 } as const;
    const wrong = (more: object) =>
      problemsOf({ ...draft, controls: [], ...more } as SpecDraft, data).map(({ code, path }) => [
        code,
        path,
      ]);
    expect(wrong({ controls: [{ column: 'temperature', sign: 'positive', prior: laplace }] })).toEqual([
      ['prior_sign', 'controls[0].prior'],
    ]);
    expect(wrong({ treatments: [{ column: 'temperature', sign: 'negative', prior: laplace }] })).toEqual([
      ['prior_sign', 'treatments[0].prior'],
    ]);
    expect(wrong({ controls: [{ column: 'temperature', prior: laplace }] })).toEqual([]);
    expect(wrong({ baseline: { trend: { kind: 'cubic' } } })).toEqual([
      ['unknown_trend', 'baseline.trend.kind'],
    ]);
    expect(wrong({ baseline: { trend: { kind: 'piecewise', scale: laplace } } })).toEqual([
      ['prior_support', 'baseline.trend.scale'],
    ]);
    expect(wrong({ treatments: [{ column: 'tv_spend' }, { column: 'discount' }] })).toEqual([
      ['column_used_twice', 'treatments[0].column'],
      ['missing_columns', 'treatments[1].column'],
    ]);
    const flat = {
      ...data,
      columns: new Map([...data.columns, ['temperature', new Float64Array(104).fill(3)]]),
    };
    expect(
      problemsOf({ ...draft, controls: [], treatments: [{ column: 'temperature' }] }, flat),
    ).toMatchObject([{ code: 'zero_variance', path: 'treatments[0]' }]);
  });

  it('names two columns that are the same', () => {
    const values = data.columns.get('tv_spend') ?? new Float64Array();
    const twins = { ...data, columns: new Map([...data.columns, ['radio_spend', values]]) };
    expect(problemsOf(draft, twins)).toMatchObject([
      { code: 'duplicate_columns', column: 'radio_spend', facts: { other: 'tv_spend' } },
    ]);
  });
});
