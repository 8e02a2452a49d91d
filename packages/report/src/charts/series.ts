// The series of a run as the charts over time draw them: days, actual values, and the parts that add up to the prediction.
import { channelOf, type View } from '../views/view.ts';
import { channelColour, colouredChannels } from './colours.ts';
import type { Band } from './numbers.ts';
import type { Palette } from './palette.ts';
import { dayOf } from './periods.ts';

export interface Part {
  readonly key: string;
  readonly name: string;
  readonly mean: readonly number[];
  /** Null for several channels together: their bands do not add up to a band. */
  readonly band: Band | null;
  colour(palette: Palette): string;
}

/** First days of the periods, since 1970-01-01. */
export function daysOf({ insights }: View): number[] {
  return insights.series.dates.map(dayOf);
}

/** Baseline, treatments, channels by contribution, and those beyond the ninth as one: from the bottom of the stack to its top. */
export function partsOf(view: View): Part[] {
  const { baseline, treatments = [] } = view.insights.series;
  const own = colouredChannels(view);
  const rest = view.order.slice(own.length);
  return [
    { key: 'baseline', name: 'Baseline', mean: baseline.mean, band: baseline, colour: ({ base }) => base },
    ...treatments.map((band, i): Part => {
      const { name = '', label = '' } = view.result.treatments?.[i] ?? {};
      return { key: name, name: label, mean: band.mean, band, colour: ({ muted }) => muted };
    }),
    ...own.map((column) => channelPart(view, column)),
    ...(rest.length === 1 ? rest.map((column) => channelPart(view, column)) : []),
    ...(rest.length > 1 ? [otherPart(view, rest)] : []),
  ];
}

function channelPart(view: View, column: string): Part {
  const band = seriesOf(view, column);
  return {
    key: column,
    name: channelOf(view, column).label,
    mean: band.mean,
    band,
    colour: (palette) => channelColour(view, column, palette),
  };
}

function otherPart(view: View, columns: readonly string[]): Part {
  const series = columns.map((column) => seriesOf(view, column).mean);
  const mean = view.insights.series.dates.map((_, t) =>
    series.reduce((sum, values) => sum + (values[t] ?? 0), 0),
  );
  return {
    key: 'other',
    name: `Other (${columns.length} channels)`,
    mean,
    band: null,
    colour: ({ base }) => base,
  };
}

/** Contribution of the channel `column` over time; the file holds the series in the order of its channels. */
function seriesOf({ insights }: View, column: string): Band {
  const band = insights.series.channels[insights.channels.findIndex(({ name }) => name === column)];
  if (!band) throw new Error(`no series of channel ${column} in the insights`);
  return band;
}
