// From bytes to model data: good files map by themselves, bad ones say everything that is wrong with row and column.
import { catalogue, sentence } from '@mixmodel/contract';
import type { SpecDraft } from '@mixmodel/engine';
import { describe, expect, test } from 'vitest';
import {
  bytesOf,
  type Cells,
  csv,
  healthy,
  isoDay,
  lines,
  noise,
  type TableShape,
} from '../fixtures/weekly.ts';
import { isoDate } from './cells/calendar.ts';
import { type Finding, hasErrors } from './finding.ts';
import { type PrepareOptions, prepare, prepareWithSpec } from './prepare.ts';

const run = (cells: Cells, shape?: TableShape, options?: PrepareOptions) =>
  prepare(bytesOf(csv(cells, shape)), options);
const runLines = (change: (line: string, row: number) => string | undefined, options?: PrepareOptions) =>
  prepare(
    bytesOf(
      lines()
        .flatMap((line, i) => change(line, i + 1) ?? [])
        .join('\n'),
    ),
    options,
  );

/** `row` of the user: the header is row 1, the first row of data row 2. */
const cellAt = (header: string, userRow: number, cell: string | number): Cells => ({
  ...healthy,
  [header]: (row) => (row + 2 === userRow ? cell : (healthy[header]?.(row) ?? '')),
});

const errors = (findings: readonly Finding[]) => findings.filter((f) => f.severity === 'error');
const codes = (findings: readonly Finding[]) => findings.map((f) => f.code);

describe('a healthy file', () => {
  test('maps without a word from the user', async () => {
    const { draft, data, period, findings } = await run(healthy);
    expect(draft).toEqual({
      version: 1,
      columns: { date: 'date', target: { column: 'revenue', kind: 'money' } },
      channels: [
        { column: 'tv_spend', name: 'TV' },
        { column: 'search_spend', name: 'Search' },
        { column: 'radio_spend', name: 'Radio' },
      ],
      controls: [
        { column: 'temperature', role: 'confounder' },
        { column: 'holiday', role: 'confounder', knownAhead: true },
      ],
    });
    expect([period, data?.dates.length, data?.leadIn, findings]).toEqual(['week', 104, 0, []]);
    expect(isoDate(data?.dates[0] ?? 0)).toBe('2022-01-03');
    expect(data?.columns.get('revenue')?.[3]).toBe(healthy.revenue?.(3));
  });

  test('is the same from a semicolon file with decimal commas and German dates', async () => {
    const german = lines(healthy, { separator: ';' }).map((line, i) =>
      i === 0 ? line : line.replaceAll('.', ',').replace(/^(\d+)-(\d+)-(\d+)/, '$3.$2.$1'),
    );
    const [a, b] = [await run(healthy), await prepare(bytesOf(german.join('\r\n')))];
    expect(b.data).toEqual(a.data);
  });

  test('is the same with its rows upside down, which is said', async () => {
    const [header, ...body] = lines();
    const turned = await prepare(bytesOf([header, ...body.reverse()].join('\n')));
    expect(turned.data).toEqual((await run(healthy)).data);
    expect(codes(turned.findings)).toEqual(['rows_sorted']);
  });
});

