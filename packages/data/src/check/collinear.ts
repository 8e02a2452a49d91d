// Inputs that are exact multiples or sums of others, and media that hardly change: what no data can tell apart.
import { type Facts, type Finding, warning } from '../finding.ts';
import { shapeOf } from '../roles/shape.ts';
import { inputsOf, isMedia, type Series, type SeriesTable } from './series.ts';
import { areEqual } from './shape.ts';

/** What rounding to whole units leaves of a series beside a sum of others, as a share of its own spread. */
const ROUNDING = 1e-3;
/** With fewer periods than inputs and these, every input is an exact sum of the others. */
const FREE_PERIODS = 4;
/** A channel whose spread is below this share of its mean moves the KPI less than the noise of a week does. */
const FLAT = 0.05;

export function collinearFindings(table: SeriesTable): Finding[] {
  const inputs = inputsOf(table.series).filter(isUsable).filter(isFirstOfItsNumbers);
  const tied = table.dates.length < inputs.length + FREE_PERIODS ? [] : ties(inputs).map(told);
  return [...tied, ...inputsOf(table.series).flatMap((series) => flat(series, table.leadIn))];
}

/** Whether a tie names both columns already: that they move together says nothing more. */
export function isTied(ties: readonly Finding[], ...columns: readonly string[]): boolean {
  return ties.some(({ column, facts }) => {
    const members = [column, ...[facts?.columns ?? []].flat()];
    return columns.every((name) => members.includes(name));
  });
}

function isUsable({ values }: Series): boolean {
  return values.every(Number.isFinite) && !shapeOf(values).constant;
}

/** The same numbers twice are an error of their own. */
function isFirstOfItsNumbers({ values }: Series, i: number, all: readonly Series[]): boolean {
  return all.findIndex((other) => areEqual(other.values, values)) === i;
}

/** A series that is, up to a constant, Σ weight × series of `by`. */
interface Tie {
  readonly series: Series;
  readonly by: readonly { readonly series: Series; readonly weight: number }[];
}

/** An independent series with its place among the directions found so far. */
interface Placed {
  readonly series: Series;
  readonly spread: number;
  readonly direction: Float64Array;
  /** Its coordinates along the directions of those before it, and then its own. */
  readonly along: readonly number[];
}

/** Gram–Schmidt in the order of the columns: what leaves nothing new is a sum of those before it. */
function ties(inputs: readonly Series[]): Tie[] {
  const placed: Placed[] = [];
  const found: Tie[] = [];
  for (const series of inputs) {
    const centred = centredOf(series.values);
    const spread = norm(centred);
    const left = centred.map((x) => x / spread);
    const along = placed.map(() => 0);
    // Twice, for the rounding of the first pass.
    for (let pass = 0; pass < 2; pass++) removeFrom(left, placed, along);
    const rest = norm(left);
    if (rest > ROUNDING) {
      placed.push({ series, spread, direction: left.map((x) => x / rest), along: [...along, rest] });
      continue;
    }
    const weights = weightsOf(placed, along);
    const by = placed.flatMap((one, i) => {
      const weight = weights[i] ?? 0;
      return Math.abs(weight) > ROUNDING
        ? [{ series: one.series, weight: (weight * spread) / one.spread }]
        : [];
    });
    found.push({ series, by });
  }
  return found;
}

function removeFrom(vector: Float64Array, placed: readonly Placed[], along: number[]): void {
  for (const [k, { direction }] of placed.entries()) {
    const length = direction.reduce((sum, d, t) => sum + d * (vector[t] ?? 0), 0);
    along[k] = (along[k] ?? 0) + length;
    for (const [t, d] of direction.entries()) vector[t] = (vector[t] ?? 0) - length * d;
  }
}

/** The weights, of series of spread 1, whose sum lies at `along`: from the last direction back to the first. */
function weightsOf(placed: readonly Placed[], along: readonly number[]): number[] {
  const weights = placed.map(() => 0);
  for (let k = placed.length - 1; k >= 0; k--) {
    const later = placed.reduce(
      (sum, one, i) => (i > k ? sum + (weights[i] ?? 0) * (one.along[k] ?? 0) : sum),
      0,
    );
    weights[k] = ((along[k] ?? 0) - later) / (placed[k]?.along[k] ?? 1);
  }
  return weights;
}

function told(tie: Tie): Finding {
  const { series, by, how } = byTotal(tie);
  const members = [series, ...by.map((one) => one.series)];
  const controls = members.filter(({ use }) => use === 'control').map(({ column }) => column);
  const facts: Facts = {
    columns: by.map((one) => one.series.column),
    ...how,
    ...(controls.length > 0 ? { controls } : {}),
  };
  const code = controls.length === members.length ? 'collinear_controls' : 'collinear_media';
  return warning(code, { column: series.column }, facts);
}

/** The same tie told of the column that is the others' sum, where one is. */
function byTotal({ series, by }: Tie): Tie & { readonly how: Facts } {
  const [only, ...others] = by;
  if (only && others.length === 0) return { series, by, how: ratioOf(series, only) };
  const plus = by.filter(({ weight }) => weight > 0);
  const [total] = plus;
  if (plus.length === by.length) return { series, by, how: { how: 'sum' } };
  if (!total || plus.length > 1) return { series, by, how: { how: 'given' } };
  const rest = by
    .filter((one) => one !== total)
    .map((one) => ({ ...one, weight: -one.weight / total.weight }));
  return {
    series: total.series,
    by: [{ series, weight: 1 / total.weight }, ...rest],
    how: { how: 'sum' },
  };
}

function ratioOf(series: Series, { series: other, weight }: Tie['by'][number]): Facts {
  const constant = meanOf(series.values) - weight * meanOf(other.values);
  const isMultiple = Math.abs(constant) <= ROUNDING * Math.abs(meanOf(series.values));
  return isMultiple ? { how: 'multiple', factor: weight } : { how: weight > 0 ? 'alike' : 'against' };
}

/** Media that are never the same twice and still never move. */
function flat({ use, column, values: all }: Series, leadIn: number): Finding[] {
  const values = all.subarray(leadIn);
  if (!isMedia(use) || shapeOf(values).constant) return [];
  const mean = meanOf(values);
  const share = norm(centredOf(values)) / Math.sqrt(values.length) / mean;
  if (!(share < FLAT)) return [];
  return [warning('flat_media', { column }, { share })];
}

const meanOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

function centredOf(values: Float64Array): Float64Array {
  const mean = meanOf(values);
  return values.map((x) => x - mean);
}

const norm = (values: Float64Array): number => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
