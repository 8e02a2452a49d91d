// Scales and their ticks: a linear scale over what is drawn, ticks at round numbers with their unit.
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Unit } from '../amounts.ts';
import { MINUS, rounded } from '../rounding.ts';

export type Scale = ScaleLinear<number, number>;
export type Domain = readonly [number, number];

/** What holds all `values` that are numbers; from zero, where amounts begin, unless told otherwise. */
export function domainOf(values: readonly (number | null | undefined)[], zero = true): Domain {
  let low = zero ? 0 : Number.POSITIVE_INFINITY;
  let high = zero ? 0 : Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  // Equal values still need a height to stand at.
  return low < high ? [low, high] : low === 0 ? [0, 1] : [low - Math.abs(low) / 2, high + Math.abs(high) / 2];
}

export function linear(domain: Domain, range: readonly [number, number]): Scale {
  return scaleLinear().domain(domain).range(range);
}

/** As `linear`, its ends moved out to the nearest ticks. */
export function niceLinear(domain: Domain, range: readonly [number, number], ticks: number): Scale {
  return linear(domain, range).nice(ticks);
}

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** About `count` round values of the scale's domain, each written with its unit. */
export function ticksOf(scale: Scale, count: number, unit: Unit): Tick[] {
  const values = scale.ticks(count);
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0)) || 1;
  const largest = Math.max(...values.map(Math.abs), 0);
  return values.map((value) => ({ value, text: tickText(value, step, largest, unit) }));
}

const scales = [
  { from: 1e9, power: 9, name: ' bn' },
  { from: 1e6, power: 6, name: ' M' },
  { from: 1e4, power: 3, name: ' k' },
] as const;

/** `€75 k`: all ticks of an axis in one scale, with the digits their step needs; zero is `0`. */
export function tickText(value: number, step: number, largest: number, unit: Unit): string {
  if (value === 0) return `0${unit.after}`;
  const scale = scales.find(({ from }) => largest >= from);
  const down = 10 ** (scale?.power ?? 0);
  const power = Math.min(0, digitsOf(step / down));
  const digits = rounded(Math.abs(value) / down, power);
  return `${value < 0 ? MINUS : ''}${unit.before}${digits}${scale?.name ?? ''}${unit.after}`;
}

/** The power of ten of the last digit of `step`: −1 for 0.5, −2 for 0.25. */
function digitsOf(step: number): number {
  for (let power = 0; power > -12; power--) {
    const scaled = step / 10 ** power;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, scaled)) return power;
  }
  return -12;
}