describe('bad input says what, where and in which row', () => {
  const cases: [string, () => ReturnType<typeof prepare>, Partial<Finding>][] = [
    ['an empty file', () => prepare(bytesOf('')), { code: 'empty_file' }],
    ['a header only', () => prepare(bytesOf('date,revenue,tv_spend')), { code: 'header_only', row: 1 }],
    [
      'a PNG named .csv',
      () => prepare(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), { fileName: 'a.csv' }),
      { code: 'file_type' },
    ],
    ['no date column', () => runLines((l) => l.slice(l.indexOf(',') + 1)), { code: 'no_date_column' }],
    ['no target', () => run({ tv_spend: healthy.tv_spend as never }), { code: 'no_target' }],
    [
      'revenue and orders',
      () => run({ ...healthy, orders: (r) => 10 + (r % 7) }),
      { code: 'two_targets', facts: { columns: ['revenue', 'orders'] } },
    ],
    [
      'two targets',
      () => run({ ...healthy, sales: (r) => 10 * r }),
      { code: 'two_targets', column: 'sales', facts: { columns: ['revenue', 'sales'] } },
    ],
    [
      'no media',
      () => run({ revenue: healthy.revenue as never, temperature: healthy.temperature as never }),
      { code: 'no_media_cols' },
    ],
    [
      'a word as spend',
      () => run(cellAt('tv_spend', 17, 'lots')),
      {
        code: 'media_not_numeric',
        column: 'tv_spend',
        row: 17,
        facts: { text: 'lots', rows: '17', count: 1 },
      },
    ],
    [
      'a word as revenue',
      () => run(cellAt('revenue', 17, 'soon')),
      { code: 'target_not_numeric', column: 'revenue', row: 17 },
    ],
    [
      'a word as a control',
      () => run(cellAt('temperature', 17, 'hot')),
      { code: 'control_not_numeric', column: 'temperature', row: 17 },
    ],
    [
      'spend of words only',
      () => run({ ...healthy, tv_spend: () => 'some' }),
      { code: 'media_not_numeric', column: 'tv_spend', row: 2 },
    ],
    [
      'an infinite target',
      () => run(cellAt('revenue', 20, 'Infinity')),
      { code: 'infinite_number', column: 'revenue', row: 20 },
    ],
    [
      '1e999 as spend',
      () => run(cellAt('tv_spend', 20, '1e999')),
      { code: 'infinite_number', column: 'tv_spend', row: 20 },
    ],
    [
      'missing weeks',
      () => runLines((l, row) => (row === 31 || row === 32 ? undefined : l)),
      {
        code: 'date_gaps',
        column: 'date',
        row: 31,
        facts: {
          rows: '31',
          count: 2,
          missing: [isoDay('2022-01-03', 29 * 7), isoDay('2022-01-03', 30 * 7)],
        },
      },
    ],
    [
      'a date twice',
      () => runLines((l, row) => (row === 41 ? `${l}\n${l}` : l)),
      { code: 'duplicate_dates', column: 'date', row: 42 },
    ],
    [
      'all rows on one date',
      () => runLines((l, row) => (row === 1 ? l : l.replace(/^[^,]*/, '2024-01-01'))),
      { code: 'one_date', column: 'date' },
    ],
    [
      'a week that starts on another day',
      () => runLines((l, row) => (row === 50 ? l.replace(/^[^,]*/, '2022-12-07') : l)),
      { code: 'irregular_spacing', column: 'date', row: 50 },
    ],
    [
      'periods of two weeks',
      () => run(healthy, { stepDays: 14 }),
      { code: 'irregular_spacing', column: 'date' },
    ],
    [
      'a total at the foot',
      () => runLines((l, row) => (row === 105 ? `${l}\nTotal,1,2,3,4,5,0` : l)),
      { code: 'totals_row', column: 'date', row: 106, facts: { text: 'Total', rows: '106', count: 1 } },
    ],
    [
      'a row without a date',
      () => runLines((l, row) => (row === 60 ? l.replace(/^[^,]*/, '') : l)),
      { code: 'empty_dates', column: 'date', row: 60 },
    ],
    [
      'negative spend',
      () => run(cellAt('tv_spend', 23, -50)),
      { code: 'negative_spend', column: 'tv_spend', row: 23 },
    ],
    [
      'spend missing',
      () => run(cellAt('tv_spend', 23, '')),
      { code: 'missing_media', column: 'tv_spend', row: 23 },
    ],
    [
      'a control missing',
      () => run(cellAt('temperature', 23, 'NA')),
      { code: 'missing_control', column: 'temperature', row: 23 },
    ],
    [
      'a channel all zero',
      () => run({ ...healthy, radio_spend: () => 0 }),
      { code: 'zero_spend_channel', column: 'radio_spend' },
    ],
    [
      'a channel always the same',
      () => run({ ...healthy, radio_spend: () => 70 }),
      { code: 'zero_variance', column: 'radio_spend' },
    ],
    [
      'a control always the same',
      () => run({ ...healthy, temperature: () => 20 }),
      { code: 'zero_variance', column: 'temperature' },
    ],
    [
      'two channels of the same numbers',
      () => run({ ...healthy, radio_spend: healthy.tv_spend as never }),
      { code: 'duplicate_columns', column: 'radio_spend' },
    ],
    [
      'a target that is a channel',
      () => run({ ...healthy, radio_spend: healthy.revenue as never }),
      { code: 'target_is_channel', column: 'revenue' },
    ],
    [
      'a target all zero',
      () => run({ ...healthy, revenue: () => 0 }),
      { code: 'target_all_zero', column: 'revenue' },
    ],
    [
      'a target always the same',
      () => run({ ...healthy, revenue: () => 7 }),
      { code: 'target_constant', column: 'revenue', facts: { value: 7 } },
    ],
    [
      'half the target missing',
      () => run({ ...healthy, revenue: (r) => (r % 2 ? '' : 500 + r) }),
      { code: 'target_missing', column: 'revenue', row: 3 },
    ],
    [
      'fewer rows than the minimum',
      () => run(healthy, { rows: 51 }),
      { code: 'min_rows', facts: { rows: 51, needed: 52, period: 'week' } },
    ],
    [
      'too few days',
      () => run(healthy, { rows: 300, stepDays: 1 }),
      { code: 'min_rows', facts: { rows: 300, needed: 364, period: 'day' } },
    ],
    [
      'two headers of one name',
      () => runLines((l, row) => (row === 1 ? l.replace('radio', 'tv') : l)),
      { code: 'duplicate_headers', column: 'tv_spend' },
    ],
    [
      'dates that can be read two ways',
      () => prepare(bytesOf('date,revenue,tv\n01/02/2024,1,2\n01/03/2024,3,4\n01/04/2024,5,7\n')),
      { code: 'ambiguous_dates', column: 'date', row: 2 },
    ],
    [
      'a row cut short',
      () => runLines((l, row) => (row === 12 ? '2022-03-14,5' : l)),
      { code: 'ragged_rows', row: 12 },
    ],
    [
      'a name for the target that is not there',
      () => run(healthy, {}, { target: 'revenues' }),
      { code: 'missing_columns', column: 'revenues' },
    ],
  ];

  test.each(cases)('%s', async (_, go, expected) => {
    const { data, findings } = await go();
    expect(errors(findings)).toContainEqual(expect.objectContaining(expected));
    expect(data).toBeUndefined();
  });

  test.each(cases)('%s has a sentence in the catalogue for all that was found', async (_, go) => {
    for (const finding of (await go()).findings) {
      expect(catalogue[finding.code]?.severity, finding.code).toBe(finding.severity);
      expect(sentence(finding)).not.toMatch(/undefined|NaN|\?\?|\? /);
    }
  });

  test('everything at once, not only the first', async () => {
    const spoiled: Cells = {
      revenue: (r) => (r === 5 ? 'soon' : 100 + noise(r, 1)),
      tv_spend: (r) => (r === 6 ? -3 : noise(r, 2)),
      radio_spend: () => 0,
      temperature: (r) => (r === 7 ? '' : noise(r, 3)),
    };
    const { findings } = await run(spoiled, { rows: 40, stepDays: 7 });
    expect(codes(errors(findings)).sort()).toEqual(
      ['min_rows', 'missing_control', 'negative_spend', 'target_not_numeric', 'zero_spend_channel'].sort(),
    );
  });
});

