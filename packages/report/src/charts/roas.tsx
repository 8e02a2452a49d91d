// What each channel returned, and what the next unit of money would: dots with 50 and 94 % lines against a named break-even.
import { amountText } from '../amounts.ts';
import type { ChartTable } from '../rounded-table.ts';
import { type Column, known, tableFrom, text } from '../rounded-table.ts';
import { roasTitle } from '../views/return-titles.ts';
import { channelOf, type View } from '../views/view.ts';
import { HorizontalAxis } from './axes.tsx';
import type { Chart, Frame, Reading } from './chart.ts';
import { channelColour } from './colours.ts';
import { Box, Canvas, Line, SpreadMark, Text } from './marks.tsx';
import { cssPalette, type Palette } from './palette.ts';
import { type ReturnPanel, type ReturnRow, returnDomain, returnPanels } from './returns.ts';
import { linear, type Scale, ticksOf } from './scale.ts';
import { fitText, textWidth } from './text-width.ts';

const narrow = 560;
const headHeight = 44;
const axisHeight = 24;
const panelGap = 32;
const noReturn = 'no spend, so no return';

interface Drawn {
  readonly view: View;
  readonly panels: readonly ReturnPanel[];
  readonly label: string;
}

export function roasChart(view: View): Chart {
  const { title, subtitle } = roasTitle(view);
  const panels = returnPanels(view);
  const description = `${title}. ${panels.map((panel) => `${panel.name}: ${panel.rows.map((row) => sayRow(view, row)).join('; ')}`).join('. ')}.`;
  const drawn = { view, panels, label: description };
  return {
    id: 'returns',
    title,
    subtitle,
    description,
    table: tableOf(view, panels),
    height: (width) => layoutOf(drawn, width).height,
    draw: (frame) => <Returns {...drawn} {...frame} />,
    reading: {
      count: view.order.length,
      at: (index) => readingAt(view, panels, index),
      nearest: (_x, width, y = 0) => layoutOf(drawn, width).rowAt(y),
    },
  };
}

function sayRow(view: View, { column, spread, text, interval }: ReturnRow): string {
  const { label } = channelOf(view, column);
  return spread ? `${label} ${text} (${interval})` : `${label} none`;
}

interface Place {
  readonly left: number;
  readonly right: number;
  /** Top of the panel, and of its first row. */
  readonly top: number;
  readonly rows: number;
  readonly x: Scale;
}

function layoutOf({ view, panels }: Drawn, width: number) {
  const stack = width < narrow && panels.length > 0;
  const count = view.order.length;
  const rowHeight = stack ? 58 : 44;
  const names = view.order.map((column) => channelOf(view, column));
  const widest = Math.max(
    0,
    ...names.flatMap(({ label, spend }) => [
      textWidth(label, { weight: 600 }),
      textWidth(spentText(view, spend)),
    ]),
  );
  const nameWidth = stack ? 0 : Math.min(176, Math.ceil(widest) + 20);
  const clipped = clippedNames(view, panels).length > 0;
  const panelHeight = headHeight + count * rowHeight + axisHeight;
  const panelWidth = stack ? width : (width - nameWidth - (panels.length - 1) * panelGap) / panels.length;
  const domain = returnDomain(panels);
  const places = panels.map((_, i): Place => {
    const left = stack ? 0 : nameWidth + i * (panelWidth + panelGap);
    const top = stack ? i * (panelHeight + 20) : 0;
    return {
      left,
      right: left + panelWidth,
      top,
      rows: top + headHeight,
      x: scaleOf(panels, domain, left, panelWidth),
    };
  });
  const bottom = stack ? panels.length * (panelHeight + 20) - 20 : panelHeight;
  const rowAt = (y: number) => {
    const place = places.findLast(({ top }) => y >= top) ?? places[0];
    const row = Math.floor((y - (place?.rows ?? 0)) / rowHeight);
    return Math.min(Math.max(row, 0), count - 1);
  };
  return { stack, rowHeight, nameWidth, places, height: bottom + (clipped ? 20 : 0), rowAt, clipped };
}

/** As long as the intervals written at the ends of the lines leave room, the same in every panel. */
function scaleOf(
  panels: readonly ReturnPanel[],
  domain: readonly [number, number],
  left: number,
  width: number,
): Scale {
  const [from, to] = domain;
  const room = width - 12;
  const lengths = panels.flatMap(({ rows }) =>
    rows.flatMap(({ spread, interval }) => {
      if (!spread) return [];
      const part = (Math.min(spread.high, to) - from) / (to - from);
      return part > 0 ? [(room - textWidth(interval) - 8) / part] : [];
    }),
  );
  const length = Math.max(room * 0.4, Math.min(room, ...lengths));
  return linear(domain, [left + 4, left + 4 + length]);
}

