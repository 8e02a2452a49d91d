// Actual values against the prediction over time: bands of 50 and 94 %, dots, rings for what lies outside.

import type { ChartTable } from '../rounded-table.ts';
import { bandColumns, known, tableFrom, text } from '../rounded-table.ts';
import { predictionTitle } from '../views/analyst-titles.ts';
import type { View } from '../views/view.ts';
import { TimeAxis, ticksWidth, VerticalAxis } from './axes.tsx';
import type { Chart, Frame, Reading } from './chart.ts';
import { type EndLabel, EndLabels, endLabelsWidth } from './end-labels.tsx';
import { FocusLine } from './focus-line.tsx';
import { type LegendItem, LegendRows, legendRows } from './legend.tsx';
import { Canvas, px } from './marks.tsx';
import { amount, bandAt, intervalText, kpiUnit, kpiUnitName, withBand } from './numbers.ts';
import type { Palette } from './palette.ts';
import { bandPath, brokenPath } from './paths.ts';
import { nearestDate, periodName, timeDomain } from './periods.ts';
import { domainOf, linear, niceLinear, type Scale, ticksOf } from './scale.ts';
import { daysOf } from './series.ts';

const narrow = 560;
const top = 8;
const bottom = 272;

const items: readonly LegendItem[] = [
  { name: 'Predicted', mark: 'line', colour: ({ accent }) => accent },
  { name: '50 and 94 % bands', mark: 'band', colour: ({ accent }) => accent },
  { name: 'Actual', mark: 'dot', colour: ({ text }) => text },
  { name: 'Outside 94 % band', mark: 'ring', colour: ({ text }) => text },
];
const notFitted: LegendItem = { name: 'Not in the fit', mark: 'dot', colour: ({ warn }) => warn };

export function predictionChart(view: View): Chart {
  const { title, subtitle } = predictionTitle(view);
  const days = daysOf(view);
  const outside = days.filter((_, t) => isOutside(view, t)).length;
  const actual = view.insights.series.actual.filter((value) => value !== null).length;
  const description = `${title}. ${outside} of ${actual} actual values lie outside the 94 % band.`;
  return {
    id: 'prediction',
    title,
    subtitle,
    description,
    table: tableOf(view),
    height: (width) => layoutOf(view, days, width).height,
    draw: (frame) => <Prediction {...{ view, days, label: description }} {...frame} />,
    reading: {
      count: days.length,
      at: (index) => readingAt(view, index),
      nearest: (x, width) => nearestDate(days, layoutOf(view, days, width).x, x),
    },
  };
}

/** Equal-tailed, 3 to 97 %. */
export function isOutside({ insights }: View, t: number): boolean {
  const { actual, predicted } = insights.series;
  const value = actual[t] ?? null;
  return value !== null && (value < (predicted.q03[t] ?? value) || value > (predicted.q97[t] ?? value));
}

function itemsOf({ insights }: View): LegendItem[] {
  const { actual, fitted } = insights.series;
  const heldOut = actual.some((value, t) => value !== null && !fitted[t]);
  return [...items, ...(heldOut ? [notFitted] : [])];
}

function layoutOf(view: View, days: readonly number[], width: number) {
  const { actual, predicted } = view.insights.series;
  const y = niceLinear(domainOf([...actual, ...predicted.q03, ...predicted.q97]), [bottom, top], 4);
  const ticks = ticksOf(y, 4, view.words.kpiUnit);
  const left = ticksWidth(ticks);
  const isNarrow = width < narrow;
  const legend = isNarrow ? legendRows(itemsOf(view), width) : [];
  const right = isNarrow ? 8 : endLabelsWidth(itemsOf(view).map(({ name }) => name));
  const x = linear(timeDomain(days), [left, width - right]);
  return { y, ticks, left, right, x, legend, height: bottom + 28 + legend.length * 20 };
}

interface Drawn extends Frame {
  readonly view: View;
  readonly days: readonly number[];
  readonly label: string;
}