describe('what is noticed without blocking', () => {
  const spiked: Cells = { ...healthy, revenue: (r) => (r === 10 ? 500_000 : (healthy.revenue?.(r) ?? 0)) };
  const cases: [string, () => ReturnType<typeof prepare>, Partial<Finding>][] = [
    ['fewer than two years', () => run(healthy, { rows: 80 }), { code: 'low_rows', severity: 'warning' }],
    [
      'a missing KPI',
      () => run(cellAt('revenue', 30, '')),
      { code: 'missing_kpi', severity: 'warning', row: 30 },
    ],
    [
      'many missing KPIs',
      () => run({ ...healthy, revenue: (r) => (r % 10 === 9 ? '' : (healthy.revenue?.(r) ?? 0)) }),
      { code: 'high_nulls', severity: 'warning', row: 11 },
    ],
    [
      'refunds',
      () => run(cellAt('revenue', 30, -5)),
      { code: 'negative_target', severity: 'warning', row: 30 },
    ],
    ['an outlier', () => run(spiked), { code: 'outliers', severity: 'warning', row: 12 }],
    ['a skewed KPI', () => run(spiked), { code: 'log_transform', severity: 'suggestion' }],
    [
      'a channel that was hardly on',
      () => run({ ...healthy, radio_spend: (r) => (r < 5 ? 10 + r : 0) }),
      { code: 'few_active_periods', severity: 'warning', facts: { active: 5, least: 8 } },
    ],
    [
      'channels that move together',
      () => run({ ...healthy, radio_spend: (r) => Number(healthy.tv_spend?.(r)) + noise(r, 8) }),
      { code: 'high_correlation', severity: 'warning', column: 'tv_spend' },
    ],
    [
      'a channel that moves with a control, which nobody can vary alone',
      () => run({ ...healthy, competitor_spend: (r) => Number(healthy.tv_spend?.(r)) + noise(r, 8) }),
      {
        code: 'high_correlation',
        severity: 'warning',
        facts: { other: 'competitor_spend', r: expect.any(Number), controls: ['competitor_spend'] },
      },
    ],
    [
      'few channels',
      () => run({ revenue: healthy.revenue as never, tv_spend: healthy.tv_spend as never }),
      { code: 'few_channels', severity: 'suggestion' },
    ],
    [
      'no holidays',
      () => run({ revenue: healthy.revenue as never, tv_spend: healthy.tv_spend as never }),
      { code: 'add_seasonality', severity: 'suggestion' },
    ],
    [
      'daily data',
      () => run(healthy, { rows: 800, stepDays: 1 }),
      { code: 'daily_offer_weeks', severity: 'suggestion' },
    ],
    [
      'an unfinished last week',
      () =>
        run({
          ...healthy,
          revenue: (r) => Number(healthy.revenue?.(r)) * (r === 103 ? 0.3 : 1),
          tv_spend: (r) => Number(healthy.tv_spend?.(r)) * (r === 103 ? 0.3 : 1),
          search_spend: (r) => Number(healthy.search_spend?.(r)) * (r === 103 ? 0.3 : 1),
          radio_spend: (r) => Number(healthy.radio_spend?.(r)) * (r === 103 ? 0.3 : 1),
        }),
      { code: 'partial_period', severity: 'warning', row: 105 },
    ],
    [
      'media before the first KPI',
      () => run({ ...healthy, revenue: (r) => (r < 8 ? '' : (healthy.revenue?.(r) ?? 0)) }),
      { code: 'lead_in', severity: 'note', facts: { count: 8, date: '2022-02-28' } },
    ],
    [
      'another KPI beside one that is called so',
      () => run({ ...healthy, kpi: (r) => 10 + (r % 7) }),
      { code: 'other_target_left_out', severity: 'warning', column: 'revenue', facts: { target: 'kpi' } },
    ],
    [
      'an outcome',
      () => run({ ...healthy, sessions: (r) => 10 + (r % 7) }),
      { code: 'outcome_left_out', severity: 'note', column: 'sessions' },
    ],
    [
      'a text column',
      () => run({ ...healthy, events: (r) => (r === 9 ? 'launch' : 'na') }),
      {
        code: 'text_column_left_out',
        severity: 'note',
        column: 'events',
        facts: { values: ['launch'], distinct: 1 },
      },
    ],
    [
      'brand search',
      () => run({ ...healthy, brand_search_spend: (r) => noise(r, 7) }),
      { code: 'demand_captured', severity: 'note', column: 'brand_search_spend' },
    ],
    [
      'a column nobody can name',
      () => run({ ...healthy, x7: (r) => noise(r, 7) }),
      { code: 'unsure_role', severity: 'warning', column: 'x7' },
    ],
    [
      'reach and frequency',
      () => run({ ...healthy, tv_reach: (r) => noise(r, 7), tv_frequency: (r) => noise(r, 8) }),
      {
        code: 'reach_frequency_left_out',
        severity: 'note',
        facts: { columns: ['tv_reach', 'tv_frequency'], channel: 'TV' },
      },
    ],
    [
      'one region',
      () => run({ ...healthy, region: () => 'North' }),
      { code: 'one_geo_left_out', severity: 'note', column: 'region' },
    ],
    [
      'population',
      () => run({ ...healthy, population: () => 5e6 }),
      { code: 'population_left_out', severity: 'note', column: 'population' },
    ],
    [
      'clicks without spend',
      () => run({ ...healthy, display_clicks: (r) => noise(r, 7) }),
      { code: 'exposure_without_spend', severity: 'note', column: 'display_clicks' },
    ],
    [
      'visits as the only media',
      () => run({ revenue: healthy.revenue as never, visits: (r) => noise(r, 7) }),
      { code: 'outcome_as_media', severity: 'warning', column: 'visits' },
    ],
  ];

  test.each(cases)('%s', async (_, go, expected) => {
    const { data, findings } = await go();
    expect(findings).toContainEqual(expect.objectContaining(expected));
    expect(data).toBeDefined();
    for (const finding of findings) {
      expect(catalogue[finding.code]?.severity, finding.code).toBe(finding.severity);
      expect(sentence(finding)).not.toMatch(/undefined|NaN|\? /);
    }
  });
});

