// How single texts are read as dates, and how a column decides between day and month first.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, isoDate, mondayOfWeek, partsOf, weekday } from './calendar.ts';
import { decideDates } from './date-order.ts';
import { readDate } from './dates.ts';

const iso = (text: string) => {
  const reading = readDate(text);
  return reading.kind === 'date' ? isoDate(reading.day) : reading.kind;
};

describe('a date with one meaning is that day', () => {
  test.each([
    ['2024-01-05', '2024-01-05'],
    ['2024/1/5', '2024-01-05'],
    ['2024.01.05', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['2024-01-05T13:45:00Z', '2024-01-05'],
    ['2024-01-05 00:00:00', '2024-01-05'],
    ['2024-01-05 23:59:59.999+02:00', '2024-01-05'],
    ['05.01.2024', '2024-01-05'],
    ['5.1.24', '2024-01-05'],
    ['2024-W05', '2024-01-29'],
    ['2024W05', '2024-01-29'],
    ['2024-W05-3', '2024-01-31'],
    ['KW 5 2024', '2024-01-29'],
    ['2024 week 5', '2024-01-29'],
    ['2020-W53', '2020-12-28'],
    ['Jan 2024', '2024-01-01'],
    ['January 2024', '2024-01-01'],
    ['Jan-24', '2024-01-01'],
    ['2024-01', '2024-01-01'],
    ['01/2024', '2024-01-01'],
    ['2024 Mar', '2024-03-01'],
    ['5 Jan 2024', '2024-01-05'],
    ['05-Jan-2024', '2024-01-05'],
    ['Jan 5, 2024', '2024-01-05'],
    ['January 5th 2024', '2024-01-05'],
    ['Mon, 5 Feb 2024', '2024-02-05'],
    ['März 2024', '2024-03-01'],
    ['5. Dezember 2023', '2023-12-05'],
    ['Dic 2024', '2024-12-01'],
    ['5 de mayo de 2024', '2024-05-05'],
    ['août 2024', '2024-08-01'],
    ['14 juillet 2024', '2024-07-14'],
    ['maart 2024', '2024-03-01'],
    ['29.02.2024', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(iso(text)).toBe(day);
  });
});

test.each([
  '29.02.2023',
  '2023-02-30',
  '2024-W60',
  '2021-W53',
  '2024-13-01',
  'Total',
  'marketing 2024',
  '12',
  '1234.56',
  '99999999',
  '32/01/2024',
])('%s is no date', (text) => {
  expect(readDate(text).kind).toBe('text');
});

test('every day from 1950 to 2090 comes back from its ISO form and from its dotted form', () => {
  fc.assert(
    fc.property(fc.integer({ min: -7300, max: 43_800 }), (day) => {
      const { year, month, date } = partsOf(day);
      expect(dayOf(year, month, date)).toBe(day);
      expect(readDate(isoDate(day))).toEqual({ kind: 'date', day });
      expect(readDate(`${date}.${month}.${year}`)).toEqual({ kind: 'date', day });
    }),
  );
});

test('the Monday of an ISO week is a Monday of that week', () => {
  expect(isoDate(mondayOfWeek(2026, 1) ?? 0)).toBe('2025-12-29');
  for (let week = 1; week <= 52; week += 1) expect(weekday(mondayOfWeek(2023, week) ?? 0)).toBe(1);
});

describe('day or month first', () => {
  const decide = (texts: string[], asked?: 'dmy' | 'mdy' | 'ymd') => {
    const decision = decideDates(texts.map(readDate), asked);
    return {
      kind: decision.kind,
      first: decision.days[0] === undefined ? undefined : isoDate(decision.days[0]),
    };
  };

  test.each([
    ['a day above 12 decides', ['05/02/2024', '19/02/2024'], { kind: 'certain', first: '2024-02-05' }],
    [
      'a day above 12 in second place decides',
      ['02/05/2024', '02/19/2024'],
      { kind: 'certain', first: '2024-02-05' },
    ],
    [
      'what neither order spaces evenly is asked',
      ['01/01/2024', '08/01/2024', '03/01/2024', '10/01/2024'],
      { kind: 'ambiguous', first: '2024-01-01' },
    ],
    ['both in one column is a mistake', ['13/01/2024', '01/14/2024'], { kind: 'mixed', first: '2024-01-13' }],
    [
      'the same either way needs no decision',
      ['01/01/2024', '02/02/2024'],
      { kind: 'certain', first: '2024-01-01' },
    ],
  ])('%s', (_, texts, expected) => {
    expect(decide(texts)).toEqual(expected);
  });

  test('months in a row decide where days in a row cannot be', () => {
    const months = Array.from(
      { length: 14 },
      (_, i) => `01/${String((i % 12) + 1).padStart(2, '0')}/${2022 + Math.floor(i / 12)}`,
    );
    expect(decide(months)).toEqual({ kind: 'spacing', first: '2022-01-01' });
  });

  const weekly = (write: (year: string, month: string, date: string) => string, leave?: number) =>
    Array.from({ length: 60 }, (_, week) => isoDate((dayOf(2024, 1, 1) ?? 0) + 7 * week))
      .filter((_, week) => week !== leave)
      .map((day) => write(day.slice(2, 4), day.slice(5, 7), day.slice(8)));

  test.each([
    ['the year stands first', weekly((y, m, d) => `${y}-${m}-${d}`), 'spacing'],
    ['the year stands first, and a week is missing', weekly((y, m, d) => `${y}/${m}/${d}`, 30), 'spacing'],
    ['the day stands first', weekly((y, m, d) => `${d}-${m}-${y}`), 'certain'],
    ['the day stands first, and a week is missing', weekly((y, m, d) => `${d}/${m}/${y}`, 30), 'certain'],
    ['the month stands first', weekly((y, m, d) => `${m}/${d}/${y}`), 'certain'],
  ])('with two digits for the year, even spacing tells that %s', (_, texts, kind) => {
    expect(decide(texts)).toEqual({ kind, first: '2024-01-01' });
  });

  test('with two digits for the year, dates that follow each other by no order are asked', () => {
    const texts = ['24-01-08', '24-03-11', '24-11-02'];
    expect(decideDates(texts.map(readDate))).toMatchObject({
      kind: 'ambiguous',
      orders: { dmy: dayOf(2008, 1, 24), ymd: dayOf(2024, 1, 8) },
    });
    expect(decide(texts, 'ymd')).toEqual({ kind: 'certain', first: '2024-01-08' });
    expect(decide(['13/01/24'])).toEqual({ kind: 'certain', first: '2024-01-13' });
  });

  test('days and months both in a row are asked, and the answer decides', () => {
    const texts = ['01/02/2024', '01/03/2024', '01/04/2024'];
    expect(decide(texts).kind).toBe('ambiguous');
    expect(decide(texts, 'dmy')).toEqual({ kind: 'certain', first: '2024-02-01' });
    expect(decide(texts, 'mdy')).toEqual({ kind: 'certain', first: '2024-01-02' });
  });
});
