// The table the model reads: raw units on a regular grid of periods, one array a column.

export type Period = 'day' | 'week' | 'month';

/** Days in a period; a month is a mean month. */
export const daysPerPeriod: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30.4375 };

export interface ModelData {
  readonly period: Period;
  /** First day of each period, integer days since 1970-01-01, ascending, length T. */
  readonly dates: readonly number[];
  /** Every column by its header in raw units, each of length T. NaN marks a missing KPI; media and controls have none. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Periods at the start that only give media history (lead-in): outside the likelihood and every total. */
  readonly leadIn: number;
}

/** Column `name` of `data`; the caller has checked that it exists. */
export function columnOf(data: ModelData, name: string): Float64Array {
  const column = data.columns.get(name);
  if (!column) throw new Error(`column ${name} is not in the model data`);
  return column;
}
