// When the first or last period leaves the likelihood, and when a low week is just a low week.
import { sentence } from '@mixmodel/contract';
import { describe, expect, test } from 'vitest';
import { bytesOf, type Cells, csv, healthy, isoDay, noise, type TableShape } from '../../fixtures/weekly.ts';
import { type PrepareOptions, prepare } from '../prepare.ts';

const AMOUNTS = ['revenue', 'tv_spend', 'search_spend', 'radio_spend'];

/** `healthy` with some columns of one row multiplied. */
const scaled = (at: number, factors: Readonly<Record<string, number>>, cells: Cells = healthy): Cells => ({
  ...cells,
  ...Object.fromEntries(
    Object.entries(factors).map(([header, factor]) => [
      header,
      (row: number) => Number(cells[header]?.(row)) * (row === at ? factor : 1),
    ]),
  ),
});
const cut = (at: number, share: number, cells?: Cells) =>
  scaled(at, Object.fromEntries(AMOUNTS.map((header) => [header, share])), cells);

async function run(cells: Cells, shape?: TableShape, options?: PrepareOptions) {
  const { data, findings } = await prepare(bytesOf(csv(cells, shape)), options);
  return { data, findings, partial: findings.filter(({ code }) => code === 'partial_period') };
}

describe('a period that is cut short leaves the likelihood', () => {
  test('a last week of two days keeps its media and loses its KPI, and the row is named', async () => {
    const { data, partial } = await run(cut(103, 2 / 7));
    expect(partial).toMatchObject([
      { severity: 'warning', column: 'revenue', row: 105, facts: { date: isoDay('2022-01-03', 103 * 7) } },
    ]);
    expect(data?.columns.get('revenue')?.[103]).toBeNaN();
    expect(data?.columns.get('revenue')?.[102]).toBe(healthy.revenue?.(102));
    expect(data?.columns.get('tv_spend')?.[103]).toBeCloseTo((Number(healthy.tv_spend?.(103)) * 2) / 7, 9);
    expect(data?.leadIn).toBe(0);
    expect(sentence(partial[0] as never)).toMatch(/^Row 105 \(2023-12-25\).*--partial keep\.$/);
  });

  test('a first week of three days becomes history of the media', async () => {
    const { data, partial } = await run(cut(0, 3 / 7));
    expect(partial).toMatchObject([{ row: 2 }]);
    expect([data?.leadIn, data?.columns.get('revenue')?.[0]]).toEqual([1, Number.NaN]);
  });

  test('a last month is known by a date in its middle, whatever its numbers', async () => {
    const months = Array.from({ length: 36 }, (_, i) => {
      const end = i === 35 ? '2024-12-27' : new Date(Date.UTC(2022, i + 1, 0)).toISOString().slice(0, 10);
      return `${end},${1000 + 100 * noise(i, 1)},${10 + noise(i, 2)},${5 + noise(i, 3)}`;
    });
    const { data, findings } = await prepare(bytesOf(['month,revenue,tv,radio', ...months].join('\n')));
    const found = findings.filter(({ code }) => code === 'partial_period');
    expect(found).toMatchObject([{ row: 37 }]);
    expect(sentence(found[0] as never)).toContain('its date is in the middle of a month');
    expect(data?.columns.get('revenue')?.[35]).toBeNaN();
  });

  test('a last day is held against its own weekday', async () => {
    const weekend = (row: number) => (row % 7 >= 5 ? 0.3 : 1);
    const daily: Cells = Object.fromEntries(
      AMOUNTS.map((h) => [h, (r: number) => Number(healthy[h]?.(r)) * weekend(r)]),
    );
    const shape = { rows: 400, stepDays: 1 };
    expect((await run(daily, { ...shape, rows: 398 })).partial).toEqual([]);
    expect((await run(cut(399, 0.3, daily), shape)).partial).toMatchObject([{ row: 401 }]);
  });

  test('the outliers, the skew and the number of periods are those of the other rows', async () => {
    const { findings } = await run(cut(103, 0.01));
    expect(findings.map(({ code }) => code)).toEqual(['partial_period', 'low_rows']);
  });

  test('no week counted from days is guessed at: days outside whole weeks are left out', async () => {
    const days = (factor: number): Cells =>
      Object.fromEntries(
        AMOUNTS.map((h) => [h, (r: number) => Number(healthy[h]?.(r)) * (r >= 763 ? factor : 1)]),
      );
    const { data, partial, findings } = await run(days(0.2), { rows: 770, stepDays: 1 }, { weeks: 1 });
    expect([partial, data?.dates.length]).toEqual([[], 110]);
    expect(findings.some(({ code }) => code === 'weeks_summed')).toBe(true);
    expect(data?.columns.get('revenue')?.[109]).toBeGreaterThan(0);
  });

  test('stays when the user says that it is complete', async () => {
    const { data, partial } = await run(cut(103, 2 / 7), {}, { partial: 'keep' });
    expect(partial).toEqual([]);
    expect(data?.columns.get('revenue')?.[103]).toBeCloseTo((Number(healthy.revenue?.(103)) * 2) / 7, 9);
  });
});

describe('a low period stays', () => {
  const burst = (salt: number) => (row: number) => (row % 10 < 4 ? 5000 + 900 * noise(row, salt) : 0);
  const pulsed: Cells = { ...healthy, tv_spend: burst(2) };
  const seasonal: Cells = {
    ...healthy,
    ...Object.fromEntries(
      AMOUNTS.map((h) => [h, (r: number) => Number(healthy[h]?.(r)) * (r % 52 === 51 ? 0.4 : 1)]),
    ),
  };
  const growing: Cells = {
    ...healthy,
    ...Object.fromEntries(
      AMOUNTS.map((h) => [h, (r: number) => Number(healthy[h]?.(r)) * 1.08 ** Math.min(r, 30)]),
    ),
  };
  test.each<[string, Cells]>([
    ['nothing fell', healthy],
    ['only the KPI fell', scaled(103, { revenue: 0.4 })],
    ['only the media fell', scaled(103, { tv_spend: 0.3, search_spend: 0.3, radio_spend: 0.3 })],
    ['a pulse of TV has ended', pulsed],
    ['TV is off in a week of holidays', scaled(103, { revenue: 0.5, tv_spend: 0 })],
    ['one large channel fell with the KPI', scaled(103, { revenue: 0.4, tv_spend: 0.05 })],
    [
      'media fell by another factor',
      scaled(103, { revenue: 0.5, tv_spend: 0.01, search_spend: 0.01, radio_spend: 0.01 }),
    ],
    ['both fell in the same week of the year before', seasonal],
    ['both only grow', growing],
    ['it lies inside', cut(60, 2 / 7)],
    ['a week of holidays keeps half of everything', cut(103, 0.5)],
  ])('when %s', async (_, cells) => {
    const { partial, data } = await run(cells);
    expect(partial).toEqual([]);
    expect(data?.columns.get('revenue')?.every((value) => !Number.isNaN(value))).toBe(true);
  });
});
