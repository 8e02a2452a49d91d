// Any adstock with any saturation in either order: the curve of one input, row by row, with its slopes.
//
// Two stages: adstock first gives a and ∂a by its parameters, then f(a), and the slopes by the chain rule; saturation
// first gives f(x) and ∂f by its parameters, then the same weights carry the value and every slope.
import type { LagWindow } from './adstock/adstock.ts';
import { type SaturationForm, type SaturationPoint, saturationPoint } from './saturation/form.ts';

export interface Parts {
  readonly window: LagWindow;
  readonly saturation: SaturationForm;
  readonly order: 'adstock_first' | 'saturation_first';
  /** Scaled input by row, none negative. */
  readonly input: Float64Array;
  /**
   * That part of the input by whose scale the value is to be differentiated: where given, the only slope is
   * ∂value/∂log m with m multiplying this part.
   */
  readonly measured?: Float64Array;
}

export interface Composed {
  /** What enters the saturation, by row: the carried input, or the input itself when the saturation comes first. */
  readonly drive: Float64Array;
  readonly value: Float64Array;
  /** By the adstock's parameters of a period, then by the saturation's. */
  readonly slopes: readonly Float64Array[];
  /** Fills all of them at the adstock's parameters of a period, then the saturation's. */
  evaluate(parameters: Float64Array): void;
}

export function compose(parts: Parts): Composed {
  return parts.order === 'adstock_first' ? adstockFirst(parts) : saturationFirst(parts);
}

function adstockFirst({ window, saturation, input, measured }: Parts): Composed {
  const drive = new Float64Array(input.length);
  const value = new Float64Array(input.length);
  const byAdstock = window.slopes.map(() => new Float64Array(input.length));
  const byShape = saturation.parameters.map(() => new Float64Array(input.length));
  const byScale = new Float64Array(input.length);
  const point = saturationPoint();
  return {
    drive,
    value,
    slopes: measured ? [byScale] : [...byAdstock, ...byShape],
    evaluate(parameters) {
      window.set(parameters);
      const shapes = parameters.subarray(window.slopes.length);
      carry(input, window.values, drive);
      if (measured) carry(measured, window.values, byScale);
      else for (const [i, slopes] of byAdstock.entries()) carry(input, window.slopes[i], slopes);
      for (let t = 0; t < drive.length; t++) {
        saturate(saturation, drive[t], shapes, point);
        value[t] = point.value;
        if (measured) byScale[t] *= point.byInput;
        else {
          for (const slopes of byAdstock) slopes[t] *= point.byInput;
          writeShapes(byShape, t, point);
        }
      }
    },
  };
}

function saturationFirst({ window, saturation, input, measured }: Parts): Composed {
  const value = new Float64Array(input.length);
  const saturated = new Float64Array(input.length);
  const bent = saturation.parameters.map(() => new Float64Array(input.length));
  const byAdstock = window.slopes.map(() => new Float64Array(input.length));
  const byShape = bent.map(() => new Float64Array(input.length));
  const moved = new Float64Array(input.length);
  const byScale = new Float64Array(input.length);
  const point = saturationPoint();
  return {
    drive: input,
    value,
    slopes: measured ? [byScale] : [...byAdstock, ...byShape],
    evaluate(parameters) {
      window.set(parameters);
      const shapes = parameters.subarray(window.slopes.length);
      for (let t = 0; t < input.length; t++) {
        saturate(saturation, input[t], shapes, point);
        saturated[t] = point.value;
        if (measured) moved[t] = point.byInput * measured[t];
        else writeShapes(bent, t, point);
      }
      carry(saturated, window.values, value);
      if (measured) carry(moved, window.values, byScale);
      else {
        for (const [i, slopes] of byAdstock.entries()) carry(saturated, window.slopes[i], slopes);
        for (const [i, slopes] of byShape.entries()) carry(bent[i], window.values, slopes);
      }
    },
  };
}

/** out_t = Σ_s w_s·x_{t−s}: exactly 0 where no input is in the window, which costs nothing. */
function carry(x: Float64Array, weights: Float64Array, out: Float64Array): void {
  out.fill(0);
  for (let t = 0; t < x.length; t++) {
    const input = x[t];
    if (input === 0) continue;
    const last = Math.min(weights.length, x.length - t);
    for (let s = 0; s < last; s++) out[t + s] += weights[s] * input;
  }
}

/** No input has no effect, and no slope that matters (METHOD §4). */
function saturate(form: SaturationForm, x: number, shapes: Float64Array, out: SaturationPoint): void {
  if (x > 0) form.at(x, shapes, out);
  else {
    out.value = 0;
    out.byInput = 0;
    out.byFirst = 0;
    out.bySecond = 0;
  }
}

function writeShapes(columns: readonly Float64Array[], t: number, point: SaturationPoint): void {
  if (columns.length > 0) columns[0][t] = point.byFirst;
  if (columns.length > 1) columns[1][t] = point.bySecond;
}
