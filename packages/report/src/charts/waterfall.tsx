// From the whole KPI to what each channel brought: the whole and its two parts on one scale, advertising enlarged below.

import type { ChartTable } from '../rounded-table.ts';
import { estimateColumns, tableFrom, text } from '../rounded-table.ts';
import { capitalised, hasOrganic, kpiTitle } from '../views/phrases.ts';
import { waterfallTitle } from '../views/return-titles.ts';
import { channelsInOrder, type View } from '../views/view.ts';
import { mcseOf } from '../words.ts';
import { HorizontalAxis } from './axes.tsx';
import type { Chart, Frame, Reading } from './chart.ts';
import { channelColour } from './colours.ts';
import { Box, Canvas, Line, px, Text } from './marks.tsx';
import {
  amount,
  type Interval,
  intervalOf,
  intervalText,
  kpiUnit,
  kpiUnitName,
  withInterval,
} from './numbers.ts';
import { cssPalette, type Palette } from './palette.ts';
import { domainOf, linear, type Scale, ticksOf } from './scale.ts';
import { fitText, textWidth } from './text-width.ts';

const narrow = 480;
const barHeight = 20;
const gap = 28;
const axisHeight = 24;

/** A bar from where the one before it ended. */
interface Step {
  readonly key: string;
  readonly name: string;
  readonly from: number;
  readonly value: number;
  /** Null for what was measured, not estimated. */
  readonly interval: Interval | null;
  /** Monte Carlo error, for rounding. */
  readonly mcse: number | null;
  readonly mean: string;
  /** `€2.9 to 5.7 M`; empty without an interval. */
  readonly range: string;
  colour(palette: Palette): string;
}

interface Drawn {
  readonly view: View;
  /** The KPI, what came without advertising, and what came through it. */
  readonly whole: readonly Step[];
  readonly channels: readonly Step[];
  readonly label: string;
}

export function waterfallChart(view: View): Chart {
  const { title, subtitle } = waterfallTitle(view);
  const whole = wholeOf(view);
  const channels = channelSteps(view);
  const steps = [...whole, ...channels];
  const told = steps.map(({ name, mean, range }) => `${name} ${mean}${range && ` (${range})`}`).join('; ');
  const description = `${title}. ${told}.`;
  const drawn = { view, whole, channels, label: description };
  return {
    id: 'waterfall',
    title,
    subtitle,
    description,
    table: tableOf(view, steps),
    height: (width) => layoutOf(drawn, width).height,
    draw: (frame) => <Waterfall {...drawn} {...frame} />,
    reading: {
      count: steps.length,
      at: (index) => readingAt(view, steps[index]),
      nearest: (_x, width, y = 0) => layoutOf(drawn, width).rowAt(y),
    },
  };
}

function wholeOf(view: View): Step[] {
  const { baseline, totalMedia } = view.result;
  const { kpi } = view.insights;
  const base = stepOf(view, intervalOf(baseline), 0, 'baseline_contribution');
  const treatments = treatmentSteps(view);
  const before = treatments.reduce((sum, { value }) => sum + value, baseline.mean);
  const media = stepOf(view, intervalOf(totalMedia), before, 'total_media_contribution');
  return [
    {
      key: 'kpi',
      name: capitalised(kpiTitle(view)),
      from: 0,
      value: kpi,
      interval: null,
      mcse: null,
      mean: amount(kpi, view.words.kpiUnit),
      range: '',
      colour: ({ text }) => text,
    },
    { key: 'baseline', name: 'Baseline', ...base, colour: ({ base: grey }) => grey },
    ...treatments,
    {
      key: 'media',
      name: hasOrganic(view) ? 'Media' : 'Advertising',
      ...media,
      colour: ({ muted }) => muted,
    },
  ];
}

/** Price, promotion: between the baseline and media. */
function treatmentSteps(view: View): Step[] {
  let from = view.result.baseline.mean;
  return (view.result.treatments ?? []).map(({ name, label, contribution }) => {
    const step = stepOf(view, intervalOf(contribution), from, `treatment_contribution[${name}]`);
    from += contribution.mean;
    return { key: name, name: label, ...step, colour: ({ muted }) => muted };
  });
}

function channelSteps(view: View): Step[] {
  let from = 0;
  return channelsInOrder(view).map(({ name, label, contribution }) => {
    const step = stepOf(view, intervalOf(contribution), from, `total_contribution[${name}]`);
    from += contribution.mean;
    return { key: name, name: label, ...step, colour: (palette) => channelColour(view, name, palette) };
  });
}

