// A stored draw back as parameters: the row of numbers the describer wrote, read again by name.
import { amplitudeVariable, curveParameters } from '../model/parameters.ts';
import type { ParameterPoint, Posterior } from '../model/posterior.ts';
import { type DrawLayout, ownOffsets, variableNamed } from './variables.ts';

/** A point of the model's shape, and a reader that fills it from row `offset` of stored values. */
export interface PointReader {
  readonly point: ParameterPoint;
  read(values: Float64Array, offset: number): ParameterPoint;
}

export function pointReader(model: Posterior, layout: DrawLayout): PointReader {
  const at = (name: string) => variableNamed(layout, name).offset;
  const sigma = at('y_sigma');
  const places = model.spec.channels.map((channel, c) => {
    const { adstock, shapes } = curveParameters(channel);
    return {
      adstock: adstock.map(({ variable }) => at(variable) + c),
      shapes: shapes.map(({ variable, perAmplitude }) => ({ from: at(variable) + c, perAmplitude })),
      beta: at(amplitudeVariable(channel)) + c,
    };
  });
  const ownPlaces = ownOffsets(model, layout);
  const own = new Float64Array(ownPlaces.length);
  const point: ParameterPoint = {
    channels: places.map(({ adstock, shapes }) => ({
      adstock: adstock.map(() => 0),
      shapes: shapes.map(() => 0),
      beta: 0,
    })),
    linear: new Float64Array(model.scaled.columns.length),
    own,
    sigma: 0,
  };
  return {
    point,
    read(values, offset) {
      point.linear.set(values.subarray(offset, offset + point.linear.length));
      for (const [c, channel] of point.channels.entries()) {
        const { adstock, shapes, beta } = places[c];
        channel.beta = values[offset + beta];
        for (const [i, from] of adstock.entries()) channel.adstock[i] = values[offset + from];
        for (const [i, { from, perAmplitude }] of shapes.entries())
          channel.shapes[i] = perAmplitude ? values[offset + from] * channel.beta : values[offset + from];
      }
      for (let i = 0; i < ownPlaces.length; i++) own[i] = values[offset + ownPlaces[i]];
      point.sigma = values[offset + sigma];
      return point;
    },
  };
}
