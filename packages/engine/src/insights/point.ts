// A stored draw back as parameters: the row of numbers the describer wrote, read again by name.
import type { ParameterPoint, Posterior } from '../model/posterior.ts';
import type { DrawLayout } from './variables.ts';

/** A point of the model's shape, and a reader that fills it from row `offset` of stored values. */
export interface PointReader {
  readonly point: ParameterPoint;
  read(values: Float64Array, offset: number): ParameterPoint;
}

export function pointReader(model: Posterior, layout: DrawLayout): PointReader {
  const at = (name: string) =>
    layout.variables.find((v) => v.group === 'posterior' && v.name === name)?.offset ?? -1;
  const [alpha, beta, sigma] = [at('adstock_alpha'), at('saturation_beta'), at('y_sigma')];
  const shapes = model.spec.channels.map(({ saturation }) =>
    saturation.kind === 'logistic'
      ? [at('saturation_lam')]
      : [at('saturation_kappa'), at('saturation_slope')],
  );
  const point: ParameterPoint = {
    channels: model.channels.map((block) => ({ alpha: 0, shapes: block.shapes.map(() => 0), beta: 0 })),
    linear: new Float64Array(model.linear.size),
    sigma: 0,
  };
  return {
    point,
    read(values, offset) {
      point.linear.set(values.subarray(offset, offset + point.linear.length));
      for (const [c, channel] of point.channels.entries()) {
        channel.alpha = values[offset + alpha + c];
        channel.beta = values[offset + beta + c];
        for (const [i, first] of shapes[c].entries()) channel.shapes[i] = values[offset + first + c];
      }
      point.sigma = values[offset + sigma];
      return point;
    },
  };
}
