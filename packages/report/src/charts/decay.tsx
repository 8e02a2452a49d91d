// How long one channel keeps working: the share of its effect in each period after the spend, with 94 % lines.

import { bandColumns, known, tableFrom } from '../rounded-table.ts';
import { decayNote } from '../views/return-titles.ts';
import { channelOf, insightsOf, type View } from '../views/view.ts';
import { ticksWidth, VerticalAxis } from './axes.tsx';
import type { Chart, Frame } from './chart.ts';
import { channelColour } from './colours.ts';
import { Box, Canvas, Line, Text } from './marks.tsx';
import { type Band, bandAt, percent, percentText, withBand } from './numbers.ts';
import { cssPalette } from './palette.ts';
import { linear } from './scale.ts';
import { textWidth } from './text-width.ts';

const top = 8;
const bottom = 100;
const height = 124;
const ticks = [0, 0.5, 1].map((value) => ({ value, text: `${value * 100}${percent.after}` }));
const left = ticksWidth(ticks);
/** Bars are no wider than this, so that two periods do not look like blocks. */
const widestBar = 48;

export function decayChart(view: View, column: string): Chart {
  const { label } = channelOf(view, column);
  const { decay } = insightsOf(view, column);
  const { period } = view.result.data;
  const description = `Carry-over of ${label} over ${decay.mean.length} ${period}s: ${decayNote(view, column)}.`;
  return {
    id: `decay-${column}`,
    title: label,
    subtitle: decayNote(view, column),
    description,
    alone: {
      title: `${label}: share of its effect by ${period} after the spend`,
      subtitle: `Share of the effect, %, by ${period} after the spend (0 = the same ${period}); ${decayNote(view, column)}. Thin line: 94 % band. Fitted on ${view.words.period}.`,
    },
    table: tableFrom(
      [known(`${period}s after the spend`), ...bandColumns('Share of the effect', '', [3, 25, 75, 97], true)],
      decay.mean.map((mean, lag) => [
        lag,
        mean,
        decay.q03[lag] ?? 0,
        decay.q25[lag] ?? 0,
        decay.q75[lag] ?? 0,
        decay.q97[lag] ?? 0,
      ]),
    ),
    swatch: (palette) => channelColour(view, column, palette),
    height: () => height,
    draw: (frame) => <Bars {...{ view, column, decay, label: description }} {...frame} />,
    reading: {
      count: decay.mean.length,
      at: (lag) => ({
        head: lagName(lag, period),
        lines: [
          {
            label,
            value: `${withBand(percentText(bandAt(decay, lag)))} of the effect`,
            colour: channelColour(view, column, cssPalette),
          },
        ],
      }),
      nearest(x, width) {
        const lag = Math.floor((x - left) / stepOf(decay, width));
        return Math.min(Math.max(lag, 0), decay.mean.length - 1);
      },
    },
  };
}

function lagName(lag: number, period: string): string {
  if (lag === 0) return `Same ${period}`;
  return `${lag} ${period}${lag === 1 ? '' : 's'} after`;
}

function stepOf(decay: Band, width: number): number {
  return Math.min((width - left) / Math.max(1, decay.mean.length), widestBar + 4);
}

interface Drawn extends Frame {
  readonly view: View;
  readonly column: string;
  readonly decay: Band;
  readonly label: string;
}

function Bars({ view, column, decay, label, width, palette, focus }: Drawn) {
  const y = linear([0, 1], [bottom, top]);
  const step = stepOf(decay, width);
  const bar = Math.max(1, step - 4);
  const colour = channelColour(view, column, palette);
  const every = Math.max(1, Math.ceil((textWidth(String(decay.mean.length)) + 12) / step));
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      <VerticalAxis y={y} ticks={ticks} from={left} to={width} palette={palette} />
      {decay.mean.map((mean, lag) => {
        const x = left + lag * step + (step - bar) / 2;
        const middle = x + bar / 2;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its lag
          <g key={lag}>
            <Box
              x={x}
              y={y(mean)}
              width={bar}
              height={y(0) - y(mean)}
              fill={colour}
              opacity={focus === undefined || focus === lag ? palette.area : palette.band50}
            />
            <Line
              from={[middle, y(decay.q03[lag] ?? 0)]}
              to={[middle, y(decay.q97[lag] ?? 0)]}
              stroke={palette.text}
              width={1.25}
            />
            {lag % every === 0 && (
              <Text x={middle} y={bottom + 16} anchor="middle" fill={palette.muted}>
                {String(lag)}
              </Text>
            )}
          </g>
        );
      })}
    </Canvas>
  );
}