function stepOf(view: View, interval: Interval, from: number, quantity: string) {
  const mcse = mcseOf(view.result, quantity);
  const { mean, interval: range } = intervalText(interval, view.words.kpiUnit, mcse);
  return { from, value: interval.mean, interval, mcse, mean, range };
}

function layoutOf({ view, whole, channels }: Drawn, width: number) {
  const isNarrow = width < narrow;
  const rowHeight = isNarrow ? 48 : 32;
  const steps = [...whole, ...channels];
  const widest = (of: (step: Step) => string, weight: 400 | 600) =>
    Math.ceil(Math.max(0, ...steps.map((step) => textWidth(of(step), { weight }))));
  const nameWidth = isNarrow
    ? 0
    : Math.min(
        144,
        widest(({ name }) => name, 600),
      ) + 16;
  const meanWidth = widest(({ mean }) => mean, 600) + 10;
  const valueWidth = isNarrow ? 0 : meanWidth + widest(({ range }) => range, 400) + 16;
  const left = nameWidth;
  const right = width - valueWidth - (isNarrow ? 4 : 0);
  const x = scaleOf(whole, left, right);
  const zoom = scaleOf(channels, left, right);
  const ticks = ticksOf(zoom, Math.max(2, Math.floor((right - left) / 80)), view.words.kpiUnit);
  const zoomTop = whole.length * rowHeight + gap;
  const zoomBottom = zoomTop + channels.length * rowHeight;
  const rowAt = (y: number) => {
    const inZoom = y >= zoomTop - gap / 2;
    const row = Math.floor((inZoom ? y - zoomTop : y) / rowHeight);
    const most = inZoom ? channels.length : whole.length;
    return Math.max(0, Math.min(row, most - 1)) + (inZoom ? whole.length : 0);
  };
  return {
    isNarrow,
    rowHeight,
    left,
    right,
    meanWidth,
    valueLeft: width - valueWidth + 16,
    x,
    zoom,
    ticks,
    zoomTop,
    zoomBottom,
    height: zoomBottom + axisHeight,
    rowAt,
  };
}

/** From zero to the end of the longest bar or line. */
function scaleOf(steps: readonly Step[], left: number, right: number): Scale {
  const ends = steps.flatMap(({ from, value, interval }) => [
    from,
    from + value,
    from + (interval?.low ?? value),
    from + (interval?.high ?? value),
  ]);
  return linear(domainOf(ends), [left, right]);
}

function Waterfall({ view, whole, channels, label, width, palette, focus }: Drawn & Frame) {
  const layout = layoutOf({ view, whole, channels, label }, width);
  const { rowHeight, x, zoom, ticks, zoomTop, zoomBottom, height } = layout;
  const rows = [
    ...whole.map((step, i) => ({ step, top: i * rowHeight, scale: x, next: whole[i + 1] })),
    ...channels.map((step, i) => ({
      step,
      top: zoomTop + i * rowHeight,
      scale: zoom,
      next: channels[i + 1],
    })),
  ];
  const focused = focus === undefined ? undefined : rows[focus];
  const media = whole.at(-1);
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      {focused && (
        <Box x={0} y={focused.top} width={width} height={rowHeight} fill={palette.panel} radius={4} />
      )}
      {media && (
        <Enlarged media={media} layout={layout} top={(whole.length - 1) * rowHeight} palette={palette} />
      )}
      <Line from={[x(0), 0]} to={[x(0), whole.length * rowHeight]} stroke={palette.rule} crisp />
      <HorizontalAxis
        x={zoom}
        ticks={ticks}
        top={zoomTop}
        bottom={zoomBottom}
        bounds={[0, width]}
        palette={palette}
      />
      {rows.map(({ step, top, scale, next }) => (
        <Row
          key={step.key}
          {...{ step, top, layout, width, palette }}
          x={scale}
          connects={next?.from === step.from + step.value}
        />
      ))}
    </Canvas>
  );
}

type Layout = ReturnType<typeof layoutOf>;

interface EnlargedProps {
  readonly media: Step;
  readonly layout: Layout;
  readonly top: number;
  readonly palette: Palette;
}