describe('exposure', () => {
  const withImpressions = (impressions: (row: number) => number | string): Cells => ({
    ...healthy,
    tv_impressions: impressions,
  });

  test('drives the channel whose spend stands beside it', async () => {
    const { draft, data, findings } = await run(withImpressions((r) => 1000 * noise(r, 9) + 1));
    expect(draft?.channels[0]).toEqual({ column: 'tv_spend', name: 'TV', exposure: 'tv_impressions' });
    expect(data?.columns.has('tv_impressions')).toBe(true);
    expect(codes(findings)).toContain('exposure_used');
  });

  test.each([
    [
      'money without exposure',
      (r: number) => (r === 4 ? 0 : 5 + noise(r, 9)),
      'row 6 has spend and no exposure',
    ],
    ['a gap', (r: number) => (r === 4 ? '' : 5 + noise(r, 9)), 'it has no number in row 6'],
    ['the same everywhere', () => 5, 'it has the same value everywhere'],
    ['the same numbers', healthy.tv_spend as never, 'it holds the same numbers'],
  ])('does not with %s', async (_, impressions, why) => {
    const { draft, findings } = await run(withImpressions(impressions));
    expect(draft?.channels[0]).toEqual({ column: 'tv_spend', name: 'TV' });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'exposure_not_used', facts: { spend: 'tv_spend', why } }),
    );
    expect(hasErrors(findings)).toBe(false);
  });
});

