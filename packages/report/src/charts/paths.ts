// Paths of bands and lines over scales, broken where a value is missing, cut where the panel ends.
import { area, line } from 'd3-shape';
import type { Scale } from './scale.ts';

/** Points of one or more curves over the same places. */
export interface Curves {
  readonly at: readonly number[];
  readonly values: readonly (readonly number[])[];
}

/** The area between the first and the second of `curves`. */
export function bandPath({ at, values: [low = [], high = []] }: Curves, x: Scale, y: Scale): string {
  const path = area<number>()
    .x((i) => x(at[i] ?? 0))
    .y0((i) => y(low[i] ?? 0))
    .y1((i) => y(high[i] ?? 0))
    .digits(2);
  return path(Array.from(at, (_, i) => i)) ?? '';
}

/** A line with a gap where a value is missing; a value without neighbours is a dot. */
export function brokenPath(
  at: readonly number[],
  values: readonly (number | null)[],
  x: Scale,
  y: Scale,
): string {
  const path = line<number>()
    .defined((i) => values[i] !== null && values[i] !== undefined)
    .x((i) => x(at[i] ?? 0))
    .y((i) => y(values[i] ?? 0))
    .digits(2);
  return path(Array.from(at, (_, i) => i)) ?? '';
}

/** The curves where they are at most `highest`, and along it beyond: a panel's edge cuts them where they cross it. */
export function cutAbove(
  at: readonly number[],
  values: readonly (readonly number[])[],
  highest: number,
): Curves {
  const crossings = values.flatMap((curve) => crossingsOf(at, curve, highest));
  const places = [...new Set([...at, ...crossings])].sort((a, b) => a - b);
  return {
    at: places,
    values: values.map((curve) => places.map((place) => Math.min(highest, between(at, curve, place)))),
  };
}

/** A line where it is at most `highest`; beyond, where it would be above its panel, nothing. */
export function cutLine(
  at: readonly number[],
  values: readonly number[],
  highest: number,
  x: Scale,
  y: Scale,
): string {
  const places = [...new Set([...at, ...crossingsOf(at, values, highest)])].sort((a, b) => a - b);
  const inside = places.map((place) => {
    const value = between(at, values, place);
    return value <= highest * (1 + 1e-9) ? value : null;
  });
  return brokenPath(places, inside, x, y);
}

function crossingsOf(at: readonly number[], curve: readonly number[], level: number): number[] {
  return at.flatMap((x1, i) => {
    const [x0, y0, y1] = [at[i - 1], curve[i - 1], curve[i]];
    if (x0 === undefined || y0 === undefined || y1 === undefined) return [];
    return (y0 - level) * (y1 - level) < 0 ? [x0 + ((x1 - x0) * (level - y0)) / (y1 - y0)] : [];
  });
}

/** Linear between the points of a curve. */
export function between(at: readonly number[], curve: readonly number[], place: number): number {
  const found = at.findIndex((x) => x >= place);
  const after = found === -1 ? at.length - 1 : Math.max(1, found);
  const [x0, x1] = [at[after - 1] ?? 0, at[after] ?? 0];
  const [y0, y1] = [curve[after - 1] ?? 0, curve[after] ?? 0];
  return x1 > x0 ? y0 + ((y1 - y0) * (place - x0)) / (x1 - x0) : y1;
}
