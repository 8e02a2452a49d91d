// Calendar facts against the platform's own calendar.
import { expect, it } from 'vitest';
import { dayOf, dayOfMonth, weekday, yearAndDay } from './calendar.ts';

it('knows year, day of the year and weekday of every day from 1960 to 2110', () => {
  for (let day = -3653; day < 51_000; day++) {
    const date = new Date(day * 86_400_000);
    const year = date.getUTCFullYear();
    const dayOfYear = 1 + day - Date.UTC(year, 0, 1) / 86_400_000;
    expect([yearAndDay(day), weekday(day)]).toEqual([{ year, dayOfYear }, (date.getUTCDay() + 6) % 7]);
  }
});

it('knows the day of the month, how long the month is, and what each day is written as', () => {
  for (let day = -3653; day < 51_000; day += 3) {
    const date = new Date(day * 86_400_000);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    expect(dayOfMonth(day)).toEqual({ date: date.getUTCDate(), days });
    expect(dayOf(date.toISOString().slice(0, 10))).toBe(day);
  }
});

it('takes no day that is not in the calendar', () => {
  for (const text of [
    '2023-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-4-1',
    'soon',
  ])
    expect(dayOf(text)).toBeUndefined();
  expect(dayOf('2024-02-29')).toBe(19782);
});
