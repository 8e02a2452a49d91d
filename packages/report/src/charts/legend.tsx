// A legend, for where there is no room to label what is drawn at its end.
import { Box, Line, Text } from './marks.tsx';
import type { Palette } from './palette.ts';
import { fitText, textWidth } from './text-width.ts';

export interface LegendItem {
  readonly name: string;
  readonly mark: 'square' | 'line' | 'band' | 'dot' | 'ring';
  colour(palette: Palette): string;
}

interface Placed extends LegendItem {
  readonly x: number;
}

const markWidth = 15;
const between = 14;

/** Items side by side, in as many rows as `width` needs. */
export function legendRows(items: readonly LegendItem[], width: number): Placed[][] {
  const rows: Placed[][] = [];
  let x = 0;
  for (const item of items) {
    const name = fitText(item.name, width - markWidth, { weight: 500 });
    const needed = markWidth + textWidth(name, { weight: 500 });
    const row = rows.at(-1);
    if (row && x + needed <= width) row.push({ ...item, name, x });
    else {
      x = 0;
      rows.push([{ ...item, name, x }]);
    }
    x += needed + between;
  }
  return rows;
}

interface LegendProps {
  readonly rows: readonly (readonly Placed[])[];
  readonly top: number;
  readonly palette: Palette;
}

/** Rows of 20 pixels. */
export function LegendRows({ rows, top, palette }: LegendProps) {
  return (
    <>
      {rows.flatMap((row, i) =>
        row.map(({ name, mark, colour, x }) => (
          <g key={name}>
            <LegendMark mark={mark} x={x} y={top + i * 20 + 11} colour={colour(palette)} palette={palette} />
            <Text x={x + markWidth} y={top + i * 20 + 15} weight={500}>
              {name}
            </Text>
          </g>
        )),
      )}
    </>
  );
}

interface MarkProps {
  readonly mark: LegendItem['mark'];
  readonly x: number;
  /** The middle of the mark. */
  readonly y: number;
  readonly colour: string;
  readonly palette: Palette;
}

export function LegendMark({ mark, x, y, colour, palette }: MarkProps) {
  if (mark === 'line') return <Line from={[x, y]} to={[x + 10, y]} stroke={colour} width={2} />;
  if (mark === 'band')
    return <Box x={x} y={y - 5} width={10} height={10} fill={colour} opacity={palette.band50} />;
  if (mark === 'dot') return <circle cx={x + 5} cy={y} r={2.5} fill={colour} />;
  if (mark === 'ring')
    return <circle cx={x + 5} cy={y} r={3.5} fill={palette.background} stroke={colour} strokeWidth={1.5} />;
  return <Box x={x} y={y - 5} width={10} height={10} fill={colour} radius={2} />;
}
