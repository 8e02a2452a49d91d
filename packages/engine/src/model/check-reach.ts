// Whether the numbers a spec states are of the size of the data: what is not was meant in other units.
import type { Problem } from '../problem.ts';
import { columnOf, type ModelData } from './data.ts';
import type { LiftTestDraft, SpecDraft } from './spec.ts';
import { rowsInside } from './windows.ts';

/** A lift of more times the KPI of its days, or a change of more times all spend, is of another unit. */
const MOST_TIMES = 100;
/** No experiment is surer than this part of the KPI it looked at, or of a log ratio. */
const SUREST = 1e-9;
/** Scales differ from the data by units at most: thousands, millions. */
const MOST_SCALE = 1e9;

/** The test is known to be well formed; `path` and `facts` say which it is. */
export function checkReach(
  { lift, sd, unit, treated, measured = treated, spendChange }: LiftTestDraft,
  { path, facts }: { readonly path: string; readonly facts: { readonly where: string } },
  { columns }: SpecDraft,
  data: ModelData,
): Problem[] {
  const outside = (key: string, got: number, limit: number, code: string): Problem => ({
    code,
    path: `${path}.${key}`,
    facts: { ...facts, key, got, limit },
  });
  const kpi =
    unit === 'log_ratio' ? 1 : kpiInside(columnOf(data, columns.target.column), rowsInside(measured, data));
  return [
    ...(Math.abs(lift) > MOST_TIMES * kpi ? [outside('lift', lift, kpi, 'lift_beyond_kpi')] : []),
    ...(sd < SUREST * kpi ? [outside('sd', sd, SUREST * kpi, 'lift_too_sure')] : []),
    ...Object.entries(spendChange).flatMap(([column, change]) => {
      const spent = columnOf(data, column).reduce((sum, x) => sum + x, 0);
      return Math.abs(change) > MOST_TIMES * spent
        ? [outside(`spendChange.${column}`, change, spent, 'lift_beyond_spend')]
        : [];
    }),
  ];
}

/** Σ |y| over the rows; where no KPI is known there, as many of the largest. */
function kpiInside(kpi: Float64Array, inside: Float64Array): number {
  const sizes = kpi.map((y) => (Number.isNaN(y) ? 0 : Math.abs(y)));
  const sum = sizes.reduce((total, y, t) => total + inside[t] * y, 0);
  if (sum > 0) return sum;
  return sizes.reduce((a, b) => Math.max(a, b)) * inside.reduce((a, b) => a + b, 0);
}

/**
 * Fixed scales are of columns that there are, and not of another unit than the data. A channel without one has the data's;
 * one that a backtest left out of a fold keeps its own.
 */
export function checkScales({ scales, channels, columns }: SpecDraft, data: ModelData): Problem[] {
  if (!scales) return [];
  const unknown = Object.keys(scales.channels).filter((column) => !data.columns.has(column));
  if (unknown.length > 0)
    return [
      {
        code: 'scales_channels',
        path: 'scales.channels',
        facts: { unknown, choices: channels.map(({ column }) => column) },
      },
    ];
  const named: readonly (readonly [path: string, column: string, scale: number | undefined])[] = [
    ['scales.target', columns.target.column, scales.target],
    ...channels.map(
      ({ column, exposure }) =>
        [`scales.channels.${column}`, exposure ?? column, scales.channels[column]] as const,
    ),
  ];
  return named.flatMap(([path, column, scale]): Problem[] => {
    if (scale === undefined) return [];
    const top = columnOf(data, column).reduce((a, x) => (Number.isNaN(x) ? a : Math.max(a, Math.abs(x))), 0);
    const times = top / scale;
    if (top === 0 || (times <= MOST_SCALE && times >= 1 / MOST_SCALE)) return [];
    return [{ code: 'scale_beyond_data', path, column, facts: { got: scale, largest: top } }];
  });
}

/** A reference is a value the column could have: at most this many times its largest size away from what it had. */
const MOST_AWAY = 10;

/** What a treatment is measured from is of its column's unit: from far outside it, its effect would swallow the level. */
export function checkReferences({ treatments = [] }: SpecDraft, data: ModelData): Problem[] {
  return treatments.flatMap(({ column, reference }, i): Problem[] => {
    if (reference === undefined) return [];
    const values = columnOf(data, column);
    const low = values.reduce((a, x) => Math.min(a, x));
    const high = values.reduce((a, x) => Math.max(a, x));
    const away = Math.max(low - reference, reference - high);
    if (away <= MOST_AWAY * Math.max(Math.abs(low), Math.abs(high))) return [];
    const facts = { got: reference, low, high };
    return [{ code: 'reference_beyond_data', path: `treatments[${i}].reference`, column, facts }];
  });
}