describe('the kind of the target', () => {
  test('conversions with their worth are units with money', async () => {
    const { revenue: _, ...rest } = healthy;
    const { draft } = await run({
      conversions: (r) => 100 + (r % 9),
      revenue_per_conversion: (r) => 2 + (r % 3),
      ...rest,
    });
    expect(draft?.columns.target).toEqual({
      column: 'conversions',
      kind: 'units',
      revenuePerKpi: 'revenue_per_conversion',
    });
  });

  test('a currency is taken from header or cells', async () => {
    const { revenue, ...rest } = healthy;
    const { draft } = await run({ 'Revenue (€)': revenue as never, ...rest });
    expect(draft?.columns.target).toEqual({ column: 'Revenue (€)', kind: 'money', currency: 'EUR' });
  });
});

describe('long tables', () => {
  const channels = ['TV', 'Search', 'Radio'];
  const long = (kpi: (week: number, channel: number) => string | number, weeks = 60): string =>
    [
      'date,channel,spend,revenue',
      ...Array.from({ length: weeks }, (_, week) =>
        channels.map(
          (name, c) =>
            `${isoDay('2024-01-01', week * 7)},${name},${Math.round(100 * noise(week, c)) + 1},${kpi(week, c)}`,
        ),
      ).flat(),
    ].join('\n');

  test('one row per date and channel becomes a column per channel', async () => {
    const { draft, data, findings } = await prepare(bytesOf(long((week) => 1000 + 10 * noise(week, 9))));
    expect(draft?.channels.map((c) => [c.column, c.name])).toEqual([
      ['TV_spend', 'TV'],
      ['Search_spend', 'Search'],
      ['Radio_spend', 'Radio'],
    ]);
    expect(data?.dates).toHaveLength(60);
    expect(data?.columns.get('Search_spend')?.[7]).toBe(Math.round(100 * noise(7, 1)) + 1);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'long_table_pivoted', facts: { values: channels } }),
    );
  });

  test('a KPI written beside one channel only counts once', async () => {
    const { data, findings } = await prepare(bytesOf(long((week, c) => (c === 0 ? 1000 + week : ''))));
    expect(data?.columns.get('revenue')?.[3]).toBe(1003);
    expect(codes(findings)).not.toContain('kpi_summed_over_channels');
  });

  test('a KPI by channel is summed with a warning', async () => {
    const { data, findings } = await prepare(bytesOf(long((week, c) => 100 + week + c)));
    expect(data?.columns.get('revenue')?.[3]).toBe(312);
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'warning', code: 'kpi_summed_over_channels' }),
    );
  });

  test('a channel twice on one date is an error, or added up when asked', async () => {
    const text = `${long((week) => 1000 + noise(week, 9))}\n2024-01-01,TV,5,${1000 + noise(0, 9)}`;
    expect(errors((await prepare(bytesOf(text))).findings)).toMatchObject([
      { code: 'long_table_repeated', row: 182 },
    ]);
    const { data } = await prepare(bytesOf(text), { duplicates: 'sum' });
    expect(data?.columns.get('TV_spend')?.[0]).toBe(Math.round(100 * noise(0, 0)) + 6);
  });

  const without = (text: string, isGone: (week: number, channel: number) => boolean) =>
    text
      .split('\n')
      .filter((_, line) => line === 0 || !isGone(Math.floor((line - 1) / 3), (line - 1) % 3))
      .join('\n');

  test('rows that are not there are taken as 0, with their number and their channels', async () => {
    const text = long((week) => 1000 + week);
    const { data, findings } = await prepare(
      bytesOf(without(text, (week, c) => (c === 1 && week < 4) || (c === 2 && week === 20))),
    );
    expect(data?.columns.get('Radio_spend')?.[20]).toBe(0);
    expect(findings.filter(({ code }) => code.startsWith('long_rows'))).toEqual([
      expect.objectContaining({
        severity: 'note',
        code: 'long_rows_filled',
        column: 'channel',
        facts: { count: 5, channels: ['Radio', 'Search'], date: '2024-01-01' },
      }),
    ]);
  });

  test('a missing row among zeros written out is a warning; before the channel began it is not', async () => {
    const zeros = long((week) => 1000 + week).replace(/^(2024-0[34]-..,Radio),\d+/gm, '$1,0');
    const { findings } = await prepare(
      bytesOf(without(zeros, (week, c) => c === 2 && (week < 2 || week === 20))),
    );
    expect(findings.filter(({ code }) => code.startsWith('long_rows'))).toMatchObject([
      { severity: 'warning', code: 'long_rows_missing', facts: { count: 1, channels: ['Radio'] } },
      { severity: 'note', code: 'long_rows_filled', facts: { count: 2, channels: ['Radio'] } },
    ]);
  });

  test('a word as spend keeps its row', async () => {
    const text = long(() => 10)
      .split('\n')
      .map((line, i) => (i === 20 ? line.replace(/,\d+,10$/, ',lots,10') : line));
    expect((await prepare(bytesOf(text.join('\n')))).findings).toContainEqual(
      expect.objectContaining({ code: 'media_not_numeric', column: 'spend', row: 21 }),
    );
  });

  test('names and values in two columns become columns', async () => {
    const text = [
      'week;metric;value',
      ...Array.from({ length: 55 }, (_, week) =>
        ['revenue', 'tv_spend', 'radio_spend'].map(
          (name, c) => `${isoDay('2024-01-01', week * 7)};${name};${Math.round(1e4 * noise(week, c)) / 100}`,
        ),
      ).flat(),
    ].join('\n');
    const { draft, data } = await prepare(bytesOf(text));
    expect(draft?.columns.target.column).toBe('revenue');
    expect(draft?.channels.map((c) => c.column)).toEqual(['tv_spend', 'radio_spend']);
    expect(data?.columns.get('tv_spend')?.[2]).toBe(Math.round(1e4 * noise(2, 1)) / 100);
  });

  test.each(['geo', 'Bundesland', 'shop'])(
    'several regions in a column called %s are refused',
    async (name) => {
      const text = lines(healthy, { rows: 60 }).flatMap((line, i) =>
        i === 0 ? `${name},${line}` : [`North,${line}`, `South,${line}`],
      );
      const { data, findings } = await prepare(bytesOf(text.join('\n')));
      expect(errors(findings)).toMatchObject([
        { code: 'geo_not_supported', column: name, facts: { count: 2, values: ['North', 'South'] } },
      ]);
      expect(data).toBeUndefined();
    },
  );
});

