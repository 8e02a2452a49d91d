// The KPI as one stacked bar of shares: baseline at the bottom, treatments, channels, what is negative below the zero line.

import { estimateColumns, tableFrom, text } from '../rounded-table.ts';
import { rounded } from '../rounding.ts';
import { kpiName } from '../views/phrases.ts';
import { shareTitle } from '../views/return-titles.ts';
import { channelsInOrder, type View } from '../views/view.ts';
import { type Channel, mcseOf } from '../words.ts';
import type { Chart } from './chart.ts';
import { channelColour, colouredChannels } from './colours.ts';
import { dodge } from './dodge.ts';
import { Box, Canvas, Line, px, Text } from './marks.tsx';
import {
  amount,
  type Interval,
  intervalOf,
  intervalText,
  kpiUnit,
  kpiUnitName,
  percentText,
  withInterval,
} from './numbers.ts';
import { cssPalette, type Palette } from './palette.ts';
import { linear } from './scale.ts';
import { fitText, textWidth } from './text-width.ts';

interface Slice {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  /** Of the share and of the amount; null for several channels together. */
  readonly shareInterval: Interval | null;
  readonly amount: number;
  readonly amountInterval: Interval | null;
  /** Monte Carlo error of the amount, for rounding. */
  readonly mcse: number | null;
  colour(palette: Palette): string;
}

const top = 8;
const barWidth = 56;
const rowHeight = 36;

export function shareChart(view: View): Chart {
  const { title, subtitle } = shareTitle(view);
  const slices = slicesOf(view);
  const whole = amount(view.insights.kpi, kpiUnit(view));
  const total = hasNegative(slices) ? `${whole}: above zero less below` : `${whole} = 100 %`;
  const told = slices.map((slice) => `${slice.name} ${shareWords(view, slice)}`).join(', ');
  const description = `${title}. ${told} of ${whole}.`;
  const height = () => Math.max(360, top + slices.length * rowHeight + 28);
  return {
    id: 'shares',
    title,
    subtitle,
    description,
    table: tableOf(view),
    height,
    draw: ({ width, palette, focus }) => (
      <Canvas label={description} width={width} height={height()} palette={palette}>
        <Bar
          slices={slices}
          view={view}
          width={width}
          height={height()}
          palette={palette}
          total={total}
          focus={focus}
        />
      </Canvas>
    ),
    reading: {
      count: slices.length,
      at: (index) => readingAt(view, slices[index]),
      nearest: (_x, _width, y = 0) => nearestTo(placesOf(slices, height()).labels, y),
    },
  };
}

function percentOf(share: number): string {
  return `${rounded(share * 100, 0)} %`;
}

/** From the bottom of the bar to its top. */
function slicesOf(view: View): Slice[] {
  const own = colouredChannels(view);
  const channels = channelsInOrder(view);
  const rest = channels.filter(({ name }) => !own.includes(name));
  const alone = channels.filter(({ name }) => own.includes(name) || rest.length === 1);
  const treatments = (view.result.treatments ?? []).map((treatment) => treatmentSlice(view, treatment));
  const media = alone.map((channel) => channelSlice(view, channel));
  const slices = [baselineSlice(view), ...treatments, ...media];
  return rest.length < 2 ? slices : [...slices, otherSlice(rest)];
}

function baselineSlice({ result, insights }: View): Slice {
  const { baseline } = result;
  return {
    key: 'baseline',
    name: 'Baseline',
    share: baseline.mean / insights.kpi,
    shareInterval: scaled(intervalOf(baseline), 1 / insights.kpi),
    amount: baseline.mean,
    amountInterval: intervalOf(baseline),
    mcse: mcseOf(result, 'baseline_contribution'),
    colour: ({ base }) => base,
  };
}

type Treatment = NonNullable<View['result']['treatments']>[number];

function treatmentSlice({ result }: View, { name, label, share, contribution }: Treatment): Slice {
  return {
    key: name,
    name: label,
    share: share.mean,
    shareInterval: intervalOf(share),
    amount: contribution.mean,
    amountInterval: intervalOf(contribution),
    mcse: mcseOf(result, `treatment_contribution[${name}]`),
    colour: ({ muted }) => muted,
  };
}

function channelSlice(view: View, { name, label, share, contribution }: Channel): Slice {
  return {
    key: name,
    name: label,
    share: share.mean,
    shareInterval: intervalOf(share),
    amount: contribution.mean,
    amountInterval: intervalOf(contribution),
    mcse: mcseOf(view.result, `total_contribution[${name}]`),
    colour: (palette) => channelColour(view, name, palette),
  };
}

/** Means add up; intervals do not, since the channels are estimated together. The table has each of them. */
function otherSlice(rest: readonly Channel[]): Slice {
  const sum = (of: (channel: Channel) => number) => rest.reduce((all, channel) => all + of(channel), 0);
  return {
    key: 'other',
    name: `Other (${rest.length} channels)`,
    share: sum(({ share }) => share.mean),
    shareInterval: null,
    amount: sum(({ contribution }) => contribution.mean),
    amountInterval: null,
    mcse: null,
    colour: ({ base }) => base,
  };
}

function hasNegative(slices: readonly Slice[]): boolean {
  return slices.some(({ share }) => share < 0);
}

function scaled({ mean, low, high }: Interval, factor: number): Interval {
  return { mean: mean * factor, low: low * factor, high: high * factor };
}

