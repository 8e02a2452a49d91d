// How much of every channel's return was measured: a meter each, on one scale, with its verdict in words.

import type { ChartTable } from '../rounded-table.ts';
import { measuredWord, metersTitle } from '../views/return-titles.ts';
import { channelsInOrder, type View } from '../views/view.ts';
import type { Chart, Frame, Reading } from './chart.ts';
import { channelColour } from './colours.ts';
import { Box, Canvas, Line, Text } from './marks.tsx';
import { meterAxis, meterChart } from './meter.tsx';
import { cssPalette, type Palette } from './palette.ts';
import { fitText, textWidth } from './text-width.ts';

const narrow = 480;
const axisTop = 36;
const gap = 24;
const bold = { weight: 600 } as const;

interface Row {
  readonly column: string;
  readonly name: string;
  /** `Mostly assumed` */
  readonly word: string;
  /** `45 % data`; empty where it is not known. */
  readonly share: string;
  readonly meter: Chart;
}

export function metersChart(view: View): Chart {
  const { title, subtitle } = metersTitle(view);
  const rows = rowsOf(view);
  const told = rows.map(({ name, word, meter }) => `${name}: ${word}, ${meter.description}`).join(' ');
  const description = `${title}. ${told}`;
  return {
    id: 'meters',
    title,
    subtitle,
    description,
    table: tableOf(rows),
    height: (width) => layoutOf(rows, width).height,
    draw: (frame) => <Meters {...{ view, rows, label: description }} {...frame} />,
    reading: {
      count: rows.length,
      at: (index) => readingAt(view, rows[index]),
      nearest(_x, width, y = 0) {
        const row = Math.floor((y - axisTop) / layoutOf(rows, width).rowHeight);
        return Math.min(Math.max(row, 0), rows.length - 1);
      },
    },
  };
}

function rowsOf(view: View): Row[] {
  return channelsInOrder(view).map((channel) => {
    const meter = meterChart(channel.information);
    const [data] = meter.table.rows;
    const share = typeof data?.[1] === 'number' ? `${Math.round(data[1] * 100)} % data` : '';
    return { column: channel.name, name: channel.label, word: measuredWord(channel), share, meter };
  });
}

function layoutOf(rows: readonly Row[], width: number) {
  const isNarrow = width < narrow;
  const widest = (texts: readonly string[]) =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, bold))));
  const nameWidth = isNarrow ? 0 : Math.min(160, widest(rows.map(({ name }) => name)) + 16) + gap;
  const wordWidth = isNarrow ? 0 : Math.min(200, widest(rows.map(({ word }) => word)));
  const rowHeight = isNarrow ? 56 : 44;
  return {
    isNarrow,
    nameWidth,
    wordLeft: width - wordWidth,
    barWidth: width - nameWidth - (isNarrow ? 0 : wordWidth + gap),
    rowHeight,
    height: axisTop + rows.length * rowHeight,
  };
}

interface Drawn extends Frame {
  readonly view: View;
  readonly rows: readonly Row[];
  readonly label: string;
}

function Meters({ view, rows, label, width, palette, focus }: Drawn) {
  const { isNarrow, nameWidth, barWidth, rowHeight, height } = layoutOf(rows, width);
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      <g transform={`translate(${nameWidth} 0)`}>{meterAxis().draw({ width: barWidth, palette })}</g>
      {rows.map((row, i) => {
        const top = axisTop + i * rowHeight;
        return (
          <g key={row.column}>
            {focus === i && (
              <Box x={0} y={top} width={width} height={rowHeight} fill={palette.panel} radius={4} />
            )}
            <Line from={[0, top]} to={[width, top]} stroke={palette.border} crisp />
            <RowWords {...{ view, rows, row, top, width, palette }} />
            <g transform={`translate(${nameWidth} ${top + (isNarrow ? 26 : 10)})`}>
              {row.meter.draw({ width: barWidth, palette })}
            </g>
          </g>
        );
      })}
    </Canvas>
  );
}

interface WordsProps {
  readonly view: View;
  readonly rows: readonly Row[];
  readonly row: Row;
  readonly top: number;
  readonly width: number;
  readonly palette: Palette;
}

function RowWords({ view, rows, row, top, width, palette }: WordsProps) {
  const { isNarrow, nameWidth, wordLeft } = layoutOf(rows, width);
  const { column, name, word, share } = row;
  const line = top + (isNarrow ? 18 : 26);
  const nameRoom = (isNarrow ? width - textWidth(word, bold) - 8 : nameWidth - gap) - 16;
  const wordLine = isNarrow ? line : top + (share ? 19 : 26);
  return (
    <>
      <Box x={0} y={line - 9} width={10} height={10} radius={2} fill={channelColour(view, column, palette)} />
      <Text x={16} y={line} weight={600}>
        {fitText(name, nameRoom, bold)}
      </Text>
      <Text x={isNarrow ? width : wordLeft} y={wordLine} anchor={isNarrow ? 'end' : 'start'} weight={600}>
        {fitText(word, isNarrow ? width / 2 : width - wordLeft, bold)}
      </Text>
      {!isNarrow && share && (
        <Text x={wordLeft} y={wordLine + 15} fill={palette.muted}>
          {share}
        </Text>
      )}
    </>
  );
}

function readingAt(view: View, row: Row | undefined): Reading {
  if (!row) return { head: '', lines: [] };
  return {
    head: row.name,
    lines: [
      { label: 'How sure', value: row.word, colour: channelColour(view, row.column, cssPalette) },
      { label: 'Where it comes from', value: row.meter.description },
    ],
  };
}

function tableOf(rows: readonly Row[]): ChartTable {
  const sources = [
    'Data',
    'Assumed: size of the effect',
    'Assumed: carry-over and saturation',
    'Assumed: everything else',
  ];
  return {
    columns: [
      { label: 'Channel', numeric: false },
      { label: 'How sure', numeric: false },
      ...sources.map((label) => ({ label, numeric: true })),
    ],
    rows: rows.map(({ name, word, meter }) => [
      name,
      word,
      ...sources.map((_, i) => meter.table.rows[i]?.[1] ?? ''),
    ]),
  };
}
