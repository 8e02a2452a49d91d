// Estimates and amounts as text: money with its currency, large numbers by thousands and millions, shares in percent.
import { MINUS, rounded, roundingPower } from './rounding.ts';

/** As the engine summarises it and a result file holds it. */
interface Estimate {
  readonly mean: number;
  readonly sd: number;
  readonly median: number;
  readonly hdi94: readonly [number, number];
}

/** A mean and its 94 % interval, all rounded alike. */
export interface EstimateText {
  readonly mean: string;
  readonly low: string;
  readonly high: string;
  /** `1.4 to 2.9`, unit at the end if it has one. */
  readonly interval: string;
}

/** How a kind of amount is written around its digits. */
export interface Unit {
  readonly before: string;
  readonly after: string;
}

const plain: Unit = { before: '', after: '' };
const percent: Unit = { before: '', after: ' %' };

/** The sign of a currency, or its code where it has none; always before the digits. */
export function currencyUnit(currency: string | undefined): Unit {
  if (currency === undefined) return plain;
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const sign = parts.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
  return { before: sign.length > 2 ? `${sign} ` : sign, after: '' };
}

const scales = [
  { from: 1e9, power: 9, name: ' bn' },
  { from: 1e6, power: 6, name: ' M' },
  { from: 1e4, power: 3, name: ' k' },
] as const;

/** An estimate in units, thousands, millions or billions, whatever its largest number needs. */
export function estimateText(estimate: Estimate, mcse: number | null = 0, unit: Unit = plain): EstimateText {
  const [low, high] = estimate.hdi94;
  const power = roundingPower(estimate.hdi94, mcse);
  const largest = Math.max(...[estimate.mean, low, high].map(Math.abs));
  const scale = scaleOf(largest);
  const write = (value: number) => writeScaled(value, power, scale, unit);
  const bare = { before: '', after: '' };
  return {
    mean: write(estimate.mean),
    low: write(low),
    high: write(high),
    interval: `${writeScaled(low, power, unnamed(scale), { ...bare, before: unit.before })} to ${writeScaled(high, power, scale, { ...bare, after: unit.after })}`,
  };
}

/** Beyond a million billions the power of ten is written, in units. */
function scaleOf(size: number): (typeof scales)[number] | undefined {
  return size < 1e15 ? scales.find(({ from }) => size >= from) : undefined;
}

/** A share of the whole in percent. */
export function shareText(estimate: Estimate, mcse: number | null = 0): EstimateText {
  const [low, high] = estimate.hdi94;
  const times100: Estimate = {
    mean: estimate.mean * 100,
    sd: estimate.sd * 100,
    median: estimate.median * 100,
    hdi94: [low * 100, high * 100],
  };
  return estimateText(times100, (mcse ?? 0) * 100, percent);
}

/** A known amount, to three significant digits. */
export function amountText(value: number, unit: Unit = plain): string {
  const scale = scaleOf(Math.abs(value));
  const power = value === 0 || !Number.isFinite(value) ? 0 : Math.floor(Math.log10(Math.abs(value))) - 2;
  return writeScaled(value, Math.min(power, scale?.power ?? 0), scale, unit);
}

type Scale = Omit<(typeof scales)[number], 'from' | 'name'> & { readonly name: string };

/** The lower bound of an interval leaves the name to the upper one. */
function unnamed(scale: Scale | undefined): Scale | undefined {
  return scale && { ...scale, name: '' };
}

/** A value above 0 is never written as 0: `<0.1` says that it is less than the last digit shown. */
function writeScaled(value: number, power: number, scale: Scale | undefined, unit: Unit): string {
  const down = scale?.power ?? 0;
  const digits = rounded(value / 10 ** down, power - down);
  if (value > 0 && /^[0.,]*$/.test(digits)) return `<${writeScaled(10 ** power, power, scale, unit)}`;
  const sign = digits.startsWith(MINUS) ? MINUS : '';
  return `${sign}${unit.before}${digits.slice(sign.length)}${scale?.name ?? ''}${unit.after}`;
}
