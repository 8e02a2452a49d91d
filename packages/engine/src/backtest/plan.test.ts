// Which folds a backtest has, and that none of them knows what came after its origin.
import { describe, expect, it } from 'vitest';
import { columnOf, type ModelData, type Period } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import type { SizeDraft, SpecDraft } from '../model/spec.ts';
import { InputError, type Problem } from '../problem.ts';
import { sample } from '../simulate/sample.ts';
import { withColumn } from '../simulate/simulate.ts';
import { planBacktest } from './plan.ts';
import { type BacktestOptions, backtestSettings } from './settings.ts';

const { data, draft } = sample();

function planOf(given: ModelData, spec: SpecDraft = draft, options: BacktestOptions = {}) {
  return planBacktest(spec, given, backtestSettings(options));
}

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** The sample's columns over other dates, as often as needed. */
function over(period: Period, periods: number): ModelData {
  const days = { day: 1, week: 7, month: 30.4375 }[period];
  return {
    ...data,
    period,
    dates: Array.from({ length: periods }, (_, t) => Math.round(19723 + days * t)),
    columns: new Map(
      [...data.columns].map(([name, values]) => [
        name,
        Float64Array.from({ length: periods }, (_, t) => values[t % values.length] * (1 + t / 1000)),
      ]),
    ),
  };
}

/** Only what a table over other dates can say. */
const plain: SpecDraft = {
  ...draft,
  controls: [],
  channels: [{ column: 'tv_spend' }, { column: 'search_spend' }],
};

describe('origins', () => {
  it('are 13 weeks apart, the last 13 weeks before the end, with a year before the first', () => {
    const plan = planOf(data);
    expect(plan.horizons).toEqual([
      { weeks: 4, periods: 4 },
      { weeks: 13, periods: 13 },
    ]);
    expect(plan.season).toBe(52);
    expect(plan.folds.map(({ origin, trainingRows }) => [origin, trainingRows])).toEqual([
      [52, 52],
      [65, 65],
      [78, 78],
      [91, 91],
    ]);
    expect(plan.folds.map((fold) => fold.data.dates.length)).toEqual([65, 78, 91, 104]);
    expect(plan.folds.every(({ spec }) => spec?.holdout?.periods === 13)).toBe(true);
  });

  it('are fewer where the data are short, and none below 65 weeks', () => {
    expect(planOf(sample(1, 90).data).folds.map(({ origin }) => origin)).toEqual([64, 77]);
    expect(planOf(sample(1, 65).data).folds.map(({ origin }) => origin)).toEqual([52]);
    expect(problemsOf(() => planOf(sample(1, 64).data))).toEqual([
      { code: 'backtest_too_short', path: '', facts: { got: 64, least: 65, period: 'week' } },
    ]);
  });

  it('count from the last KPI and after the lead-in', () => {
    const kpi = columnOf(data, 'revenue').map((y, t) => (t > 98 ? Number.NaN : y));
    const ended = withColumn(data, 'revenue', kpi);
    expect(planOf(ended).folds.map(({ origin }) => origin)).toEqual([60, 73, 86]);
    expect(planOf({ ...ended, leadIn: 10 }).folds.map(({ origin }) => origin)).toEqual([73, 86]);
  });

  it('are as far apart in days and in months', () => {
    const daily = planOf(over('day', 600), plain);
    expect(daily.horizons.map(({ periods }) => periods)).toEqual([28, 91]);
    expect([daily.season, ...daily.folds.map(({ origin }) => origin)]).toEqual([364, 418, 509]);
    const monthly = planOf(over('month', 24), plain);
    expect(monthly.horizons.map(({ periods }) => periods)).toEqual([1, 3]);
    expect([monthly.season, ...monthly.folds.map(({ origin }) => origin)]).toEqual([12, 12, 15, 18, 21]);
  });

  it('are refused where they cannot be meant', () => {
    const codes = (options: BacktestOptions) =>
      problemsOf(() => backtestSettings(options)).map(({ code, path }) => [code, path]);
    expect(codes({ horizonWeeks: [] })).toEqual([['backtest_setting', 'horizonWeeks']]);
    expect(codes({ horizonWeeks: [4, 53], origins: 0, originWeeks: 1.5 })).toEqual([
      ['backtest_setting', 'horizonWeeks'],
      ['backtest_setting', 'origins'],
      ['backtest_setting', 'originWeeks'],
    ]);
    expect(codes({ draws: 3 })).toEqual([['sampling_setting', 'draws']]);
    expect(backtestSettings({ horizonWeeks: [13, 4, 13] }).horizonWeeks).toEqual([4, 13]);
  });
});

