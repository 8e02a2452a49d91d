// The KPI over time as stacked areas: baseline, then each channel, with the actual values and the band of the prediction on top.

import type { ChartTable } from '../rounded-table.ts';
import { bandColumns, known, tableFrom, text } from '../rounded-table.ts';
import { overTimeTitle } from '../views/return-titles.ts';
import type { View } from '../views/view.ts';
import { TimeAxis, ticksWidth, VerticalAxis } from './axes.tsx';
import type { Chart, Frame, Reading } from './chart.ts';
import { type EndLabel, EndLabels, endLabelsWidth } from './end-labels.tsx';
import { FocusLine } from './focus-line.tsx';
import { type LegendItem, LegendRows, legendRows } from './legend.tsx';
import { Canvas, Line } from './marks.tsx';
import { amount, bandAt, intervalText, kpiUnit, kpiUnitName, withBand } from './numbers.ts';
import { cssPalette } from './palette.ts';
import { bandPath, brokenPath } from './paths.ts';
import { nearestDate, periodName, timeDomain } from './periods.ts';
import { domainOf, linear, niceLinear, type Scale, ticksOf } from './scale.ts';
import { daysOf, type Part, partsOf } from './series.ts';

const narrow = 560;
const bandOpacity = 0.18;

/** A part with its lower and upper edge in the stack. */
interface Layer extends Part {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

interface Drawn {
  readonly view: View;
  readonly layers: readonly Layer[];
  readonly days: readonly number[];
  readonly label: string;
}

export function overTimeChart(view: View): Chart {
  const { title, subtitle } = overTimeTitle(view);
  const layers = stacked(partsOf(view));
  const names = layers.map(({ name }) => name).join(', ');
  const { dates } = view.insights.series;
  const { period } = view.result.data;
  const description = `${title}. Stacked from the bottom: ${names}; ${dates.length} ${period}s from ${dates[0]} to ${dates.at(-1)}.`;
  const drawn = { view, layers, days: daysOf(view), label: description };
  return {
    id: 'over-time',
    title,
    subtitle,
    description,
    table: tableOf(view, layers),
    height: (width) => layoutOf(drawn, width).height,
    draw: (frame) => <OverTime {...drawn} {...frame} />,
    reading: {
      count: drawn.days.length,
      at: (index) => readingAt(view, layers, index),
      nearest: (x, width) => nearestDate(drawn.days, layoutOf(drawn, width).x, x),
    },
  };
}

/** Each part stands on the one below it, so that the top edge is the prediction, even where the baseline is below zero. */
function stacked(parts: readonly Part[]): Layer[] {
  const layers: Layer[] = [];
  for (const part of parts) {
    const below = layers.at(-1)?.to;
    const from = part.mean.map((_, t) => below?.[t] ?? 0);
    layers.push({ ...part, from, to: part.mean.map((value, t) => value + (from[t] ?? 0)) });
  }
  return layers;
}

function layoutOf({ view, layers, days }: Drawn, width: number) {
  const { actual, predicted } = view.insights.series;
  const isNarrow = width < narrow;
  const top = 8;
  const bottom = top + (isNarrow ? 244 : 324);
  const stack = layers.flatMap(({ to }) => to);
  const y = niceLinear(domainOf([...actual, ...predicted.q97, ...predicted.q03, ...stack]), [bottom, top], 4);
  const ticks = ticksOf(y, 4, view.words.kpiUnit);
  const left = ticksWidth(ticks);
  const items = legendOf(layers);
  const right = isNarrow ? 8 : endLabelsWidth(items.map(({ name }) => name));
  const x = linear(timeDomain(days), [left, width - right]);
  const legend = isNarrow ? legendRows(items, width) : [];
  return { top, bottom, y, ticks, left, right, x, legend, height: bottom + 28 + legend.length * 20 };
}

const actualItem: LegendItem = { name: 'Actual', mark: 'line', colour: ({ text }) => text };
const bandItem: LegendItem = { name: '94 % band', mark: 'band', colour: ({ text }) => text };

/** From the top of the drawing to its bottom. */
function legendOf(layers: readonly Layer[]): LegendItem[] {
  const parts = layers.map(({ name, colour }): LegendItem => ({ name, mark: 'square', colour }));
  return [actualItem, bandItem, ...parts.reverse()];
}

function OverTime({ width, palette, focus, view, layers, days, label }: Drawn & Frame) {
  const layout = layoutOf({ view, layers, days, label }, width);
  const { x, y, top, bottom, left, right, ticks, legend, height } = layout;
  const { actual, predicted } = view.insights.series;
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      <VerticalAxis y={y} ticks={ticks} from={left} to={width - right} palette={palette} />
      {layers.map((layer) => (
        <path
          key={layer.key}
          d={bandPath({ at: days, values: [layer.from, layer.to] }, x, y)}
          fill={layer.colour(palette)}
          fillOpacity={palette.area}
          stroke={palette.background}
          strokeWidth={0.75}
        />
      ))}
      <path
        d={bandPath({ at: days, values: [predicted.q03, predicted.q97] }, x, y)}
        fill={palette.text}
        fillOpacity={bandOpacity}
      />
      <Line from={[left, y(0)]} to={[width - right, y(0)]} stroke={palette.rule} crisp />
      <path
        d={brokenPath(days, actual, x, y)}
        fill="none"
        stroke={palette.background}
        strokeWidth={3}
        strokeOpacity={0.7}
      />
      <path d={brokenPath(days, actual, x, y)} fill="none" stroke={palette.text} strokeWidth={1.5} />
      {legend.length === 0 && (
        <EndLabels
          labels={endsOf(view, layers, y)}
          x={width - right}
          width={right}
          bounds={[top + 6, bottom - 4]}
          palette={palette}
        />
      )}
      <LegendRows rows={legend} top={bottom + 28} palette={palette} />
      <TimeAxis x={x} bottom={bottom} bounds={[0, width]} palette={palette} />
      {focus !== undefined && (
        <FocusLine x={x(days[focus] ?? 0)} top={top} bottom={bottom} palette={palette} />
      )}
    </Canvas>
  );
}

