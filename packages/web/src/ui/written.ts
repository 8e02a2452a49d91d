// How dates, moments and sizes are written on every page. Amounts and estimates come from the report.

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayHere = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const timeHere = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A date of the data, which belongs to no time zone: `2024-11-04` → `4 Nov 2024`. */
export const dayText = (isoDate: string) => day.format(new Date(`${isoDate}T00:00:00Z`));

/** A moment in the reader's own time: `today, 14:03` or `4 Nov 2024, 14:03`. */
export function momentText(isoMoment: string, now = new Date()): string {
  const moment = new Date(isoMoment);
  const date = dayHere.format(moment);
  return `${date === dayHere.format(now) ? 'today' : date}, ${timeHere.format(moment)}`;
}

/** `9.4 KB`, `1.2 MB`; thousands, as the system's own windows show. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : [bytes / 1e6, 'MB'];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

/** `1 row`, `104 rows`, `12,000 rows`. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
