// Days since 1970-01-01 to calendar facts, in whole numbers (proleptic Gregorian).

/** Year of a day, and its day of the year 1..366. Algorithm: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function yearAndDay(day: number): { readonly year: number; readonly dayOfYear: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  // March-based: the algorithm's years begin on 1 March, so that a leap day is the last of its year.
  const marchDay = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const year = yearOfEra + era * 400 + (marchDay >= 306 ? 1 : 0);
  const dayOfYear = marchDay >= 306 ? marchDay - 305 : marchDay + 60 + (isLeap(year) ? 1 : 0);
  return { year, dayOfYear };
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Day of the month 1..31, and how many days that month has. */
export function dayOfMonth(day: number): { readonly date: number; readonly days: number } {
  const { year, dayOfYear } = yearAndDay(day);
  let date = dayOfYear;
  for (const [month, usual] of DAYS.entries()) {
    const days = month === 1 && isLeap(year) ? 29 : usual;
    if (date <= days) return { date, days };
    date -= days;
  }
  throw new Error(`day ${day} has no month`);
}

/** Days since 1970-01-01 of a date written YYYY-MM-DD; undefined when there is no such day. */
export function dayOf(text: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined || month < 1 || month > 12)
    return undefined;
  if (date < 1 || date > (month === 2 && isLeap(year) ? 29 : DAYS[month - 1])) return undefined;
  // Hinnant's days_from_civil, with years that begin on 1 March.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const marchDay = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + marchDay;
  return era * 146097 + dayOfEra - 719468;
}

/** `dayOf` the other way: YYYY-MM-DD. */
export function dayText(day: number): string {
  const { year, dayOfYear } = yearAndDay(day);
  const { date } = dayOfMonth(day);
  let [month, before] = [0, dayOfYear - date];
  while (before > 0) {
    before -= month === 1 && isLeap(year) ? 29 : DAYS[month];
    month++;
  }
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month + 1)}-${two(date)}`;
}

/** Monday 0 … Sunday 6. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
