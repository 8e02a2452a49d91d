// Curves the kernel has no loop for: any adstock with any saturation in either order, made by `compose`.
import { MOST_SLOPES } from '../kernel/layout.ts';
import { exp } from '../numeric/elementary.ts';
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { adstockForm, lagWindow } from '../transforms/adstock/adstock.ts';
import type { Scaling } from '../transforms/adstock/form.ts';
import { perPeriod } from '../transforms/adstock/period.ts';
import { type Composed, compose } from '../transforms/compose.ts';
import { logSaturation } from '../transforms/saturation/form.ts';
import { saturationForm } from '../transforms/saturation/saturation.ts';
import type { Curve, LaneSums, Place } from './curve.ts';
import { curveParameters, statesCost } from './parameters.ts';
import type { ScaledChannel } from './scaled.ts';
import { costCoordinate } from './tanh.ts';

/** The channel's curve over `input`; `measured` asks for its slope by the scale of that part in place of all others. */
export function composedOver(
  { spec, scale }: ScaledChannel,
  input: Float64Array,
  measured?: Float64Array,
): Composed {
  return compose({
    window: lagWindow(spec.adstock),
    saturation: saturationForm(spec.saturation.kind, scale),
    order: spec.order,
    input,
    ...(measured ? { measured } : {}),
  });
}

const columns = ['a', 'b', 'c', 'd'] as const satisfies readonly (keyof LaneSums)[];

export function composedCurve({ channel, lane, kernel, size, weeksPerPeriod, mean }: Place): Curve {
  const { spec } = channel;
  const stated = curveParameters(spec);
  const saturation = saturationForm(spec.saturation.kind, channel.scale);
  const scalings = adstockForm(spec.adstock).parameters.map(({ scaling }) => scaling);
  const coordinates: readonly Coordinate[] = [
    ...stated.adstock.map(({ prior }) => coordinate(prior)),
    ...stated.shapes.map(({ prior }) => (statesCost(spec) ? costCoordinate(prior, size) : coordinate(prior))),
  ];
  const parameters = kernel.parameters.subarray(MOST_SLOPES * lane, MOST_SLOPES * (lane + 1));
  const perWeek = new Float64Array(coordinates.length).fill(1);
  const shapes = new Float64Array(stated.shapes.length);
  return {
    coordinates,
    lane,
    kernel,
    write() {
      for (let i = 0; i < coordinates.length; i++) {
        const scaled = perPeriod(scalingAt(scalings, i), coordinates[i].x, weeksPerPeriod);
        parameters[i] = scaled.value;
        perWeek[i] = scaled.slope;
      }
    },
    slopes(sums, out) {
      for (let i = 0; i < coordinates.length; i++) out[i] = perWeek[i] * sums[columns[i]][lane];
    },
    reference(slopes) {
      for (let i = 0; i < shapes.length; i++) shapes[i] = coordinates[scalings.length + i].x;
      if (!slopes) return exp(logSaturation(saturation, mean, shapes));
      slopes.fill(0, 0, scalings.length);
      return exp(logSaturation(saturation, mean, shapes, { slopes, offset: scalings.length }));
    },
  };
}

/** A saturation knows no time. */
function scalingAt(scalings: readonly Scaling[], i: number): Scaling {
  return i < scalings.length ? scalings[i] : 'none';
}
