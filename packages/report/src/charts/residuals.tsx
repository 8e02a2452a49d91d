// What the model did not explain, period by period, against the band that noise alone would fill.
import { residualTitle } from '../views/analyst-titles.ts';
import type { View } from '../views/view.ts';
import { TimeAxis, ticksWidth, VerticalAxis } from './axes.tsx';
import type { Chart, Frame } from './chart.ts';
import { FocusLine } from './focus-line.tsx';
import { Canvas, Line } from './marks.tsx';
import { amount, kpiUnit, kpiUnitName } from './numbers.ts';
import { bandPath } from './paths.ts';
import { nearestDate, periodName, timeDomain } from './periods.ts';
import { isOutside } from './prediction.tsx';
import { domainOf, linear, niceLinear, ticksOf } from './scale.ts';
import { daysOf } from './series.ts';

const top = 8;
const bottom = 108;
const height = bottom + 28;

interface Residuals {
  readonly days: readonly number[];
  /** Null where the actual value is missing. */
  readonly values: readonly (number | null)[];
  /** The predictive band around the prediction. */
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export function residualChart(view: View): Chart {
  const { title, subtitle } = residualTitle(view);
  const residuals = residualsOf(view);
  const { days, values, low, high } = residuals;
  const outside = days.filter((_, t) => isOutside(view, t)).length;
  const known = values.filter((value) => value !== null).length;
  const description = `${title}. ${outside} of ${known} values lie outside the 94 % band.`;
  const { dates } = view.insights.series;
  const unit = kpiUnit(view);
  return {
    id: 'residuals',
    title,
    subtitle,
    description,
    table: {
      columns: [
        { label: `First day of the ${view.result.data.period}`, numeric: false },
        ...['Actual minus predicted', 'Band, 3 % quantile', 'Band, 97 % quantile'].map((label) => ({
          label: `${label} (${kpiUnitName(view)})`,
          numeric: true,
        })),
      ],
      rows: dates.map((date, t) => [date, values[t] ?? '', low[t] ?? 0, high[t] ?? 0]),
    },
    height: () => height,
    draw: (frame) => <Sticks {...{ view, residuals, label: description }} {...frame} />,
    reading: {
      count: days.length,
      at(index) {
        const value = values[index] ?? null;
        const where = isOutside(view, index) ? ', outside the 94 % band' : '';
        const text = value === null ? 'missing' : `${value > 0 ? '+' : ''}${amount(value, unit)}${where}`;
        return {
          head: periodName(dates[index] ?? '', view.result.data.period),
          lines: [{ label: 'Actual minus predicted', value: text }],
        };
      },
      nearest: (x, width) => nearestDate(days, layoutOf(view, residuals, width).x, x),
    },
  };
}

function residualsOf(view: View): Residuals {
  const { actual, predicted } = view.insights.series;
  const minusMean = (band: readonly number[]) => band.map((value, t) => value - (predicted.mean[t] ?? 0));
  return {
    days: daysOf(view),
    values: actual.map((value, t) => (value === null ? null : value - (predicted.mean[t] ?? 0))),
    low: minusMean(predicted.q03),
    high: minusMean(predicted.q97),
  };
}

function layoutOf(view: View, { days, values, low, high }: Residuals, width: number) {
  const y = niceLinear(domainOf([...values, ...low, ...high]), [bottom, top], 3);
  const ticks = ticksOf(y, 3, view.words.kpiUnit).map(({ value, text }) => ({
    value,
    text: value > 0 ? `+${text}` : text,
  }));
  const left = ticksWidth(ticks);
  return { y, ticks, left, x: linear(timeDomain(days), [left, width - 8]) };
}

interface Drawn extends Frame {
  readonly view: View;
  readonly residuals: Residuals;
  readonly label: string;
}

function Sticks({ view, residuals, label, width, palette, focus }: Drawn) {
  const { x, y, ticks, left } = layoutOf(view, residuals, width);
  const { days, values, low, high } = residuals;
  const thin = Math.max(1, Math.min(2.5, (width - left) / days.length / 2));
  return (
    <Canvas label={label} width={width} height={height} palette={palette}>
      <path
        d={bandPath({ at: days, values: [low, high] }, x, y)}
        fill={palette.accent}
        fillOpacity={palette.band94}
      />
      <VerticalAxis y={y} ticks={ticks} from={left} to={width - 8} palette={palette} />
      {focus !== undefined && (
        <FocusLine x={x(days[focus] ?? 0)} top={top} bottom={bottom} palette={palette} />
      )}
      {days.map((day, t) => {
        const value = values[t] ?? null;
        const isOut = isOutside(view, t);
        return (
          value !== null && (
            <Line
              key={day}
              from={[x(day), y(0)]}
              to={[x(day), y(value)]}
              stroke={isOut ? palette.text : palette.muted}
              width={isOut ? thin + 1 : thin}
            />
          )
        );
      })}
      <TimeAxis x={x} bottom={bottom} bounds={[0, width]} palette={palette} />
    </Canvas>
  );
}