/** The wedge from advertising's bar to the panel that shows it enlarged. */
function Enlarged({ media, layout, top, palette }: EnlargedProps) {
  const { isNarrow, x, zoom, zoomTop } = layout;
  const bar = barTop(isNarrow, top) + barHeight;
  const [from, to] = [x(media.from), x(media.from + media.value)];
  const [zoomFrom, zoomTo] = [zoom(0), zoom(media.value)];
  return (
    <path
      d={`M${px(from)},${px(bar + 2)}L${px(zoomFrom)},${px(zoomTop)}H${px(zoomTo)}L${px(to)},${px(bar + 2)}Z`}
      fill={palette.panel}
      stroke={palette.border}
    />
  );
}

function barTop(isNarrow: boolean, top: number): number {
  return top + (isNarrow ? 22 : 6);
}

interface RowProps {
  readonly step: Step;
  readonly top: number;
  readonly x: Scale;
  /** The next bar begins where this one ends. */
  readonly connects: boolean;
  readonly layout: Layout;
  readonly width: number;
  readonly palette: Palette;
}

function Row({ step, top, x, connects, layout, width, palette }: RowProps) {
  const { isNarrow, rowHeight } = layout;
  const { from, value, interval } = step;
  const bar = barTop(isNarrow, top);
  const middle = bar + barHeight / 2;
  const end = from + value;
  return (
    <>
      <Box
        x={Math.min(x(from), x(end))}
        y={bar}
        width={Math.abs(x(end) - x(from))}
        height={barHeight}
        fill={step.colour(palette)}
        opacity={palette.area}
      />
      {interval && (
        <>
          <Line
            from={[x(from + interval.low), middle]}
            to={[x(from + interval.high), middle]}
            stroke={palette.background}
            width={4}
          />
          <Line
            from={[x(from + interval.low), middle]}
            to={[x(from + interval.high), middle]}
            stroke={palette.text}
            width={1.75}
          />
        </>
      )}
      {connects && (
        <Line from={[x(end), bar + barHeight]} to={[x(end), bar + rowHeight]} stroke={palette.rule} crisp />
      )}
      <RowWords {...{ step, layout, width, palette }} y={isNarrow ? top + 15 : middle + 4} />
    </>
  );
}

interface WordsProps {
  readonly step: Step;
  readonly y: number;
  readonly layout: Layout;
  readonly width: number;
  readonly palette: Palette;
}

function RowWords({ step, y, layout, width, palette }: WordsProps) {
  const { isNarrow, left, valueLeft, meanWidth } = layout;
  const { name, mean, range } = step;
  if (!isNarrow)
    return (
      <>
        <Text x={0} y={y} weight={500}>
          {fitText(name, left - 16, { weight: 500 })}
        </Text>
        <Text x={valueLeft} y={y} weight={600}>
          {mean}
        </Text>
        {range && (
          <Text x={valueLeft + meanWidth} y={y} fill={palette.muted}>
            {range}
          </Text>
        )}
      </>
    );
  const rangeWidth = range ? textWidth(range) + 10 : 0;
  const room = width - rangeWidth - textWidth(mean, { weight: 600 }) - 12;
  return (
    <>
      <Text x={0} y={y} weight={500} halo={palette.background}>
        {fitText(name, room, { weight: 500 })}
      </Text>
      <Text x={width - rangeWidth} y={y} anchor="end" weight={600} halo={palette.background}>
        {mean}
      </Text>
      {range && (
        <Text x={width} y={y} anchor="end" fill={palette.muted} halo={palette.background}>
          {range}
        </Text>
      )}
    </>
  );
}

function readingAt(view: View, step: Step | undefined): Reading {
  if (!step) return { head: '', lines: [] };
  const unit = kpiUnit(view);
  const value = step.interval
    ? withInterval(intervalText(step.interval, unit, step.mcse))
    : `${amount(step.value, unit)}, from your file`;
  return {
    head: step.name,
    lines: [
      { label: step.key === 'kpi' ? 'Measured' : 'Brought', value, colour: step.colour(cssPalette) },
      { label: 'Period', value: view.words.period },
    ],
  };
}

function tableOf(view: View, steps: readonly Step[]): ChartTable {
  const columns = [text('Part'), ...estimateColumns(kpiTitle(view), kpiUnitName(view))];
  const rows = steps.map(({ name, value, interval }) => [
    name,
    value,
    interval?.low ?? '',
    interval?.high ?? '',
  ]);
  return tableFrom(columns, rows, (row) => steps[row]?.mcse ?? null);
}
