// Axes: faint grid lines behind, a darker line at zero, ticks with their unit.
import { Line, Text } from './marks.tsx';
import type { Palette } from './palette.ts';
import { timeTicks } from './periods.ts';
import type { Scale, Tick } from './scale.ts';
import { textWidth } from './text-width.ts';

/** Room that the widest of `ticks` needs left of the plot. */
export function ticksWidth(ticks: readonly Tick[]): number {
  return Math.ceil(Math.max(0, ...ticks.map(({ text }) => textWidth(text)))) + 8;
}

interface VerticalProps {
  readonly y: Scale;
  readonly ticks: readonly Tick[];
  readonly from: number;
  readonly to: number;
  readonly palette: Palette;
}

/** Horizontal grid lines from `from` to `to`, their values at the left. */
export function VerticalAxis({ y, ticks, from, to, palette }: VerticalProps) {
  return (
    <>
      {ticks.map(({ value, text }) => (
        <g key={value}>
          <Line
            from={[from, y(value)]}
            to={[to, y(value)]}
            stroke={value === 0 ? palette.rule : palette.border}
            crisp
          />
          <Text x={from - 8} y={y(value) + 4} anchor="end" fill={palette.muted}>
            {text}
          </Text>
        </g>
      ))}
    </>
  );
}

interface HorizontalProps {
  readonly x: Scale;
  readonly ticks: readonly Tick[];
  readonly top: number;
  readonly bottom: number;
  /** Labels stay between these. */
  readonly bounds: readonly [number, number];
  readonly palette: Palette;
}

/** Vertical grid lines from `top` to `bottom`, their values below; values that would touch are left out. */
export function HorizontalAxis({ x, ticks, top, bottom, bounds, palette }: HorizontalProps) {
  return (
    <>
      {ticks.map(({ value }) => (
        <Line
          key={value}
          from={[x(value), top]}
          to={[x(value), bottom]}
          stroke={value === 0 ? palette.rule : palette.border}
          crisp
        />
      ))}
      {withoutTouching(ticks, x, bounds).map(({ value, text, at }) => (
        <Text key={value} x={at} y={bottom + 16} anchor="middle" fill={palette.muted}>
          {text}
        </Text>
      ))}
    </>
  );
}

/** Every tick, or every second, third …, so that none touches the next; each moved inside the bounds. */
function withoutTouching(ticks: readonly Tick[], x: Scale, [from, to]: readonly [number, number]) {
  const placed = ticks.map((tick) => {
    const half = textWidth(tick.text) / 2;
    return { ...tick, half, at: Math.min(Math.max(x(tick.value), from + half), to - half) };
  });
  const zero = Math.max(
    0,
    ticks.findIndex(({ value }) => value === 0),
  );
  for (let every = 1; every < placed.length; every++) {
    const kept = placed.filter((_, i) => (i - zero) % every === 0);
    const free = kept.every((tick, i) => {
      const before = kept[i - 1];
      return !before || tick.at - before.at >= tick.half + before.half + 8;
    });
    if (free) return kept;
  }
  return placed.slice(zero, zero + 1);
}

interface TimeProps {
  /** Over days since 1970-01-01. */
  readonly x: Scale;
  readonly bottom: number;
  /** Labels stay between these. */
  readonly bounds: readonly [number, number];
  readonly palette: Palette;
}

/** Dates under a plot. */
export function TimeAxis({ x, bottom, bounds: [left, right], palette }: TimeProps) {
  return (
    <>
      {timeTicks(x).map(({ at, text }) => {
        const half = textWidth(text) / 2;
        return (
          <g key={at}>
            <Line from={[x(at), bottom]} to={[x(at), bottom + 4]} stroke={palette.rule} crisp />
            <Text
              x={Math.min(Math.max(x(at), left + half), right - half)}
              y={bottom + 18}
              anchor="middle"
              fill={palette.muted}
            >
              {text}
            </Text>
          </g>
        );
      })}
    </>
  );
}
