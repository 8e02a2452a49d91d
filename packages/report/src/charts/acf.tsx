// Whether what is left in one period echoes in the next: autocorrelation by lag, against what noise alone would show.

import { rounded } from '../rounding.ts';
import { acfTitle } from '../views/analyst-titles.ts';
import type { View } from '../views/view.ts';
import { ticksWidth, VerticalAxis } from './axes.tsx';
import type { Chart, Frame } from './chart.ts';
import { Box, Canvas, Line, Text } from './marks.tsx';
import { none } from './numbers.ts';
import { domainOf, linear, ticksOf } from './scale.ts';

const top = 8;
const bottom = 108;
const height = bottom + 28;

export function acfChart(view: View): Chart {
  const { title, subtitle } = acfTitle(view);
  const { autocorrelation, noise } = view.insights.residuals;
  const { period } = view.result.data;
  const beyond = autocorrelation.filter((value) => value !== null && Math.abs(value) > noise).length;
  const description = `${title}. ${beyond} of ${autocorrelation.length} lags lie outside what noise alone stays within.`;
  return {
    id: 'autocorrelation',
    title,
    subtitle,
    description,
    table: {
      columns: [`Lag, ${period}s`, 'Autocorrelation', 'Noise stays within ±'].map((label) => ({
        label,
        numeric: true,
      })),
      rows: autocorrelation.map((value, i) => [i + 1, value ?? '', noise]),
    },
    height: () => height,
    draw: (frame) => <Bars {...{ autocorrelation, noise, label: description }} {...frame} />,
    reading: {
      count: autocorrelation.length,
      at(index) {
        const value = autocorrelation[index] ?? null;
        return {
          head: `Lag of ${index + 1} ${period}${index === 0 ? '' : 's'}`,
          lines: [
            { label: 'Autocorrelation', value: value === null ? 'not defined' : signed(value) },
            { label: 'Noise alone', value: `within ±${noise.toFixed(2)}` },
          ],
        };
      },
      nearest(x, width) {
        const { left, step } = layoutOf(autocorrelation, noise, width);
        return Math.min(Math.max(Math.floor((x - left) / step), 0), autocorrelation.length - 1);
      },
    },
  };
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${rounded(value, -2)}`;
}

function layoutOf(values: readonly (number | null)[], noise: number, width: number) {
  const [low, high] = domainOf([...values, noise, -noise, 0.5, -0.5]);
  const most = Math.max(-low, high);
  const y = linear([-most, most], [bottom, top]);
  const ticks = ticksOf(y, 3, none).map(({ value, text }) => ({
    value,
    text: value > 0 ? `+${text}` : text,
  }));
  const left = ticksWidth(ticks);
  return { y, ticks, left, step: (width - left) / Math.max(1, values.length) };
}

interface Drawn extends Frame {
  readonly autocorrelation: readonly (number | null)[];
  readonly noise: number;
  readonly label: string;
}

function Bars({ autocorrelation, noise, label, width, palette, focus }: Drawn) {
  const { y, ticks, left, step } = layoutOf(autocorrelation, noise, width);
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      <Box
        x={left}
        y={y(noise)}
        width={width - left}
        height={y(-noise) - y(noise)}
        fill={palette.muted}
        opacity={palette.band94}
      />
      <VerticalAxis y={y} ticks={ticks} from={left} to={width} palette={palette} />
      {autocorrelation.map((value, i) => {
        const middle = left + (i + 0.5) * step;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its lag
          <g key={i}>
            {value !== null && (
              <Line
                from={[middle, y(0)]}
                to={[middle, y(value)]}
                stroke={i === focus ? palette.accent : palette.text}
                width={5}
              />
            )}
            <Text x={middle} y={bottom + 18} anchor="middle" fill={palette.muted}>
              {String(i + 1)}
            </Text>
          </g>
        );
      })}
    </Canvas>
  );
}