describe('what a fold knows', () => {
  const { data: long } = sample(1, 130);
  /** Origins before and after two years. */
  const half: BacktestOptions = { origins: 2, originWeeks: 26 };
  const origin = 91;
  /** The KPI from the first origin on is another story, and ninety times as much. */
  const otherFuture = withColumn(
    long,
    'revenue',
    columnOf(long, 'revenue').map((y, t) => (t < origin ? y : 90 * y * (1 + (t % 3)))),
  );
  const sized = (...sizes: (SizeDraft | undefined)[]): SpecDraft => ({
    ...draft,
    channels: draft.channels.map(({ column }, c) => ({ column, ...(sizes[c] ? { size: sizes[c] } : {}) })),
  });
  const found = { mean: 2, sd: 0.5, weeks: 4, weeksAgo: 60 };
  const cases: readonly (readonly [title: string, written: SpecDraft])[] = [
    ['every default', { ...draft, channels: sized().channels }],
    [
      'a KPI without a price',
      { ...sized(), columns: { date: 'date', target: { column: 'revenue', kind: 'units' } } },
    ],
    [
      'sizes of stated kinds',
      sized({ kind: 'total_media' }, { kind: 'spend_share' }, { kind: 'roi', experiment: found }),
    ],
    ['a stated return and stated pairs', { ...sized({ kind: 'roi' }), baseline: { yearly: { order: 2 } } }],
    ['Meridian’s defaults', { ...sized(), preset: 'meridian_2_1' }],
    ['PyMC-Marketing’s defaults', { ...sized(), preset: 'pymc_1_3' }],
  ];

  it.each(cases)(
    'is nothing of the KPI after its origin, be the spec a draft or an expanded one: %s',
    (_, written) => {
      const folds = planOf(long, written, half).folds.map(({ spec, leftOut }) => ({ spec, leftOut }));
      expect(folds.map(({ spec }) => spec?.channels.length)).toEqual([5, 5]);
      const expanded = expandSpec(written, long).spec;
      const read = JSON.parse(JSON.stringify(expanded)) as SpecDraft;
      expect(planOf(long, read, half).folds.map(({ spec, leftOut }) => ({ spec, leftOut }))).toEqual(folds);
      for (const spec of [written, expandSpec(written, otherFuture).spec])
        expect(planOf(otherFuture, spec, half).folds[0].spec).toEqual(folds[0].spec);
    },
  );

  it('is what the rule would have chosen then', () => {
    const kpi = columnOf(otherFuture, 'revenue').map((y) => y / 8);
    const poor = withColumn(otherFuture, 'revenue', kpi);
    const { spec, sizeRule } = expandSpec(sized(), poor);
    expect(sizeRule.kind).toBe('roi');
    const kinds = planOf(poor, spec, half).folds.map((fold) => fold.spec?.channels[0].size.kind);
    expect(kinds).toEqual(['total_media', 'roi']);
  });

  it('keeps what was changed by hand in an expanded spec', () => {
    const { spec } = expandSpec({ ...sized(), preset: 'meridian_2_1' }, long);
    const prior = { family: 'log_normal', mu: 0.7, sigma: 0.3 } as const;
    const intercept = { family: 'normal', mean: 3, sd: 1 } as const;
    const scales = { target: 2e5, channels: spec.scales?.channels ?? {} };
    const [, second, ...others] = spec.channels;
    const changed: SpecDraft = {
      ...spec,
      scales,
      channels: [{ ...second, size: { kind: 'roi', prior } }, ...others],
      baseline: { ...spec.baseline, intercept, yearly: { ...spec.baseline.yearly, order: 1 } },
    };
    for (const fold of planOf(long, changed, half).folds) {
      expect(fold.spec?.scales).toEqual(scales);
      expect(fold.spec?.channels[0].size.prior).toEqual(prior);
      expect(fold.spec?.baseline).toMatchObject({ intercept, yearly: { order: 1 } });
    }
  });

  it('keeps a size prior that is the user’s own', () => {
    const prior = { family: 'log_normal', mu: 0.7, sigma: 0.3 } as const;
    const own: SpecDraft = {
      ...draft,
      channels: draft.channels.map((channel, c) =>
        c === 1 ? { ...channel, size: { kind: 'total_media', prior } } : channel,
      ),
    };
    for (const written of [own, expandSpec(own, data).spec])
      for (const { spec } of planOf(data, written, { origins: 2 }).folds)
        expect(spec?.channels[1].size.prior).toEqual(prior);
  });

  it('has the seasonal pairs its length affords', () => {
    expect(planOf(sample(1, 130).data).folds.map(({ spec }) => spec?.baseline.yearly.order)).toEqual([
      1, 1, 2, 2,
    ]);
  });

  it('has only controls that are known in advance, unless hindsight is asked for', () => {
    const marked: SpecDraft = {
      ...draft,
      controls: [
        { column: 'temperature' },
        { column: 'competitor_price', role: 'outcome' },
        { column: 'holiday', knownAhead: true },
      ],
    };
    const used = (options: BacktestOptions) =>
      planOf(data, marked, options).folds[0].spec?.controls.map(({ column }) => column);
    expect(planOf(data, marked).controlsLeftOut).toEqual(['temperature']);
    expect(used({})).toEqual(['holiday']);
    expect(planOf(data, marked, { hindsight: true }).controlsLeftOut).toEqual([]);
    expect(used({ hindsight: true })).toEqual(['temperature', 'holiday']);
  });
});