/** Where each slice lies and where its words stand; below zero what is negative. */
function placesOf(slices: readonly Slice[], height: number) {
  const bottom = height - 28;
  const positive = slices.reduce((sum, { share }) => sum + Math.max(0, finite(share)), 0);
  const negative = slices.reduce((sum, { share }) => sum + Math.min(0, finite(share)), 0);
  const y = linear([negative, Math.max(positive, negative + 0.01, 1e-6)], [bottom, top]);
  let above = 0;
  let below = 0;
  const boxes = slices.map(({ share }) => {
    const value = finite(share);
    const from = value < 0 ? below : above;
    if (value < 0) below += value;
    else above += value;
    return { top: y(Math.max(from, from + value)), bottom: y(Math.min(from, from + value)) };
  });
  const middles = boxes.map((box) => (box.top + box.bottom) / 2);
  return { y, boxes, middles, labels: dodge(middles, rowHeight, [top + 10, bottom - 20]), bottom };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function nearestTo(places: readonly number[], y: number): number {
  return places.reduce((best, at, i) => (Math.abs(at - y) < Math.abs((places[best] ?? 0) - y) ? i : best), 0);
}

interface BarProps {
  readonly slices: readonly Slice[];
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly total: string;
  readonly focus?: number;
}

function Bar({ slices, view, width, height, palette, total, focus }: BarProps) {
  const { y, boxes, middles, labels, bottom } = placesOf(slices, height);
  const room = width - barWidth - 26;
  return (
    <>
      {slices.map((slice, i) => {
        const at = labels[i] ?? 0;
        const box = boxes[i] ?? { top: 0, bottom: 0 };
        return (
          <g key={slice.key}>
            {focus === i && (
              <Box
                x={barWidth + 20}
                y={at - 14}
                width={room + 6}
                height={rowHeight - 2}
                fill={palette.panel}
                radius={4}
              />
            )}
            <rect
              x={0}
              y={px(box.top)}
              width={barWidth}
              height={px(box.bottom - box.top)}
              fill={slice.colour(palette)}
              fillOpacity={palette.area}
              stroke={palette.background}
            />
            <path
              d={`M${barWidth + 2},${px(middles[i] ?? 0)}L${barWidth + 14},${px(at - 2)}H${barWidth + 20}`}
              fill="none"
              stroke={palette.rule}
            />
            <Text x={barWidth + 26} y={at + 2} weight={600}>
              {nameAndFigure(slice.name, shareWords(view, slice), room)}
            </Text>
            <Text x={barWidth + 26} y={at + 17} fill={palette.muted}>
              {fitText(amountWords(view, slice), room)}
            </Text>
          </g>
        );
      })}
      {hasNegative(slices) ? (
        <>
          <Line from={[0, y(0)]} to={[barWidth + 14, y(0)]} stroke={palette.text} width={1.5} crisp />
          <Text x={4} y={y(0) - 4} weight={600} halo={palette.background}>
            0
          </Text>
        </>
      ) : (
        <Line from={[0, y(0)]} to={[barWidth, y(0)]} stroke={palette.rule} crisp />
      )}
      <Text x={0} y={bottom + 18} fill={palette.muted}>
        {fitText(total, width)}
      </Text>
    </>
  );
}

const bold = { weight: 600 } as const;

/** A long name is cut, never its figure. */
function nameAndFigure(name: string, figure: string, room: number): string {
  return `${fitText(name, room - textWidth(` ${figure}`, bold), bold)} ${figure}`;
}

function shareText(view: View, { shareInterval, mcse }: Slice) {
  return shareInterval && percentText(shareInterval, mcse === null ? null : mcse / view.insights.kpi);
}

function shareWords(view: View, slice: Slice): string {
  return shareText(view, slice)?.mean ?? percentOf(slice.share);
}

function amountWords(view: View, slice: Slice): string {
  const unit = kpiUnit(view);
  return slice.amountInterval
    ? withInterval(intervalText(slice.amountInterval, unit, slice.mcse))
    : `${amount(slice.amount, unit)} together, no interval`;
}

function readingAt(view: View, slice: Slice | undefined) {
  if (!slice) return { head: '', lines: [] };
  const ofKpi = shareText(view, slice);
  const share = ofKpi ? withInterval(ofKpi) : `${percentOf(slice.share)} together, no interval`;
  return {
    head: slice.name,
    lines: [
      { label: `Share of ${kpiName(view)}`, value: share, colour: slice.colour(cssPalette) },
      { label: 'Amount', value: amountWords(view, slice) },
      { label: 'Period', value: view.words.period },
    ],
  };
}

/** Every channel in a row of its own, also those that are drawn together. */
function tableOf(view: View) {
  const slices = [
    baselineSlice(view),
    ...channelsInOrder(view).map((channel) => channelSlice(view, channel)),
  ];
  const columns = [
    text('Part'),
    ...estimateColumns('Share', '', { isShare: true }),
    ...estimateColumns('Amount', kpiUnitName(view)),
  ];
  const rows = slices.map(({ name, share, shareInterval, amount: mean, amountInterval }) => [
    name,
    share,
    shareInterval?.low ?? '',
    shareInterval?.high ?? '',
    mean,
    amountInterval?.low ?? '',
    amountInterval?.high ?? '',
  ]);
  return tableFrom(columns, rows, (row, estimate) => {
    const mcse = slices[row]?.mcse ?? null;
    return mcse !== null && estimate === 'Share' ? mcse / Math.abs(view.insights.kpi) : mcse;
  });
}
