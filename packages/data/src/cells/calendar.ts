// Calendar arithmetic on integer days since 1970-01-01: no clock, no time zone.

/** Days since 1970-01-01 of a Gregorian date; undefined when there is no such day. */
export function dayOf(year: number, month: number, date: number): number | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return Math.round(Date.UTC(year, month - 1, date) / MS_PER_DAY);
}

const MS_PER_DAY = 86_400_000;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function partsOf(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 2024-12-31. */
export const isoDate = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** 1 = Monday … 7 = Sunday; 1970-01-01 was a Thursday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Monday of an ISO week; undefined when the year has no such week. */
export function mondayOfWeek(year: number, week: number): number | undefined {
  const fourth = dayOf(year, 1, 4);
  if (fourth === undefined || week < 1 || week > 53) return undefined;
  const monday = fourth - (weekday(fourth) - 1) + 7 * (week - 1);
  return partsOf(monday + 3).year === year ? monday : undefined;
}

/** Months since January 1970 of a day: equal for days of one month. */
export function monthIndex(day: number): number {
  const { year, month } = partsOf(day);
  return (year - 1970) * 12 + month - 1;
}

export const firstOfMonth = (index: number): number =>
  Math.round(Date.UTC(1970 + Math.floor(index / 12), ((index % 12) + 12) % 12, 1) / MS_PER_DAY);