describe('what had not happened by an origin', () => {
  const from = (first: number, column: string, before: number) =>
    withColumn(
      data,
      column,
      columnOf(data, column).map((x, t) => (t < first ? before : x)),
    );

  it('is left out of that fold, and named', () => {
    const folds = planOf(from(80, 'social_spend', 0)).folds;
    const late = { part: 'channel', name: 'social_spend', code: 'zero_spend_channel' };
    expect(folds.map(({ leftOut }) => leftOut)).toEqual([[late], [late], [late], []]);
    expect(folds.map(({ spec }) => spec?.channels.length)).toEqual([4, 4, 4, 5]);
  });

  it('may be a control, an event, or one of two columns that were the same', () => {
    const marked: SpecDraft = {
      ...draft,
      controls: [
        { column: 'holiday', knownAhead: true },
        { column: 'promotion', knownAhead: true },
      ],
      baseline: { events: [{ name: 'Launch', dates: ['2025-07-01'] }] },
    };
    const promotion = columnOf(data, 'holiday').map((x, t) => (t < 70 ? x : t % 2));
    const { folds } = planOf(withColumn(data, 'promotion', promotion), marked, { origins: 3 });
    expect(
      folds.map(({ leftOut }) => leftOut.map(({ part, name, code }) => `${part} ${name} ${code}`)),
    ).toEqual([
      ['event Launch event_outside', 'control promotion duplicate_columns'],
      ['event Launch event_outside'],
      [],
    ]);
  });

  it('skips a fold that leaves nothing to fit, and says why', () => {
    const one: SpecDraft = { ...draft, controls: [], channels: [{ column: 'tv_spend' }] };
    const { folds } = planOf(from(70, 'tv_spend', 0), one);
    expect(folds.map(({ spec, problems }) => [spec !== undefined, problems.map(({ code }) => code)])).toEqual(
      [
        [false, ['no_media_cols']],
        [false, ['no_media_cols']],
        [true, []],
        [true, []],
      ],
    );
  });

  it('is told at once where the whole data have a fault', () => {
    expect(problemsOf(() => planOf(data, { ...draft, channels: [{ column: 'cinema' }] }))).toMatchObject([
      { code: 'missing_columns', column: 'cinema' },
    ]);
  });
});

