// How a number of a chart's table is written.

/** Four digits are as many as a drawing shows; the CSV has them all. */
export function cellText(value: string | number): string {
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return '–';
  return value.toLocaleString('en-US', { maximumSignificantDigits: Math.abs(value) >= 1000 ? 5 : 4 });
}
