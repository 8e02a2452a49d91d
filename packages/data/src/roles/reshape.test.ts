// Long tables as people keep them: the KPI on rows of its own, repeated, among the channels, or not there at all.
import { sentence } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { bytesOf, isoDay, noise } from '../../fixtures/weekly.ts';
import { prepare } from '../prepare.ts';

const channels = ['tv', 'search', 'radio'];
const kpi = (week: number) => Math.round(1000 + 500 * noise(week, 9));
const spend = (week: number, channel: number) => Math.round(100 + 900 * noise(week, channel));

/** The header, then for each week what `rows` makes of it. */
const long = (header: string, rows: (week: number) => readonly string[], weeks = 60): string =>
  [
    header,
    ...Array.from({ length: weeks }, (_, week) =>
      rows(week).map((row) => `${isoDay('2024-01-01', 7 * week)},${row}`),
    ).flat(),
  ].join('\n');

const spends = (week: number, tail = '') => channels.map((name, c) => `${name},${spend(week, c)}${tail}`);

const read = async (text: string, target?: string) => {
  const { data, draft, findings } = await prepare(bytesOf(text), target === undefined ? {} : { target });
  const by = (severity: string) => findings.filter((f) => f.severity === severity);
  return {
    data,
    draft,
    errors: by('error').map((one) => sentence(one)),
    notes: by('note').map(({ code }) => code),
    findings,
  };
};

describe('the KPI of a long table', () => {
  test('on rows without a channel belongs to the date', async () => {
    const text = long('date,channel,spend,revenue', (week) => [`,,${kpi(week)}`, ...spends(week, ',')]);
    const { data, draft, errors } = await read(text);
    expect([errors, draft?.columns.target.column]).toEqual([[], 'revenue']);
    expect(draft?.channels.map(({ column }) => column)).toEqual(['tv_spend', 'search_spend', 'radio_spend']);
    expect([data?.columns.get('revenue')?.[5], data?.columns.get('tv_spend')?.[5]]).toEqual([
      kpi(5),
      spend(5, 0),
    ]);
  });

  test('among the channels is taken as what is to be explained, and said', async () => {
    const { data, draft, errors, findings } = await read(
      long('date,channel,spend', (week) => [...spends(week), `revenue,${kpi(week)}`]),
    );
    expect([errors, draft?.columns.target.column]).toEqual([[], 'revenue']);
    expect(draft?.channels).toHaveLength(3);
    expect(data?.columns.get('revenue')?.[5]).toBe(kpi(5));
    expect(findings.map((one) => sentence(one))).toContain(
      '`revenue` in column `channel` is not a channel but what is to be explained: its `spend` was taken as the KPI.',
    );
  });

  test('on rows of its own is missing by date where that row is not there', async () => {
    const own = (gap: number) => (week: number) => [
      ...(week === gap ? [] : [`,,${kpi(week)}`]),
      ...spends(week, ','),
    ];
    const among = (gap: number) => (week: number) => [
      ...spends(week),
      ...(week === gap ? [] : [`revenue,${kpi(week)}`]),
    ];
    for (const text of [long('date,channel,spend,revenue', own(7)), long('date,channel,spend', among(7))]) {
      const found = (await read(text)).findings.filter(({ code }) => code === 'missing_kpi');
      expect(found.map((one) => sentence(one))).toEqual([
        'Date 2024-02-19, column `revenue`: no row holds a value. Without a KPI a period keeps its media and does not count in the fit.',
      ]);
      expect(found[0]).not.toHaveProperty('row');
    }
  });

  test('among the channels is missing where it has no row, not 0', async () => {
    const { data } = await read(
      long('date,Kanal,Kosten', (week) => [...spends(week), ...(week === 7 ? [] : [`Umsatz,${kpi(week)}`])]),
    );
    expect(data?.columns.get('Umsatz')?.[7]).toBeNaN();
  });

  test('in a column and among the channels is asked for', async () => {
    const { errors } = await read(
      long('date,channel,spend,revenue', (week) => [
        ...spends(week, `,${kpi(week)}`),
        `revenue,${2 * kpi(week)},`,
      ]),
    );
    expect(errors).toEqual([
      expect.stringMatching(/^`revenue.*` and `revenue.*` can each be what is to be explained/),
    ]);
  });

  test('repeated in the rows of a date is taken once, and said', async () => {
    const { data, notes } = await read(
      long('date,channel,spend,revenue', (week) => spends(week, `,${kpi(week)}`)),
    );
    expect(data?.columns.get('revenue')?.[5]).toBe(kpi(5));
    expect(notes).toEqual(['long_table_pivoted', 'kpi_repeated']);
  });

  test('may be named by the user', async () => {
    const text = long('date,channel,spend,x', (week) =>
      channels.map((name, c) => `${name},${spend(week, c)},${week + c}`),
    );
    const { data } = await read(text, 'x');
    expect(data?.columns.get('x')?.[5]).toBe(18);
  });

  test('that is not there is a column to add', async () => {
    const { errors } = await read(long('date,channel,spend', (week) => spends(week)));
    expect(errors).toEqual([
      'The table has a row for each date and `channel` and no KPI (revenue, sales, orders). Add a column with the KPI of each date, repeated in its rows, or a row for each date where `channel` is `revenue`.',
    ]);
  });
});

describe('a long table names its own rows', () => {
  test('where spend is empty', async () => {
    const text = long('date,channel,spend,revenue', (week) =>
      channels.map((name, c) => `${name},${week === 2 && c > 0 ? 'n/a' : spend(week, c)},${kpi(week)}`),
    );
    expect((await read(text)).errors).toEqual([
      'Rows 9 and 10, column `spend`: the cells hold `n/a`, which means no value. Write 0 where nothing ran, else the amount.',
    ]);
  });

  test('where spend is a word, once', async () => {
    const text = long('date,channel,spend,revenue', (week) =>
      channels.map((name, c) => `${name},${week === 2 && c === 1 ? 'lots' : spend(week, c)},${kpi(week)}`),
    );
    expect((await read(text)).errors).toEqual([
      'Row 9, column `spend`: "lots" is not a number. Write a number, 0 where nothing ran.',
    ]);
  });

  test('where spend has no channel', async () => {
    const text = long('date,channel,spend,revenue', (week) => [
      ...(week === 3 ? [`,50,${kpi(week)}`] : []),
      ...spends(week, `,${kpi(week)}`),
    ]);
    expect((await read(text)).errors).toEqual([
      'Row 11, column `channel` is empty although `spend` is given. Write the name of the channel.',
    ]);
  });

  test('where a date and channel stand twice', async () => {
    const text = long('date,channel,spend,revenue', (week) => [
      ...spends(week, `,${kpi(week)}`),
      ...(week < 2 ? [`tv,5,${kpi(week)}`] : []),
    ]);
    expect((await read(text)).errors).toEqual([
      'Rows 5 and 9 repeat the date and `channel` of rows before them. Keep one row for each date and channel, or add them up with --duplicates sum.',
    ]);
  });
});

test.each(['channel', 'Kanal', 'canal', 'medium'])(
  'many values of %s are channels, not regions',
  async (name) => {
    const text = long(`date,${name},spend,revenue`, (week) =>
      Array.from({ length: 201 }, (_, c) => `c${c},${spend(week, c)},${kpi(week)}`),
    );
    expect((await read(text)).errors).toEqual([
      `Column \`${name}\` names 201 channels; at most 200 can be told apart. Merge the small ones under one name.`,
    ]);
  },
);
