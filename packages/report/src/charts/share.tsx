// The KPI as one stacked bar of shares: baseline at the bottom, channels by contribution, each with its interval.
import { rounded } from '../rounding.ts';
import { kpiName } from '../views/phrases.ts';
import { shareTitle } from '../views/return-titles.ts';
import { channelsInOrder, type View } from '../views/view.ts';
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
import { fitText } from './text-width.ts';

interface Slice {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  /** Of the share and of the amount; null for several channels together. */
  readonly shareInterval: Interval | null;
  readonly amount: number;
  readonly amountInterval: Interval | null;
  colour(palette: Palette): string;
}

const top = 8;
const barWidth = 56;
const rowHeight = 36;

export function shareChart(view: View): Chart {
  const { title, subtitle } = shareTitle(view);
  const slices = slicesOf(view);
  const total = `${amount(view.insights.kpi, kpiUnit(view))} = 100 %`;
  const description = `${title}. ${slices.map(({ name, share }) => `${name} ${percentOf(share)}`).join(', ')} of ${total.replace(' = 100 %', '')}.`;
  const height = () => Math.max(360, top + slices.length * rowHeight + 28);
  return {
    id: 'shares',
    title,
    subtitle,
    description,
    table: tableOf(view, slices),
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
  const { baseline } = view.result;
  const kpi = view.insights.kpi;
  const own = colouredChannels(view);
  const channels = channelsInOrder(view);
  const rest = channels.filter(({ name }) => !own.includes(name));
  const slices: Slice[] = [
    {
      key: 'baseline',
      name: 'Baseline',
      share: baseline.mean / kpi,
      shareInterval: scaled(intervalOf(baseline), 1 / kpi),
      amount: baseline.mean,
      amountInterval: intervalOf(baseline),
      colour: ({ base }) => base,
    },
    ...channels
      .filter(({ name }) => own.includes(name) || rest.length === 1)
      .map(({ name, label, share, contribution }) => ({
        key: name,
        name: label,
        share: share.mean,
        shareInterval: intervalOf(share),
        amount: contribution.mean,
        amountInterval: intervalOf(contribution),
        colour: (palette: Palette) => channelColour(view, name, palette),
      })),
  ];
  if (rest.length < 2) return slices;
  const sum = (of: (channel: (typeof rest)[number]) => number) =>
    rest.reduce((all, channel) => all + of(channel), 0);
  return [
    ...slices,
    {
      key: 'other',
      name: `Other (${rest.length} channels)`,
      share: sum(({ share }) => share.mean),
      shareInterval: null,
      amount: sum(({ contribution }) => contribution.mean),
      amountInterval: null,
      colour: ({ base }) => base,
    },
  ];
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
              {fitText(`${slice.name} ${shareWords(slice)}`, room, { weight: 600 })}
            </Text>
            <Text x={barWidth + 26} y={at + 17} fill={palette.muted}>
              {fitText(amountWords(view, slice), room)}
            </Text>
          </g>
        );
      })}
      <Line from={[0, y(0)]} to={[barWidth, y(0)]} stroke={palette.rule} crisp />
      <Text x={0} y={bottom + 18} fill={palette.muted}>
        {total}
      </Text>
    </>
  );
}

function shareWords({ share, shareInterval }: Slice): string {
  return shareInterval ? percentText(shareInterval).mean : percentOf(share);
}

function amountWords(view: View, slice: Slice): string {
  const unit = kpiUnit(view);
  return slice.amountInterval
    ? withInterval(intervalText(slice.amountInterval, unit))
    : `${amount(slice.amount, unit)}, together`;
}

function readingAt(view: View, slice: Slice | undefined) {
  if (!slice) return { head: '', lines: [] };
  const share = slice.shareInterval ? withInterval(percentText(slice.shareInterval)) : percentOf(slice.share);
  return {
    head: slice.name,
    lines: [
      { label: `Share of ${kpiName(view)}`, value: share, colour: slice.colour(cssPalette) },
      { label: 'Amount', value: amountWords(view, slice) },
      { label: 'Period', value: view.words.period },
    ],
  };
}

function tableOf(view: View, slices: readonly Slice[]) {
  const unit = kpiUnitName(view);
  const numeric = (label: string) => ({ label, numeric: true });
  return {
    columns: [
      { label: 'Part', numeric: false },
      ...['mean', '94 % low', '94 % high'].map((what) => numeric(`Share: ${what}`)),
      ...['mean', '94 % low', '94 % high'].map((what) => numeric(`Amount, ${unit}: ${what}`)),
    ],
    rows: slices.map(({ name, share, shareInterval, amount: mean, amountInterval }) => [
      name,
      share,
      shareInterval?.low ?? '',
      shareInterval?.high ?? '',
      mean,
      amountInterval?.low ?? '',
      amountInterval?.high ?? '',
    ]),
  };
}
