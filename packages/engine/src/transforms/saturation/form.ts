// What every saturation can do: its value with the slopes beside it, its limit, and the names of its parameters.
import { log } from '../../numeric/elementary.ts';

export interface SaturationParameter {
  /** As PyMC-Marketing has it. */
  readonly name: 'lam' | 'kappa' | 'slope' | 'alpha' | 'beta';
  readonly support: 'fraction' | 'positive';
}

/** f at one input, and its slopes by the input and by its parameters in order. Reused, so overwritten. */
export interface SaturationPoint {
  value: number;
  byInput: number;
  byFirst: number;
  bySecond: number;
}

export interface SaturationForm {
  readonly parameters: readonly SaturationParameter[];
  /** PyMC-Marketing's name of what multiplies f. */
  readonly amplitude: 'alpha' | 'b' | 'beta' | 'sigma';
  /** f(x) for x ≥ 0; exactly 0 at 0. */
  value(x: number, shapes: ArrayLike<number>): number;
  /** The same with slopes, for x > 0. */
  at(x: number, shapes: ArrayLike<number>, out: SaturationPoint): void;
  /** What f tends to as x grows; null where it grows for ever. */
  asymptote(shapes: ArrayLike<number>): number | null;
}

export function saturationPoint(): SaturationPoint {
  return { value: 0, byInput: 0, byFirst: 0, bySecond: 0 };
}

const at = saturationPoint();

/** log f(x) for x > 0; its slopes by the parameters into `slopes` from `offset` on, where given. */
export function logSaturation(
  form: SaturationForm,
  x: number,
  shapes: ArrayLike<number>,
  out?: { readonly slopes: Float64Array; readonly offset: number },
): number {
  form.at(x, shapes, at);
  if (out) {
    if (form.parameters.length > 0) out.slopes[out.offset] = at.byFirst / at.value;
    if (form.parameters.length > 1) out.slopes[out.offset + 1] = at.bySecond / at.value;
  }
  return log(at.value);
}
