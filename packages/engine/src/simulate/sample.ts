// The sample data set: two years of a small shop, five channels, two controls, holidays, and a truth we know.

import { columnOf, type ModelData } from '../model/data.ts';
import { expandSpec } from '../model/expand.ts';
import type { ParameterPoint } from '../model/posterior.ts';
import type { Spec, SpecDraft } from '../model/spec.ts';
import { exp, sin } from '../numeric/elementary.ts';
import { purpose } from '../numeric/purposes.ts';
import { type Stream, stream } from '../numeric/random.ts';
import { amplitudeFor, simulate, type Truth, withColumn } from './simulate.ts';

const TWO_PI = 6.283185307179586;

/** Monday, 1 January 2024. */
const FIRST_DAY = 19723;

/** One scaled unit of the KPI in money. */
const SCALE = 1_000_000;

interface SampleChannel {
  readonly column: string;
  readonly name: string;
  /** Mean weekly spend while on air. */
  readonly spend: number;
  /** Weeks on air and weeks off; none means always on. */
  readonly flight?: readonly [on: number, off: number];
  /** How much spend follows the season, 0..1. */
  readonly seasonal: number;
  /** Week-to-week variation, sd of the log. */
  readonly noise: number;
  readonly alpha: number;
  readonly lam: number;
  readonly roas: number;
}

const channels: readonly SampleChannel[] = [
  {
    column: 'tv_spend',
    name: 'TV',
    spend: 38_000,
    flight: [5, 4],
    seasonal: 0.2,
    noise: 0.25,
    alpha: 0.6,
    lam: 2,
    roas: 1.9,
  },
  {
    column: 'search_spend',
    name: 'Search',
    spend: 21_000,
    seasonal: 0.35,
    noise: 0.3,
    alpha: 0.1,
    lam: 1.2,
    roas: 3.4,
  },
  {
    column: 'social_spend',
    name: 'Social',
    spend: 24_000,
    seasonal: 0.1,
    noise: 0.45,
    alpha: 0.3,
    lam: 2.5,
    roas: 1.3,
  },
  {
    column: 'radio_spend',
    name: 'Radio',
    spend: 22_000,
    flight: [4, 5],
    seasonal: 0,
    noise: 0.3,
    alpha: 0.4,
    lam: 1.5,
    roas: 0.7,
  },
  {
    column: 'display_spend',
    name: 'Display',
    spend: 11_000,
    flight: [7, 3],
    seasonal: 0.1,
    noise: 0.4,
    alpha: 0.2,
    lam: 2,
    roas: 0.5,
  },
];

/** Weeks of the year with a public holiday that moves sales (1-based). */
const HOLIDAY_WEEKS = new Set([1, 14, 18, 22, 36, 48, 51, 52]);

export interface Sample {
  readonly data: ModelData;
  readonly truth: Truth;
  /** The columns and what they are; everything else is left to the defaults. */
  readonly draft: SpecDraft;
}

/** `weeks` of data (104 unless given, at least 52) that the default model describes exactly; `seed` 1 is the one shown. */
export function sample(seed = 1, weeks = 104): Sample {
  const inputs = sampleInputs(seed, weeks);
  const spec = trueSpec(inputs);
  const point = truePoint(spec, inputs);
  const { data, truth } = simulate(spec, inputs, point, seed);
  return { data: rounded(data), truth, draft };
}

const draft: SpecDraft = {
  version: 1,
  columns: { date: 'week', target: { column: 'revenue', kind: 'money', currency: 'EUR' } },
  channels: channels.map(({ column, name }) => ({ column, name })),
  controls: [{ column: 'temperature' }, { column: 'competitor_price' }, { column: 'holiday' }],
};

/** The default model with fixed scales and stated effects in place of priors to be drawn from. */
function trueSpec(data: ModelData): Spec {
  const largest = (column: string) => columnOf(data, column).reduce((a, b) => Math.max(a, b));
  const scales = {
    target: SCALE,
    channels: Object.fromEntries(channels.map(({ column }) => [column, largest(column)])),
  };
  return expandSpec({ ...draft, scales }, data).spec;
}

/** Effects in scaled units: intercept, trend, season, controls; amplitudes follow from the true returns. */
function truePoint(spec: Spec, inputs: ModelData): ParameterPoint {
  const season = spec.baseline.yearly.order === 1 ? [0.03, 0.05] : [0.03, -0.01, 0.05, 0.015];
  const point: ParameterPoint = {
    channels: channels.map(({ alpha, lam }) => ({ adstock: [alpha], shapes: [lam], beta: 1 })),
    linear: Float64Array.from([0.48, 0.07, ...season, 0.02, 0.015, 0.06]),
    sigma: 0.016,
  };
  for (const [c, { roas }] of channels.entries())
    point.channels[c].beta = amplitudeFor(spec, inputs, point, c, roas);
  return point;
}

function sampleInputs(seed: number, weeks: number): ModelData {
  const dates = Array.from({ length: weeks }, (_, t) => FIRST_DAY + 7 * t);
  const columns = new Map<string, Float64Array>();
  for (const [c, channel] of channels.entries())
    columns.set(channel.column, spendSeries(channel, c, weeks, seed));
  const random = stream(seed, 0, purpose.simulate, 1);
  columns.set(
    'temperature',
    series(weeks, (t) => 11 - 9 * cosine(t - 4) + 2.2 * random.normal(), 10),
  );
  let price = 0;
  columns.set(
    'competitor_price',
    series(
      weeks,
      () => {
        price = 0.7 * price + 1.4 * random.normal();
        return 49 + price;
      },
      100,
    ),
  );
  columns.set(
    'holiday',
    series(weeks, (t) => (HOLIDAY_WEEKS.has((t % 52) + 1) ? 1 : 0), 1),
  );
  // Something the checks accept until the simulated KPI takes its place.
  columns.set(
    'revenue',
    Float64Array.from(dates, (_, t) => SCALE + t),
  );
  return { period: 'week', dates, columns, leadIn: 0 };
}

function spendSeries(channel: SampleChannel, c: number, weeks: number, seed: number): Float64Array {
  const random: Stream = stream(seed, c, purpose.simulate, 2);
  const [on, off] = channel.flight ?? [1, 0];
  const shift = Math.floor(random.uniform() * (on + off));
  return series(
    weeks,
    (t) => {
      const level =
        channel.spend * exp(channel.noise * random.normal()) * (1 - channel.seasonal * cosine(t + 6));
      return (t + shift) % (on + off) < on ? level : 0;
    },
    1,
  );
}

/** cos of the week of the year. */
function cosine(week: number): number {
  return sin((TWO_PI * (week + 13)) / 52);
}

/** `parts` to the unit: 100 keeps cents. */
function series(weeks: number, at: (t: number) => number, parts: number): Float64Array {
  return Float64Array.from({ length: weeks }, (_, t) => Math.round(at(t) * parts) / parts);
}

/** The KPI to cents, as a shop would have it. */
function rounded(data: ModelData): ModelData {
  const cents = columnOf(data, 'revenue').map((y) => Math.round(y * 100) / 100);
  return withColumn(data, 'revenue', cents);
}
