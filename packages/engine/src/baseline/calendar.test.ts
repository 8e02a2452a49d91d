// Calendar facts against the platform's own calendar.
import { expect, it } from 'vitest';
import { weekday, yearAndDay } from './calendar.ts';

it('knows year, day of the year and weekday of every day from 1960 to 2110', () => {
  for (let day = -3653; day < 51_000; day++) {
    const date = new Date(day * 86_400_000);
    const year = date.getUTCFullYear();
    const dayOfYear = 1 + day - Date.UTC(year, 0, 1) / 86_400_000;
    expect([yearAndDay(day), weekday(day)]).toEqual([{ year, dayOfYear }, (date.getUTCDay() + 6) % 7]);
  }
});