function spentText(view: View, spend: number): string {
  return spend > 0 ? `${amountText(spend, view.words.moneyUnit)} spent` : 'no spend';
}

/** Channels whose interval goes on beyond the scale. */
function clippedNames(view: View, panels: readonly ReturnPanel[]): string[] {
  const [, to] = returnDomain(panels);
  const beyond = panels.flatMap(({ rows }) => rows.filter(({ spread }) => spread && spread.high > to));
  return [...new Set(beyond.map(({ column }) => channelOf(view, column).label))];
}

function Returns({ view, panels, label, width, palette, focus }: Drawn & Frame) {
  const drawn = { view, panels, label };
  const { stack, rowHeight, nameWidth, places, height, clipped } = layoutOf(drawn, width);
  const first = places[0];
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      {focus !== undefined &&
        places
          .slice(0, stack ? undefined : 1)
          .map(({ rows }) => (
            <Box
              key={rows}
              x={0}
              y={rows + focus * rowHeight}
              width={width}
              height={rowHeight}
              fill={palette.panel}
              radius={4}
            />
          ))}
      {!stack && first && (
        <Names view={view} width={nameWidth - 16} top={first.rows} rowHeight={rowHeight} palette={palette} />
      )}
      {panels.map((panel, i) => {
        const place = places[i];
        return (
          place && <Panel key={panel.key} {...{ view, panel, place, rowHeight, stack, palette, focus }} />
        );
      })}
      {clipped && (
        <Text x={0} y={height - 4} fill={palette.muted}>
          {fitText(
            `Arrow: the 94 % interval of ${clippedNames(view, panels).join(', ')} goes on; its ends are written beside it.`,
            width,
          )}
        </Text>
      )}
    </Canvas>
  );
}

interface NamesProps {
  readonly view: View;
  readonly width: number;
  readonly top: number;
  readonly rowHeight: number;
  readonly palette: Palette;
}

function Names({ view, width, top, rowHeight, palette }: NamesProps) {
  return (
    <>
      {view.order.map((column, i) => {
        const { label, spend } = channelOf(view, column);
        const y = top + i * rowHeight + rowHeight / 2;
        return (
          <g key={column}>
            <Text x={0} y={y + 2} weight={600}>
              {fitText(label, width, { weight: 600 })}
            </Text>
            <Text x={0} y={y + 17} fill={palette.muted}>
              {fitText(spentText(view, spend), width)}
            </Text>
          </g>
        );
      })}
    </>
  );
}

interface PanelProps {
  readonly view: View;
  readonly panel: ReturnPanel;
  readonly place: Place;
  readonly rowHeight: number;
  /** Names stand above the lines. */
  readonly stack: boolean;
  readonly palette: Palette;
  readonly focus?: number;
}

function Panel({ view, panel, place, rowHeight, stack, palette, focus }: PanelProps) {
  const { left, right, top, rows, x } = place;
  const bottom = rows + panel.rows.length * rowHeight;
  const count = Math.max(4, Math.floor(((x.range()[1] ?? 0) - left) / 88));
  const ticks = ticksOf(x, count, panel.key === 'cost' ? view.words.moneyUnit : { before: '', after: '' });
  const { reference } = panel;
  return (
    <>
      <Text x={left + (stack ? 0 : 4)} y={top + 12} weight={600}>
        {fitText(panel.heading, right - left, { weight: 600 })}
      </Text>
      <HorizontalAxis
        x={x}
        ticks={ticks}
        top={rows}
        bottom={bottom}
        bounds={[left, right]}
        palette={palette}
      />
      {reference && (
        <>
          <Line
            from={[x(reference.value), rows - 6]}
            to={[x(reference.value), bottom]}
            stroke={palette.text}
            dash="4 3"
          />
          <Text
            x={within(x(reference.value), textWidth(reference.name) / 2, left, right)}
            y={rows - 11}
            anchor="middle"
            fill={palette.muted}
          >
            {reference.name}
          </Text>
        </>
      )}
      {panel.rows.map((row, i) => (
        <Row
          key={row.column}
          row={row}
          name={stack ? channelOf(view, row.column).label : ''}
          y={rows + i * rowHeight + (stack ? 42 : rowHeight / 2 + 2)}
          place={place}
          colour={channelColour(view, row.column, palette)}
          palette={palette}
          behind={i === focus ? palette.panel : palette.background}
          reference={reference ? x(reference.value) : null}
        />
      ))}
    </>
  );
}

