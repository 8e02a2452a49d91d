// Yearly, monthly and weekly seasonality as sine–cosine pairs (Fourier), ordered as PyMC-Marketing orders them.
import type { Seasonality } from '../model/spec.ts';
import { cos, sin } from '../numeric/elementary.ts';
import { dayOfMonth, weekday, yearAndDay } from './calendar.ts';
import type { BaselineColumn } from './column.ts';

const TWO_PI = 6.283185307179586;

/** sin, cos(2πk·dayofyear/365.25), dayofyear 1..366 of the period's first day, k = 1..order. */
export function yearlyColumns(seasonality: Seasonality, dates: readonly number[]): BaselineColumn[] {
  return fourier('gamma_fourier', seasonality, dates, (day) => yearAndDay(day).dayOfYear / 365.25);
}

/** sin, cos(2πk·(day of month − 1)/days in the month): pay days and the like, in daily data. */
export function monthlyColumns(seasonality: Seasonality, dates: readonly number[]): BaselineColumn[] {
  return fourier('gamma_monthly', seasonality, dates, (day) => {
    const { date, days } = dayOfMonth(day);
    return (date - 1) / days;
  });
}

/** Three pairs over the week make seven free days for daily data. */
export function weeklyColumns(seasonality: Seasonality, dates: readonly number[]): BaselineColumn[] {
  return fourier('gamma_weekly', seasonality, dates, (day) => weekday(day) / 7);
}

function fourier(
  variable: BaselineColumn['variable'],
  seasonality: Seasonality,
  dates: readonly number[],
  phase: (day: number) => number,
): BaselineColumn[] {
  const orders = Array.from({ length: seasonality.order }, (_, i) => i + 1);
  const column = (name: string, wave: (x: number) => number, k: number): BaselineColumn => ({
    variable,
    label: `${name}_${k}`,
    values: Float64Array.from(dates, (day) => wave(TWO_PI * k * phase(day))),
    prior: seasonality.prior,
  });
  return [...orders.map((k) => column('sin', sin, k)), ...orders.map((k) => column('cos', cos, k))];
}
