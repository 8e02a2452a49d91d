// Small multiples as one chart: panels side by side with their headings, one table, one reading over all.
import type { ChartTable } from '../rounded-table.ts';
import type { Chart } from './chart.ts';
import { Box, Canvas, px, Text } from './marks.tsx';
import { fitText, wrapText } from './text-width.ts';

export interface GridOptions {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** No panel is narrower, as long as there is more than one column. */
  readonly narrowest: number;
  readonly columns: number;
}

const gap = 32;
const titleHeight = 22;
const noteLine = 18;

export function grid(charts: readonly Chart[], options: GridOptions): Chart {
  const { id, title, subtitle } = options;
  const description = `${title}. ${charts.map((chart) => chart.description).join(' ')}`;
  const counts = charts.map(({ reading }) => reading?.count ?? 0);
  const starts = counts.map((_, i) => counts.slice(0, i).reduce((sum, count) => sum + count, 0));
  const panelOf = (index: number) =>
    starts.findLastIndex((start, i) => start <= index && (counts[i] ?? 0) > 0);
  const placesOf = (width: number) => layoutOf(charts, options, width);
  return {
    id,
    title,
    subtitle,
    description,
    table: tableOf(charts),
    height: (width) => placesOf(width).height,
    draw({ width, palette, focus }) {
      const { places, panelWidth, height } = placesOf(width);
      const focused = focus === undefined ? -1 : panelOf(focus);
      return (
        <Canvas label={description} width={width} height={height} palette={palette}>
          {charts.map((chart, i) => {
            const { x, y, head } = places[i] ?? nowhere;
            const within = i === focused && focus !== undefined ? focus - (starts[i] ?? 0) : undefined;
            const indent = chart.swatch ? 16 : 0;
            return (
              <g key={chart.id} transform={`translate(${px(x)} ${px(y)})`}>
                {chart.swatch && (
                  <Box x={0} y={5} width={10} height={10} fill={chart.swatch(palette)} radius={2} />
                )}
                <Text x={indent} y={15} size={14} weight={600}>
                  {fitText(chart.title, panelWidth - indent, { size: 14, weight: 600 })}
                </Text>
                {wrapText(chart.subtitle, panelWidth, { size: 13 }).map((line, n) => (
                  <Text key={line} x={0} y={titleHeight + 13 + n * noteLine} size={13} fill={palette.muted}>
                    {line}
                  </Text>
                ))}
                <g transform={`translate(0 ${head})`}>
                  {chart.draw({ width: panelWidth, palette, ...(within !== undefined && { focus: within }) })}
                </g>
              </g>
            );
          })}
        </Canvas>
      );
    },
    reading: {
      count: counts.reduce((sum, count) => sum + count, 0),
      at(index) {
        const panel = panelOf(index);
        return charts[panel]?.reading?.at(index - (starts[panel] ?? 0)) ?? { head: '', lines: [] };
      },
      nearest(x, width, y = 0) {
        const { places, panelWidth } = placesOf(width);
        const panel = nearestPanel(places, panelWidth, [x, y]);
        const place = places[panel] ?? nowhere;
        const inside = charts[panel]?.reading?.nearest(x - place.x, panelWidth, y - place.y - place.head);
        return (starts[panel] ?? 0) + (inside ?? 0);
      },
    },
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** Height of title and note, the same along a row. */
  readonly head: number;
}

const nowhere: Place = { x: 0, y: 0, head: 0 };

function layoutOf(charts: readonly Chart[], { columns, narrowest }: GridOptions, width: number) {
  const fitting = Math.floor((width + gap) / (narrowest + gap));
  const across = Math.max(1, Math.min(columns, fitting));
  const panelWidth = (width - (across - 1) * gap) / across;
  const places: Place[] = [];
  let y = 0;
  for (let first = 0; first < charts.length; first += across) {
    const row = charts.slice(first, first + across);
    const notes = row.map(({ subtitle }) => wrapText(subtitle, panelWidth, { size: 13 }).length);
    const head = titleHeight + Math.max(...notes) * noteLine + 4;
    const rowTop = y;
    places.push(...row.map((_, i) => ({ x: i * (panelWidth + gap), y: rowTop, head })));
    y += head + Math.max(...row.map((chart) => chart.height(panelWidth))) + gap;
  }
  return { places, panelWidth, height: Math.max(0, y - gap) };
}

/** The panel whose middle column and top lie nearest. */
function nearestPanel(
  places: readonly Place[],
  panelWidth: number,
  [x, y]: readonly [number, number],
): number {
  const row = places.findLast((place) => place.y <= y)?.y ?? 0;
  let best = Math.max(
    0,
    places.findIndex((place) => place.y === row),
  );
  const away = (place: Place | undefined) => Math.abs((place?.x ?? 0) + panelWidth / 2 - x);
  places.forEach((place, i) => {
    if (place.y === row && away(place) < away(places[best])) best = i;
  });
  return best;
}

/** Rows of all panels under the columns of the first, each with the name of its panel. */
function tableOf(charts: readonly Chart[]): ChartTable {
  return {
    columns: [{ label: 'Panel', numeric: false }, ...(charts[0]?.table.columns ?? [])],
    rows: charts.flatMap(({ title, table }) => table.rows.map((row) => [title, ...row])),
    ...(charts.every(({ table }) => table.shown) && {
      shown: charts.flatMap(({ title, table }) => (table.shown ?? []).map((row) => [title, ...row])),
    }),
  };
}
