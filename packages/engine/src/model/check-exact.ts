// Whether the KPI is an exact sum of other columns: then nothing is left to chance and no posterior exists.
import type { Problem } from '../problem.ts';
import type { ModelData } from './data.ts';
import { scaleData } from './scaled.ts';
import type { Spec } from './spec.ts';

/** A KPI that strays from a sum by less than this share of its own spread was computed from it. */
const NEGLIGIBLE = 1e-6;

/** Fewer rows than columns and these are always an exact sum. */
const FREE_ROWS = 4;

interface Named {
  readonly name: string;
  readonly values: Float64Array;
}

/**
 * Least squares of the KPI on intercept, trend and season with each other column alone, then on all of them: names what
 * it follows exactly. With no residual the density grows without bound as σ falls to 0.
 */
export function checkExact(spec: Spec, data: ModelData): Problem[] {
  const { columns, channels, target, mask, trainingRows } = scaleData(spec, data);
  const known = (values: Float64Array) => values.filter((_, t) => mask[t] === 1);
  const kpi = known(target);
  const always = columns.filter(({ variable }) => !isGiven(variable));
  const calendar = always.map(({ values }) => known(values));
  const given: Named[] = [
    ...columns
      .filter((column) => !always.includes(column))
      .map(({ label, values }) => ({ name: label, values: known(values) })),
    ...channels.map((channel) => ({
      name: channel.spec.exposure ?? channel.spec.column,
      values: known(channel.input),
    })),
  ];
  const path = 'columns.target.column';
  const { column } = spec.columns.target;
  const follows = (by: readonly Named[]) =>
    trainingRows >= calendar.length + by.length + FREE_ROWS &&
    residualShare(kpi, [...calendar, ...by.map(({ values }) => values)]) < NEGLIGIBLE;
  if (follows([])) return [{ code: 'kpi_without_chance', path, column }];
  const alone = given.filter((one) => follows([one]));
  const by = alone.length > 0 ? alone : given;
  if (!follows(by)) return [];
  return [{ code: 'kpi_computed', path, column, facts: { columns: by.map(({ name }) => name) } }];
}

function isGiven(variable: string): boolean {
  return variable === 'gamma_control' || variable === 'gamma_treatment' || variable === 'gamma_event';
}

/** Norm of what least squares leaves of `values`, as a share of their spread: Gram–Schmidt, twice for its rounding. */
function residualShare(values: Float64Array, columns: readonly Float64Array[]): number {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const left = column.slice();
    const before = norm(left);
    removeFrom(left, basis);
    removeFrom(left, basis);
    const length = norm(left);
    if (length > 1e-9 * before) basis.push(left.map((x) => x / length));
  }
  const left = values.slice();
  removeFrom(left, basis);
  removeFrom(left, basis);
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return norm(left) / norm(values.map((x) => x - mean));
}

function removeFrom(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (const direction of basis) {
    let along = 0;
    for (let t = 0; t < vector.length; t++) along += direction[t] * vector[t];
    for (let t = 0; t < vector.length; t++) vector[t] -= along * direction[t];
  }
}

function norm(vector: Float64Array): number {
  let squares = 0;
  for (const x of vector) squares += x * x;
  return Math.sqrt(squares);
}
