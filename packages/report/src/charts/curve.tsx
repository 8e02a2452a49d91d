// The response curve of one channel: bands of 50 and 94 %, today's spend, what was never observed, and the slope that breaks even.

import { amountText } from '../amounts.ts';
import type { ChartTable } from '../rounded-table.ts';
import { bandColumns, known, tableFrom, text } from '../rounded-table.ts';
import { hasMoney, kpiName, returnName } from '../views/phrases.ts';
import { curveNote } from '../views/return-titles.ts';
import { channelOf, channelsInOrder, type View } from '../views/view.ts';
import { mcseOf } from '../words.ts';
import { ticksWidth, VerticalAxis } from './axes.tsx';
import type { Chart, Frame, Reading } from './chart.ts';
import { channelColour } from './colours.ts';
import { Canvas, Line, px, Text } from './marks.tsx';
import {
  type Band,
  bandAt,
  curveUnit,
  curveUnitName,
  intervalOf,
  intervalText,
  withBand,
} from './numbers.ts';
import { cssPalette, type Palette } from './palette.ts';
import { bandPath, between, cutAbove, cutLine } from './paths.ts';
import { linear, type Scale, ticksOf } from './scale.ts';
import { textWidth } from './text-width.ts';

export interface CurveOptions {
  /** Height of the plot in money, or in KPI without a price, for each unit of money of its width: the same in all panels, so that steepness compares. */
  readonly slope: number;
}

const top = 12;
const plot = 168;
const bottom = top + plot;
const height = bottom + 28;

/** Over the measured periods: what is spent, what that brings, and from which point on nothing was ever observed. */
interface Curve {
  readonly spend: readonly number[];
  readonly band: Band;
  readonly today: number;
  /** Index of the last point that was observed. */
  readonly observed: number;
}

/**
 * The slope at which today's mean of every channel, the whole of most curves and break-even fit into their panels.
 * A channel far steeper than the others beyond what was observed is cut at the top instead of flattening them all.
 */
export function curveSlope(view: View): number {
  const curves = channelsInOrder(view).flatMap(({ name }) => curveOf(view, name) ?? []);
  const whole = curves.map((curve) => Math.max(0, ...curve.band.mean, ...curve.band.q75) / mostOf(curve));
  const typical = [...whole].sort((a, b) => a - b)[Math.floor((whole.length - 1) / 2)] ?? 0;
  const today = curves.map((curve) => (curve.band.mean[curve.today] ?? 0) / mostOf(curve));
  const breakEven = hasMoney(view) && curves.length > 0 ? view.breakEven : 0;
  const most = Math.min(Math.max(0, ...whole), 3 * typical);
  return 1.08 * Math.max(most, 1.1 * Math.max(0, ...today), breakEven) || 1;
}

function curveOf(view: View, column: string): Curve | null {
  const { responseCurve } = channelOf(view, column);
  if (!responseCurve) return null;
  const { mean, q03, q25, q75, q97, scale, spend, extrapolated } = responseCurve;
  const firstUnseen = extrapolated.indexOf(true);
  return {
    spend,
    band: { mean, q03, q25, q75, q97 },
    today: scale.reduce((best, at, i) => (Math.abs(at - 1) < Math.abs((scale[best] ?? 0) - 1) ? i : best), 0),
    observed: firstUnseen === -1 ? scale.length - 1 : Math.max(0, firstUnseen - 1),
  };
}

