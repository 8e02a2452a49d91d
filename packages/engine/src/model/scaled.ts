// Data as the sampler sees them: scaled target, scaled channel inputs, linear columns, row masks and weights.
import type { BaselineColumn } from '../baseline/column.ts';
import { type ScaledControl, scaleControl, scaleTreatment } from '../baseline/controls.ts';
import { eventColumns } from '../baseline/events.ts';
import { monthlyColumns, weeklyColumns, yearlyColumns } from '../baseline/seasonality.ts';
import { trendColumns } from '../baseline/trend.ts';
import { exp, log } from '../numeric/elementary.ts';
import { withSign } from '../priors/signed.ts';
import { columnOf, daysPerPeriod, type ModelData } from './data.ts';
import { trainingMask } from './holdout.ts';
import type { ChannelSpec, ControlSpec, Spec, TreatmentSpec } from './spec.ts';
import { rowsInside } from './windows.ts';

export interface ScaledChannel {
  readonly spec: ChannelSpec;
  /** What drives the effect, divided by `scale`; length T, lead-in included. */
  readonly input: Float64Array;
  readonly scale: number;
  /** Total spend over the training rows, in the user's currency; 0 for organic media. */
  readonly spend: number;
  /** That part of it that the size is stated about: all, but for a size with a window. */
  readonly statedSpend: number;
  /** 1 in the training rows inside the size's window; absent without one. */
  readonly window?: Float64Array;
}

export interface ScaledData {
  /** All periods, lead-in included. */
  readonly rows: number;
  readonly leadIn: number;
  readonly weeksPerPeriod: number;
  /** Largest |KPI| of the training rows, or their geometric mean where parts multiply. */
  readonly targetScale: number;
  /** y/targetScale, 0 where the KPI is missing or held out. */
  readonly kpi: Float64Array;
  /** y*: that, or its logarithm where parts multiply. */
  readonly target: Float64Array;
  /** 1 where a row enters the likelihood. */
  readonly mask: Float64Array;
  readonly trainingRows: number;
  /** Money per KPI unit by period; 1 where the KPI is money or has no price. */
  readonly revenue: Float64Array;
  /** Σ r·y over the training rows, in the user's units, unless `spec.scales` fixes it. */
  readonly kpiTotal: number;
  readonly channels: readonly ScaledChannel[];
  readonly columns: readonly BaselineColumn[];
  /** The last of `columns`: treatments with their reference and what one unit of each is scaled by. */
  readonly treatments: readonly ScaledControl[];
}

/** Scales come from the training rows only (METHOD §1), or are fixed by `spec.scales`. */
export function scaleData(spec: Spec, data: ModelData): ScaledData {
  const raw = columnOf(data, spec.columns.target.column);
  const rows = raw.length;
  const mask = trainingMask(raw, data, spec.holdout);
  const multiplies = spec.likelihood.link === 'log';
  const targetScale =
    spec.scales?.target ??
    (multiplies ? geometricMean(raw, mask) : largest(raw.map((y, t) => (mask[t] ? Math.abs(y) : 0))));
  const kpi = raw.map((y, t) => (mask[t] ? y / targetScale : 0));
  const revenue = revenueOf(spec, data, rows);
  let kpiTotal = 0;
  let trainingRows = 0;
  for (let t = 0; t < rows; t++) {
    if (!mask[t]) continue;
    kpiTotal += revenue[t] * raw[t];
    trainingRows++;
  }
  const treatments = (spec.treatments ?? []).map((treatment) => {
    const scaled = scaleTreatment(treatment, columnOf(data, treatment.column), mask);
    return { ...scaled, column: signed(scaled.column, treatment) };
  });
  return {
    rows,
    leadIn: data.leadIn,
    weeksPerPeriod: daysPerPeriod[data.period] / 7,
    targetScale,
    kpi,
    target: multiplies ? kpi.map((y, t) => (mask[t] ? log(y) : 0)) : kpi,
    mask,
    trainingRows,
    revenue,
    kpiTotal: spec.scales?.kpiTotal ?? kpiTotal,
    channels: spec.channels.map((channel) => scaleChannel(channel, spec, data, mask)),
    columns: [...linearColumns(spec, data, mask), ...treatments.map(({ column }) => column)],
    treatments,
  };
}

function scaleChannel(channel: ChannelSpec, spec: Spec, data: ModelData, mask: Float64Array): ScaledChannel {
  const input = columnOf(data, channel.exposure ?? channel.column);
  const scale = spec.scales?.channels[channel.column] ?? largest(masked(input, mask));
  const spent = channel.organic ? new Float64Array(mask.length) : columnOf(data, channel.column);
  const spend = total(masked(spent, mask));
  const whole = { spec: channel, input: input.map((x) => x / scale), scale, spend };
  if (!channel.size.window) return { ...whole, statedSpend: spend };
  const inside = rowsInside(channel.size.window, data);
  const window = masked(inside, mask);
  return { ...whole, statedSpend: total(masked(spent, window)), window };
}

function revenueOf(spec: Spec, data: ModelData, rows: number): Float64Array {
  const column = spec.columns.target.revenuePerKpi;
  return column === undefined ? new Float64Array(rows).fill(1) : columnOf(data, column);
}

/** The linear block z of METHOD §2, column by column; treatments follow. */
function linearColumns(spec: Spec, data: ModelData, mask: Float64Array): BaselineColumn[] {
  const controls = spec.controls.filter((control) => control.role !== 'outcome');
  const { yearly, weekly, monthly, events = [] } = spec.baseline;
  return [
    ...trendColumns(spec.baseline, data.dates, mask),
    ...yearlyColumns(yearly, data.dates),
    ...weeklyColumns(weekly, data.dates),
    ...(monthly ? monthlyColumns(monthly, data.dates) : []),
    ...eventColumns(events, data.dates, data.period),
    ...controls.map((c) => signed(scaleControl(c, columnOf(data, c.column), mask).column, c)),
  ];
}

/** The column with its prior kept to the side of 0 that its sign says. */
function signed(column: BaselineColumn, { prior, sign }: ControlSpec | TreatmentSpec): BaselineColumn {
  const found = withSign(prior, sign);
  if (!found) throw new Error(`the prior of ${column.label} leaves nothing ${sign}`);
  return { ...column, prior: found.prior, ...(found.mirrored ? { mirrored: true } : {}) };
}

function geometricMean(values: Float64Array, mask: Float64Array): number {
  let sum = 0;
  let rows = 0;
  for (let t = 0; t < values.length; t++) {
    if (!mask[t]) continue;
    sum += log(values[t]);
    rows++;
  }
  return exp(sum / rows);
}

function largest(values: Float64Array): number {
  let top = 0;
  for (const v of values) if (v > top) top = v;
  return top;
}

/** The training rows of a column: every total and scale is theirs (METHOD §1, §5). */
function masked(values: Float64Array, mask: Float64Array): Float64Array {
  return values.map((x, t) => mask[t] * x);
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const v of values) sum += v;
  return sum;
}
