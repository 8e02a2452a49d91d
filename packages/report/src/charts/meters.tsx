// How much of every channel's return was measured: a meter each, on one scale, with its verdict in words.

import { capitalised } from '../views/phrases.ts';
import { measuredWord, metersTitle } from '../views/return-titles.ts';
import { channelsInOrder, type View } from '../views/view.ts';
import type { Chart } from './chart.ts';
import { channelColour } from './colours.ts';
import { Box, Canvas, Line, Text } from './marks.tsx';
import { meterAxis, meterChart } from './meter.tsx';
import { cssPalette } from './palette.ts';
import { fitText, textWidth } from './text-width.ts';

const narrow = 480;
const axisTop = 36;
const gap = 24;

export function metersChart(view: View): Chart {
  const { title, subtitle } = metersTitle(view);
  const rows = channelsInOrder(view).map((channel) => {
    const meter = meterChart(channel.information);
    return { column: channel.name, name: channel.label, word: capitalised(measuredWord(channel)), meter };
  });
  const description = `${title}. ${rows.map(({ name, word, meter }) => `${name}: ${word}, ${meter.description}`).join(' ')}`;
  const layoutOf = (width: number) => {
    const isNarrow = width < narrow;
    const widest = (texts: readonly string[]) =>
      Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, { weight: 600 }))));
    const nameWidth = isNarrow ? 0 : Math.min(160, widest(rows.map(({ name }) => name)) + 16) + gap;
    const wordWidth = isNarrow ? 0 : widest(rows.map(({ word }) => word)) + gap;
    const rowHeight = isNarrow ? 56 : 44;
    return { isNarrow, nameWidth, barWidth: width - nameWidth - wordWidth, rowHeight };
  };
  const heightOf = (width: number) => axisTop + rows.length * layoutOf(width).rowHeight;
  return {
    id: 'meters',
    title,
    subtitle,
    description,
    table: {
      columns: [
        { label: 'Channel', numeric: false },
        { label: 'Verdict', numeric: false },
        ...[
          'Data',
          'Assumed: size of the effect',
          'Assumed: carry-over and saturation',
          'Assumed: everything else',
        ].map((label) => ({ label, numeric: true })),
      ],
      rows: rows.map(({ name, word, meter }) => {
        const shares = meter.table.rows.map(([, share]) => share ?? '');
        return [name, word, ...(shares.length > 0 ? shares : ['', '', '', ''])];
      }),
    },
    height: heightOf,
    draw({ width, palette, focus }) {
      const { isNarrow, nameWidth, barWidth, rowHeight } = layoutOf(width);
      return (
        <Canvas label={description} width={width} height={heightOf(width)} palette={palette}>
          <g transform={`translate(${nameWidth} 0)`}>{meterAxis().draw({ width: barWidth, palette })}</g>
          {rows.map(({ column, name, word, meter }, i) => {
            const top = axisTop + i * rowHeight;
            const line = isNarrow ? top + 18 : top + rowHeight / 2 + 4;
            const room = (isNarrow ? width - textWidth(word, { weight: 600 }) - 8 : nameWidth - gap) - 16;
            return (
              <g key={column}>
                {focus === i && (
                  <Box x={0} y={top} width={width} height={rowHeight} fill={palette.panel} radius={4} />
                )}
                <Line from={[0, top]} to={[width, top]} stroke={palette.border} crisp />
                <Box
                  x={0}
                  y={line - 9}
                  width={10}
                  height={10}
                  radius={2}
                  fill={channelColour(view, column, palette)}
                />
                <Text x={16} y={line} weight={600}>
                  {fitText(name, room, { weight: 600 })}
                </Text>
                <Text
                  x={isNarrow ? width : width - textWidthOf(rows)}
                  y={line}
                  anchor={isNarrow ? 'end' : 'start'}
                  weight={600}
                >
                  {word}
                </Text>
                <g transform={`translate(${nameWidth} ${isNarrow ? top + 26 : top + rowHeight / 2 - 12})`}>
                  {meter.draw({ width: barWidth, palette })}
                </g>
              </g>
            );
          })}
        </Canvas>
      );
    },
    reading: {
      count: rows.length,
      at(index) {
        const row = rows[index];
        if (!row) return { head: '', lines: [] };
        return {
          head: row.name,
          lines: [
            { label: 'Verdict', value: row.word, colour: channelColour(view, row.column, cssPalette) },
            { label: 'Where it comes from', value: row.meter.description },
          ],
        };
      },
      nearest(_x, width, y = 0) {
        const row = Math.floor((y - axisTop) / layoutOf(width).rowHeight);
        return Math.min(Math.max(row, 0), rows.length - 1);
      },
    },
  };
}

function textWidthOf(rows: readonly { readonly word: string }[]): number {
  return Math.ceil(Math.max(0, ...rows.map(({ word }) => textWidth(word, { weight: 600 }))));
}