/** Null for a channel without a curve: nothing was spent on it. */
export function curveChart(view: View, column: string, { slope }: CurveOptions): Chart | null {
  const curve = curveOf(view, column);
  if (!curve) return null;
  const { label } = channelOf(view, column);
  const subtitle = curveNote(view, column);
  const now = bringsText(view, column, curve, curve.today);
  const spent = amountText(curve.spend[curve.today] ?? 0, view.words.moneyUnit);
  const description = `Response curve of ${label}, ${view.words.period}: today's spend of ${spent} brings ${now}. ${subtitle}`;
  const panel = { view, column, curve, slope, left: leftOf(view, slope), label: description };
  return {
    id: `curve-${column}`,
    title: label,
    subtitle,
    description,
    alone: { title: `${label}: ${whatText(view)} by spend`, subtitle: aloneNote(view, subtitle) },
    table: tableOf(view, curve),
    swatch: (palette) => channelColour(view, column, palette),
    height: () => height,
    draw: (frame) => <Response {...panel} {...frame} />,
    reading: {
      count: curve.spend.length,
      at: (index) => readingAt(view, column, curve, index),
      nearest(x, width) {
        const scale = scalesOf(panel, width).x;
        return curve.spend.reduce(
          (best, spend, i) =>
            Math.abs(scale(spend) - x) < Math.abs(scale(curve.spend[best] ?? 0) - x) ? i : best,
          0,
        );
      },
    },
  };
}

/** Room left of every panel: that of the widest, so that all plots are as wide and steepness compares. */
function leftOf(view: View, slope: number): number {
  const curves = channelsInOrder(view).flatMap(({ name }) => curveOf(view, name) ?? []);
  return Math.max(...curves.map((curve) => ticksWidth(verticalOf(view, curve, slope).ticks)));
}

function scalesOf({ view, curve, slope, left }: Panel, width: number) {
  return { ...verticalOf(view, curve, slope), x: linear([0, mostOf(curve)], [left, width - 8]) };
}

function verticalOf(view: View, curve: Curve, slope: number) {
  const y = linear([0, slope * mostOf(curve)], [bottom, top]);
  return { y, ticks: ticksOf(y, 4, hasMoney(view) ? view.words.moneyUnit : view.words.kpiUnit) };
}

function mostOf({ spend }: Pick<Curve, 'spend'>): number {
  return spend.at(-1) || 1;
}

interface Panel {
  readonly view: View;
  readonly column: string;
  readonly curve: Curve;
  readonly slope: number;
  readonly left: number;
  readonly label: string;
}

function Response({ width, palette, focus, ...panel }: Panel & Frame) {
  const { view, column, curve, left, label } = panel;
  const { x, y, ticks } = scalesOf(panel, width);
  const colour = channelColour(view, column, palette);
  const { band, spend, observed, today } = curve;
  const seen = x(spend[observed] ?? 0);
  const highest = y.domain()[1] ?? 0;
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      <VerticalAxis y={y} ticks={ticks} from={left} to={width - 8} palette={palette} />
      <path
        d={bandPath(cutAbove(spend, [band.q03, band.q97], highest), x, y)}
        fill={colour}
        fillOpacity={palette.band94}
      />
      <path
        d={bandPath(cutAbove(spend, [band.q25, band.q75], highest), x, y)}
        fill={colour}
        fillOpacity={palette.band50}
      />
      {observed < spend.length - 1 && (
        <Line from={[seen, top]} to={[seen, bottom]} stroke={palette.rule} dash="1 2" crisp />
      )}
      {hasMoney(view) && <BreakEven {...{ view, curve, x, y, palette }} />}
      <path
        d={cutLine(spend.slice(0, observed + 1), band.mean, highest, x, y)}
        fill="none"
        stroke={colour}
        strokeWidth={2}
      />
      <path
        d={cutLine(spend.slice(observed), band.mean.slice(observed), highest, x, y)}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        strokeDasharray="4 4"
      />
      <Cut {...{ curve, x, y, colour }} />
      <Today {...{ view, curve, x, y, colour, palette }} />
      <Spends view={view} curve={curve} x={x} palette={palette} />
      {focus !== undefined && focus !== today && (
        <circle
          cx={px(x(spend[focus] ?? 0))}
          cy={px(y(Math.min(band.mean[focus] ?? 0, highest)))}
          r={4}
          fill={palette.background}
          stroke={colour}
          strokeWidth={2}
        />
      )}
    </Canvas>
  );
}

interface CutProps {
  readonly curve: Curve;
  readonly x: Scale;
  readonly y: Scale;
  readonly colour: string;
}