function within(at: number, half: number, from: number, to: number): number {
  return Math.max(from + half, Math.min(at, to - half));
}

interface RowProps {
  readonly row: ReturnRow;
  readonly name: string;
  readonly y: number;
  readonly place: Place;
  readonly colour: string;
  readonly palette: Palette;
  /** Colour of the ground under the row. */
  readonly behind: string;
  /** Where the dashed line stands. */
  readonly reference: number | null;
}

function Row({ row, name, y, place, colour, palette, behind, reference }: RowProps) {
  const { left, right, x } = place;
  const { spread, text, interval } = row;
  const [, to = 1] = x.domain();
  const half = textWidth(text, { weight: 600 }) / 2;
  const middle = within(x(Math.min(spread?.mean ?? 0, to)), half, left, right);
  const words = spread ? interval : noReturn;
  const wordsLeft = spread ? x(Math.min(spread.high, to)) + 8 : left + 8;
  const covers = (from: number, until: number) =>
    reference !== null && from - 3 < reference && reference < until + 3;
  const ground = (from: number, wide: number, top: number) =>
    covers(from, from + wide) && <Box x={from - 3} y={top} width={wide + 6} height={15} fill={behind} />;
  return (
    <>
      {name && ground(left + 10, textWidth(name, { weight: 500 }), y - 37)}
      {spread && ground(middle - half, 2 * half, y - 22)}
      {ground(wordsLeft, textWidth(words), y - 7)}
      {name && (
        <Text x={left + 10} y={y - 26} weight={500} halo={behind}>
          {fitText(name, right - left - 10, { weight: 500 })}
        </Text>
      )}
      {spread ? (
        <>
          <SpreadMark spread={spread} x={x} y={y} colour={colour} palette={palette} />
          <Text x={middle} y={y - 11} anchor="middle" weight={600} halo={behind}>
            {text}
          </Text>
          <Text x={wordsLeft} y={y + 4} fill={palette.muted} halo={behind}>
            {words}
          </Text>
        </>
      ) : (
        <Text x={wordsLeft} y={y + 4} fill={palette.muted} halo={behind}>
          {words}
        </Text>
      )}
    </>
  );
}

function readingAt(view: View, panels: readonly ReturnPanel[], index: number): Reading {
  const column = view.order[index] ?? '';
  const { label, spend } = channelOf(view, column);
  return {
    head: label,
    lines: [
      ...panels.map(({ name, rows }) => {
        const row = rows[index];
        const value = row?.spread ? `${row.text} (${row.interval})` : 'none';
        return { label: name, value, colour: channelColour(view, column, cssPalette) };
      }),
      ...(panels[0]?.reference ? [{ label: 'Break-even', value: view.breakEven.toFixed(2) }] : []),
      { label: 'Spent', value: spend > 0 ? amountText(spend, view.words.moneyUnit) : 'nothing' },
      { label: 'Period', value: view.words.period },
    ],
  };
}

function tableOf(view: View, panels: readonly ReturnPanel[]): ChartTable {
  const currency = view.result.spec.columns.target.currency ?? 'money';
  const columns = [
    text('Channel'),
    known(`Spend (${currency})`),
    ...panels.flatMap((panel) => panelColumns(panel, panel.key === 'cost' ? ` (${currency})` : '')),
  ];
  const rows = view.order.map((column, i) => [
    channelOf(view, column).label,
    channelOf(view, column).spend,
    ...panels.flatMap(({ rows }) => {
      const spread = rows[i]?.spread;
      if (!spread) return ['', '', '', '', ''];
      return [spread.mean, spread.low, spread.high, spread.q25 ?? '', spread.q75 ?? ''];
    }),
  ]);
  return tableFrom(columns, rows, (row, estimate) => {
    const panel = panels.find(({ name }) => name === estimate);
    return panel?.rows[row]?.mcse ?? null;
  });
}

function panelColumns({ name, centre }: ReturnPanel, unit: string): Column[] {
  const ends = ['94 % interval: low', '94 % interval: high'];
  return [centre.toLowerCase(), ...ends, '25 % quantile', '75 % quantile'].map((what) => ({
    label: `${name}, ${what}${unit}`,
    numeric: true,
    estimate: name,
    isEnd: ends.includes(what),
  }));
}
