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

/** Monday 0 … Sunday 6. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