/** An arrow at the top where the panel ends before the 94 % band does. */
function Cut({ curve: { spend, band }, x, y, colour }: CutProps) {
  const highest = y.domain()[1] ?? 0;
  const beyond = band.q97.findIndex((value) => value > highest * (1 + 1e-9));
  if (beyond === -1) return null;
  const at = (x(spend[beyond] ?? 0) + x(mostOf({ spend }))) / 2;
  return <path d={`M${px(at)},${px(top - 9)}l5,8h-10z`} fill={colour} />;
}

interface BreakEvenProps {
  readonly view: View;
  readonly curve: Curve;
  readonly x: Scale;
  readonly y: Scale;
  readonly palette: Palette;
}

/** The line on which what comes back is worth what was spent; its name runs along it, on the side where the curve is not. */
function BreakEven({ view: { breakEven }, curve, x, y, palette }: BreakEvenProps) {
  const { spend, band } = curve;
  const highest = y.domain()[1] ?? 0;
  const most = Math.min(spend.at(-1) ?? 0, highest / breakEven);
  const [dx, dy] = [x(most) - x(0), y(0) - y(most * breakEven)];
  const angle = (-Math.atan2(dy, dx) * 180) / Math.PI;
  const place = most * (1 - 8 / Math.max(9, Math.hypot(dx, dy)));
  const curveThere = between(spend, band.mean, place * 0.8);
  const isBelow = curveThere > place * 0.8 * breakEven && y(place * 0.8 * breakEven) < bottom - 24;
  const at = [px(x(place)), px(y(place * breakEven))] as const;
  return (
    <>
      <Line
        from={[x(0), y(0)]}
        to={[x(most), y(most * breakEven)]}
        stroke={palette.text}
        width={1.25}
        dash="1.5 3"
      />
      <g transform={`rotate(${px(angle)} ${at[0]} ${at[1]})`}>
        <Text
          x={at[0]}
          y={at[1] + (isBelow ? 14 : -6)}
          anchor="end"
          fill={palette.muted}
          halo={palette.background}
        >
          {`break-even ${breakEven.toFixed(2)}`}
        </Text>
      </g>
    </>
  );
}

interface TodayProps {
  readonly view: View;
  readonly curve: Curve;
  readonly x: Scale;
  readonly y: Scale;
  readonly colour: string;
  readonly palette: Palette;
}

/** A drop line at today's spend, and in words what lies where; below the curve, or above one that runs along the bottom. */
function Today({ view, curve, x, y, colour, palette }: TodayProps) {
  const { spend, band, today, observed } = curve;
  const at = x(spend[today] ?? 0);
  const seen = x(spend[observed] ?? 0);
  const mean = Math.min(band.mean[today] ?? 0, y.domain()[1] ?? 0);
  // The name of a low break-even line takes the room at the bottom.
  const isLow = hasMoney(view) && y(view.breakEven * mostOf(curve)) > bottom - 64;
  const hasRoomBelow = y(band.q25[today] ?? 0) < bottom - 30;
  // Clear of the dotted line too, which may run above the band.
  const dotted = hasMoney(view) ? (spend[today] ?? 0) * view.breakEven : 0;
  const above = Math.max(top + 10, Math.min(y(band.q97[today] ?? 0), y(dotted) - clearance(view, x, y)) - 8);
  const isBeside = hasRoomBelow || above === top + 10;
  return (
    <>
      <Line from={[at, y(mean)]} to={[at, bottom]} stroke={colour} />
      <circle cx={px(at)} cy={px(y(mean))} r={5} fill={colour} stroke={palette.background} strokeWidth={2} />
      <Text
        x={isBeside ? at - 6 : at}
        y={hasRoomBelow ? bottom - 8 : above}
        anchor={isBeside ? 'end' : 'middle'}
        halo={palette.background}
      >
        today
      </Text>
      {observed < spend.length - 1 && (
        <Text
          x={Math.min(Math.max(seen, at) + 6, (x.range()[1] ?? 0) - textWidth('not observed'))}
          y={hasRoomBelow && !isLow ? bottom - 8 : top + 10}
          fill={palette.muted}
          halo={palette.background}
        >
          not observed
        </Text>
      )}
    </>
  );
}

