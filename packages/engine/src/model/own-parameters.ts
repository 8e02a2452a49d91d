// Parameters beside those of channels and the noise: learned scales, a correlation, degrees of freedom.
import { log } from '../numeric/elementary.ts';
import type { Stream } from '../numeric/random.ts';
import { type Coordinate, coordinateOf } from '../priors/coordinate.ts';
import { boundsOf, type Distribution, distribution } from '../priors/distribution.ts';
import { restricted } from '../priors/restricted.ts';
import type { Prior } from './spec.ts';

export interface OwnParameter {
  /** The stored variable it is, or belongs to. */
  readonly variable: string;
  /** Index of the linear column it is about, where it is about one. */
  readonly column?: number;
  readonly prior: Prior;
  /** Bounds that hold whatever the prior. */
  readonly within?: readonly [low: number, high: number];
}

export interface OwnParameters {
  readonly list: readonly OwnParameter[];
  /** In their own units, at the last position. */
  readonly values: Float64Array;
  /** ∂/∂value of everything but their priors: whoever depends on them adds to it. */
  readonly slopes: Float64Array;
  /** Reads the coordinates from `offset` on and clears `slopes`. */
  locate(position: Float64Array): void;
  /** log p in the coordinates; writes the gradient by them, `slopes` included. */
  addDensity(gradient: Float64Array): number;
  /** `sum` and log p of those that are about no single column, as declared: a LogNormal on the log scale. */
  addDeclared(sum: number): number;
  drawPrior(random: Stream, position: Float64Array): void;
}

export function ownParameters(list: readonly OwnParameter[], offset: number): OwnParameters {
  const points = list.map(pointOf);
  const values = new Float64Array(list.length);
  const slopes = new Float64Array(list.length);
  return {
    list,
    values,
    slopes,
    locate(position) {
      for (let i = 0; i < points.length; i++) {
        points[i].at(position[offset + i]);
        values[i] = points[i].x;
        slopes[i] = 0;
      }
    },
    addDensity(gradient) {
      let density = 0;
      for (let i = 0; i < points.length; i++) {
        gradient[offset + i] = slopes[i] * points[i].slope + points[i].logDensitySlope;
        density += points[i].logDensity;
      }
      return density;
    },
    addDeclared(sum) {
      let total = sum;
      for (let i = 0; i < points.length; i++) {
        if (list[i].column !== undefined) continue;
        total += points[i].prior.logDensity(values[i]);
        if (list[i].prior.family === 'log_normal') total += log(values[i]);
      }
      return total;
    },
    drawPrior(random, position) {
      for (let i = 0; i < points.length; i++) position[offset + i] = random.normal();
    },
  };
}

function pointOf(parameter: OwnParameter): Coordinate {
  return coordinateOf(lawOf(parameter));
}

/** Its prior between its bounds. */
export function lawOf({ prior, within }: Pick<OwnParameter, 'prior' | 'within'>): Distribution {
  const law = distribution(prior);
  if (!within) return law;
  const { low, high } = boundsOf(law.support);
  if (low >= within[0] && high <= within[1]) return law;
  return restricted(law, Math.max(low, within[0]), Math.min(high, within[1]));
}