describe('time', () => {
  test('days become weeks when asked: sums of money, means of controls, whole weeks only', async () => {
    const { data, draft, findings, period } = await run(
      healthy,
      { rows: 800, stepDays: 1, start: '2022-01-01' },
      { weeks: 1 },
    );
    expect([period, data?.dates.length, isoDate(data?.dates[0] ?? 0)]).toEqual(['week', 114, '2022-01-03']);
    const week = [2, 3, 4, 5, 6, 7, 8];
    const total = (header: string) => week.reduce((sum, row) => sum + Number(healthy[header]?.(row)), 0);
    expect(data?.columns.get('revenue')?.[0]).toBe(total('revenue'));
    expect(data?.columns.get('tv_spend')?.[0]).toBe(total('tv_spend'));
    expect(data?.columns.get('temperature')?.[0]).toBeCloseTo(total('temperature') / 7, 12);
    expect(draft?.channels).toHaveLength(3);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'weeks_summed', facts: { weeks: 114, dropped: 2 } }),
    );
    expect(codes(findings)).not.toContain('daily_offer_weeks');
  });

  test('weeks written with two digits for the year are weeks', async () => {
    const text = csv(healthy).replace(/^20/gm, '');
    const { data, period, findings } = await prepare(bytesOf(text));
    expect([period, isoDate(data?.dates[0] ?? 0)]).toEqual(['week', '2022-01-03']);
    expect(codes(findings)).toEqual(['date_order_decided']);
  });

  test('months are months, whatever day of the month is written', async () => {
    const body = Array.from({ length: 30 }, (_, i) => {
      const end = new Date(Date.UTC(2022, i + 1, 0)).toISOString().slice(0, 10);
      return `${end},${1000 + 100 * noise(i, 1)},${10 * noise(i, 2)}`;
    });
    const { data, period, findings } = await prepare(bytesOf(['month,revenue,tv_spend', ...body].join('\n')));
    expect([period, isoDate(data?.dates[1] ?? 0)]).toEqual(['month', '2022-02-01']);
    expect(codes(findings)).toEqual(expect.arrayContaining(['non_weekly', 'month_start_used', 'low_rows']));
  });

  test('weeks written by their last day are moved to their first', async () => {
    const text = csv(healthy, { start: '2022-01-09' }).replace('date', 'week_ending');
    const { data } = await prepare(bytesOf(text));
    expect(isoDate(data?.dates[0] ?? 0)).toBe('2022-01-03');
  });

  test('copies of a date are summed when asked', async () => {
    const { data, findings } = await runLines((l, row) => (row === 41 ? `${l}\n${l}` : l), {
      duplicates: 'sum',
    });
    expect(data?.columns.get('revenue')?.[39]).toBe(2 * Number(healthy.revenue?.(39)));
    expect(data?.columns.get('temperature')?.[39]).toBe(healthy.temperature?.(39));
    expect(codes(findings)).toContain('duplicates_summed');
  });
});