/** How far the dotted line rises over half the word that stands above it. */
function clearance(view: View, x: Scale, y: Scale): number {
  if (!hasMoney(view)) return 0;
  const most = x.domain()[1] ?? 1;
  const rise = (y(0) - y(most * view.breakEven)) / (x(most) - x(0));
  return (rise * textWidth('today')) / 2;
}

interface SpendsProps {
  readonly view: View;
  readonly curve: Curve;
  readonly x: Scale;
  readonly palette: Palette;
}

/** Nothing, today and the most that is drawn, under the axis. */
function Spends({ view, curve, x, palette }: SpendsProps) {
  const { spend, today } = curve;
  const now = spend[today] ?? 0;
  const most = spend.at(-1) ?? 0;
  const write = (value: number) => amountText(value, view.words.moneyUnit);
  const room = x(most) - x(now) - textWidth(write(now), { weight: 500 }) / 2 - textWidth(write(most));
  return (
    <>
      <Text x={x(0)} y={bottom + 16} fill={palette.muted}>
        0
      </Text>
      <Text x={x(now)} y={bottom + 16} anchor="middle" weight={500}>
        {write(now)}
      </Text>
      {room > 8 && (
        <Text x={x(most)} y={bottom + 16} anchor="end" fill={palette.muted}>
          {write(most)}
        </Text>
      )}
    </>
  );
}

/** What a spend brings. Today's is the channel's contribution with its 94 % interval, unless a price makes it another quantity. */
function bringsText(view: View, column: string, { band, today }: Curve, index: number): string {
  const { kind, revenuePerKpi } = view.result.spec.columns.target;
  const isContribution = index === today && (kind === 'money' || revenuePerKpi === undefined);
  if (!isContribution) return withBand(intervalText(bandAt(band, index), curveUnit(view)));
  const mcse = mcseOf(view.result, `total_contribution[${column}]`);
  const { contribution } = channelOf(view, column);
  const { mean, interval } = intervalText(intervalOf(contribution), curveUnit(view), mcse);
  return `${mean} (94 %: ${interval})`;
}

/** What the height of a curve is: revenue, or the KPI that is counted. */
function whatText(view: View): string {
  return hasMoney(view) ? returnName(view) : kpiName(view);
}

/** Axes, unit and period, for a curve without the words of its page. */
function aloneNote(view: View, note: string): string {
  const dotted = hasMoney(view) ? ` Dotted: break-even, ${view.breakEven.toFixed(2)}.` : '';
  const currency = view.result.spec.columns.target.currency ?? 'money';
  const axes = `Vertical: ${whatText(view)} (${curveUnitName(view)}); horizontal: spend (${currency}); both over ${view.words.period}.`;
  return `${axes} Bands: 50 and 94 %; dashed: not observed; arrow: the band goes on.${dotted}${note && ` ${note}.`}`;
}

function readingAt(view: View, column: string, curve: Curve, index: number): Reading {
  const { spend, observed } = curve;
  const { label } = channelOf(view, column);
  const brings = bringsText(view, column, curve, index);
  return {
    head: label,
    lines: [
      { label: 'Spend', value: amountText(spend[index] ?? 0, view.words.moneyUnit) },
      {
        label: 'Brings',
        value: brings,
        colour: channelColour(view, column, cssPalette),
      },
      { label: 'Observed', value: index <= observed ? 'yes' : 'no: drawn from the shape alone' },
      { label: 'Period', value: view.words.period },
    ],
  };
}

function tableOf(view: View, { spend, band, observed }: Curve): ChartTable {
  const currency = view.result.spec.columns.target.currency ?? 'money';
  const columns = [
    known(`Spend (${currency})`),
    ...bandColumns('Brings', curveUnitName(view)),
    text('Observed'),
  ];
  const rows = spend.map((value, i) => [
    value,
    band.mean[i] ?? 0,
    band.q03[i] ?? 0,
    band.q25[i] ?? 0,
    band.q75[i] ?? 0,
    band.q97[i] ?? 0,
    i <= observed ? 'yes' : 'no',
  ]);
  return tableFrom(columns, rows);
}
