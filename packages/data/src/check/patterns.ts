// What the numbers suggest without being wrong: outliers, skew, look-alikes.
import { type Finding, suggestion, warning } from '../finding.ts';
import { shapeOf } from '../roles/shape.ts';
import { tokensOf } from '../roles/tokens.ts';
import { EVENT } from '../roles/words.ts';
import { collinearFindings, isTied } from './collinear.ts';
import { inputsOf, placeOf, type Series, type SeriesTable } from './series.ts';
import { areEqual, FEWEST_TO_JUDGE } from './shape.ts';

const OUTLIER_SDS = 3;
const STRONG_SKEW = 2;
const HIGH_CORRELATION = 0.7;
const FEW_CHANNELS = 3;

export function patternFindings(table: SeriesTable): Finding[] {
  const kpi = table.series.find((s) => s.use === 'target');
  const isJudged = table.dates.length >= FEWEST_TO_JUDGE;
  const ties = isJudged ? collinearFindings(table) : [];
  return [
    ...ties,
    ...(kpi ? [...outliers(table, kpi), ...skewed(kpi)] : []),
    ...(isJudged ? correlations(table.series, ties) : []),
    ...advice(table.series),
  ];
}

interface Moments {
  readonly mean: number;
  readonly sd: number;
  readonly skew: number;
}

function momentsOf(values: Float64Array): Moments {
  const present = values.filter((v) => Number.isFinite(v));
  const n = present.length;
  const mean = present.reduce((a, b) => a + b, 0) / n;
  const power = (p: number) => present.reduce((sum, v) => sum + (v - mean) ** p, 0) / n;
  const sd = Math.sqrt(power(2));
  return { mean, sd, skew: sd > 0 ? power(3) / sd ** 3 : 0 };
}

function outliers(table: SeriesTable, kpi: Series): Finding[] {
  const { mean, sd } = momentsOf(kpi.values);
  const far = [...kpi.values.keys()].filter(
    (i) => Math.abs((kpi.values[i] ?? mean) - mean) > OUTLIER_SDS * sd,
  );
  const { where, facts } = placeOf(table, kpi, far);
  return far.length > 0 ? [warning('outliers', where, facts)] : [];
}

function skewed(kpi: Series): Finding[] {
  const { skew } = momentsOf(kpi.values);
  if (!(Math.abs(skew) > STRONG_SKEW)) return [];
  return [suggestion('log_transform', { column: kpi.column }, { skew: rounded(skew) })];
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Pairs that move together, but for those that are tied exactly. */
function correlations(series: readonly Series[], ties: readonly Finding[]): Finding[] {
  const compared = inputsOf(series);
  const standard = compared.map((s) => standardised(s.values));
  return compared.flatMap((one, i) =>
    compared.slice(i + 1).flatMap((other, k) => {
      const r = meanProduct(standard[i] as Float64Array, standard[i + 1 + k] as Float64Array);
      // The same numbers twice are an error of their own.
      if (!(Math.abs(r) > HIGH_CORRELATION) || areEqual(one.values, other.values)) return [];
      if (isTied(ties, one.column, other.column)) return [];
      const controls = [one, other].filter((s) => s.use === 'control').map((s) => s.column);
      const facts = { other: other.column, r: exactly(r), ...(controls.length > 0 ? { controls } : {}) };
      return [warning('high_correlation', { column: one.column }, facts)];
    }),
  );
}

/** Only rounding keeps identical series from 1. */
const exactly = (r: number): number => (Math.abs(r) > 1 - 1e-12 ? Math.sign(r) : r);

function standardised(values: Float64Array): Float64Array {
  const { mean, sd } = momentsOf(values);
  return values.map((v) => (v - mean) / sd);
}

/** Pearson's r of two standardised series; NaN when one has a gap or never changes. */
function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum / a.length;
}

function advice(series: readonly Series[]): Finding[] {
  const channels = series.filter((s) => s.use === 'spend' || s.use === 'organic').length;
  const hasEvents = series.some(
    (s) => s.use === 'control' && (shapeOf(s.values).binary || tokensOf(s.column).some((t) => EVENT.has(t))),
  );
  const findings: Finding[] = [];
  if (channels > 0 && channels < FEW_CHANNELS)
    findings.push(suggestion('few_channels', {}, { count: channels }));
  if (!hasEvents) findings.push(suggestion('add_seasonality'));
  return findings;
}