function endsOf(view: View, layers: readonly Layer[], y: Scale): EndLabel[] {
  const { actual, predicted } = view.insights.series;
  const last = actual.length - 1;
  const parts = layers.map(({ name, colour, from, to }): EndLabel => {
    return { name, mark: 'square', colour, y: y(((from[last] ?? 0) + (to[last] ?? 0)) / 2) };
  });
  const lastActual = actual.findLast((value) => value !== null) ?? predicted.mean[last] ?? 0;
  return [
    { ...actualItem, y: y(lastActual) },
    { ...bandItem, y: y(predicted.q97[last] ?? 0) },
    ...parts.reverse(),
  ];
}

function readingAt(view: View, layers: readonly Layer[], index: number): Reading {
  const { dates, actual, predicted } = view.insights.series;
  const unit = kpiUnit(view);
  const value = actual[index] ?? null;
  return {
    head: periodName(dates[index] ?? '', view.result.data.period),
    lines: [
      { label: 'Actual', value: value === null ? 'missing' : amount(value, unit) },
      { label: 'Predicted', value: withBand(intervalText(bandAt(predicted, index), unit)) },
      ...[...layers].reverse().map(({ name, band, mean, colour }) => ({
        label: name,
        value: band
          ? withBand(intervalText(bandAt(band, index), unit))
          : `${amount(mean[index] ?? 0, unit)} together, no interval`,
        colour: colour(cssPalette),
      })),
    ],
  };
}

function tableOf(view: View, layers: readonly Layer[]): ChartTable {
  const { dates, actual, predicted } = view.insights.series;
  const unit = kpiUnitName(view);
  const series = [{ name: 'Predicted', mean: predicted.mean, band: predicted }, ...layers];
  const columns = [
    text(`First day of the ${view.result.data.period}`),
    known(`Actual (${unit})`),
    ...series.flatMap(({ name, band }) =>
      band ? bandColumns(name, unit, [3, 97]) : [known(`${name}, mean (${unit})`)],
    ),
  ];
  const rows = dates.map((date, t) => [
    date,
    actual[t] ?? '',
    ...series.flatMap(({ mean, band }) => [
      mean[t] ?? 0,
      ...(band ? [band.q03[t] ?? 0, band.q97[t] ?? 0] : []),
    ]),
  ]);
  return tableFrom(columns, rows);
}