describe('experiments', () => {
  const found = { mean: 2, sd: 0.5, weeks: 4, weeksAgo: 20 };
  const tested: SpecDraft = {
    ...draft,
    channels: draft.channels.map((channel, c) => {
      if (c === 0) return { ...channel, size: { kind: 'roi', experiment: found } };
      if (c === 1)
        return { ...channel, size: { kind: 'roi', window: { first: '2025-02-03', last: '2025-05-04' } } };
      return channel;
    }),
    liftTests: [
      {
        name: 'Pause',
        channels: ['social_spend'],
        treated: { first: '2025-08-04', last: '2025-08-31' },
        spendChange: { social_spend: -10_000 },
        lift: -9000,
        sd: 4000,
      },
    ],
  };

  it('count in the folds that come after them, as old as they were then', () => {
    const { folds } = planOf(data, tested);
    expect(folds.map(({ problems }) => problems)).toEqual([[], [], [], []]);
    // Origins 52, 39, 26 and 13 weeks before the end; the experiment ended 20 weeks before it.
    expect(folds.map(({ spec }) => spec?.channels[0].size.experiment?.weeksAgo)).toEqual([
      undefined,
      undefined,
      undefined,
      7,
    ]);
    expect(folds.map(({ spec }) => spec?.channels[1].size.window !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(folds.map(({ spec }) => spec?.liftTests?.length ?? 0)).toEqual([0, 0, 0, 1]);
    expect(folds[2].leftOut).toEqual([
      { part: 'lift_test', name: 'Pause', code: 'after_origin' },
      { part: 'size', name: 'tv_spend', code: 'after_origin' },
    ]);
  });

  it('are over by an origin whose first day comes after their last', () => {
    const day = (from: number) => new Date((data.dates[91] + from) * 86_400_000).toISOString().slice(0, 10);
    const pause = (name: string, last: string) => ({
      name,
      channels: ['social_spend'],
      treated: { first: day(-28), last },
      spendChange: { social_spend: -10_000 },
      lift: -9000,
      sd: 4000,
    });
    const two = { ...draft, liftTests: [pause('over', day(-1)), pause('running', day(0))] };
    const [fold] = planOf(data, two, { origins: 1 }).folds;
    expect(fold.origin).toBe(91);
    expect(fold.spec?.liftTests?.map(({ name }) => name)).toEqual(['over']);
  });

  it('that ended on the day before an origin are 0 weeks old there', () => {
    const ended = {
      ...draft,
      channels: draft.channels.map((channel, c) =>
        c === 0
          ? { ...channel, size: { kind: 'roi' as const, experiment: { ...found, weeksAgo: 13 } } }
          : channel,
      ),
    };
    const [fold] = planOf(data, ended, { origins: 1 }).folds;
    expect(fold.spec?.channels[0].size.experiment?.weeksAgo).toBe(0);
  });

  it('make the same priors from an expanded spec as from its draft', () => {
    const expanded = expandSpec(tested, data).spec;
    const sizes = (spec: SpecDraft) => planOf(data, spec).folds.map((fold) => fold.spec?.channels[0].size);
    expect(sizes(expanded)).toEqual(sizes(tested));
    expect(sizes(tested)[3]?.prior).not.toEqual(expanded.channels[0].size.prior);
  });
});
