// Public holidays of a country, as the days of an event.
import { sentence } from '@mixmodel/contract';
import type { SpecDraft } from '@mixmodel/engine';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../cells/calendar.ts';
import { prepareWithSpec } from '../prepare.ts';
import { withHolidays } from './holidays.ts';

type Event = NonNullable<NonNullable<SpecDraft['baseline']>['events']>[number];

const draftWith = (...events: Event[]): SpecDraft => ({
  columns: { date: 'week', target: { column: 'revenue', kind: 'money' } },
  channels: [{ column: 'tv' }],
  baseline: { events },
});

/** Weeks of 2024. */
const dates = Array.from({ length: 52 }, (_, week) => (dayOf(2024, 1, 1) as number) + 7 * week);

async function daysOf(event: Omit<Event, 'name'>): Promise<readonly string[]> {
  const { draft } = await withHolidays(draftWith({ name: 'Public holidays', ...event }), dates);
  return draft.baseline?.events?.[0]?.dates ?? [];
}

const of2024 = (days: readonly string[]) => days.filter((day) => day.startsWith('2024'));

describe('the holidays of a country', () => {
  // Feiertagsgesetze der Länder: the nine days that all of them keep.
  const german = ['01-01', '03-29', '04-01', '05-01', '05-09', '05-20', '10-03', '12-25', '12-26'];

  it('are its public ones, each as its day there', async () => {
    expect(of2024(await daysOf({ country: 'DE' }))).toEqual(german.map((day) => `2024-${day}`));
    expect(of2024(await daysOf({ country: 'us' }))).toContain('2024-11-28');
  });

  it('are listed for two years beyond the data, for forecasts', async () => {
    expect((await daysOf({ country: 'DE' })).at(-1)).toBe('2026-12-26');
  });

  it('are more in a part of the country that keeps more', async () => {
    const bavarian = of2024(await daysOf({ country: 'DE', region: 'by' }));
    expect(bavarian.filter((day) => !german.includes(day.slice(5)))).toEqual(
      expect.arrayContaining(['2024-01-06', '2024-05-30', '2024-11-01']),
    );
  });

  it('last as long as they last', async () => {
    // Eid al-Fitr 2024, four days from 10 April or the evening before.
    const eid = of2024(await daysOf({ country: 'SA' })).filter((day) => day.startsWith('2024-04'));
    expect(eid).toHaveLength(4);
    expect(eid).toContain('2024-04-10');
  });

  it('stay as they are where a spec has them written out', async () => {
    expect(await daysOf({ country: 'DE', dates: ['2024-01-01'] })).toEqual(['2024-01-01']);
  });

  it.each([
    [{ country: 'Germany' }, 'Did you mean DE (Germany)?'],
    [{ country: 'XX' }, 'got XX.'],
    [{ country: 'DE', region: 'Bayen' }, 'Did you mean BY (Bayern)?'],
    [{ country: 'constructor' }, 'got constructor.'],
  ])('of %o: a sentence that helps', async (event, words) => {
    const { findings } = await withHolidays(draftWith({ name: 'Public holidays', ...event }), dates);
    expect(findings.map((finding) => sentence(finding, 'terminal'))).toEqual([
      expect.stringContaining(words),
    ]);
  });
});

it('a spec with a country is completed when it is read with its file', async () => {
  const rows = dates.map(
    (day, t) => `${new Date(day * 86_400_000).toISOString().slice(0, 10)},${100 + (t % 7)},${t % 5}`,
  );
  const bytes = new TextEncoder().encode(['week,revenue,tv', ...rows].join('\n'));
  const read = (country: string) => prepareWithSpec(bytes, draftWith({ name: 'Public holidays', country }));
  const good = await read('DE');
  expect(good.draft?.baseline?.events?.[0]?.dates).toContain('2024-10-03');
  expect(good.data).toBeDefined();
  const bad = await read('ZZ');
  expect(bad.findings.map(({ code }) => code)).toContain('unknown_country');
  expect(bad.data).toBeUndefined();
});
