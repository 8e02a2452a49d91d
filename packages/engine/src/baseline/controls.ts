// Controls and treatments on a common scale: divided by their standard deviation, 0/1 columns as they are.

import type { ControlSpec, TreatmentSpec } from '../model/spec.ts';
import type { BaselineColumn } from './column.ts';

/** A control with the affine map from the user's units: scaled = (raw − centre)/scale. */
export interface ScaledControl {
  readonly column: BaselineColumn;
  readonly centre: number;
  readonly scale: number;
}

/** `values` in raw units; centre and scale (sd with ddof 0) come from the training rows, where `mask` is 1. */
export function scaleControl(control: ControlSpec, values: Float64Array, mask: Float64Array): ScaledControl {
  const measured = values.filter((_, t) => mask[t] === 1);
  const { centre, scale } = isZeroOne(measured) ? { centre: 0, scale: 1 } : moments(measured);
  const scaled = Float64Array.from(values, (v) => (v - centre) / scale);
  const column: BaselineColumn = {
    variable: 'gamma_control',
    label: control.column,
    values: scaled,
    prior: control.prior,
  };
  return { column, centre, scale };
}

/** A treatment is measured from its reference, where it adds nothing: z_t − z_ref, in standard deviations. */
export function scaleTreatment(
  treatment: TreatmentSpec,
  values: Float64Array,
  mask: Float64Array,
): ScaledControl {
  const measured = values.filter((_, t) => mask[t] === 1);
  const scale = isZeroOne(measured) ? 1 : moments(measured).scale;
  const centre = treatment.reference ?? measured.reduce((least, v) => Math.min(least, v));
  const column: BaselineColumn = {
    variable: 'gamma_treatment',
    label: treatment.column,
    values: Float64Array.from(values, (v) => (v - centre) / scale),
    prior: treatment.prior,
  };
  return { column, centre, scale };
}

function isZeroOne(values: Float64Array): boolean {
  return values.every((v) => v === 0 || v === 1);
}

function moments(values: Float64Array): { centre: number; scale: number } {
  let sum = 0;
  for (const v of values) sum += v;
  const centre = sum / values.length;
  let squares = 0;
  for (const v of values) squares += (v - centre) * (v - centre);
  return { centre, scale: Math.sqrt(squares / values.length) };
}