describe("the user's spec", () => {
  const draft: SpecDraft = {
    columns: { date: 'date', target: { column: 'revenue', kind: 'money' } },
    channels: [{ column: 'tv_spend', name: 'Television' }],
    controls: [{ column: 'temperature', role: 'precision' }],
  };
  const withSpec = (change: Partial<SpecDraft>, options?: PrepareOptions) =>
    prepareWithSpec(bytesOf(csv()), { ...draft, ...change }, options);

  test('wins over what is detected and reads only its columns', async () => {
    const prepared = await withSpec({});
    expect(prepared.draft).toEqual(draft);
    expect([...(prepared.data?.columns.keys() ?? [])]).toEqual(['revenue', 'tv_spend', 'temperature']);
  });

  test('may settle what detection cannot', async () => {
    const two = bytesOf(csv({ ...healthy, sales: (r) => 10 * r }));
    expect((await prepareWithSpec(two, draft)).data).toBeDefined();
  });

  test('a misspelt column is named with its path and its neighbour', async () => {
    const { findings } = await withSpec({
      channels: [{ column: 'tv_spent' }],
      controls: [{ column: 'holidays' }],
    });
    expect(errors(findings)).toMatchObject([
      {
        code: 'missing_columns',
        column: 'tv_spent',
        path: 'channels[0].column',
        facts: { nearest: 'tv_spend' },
      },
      {
        code: 'missing_columns',
        column: 'holidays',
        path: 'controls[0].column',
        facts: { nearest: 'holiday' },
      },
    ]);
  });

  test('a target that is a channel is an error', async () => {
    const { findings } = await withSpec({ channels: [{ column: 'revenue' }, { column: 'tv_spend' }] });
    expect(errors(findings)).toMatchObject([
      { code: 'target_is_channel', column: 'revenue', path: 'channels[0].column' },
    ]);
  });

  test('a column used twice is an error', async () => {
    const { findings } = await withSpec({ controls: [{ column: 'tv_spend' }] });
    expect(errors(findings)).toMatchObject([
      {
        code: 'column_used_twice',
        column: 'tv_spend',
        path: 'controls[0].column',
        facts: { other: 'channels[0].column' },
      },
    ]);
  });

  test('an outcome among its controls is left out and said', async () => {
    const { data, findings } = await withSpec({ controls: [{ column: 'temperature', role: 'outcome' }] });
    expect(data?.columns.has('temperature')).toBe(false);
    expect(codes(findings)).toContain('outcome_left_out');
  });

  test('a text column as spend or date is an error with its first row', async () => {
    const text = bytesOf(csv({ ...healthy, note: () => 'words' }));
    const asSpend = await prepareWithSpec(text, { ...draft, channels: [{ column: 'note' }] });
    expect(errors(asSpend.findings)).toMatchObject([{ code: 'media_not_numeric', column: 'note', row: 2 }]);
    const asDate = await prepareWithSpec(text, { ...draft, columns: { ...draft.columns, date: 'note' } });
    expect(errors(asDate.findings)).toMatchObject([{ code: 'invalid_dates', column: 'note', row: 2 }]);
  });
});
