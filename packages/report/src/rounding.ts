// How many digits an estimate deserves: one rule for every number people read (CONTRACTS, "Rounding").

/** The power of ten to round to: two significant digits of half the interval, never finer than 2 × MCSE. */
export function roundingPower(interval: readonly [number, number], mcse: number | null = 0): number {
  const half = Math.abs(interval[1] - interval[0]) / 2;
  const finest = Math.max(half / 10, Number.MIN_VALUE);
  const power = half > 0 && half < Number.POSITIVE_INFINITY ? Math.floor(Math.log10(finest) + 1e-9) : -2;
  const noise = 2 * (mcse ?? 0);
  return noise > 0 ? Math.max(power, Math.ceil(Math.log10(noise) - 1e-9)) : power;
}

/** A true minus: a hyphen before a number is too short to be seen, and may end a line. */
export const MINUS = '−';

/** Beyond these a number is written with its power of ten. */
const WIDEST = 1e15;
const FINEST = -15;

/** `1.8e308`; `∞` for what is larger than any number. */
function exponential(value: number): string {
  const size = Math.abs(value);
  const text = size === Number.POSITIVE_INFINITY ? '∞' : size.toExponential(1).replace('e+', 'e');
  return value < 0 ? `${MINUS}${text}` : text;
}

/** `value` rounded to 10^power, with thousands grouped: `1,240`, `0.70`, `−3.5`. */
export function rounded(value: number, power: number): string {
  if (Number.isNaN(value)) return 'not defined';
  const size = Math.abs(value);
  if (size >= WIDEST || (size > 0 && power < FINEST)) return exponential(value);
  const decimals = Math.min(Math.max(0, -power), 20);
  const step = 10 ** power;
  const nearest = power > 0 ? Math.round(value / step) * step : value;
  const text = formatter(decimals).format(nearest);
  if (!text.startsWith('-')) return text;
  return /^-[0.,]*$/.test(text) ? text.slice(1) : `${MINUS}${text.slice(1)}`;
}

/** Making a formatter costs more than a hundred uses of it. */
const formatters = new Map<number, Intl.NumberFormat>();

function formatter(decimals: number): Intl.NumberFormat {
  const known = formatters.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formatters.set(decimals, made);
  return made;
}