function Prediction({ view, days, label, width, palette, focus }: Drawn) {
  const { x, y, ticks, left, right, legend, height } = layoutOf(view, days, width);
  const { predicted } = view.insights.series;
  const band = (low: readonly number[], high: readonly number[]) =>
    bandPath({ at: days, values: [low, high] }, x, y);
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      <VerticalAxis y={y} ticks={ticks} from={left} to={width - right} palette={palette} />
      <path d={band(predicted.q03, predicted.q97)} fill={palette.accent} fillOpacity={palette.band94} />
      <path d={band(predicted.q25, predicted.q75)} fill={palette.accent} fillOpacity={palette.band50} />
      <path
        d={brokenPath(days, predicted.mean, x, y)}
        fill="none"
        stroke={palette.accent}
        strokeWidth={1.5}
      />
      {focus !== undefined && (
        <FocusLine x={x(days[focus] ?? 0)} top={top} bottom={bottom} palette={palette} />
      )}
      <Dots {...{ view, days, x, y, palette }} />
      {legend.length === 0 && (
        <EndLabels
          labels={endsOf(view, y)}
          x={width - right}
          width={right}
          bounds={[top + 6, bottom - 4]}
          palette={palette}
        />
      )}
      <LegendRows rows={legend} top={bottom + 28} palette={palette} />
      <TimeAxis x={x} bottom={bottom} bounds={[0, width]} palette={palette} />
    </Canvas>
  );
}

interface DotsProps {
  readonly view: View;
  readonly days: readonly number[];
  readonly x: Scale;
  readonly y: Scale;
  readonly palette: Palette;
}

function Dots({ view, days, x, y, palette }: DotsProps) {
  const { actual, fitted } = view.insights.series;
  return (
    <>
      {days.map((day, t) => {
        const value = actual[t] ?? null;
        if (value === null) return null;
        const at = { cx: px(x(day)), cy: px(y(value)) };
        const colour = fitted[t] ? palette.text : palette.warn;
        return isOutside(view, t) ? (
          <circle key={day} {...at} r={3.5} fill={palette.background} stroke={colour} strokeWidth={1.5} />
        ) : (
          <circle key={day} {...at} r={2} fill={colour} />
        );
      })}
    </>
  );
}

function endsOf(view: View, y: Scale): EndLabel[] {
  const { actual, predicted } = view.insights.series;
  const last = predicted.mean.length - 1;
  const lastActual = actual.findLast((value) => value !== null) ?? predicted.mean[last] ?? 0;
  const places = [predicted.mean[last] ?? 0, predicted.q97[last] ?? 0, lastActual];
  return itemsOf(view).map((item, i) => {
    const place = places[i];
    return place === undefined
      ? { ...item, y: y(places[2] ?? 0) + (i - 2) * 17, leader: false }
      : { ...item, y: y(place) };
  });
}

function readingAt(view: View, index: number): Reading {
  const { dates, actual, fitted, predicted } = view.insights.series;
  const unit = kpiUnit(view);
  const value = actual[index] ?? null;
  const inFit = fitted[index] ? '' : ', not in the fit';
  const where = isOutside(view, index) ? ', outside the 94 % band' : '';
  return {
    head: periodName(dates[index] ?? '', view.result.data.period),
    lines: [
      { label: 'Actual', value: value === null ? 'missing' : `${amount(value, unit)}${where}${inFit}` },
      { label: 'Predicted', value: withBand(intervalText(bandAt(predicted, index), unit)) },
    ],
  };
}

function tableOf(view: View): ChartTable {
  const { dates, actual, fitted, predicted } = view.insights.series;
  const unit = kpiUnitName(view);
  const columns = [
    text(`First day of the ${view.result.data.period}`),
    known(`Actual (${unit})`),
    ...bandColumns('Predicted', unit),
    text('In the fit'),
  ];
  const rows = dates.map((date, t) => [
    date,
    actual[t] ?? '',
    predicted.mean[t] ?? 0,
    predicted.q03[t] ?? 0,
    predicted.q25[t] ?? 0,
    predicted.q75[t] ?? 0,
    predicted.q97[t] ?? 0,
    fitted[t] ? 'yes' : 'no',
  ]);
  return tableFrom(columns, rows);
}
