// The Euclidean metric M⁻¹ = S(I + U(Λ − I)Uᵀ)S at work: velocity of a momentum, momentum by chance.
import type { Stream } from '../numeric/random.ts';
import type { MetricState } from './state.ts';

/** A metric with what is worth computing once: M⁻¹ = S² + Σₖ (λₖ − 1)(S uₖ)(S uₖ)ᵀ. */
export interface Metric {
  readonly state: MetricState;
  /** S². */
  readonly diagonal: Float64Array;
  /** S uₖ, row-major; an odd rank is filled up with a row of zeros, so that rows go in pairs. */
  readonly directions: Float64Array;
  /** λₖ − 1. */
  readonly excess: Float64Array;
  /** λₖ^(−½) − 1: what a momentum has more or less than white noise along uₖ. */
  readonly momentumExcess: Float64Array;
}

export function metricFrom(state: MetricState): Metric {
  const { scale, vectors, values } = state;
  const size = scale.length;
  const rank = values.length;
  const directions = new Float64Array((rank + (rank % 2)) * size);
  for (let at = 0; at < vectors.length; at++) directions[at] = vectors[at] * scale[at % size];
  const excess = new Float64Array(rank + (rank % 2));
  for (let k = 0; k < rank; k++) excess[k] = values[k] - 1;
  return {
    state,
    diagonal: scale.map((s) => s * s),
    directions,
    excess,
    momentumExcess: values.map((value) => 1 / Math.sqrt(value) - 1),
  };
}

/** Writes M⁻¹·covector into `out`: velocity of a momentum, acceleration of a gradient. */
export function applyMetric(metric: Metric, covector: Float64Array, out: Float64Array): void {
  const { diagonal, directions, excess } = metric;
  const size = diagonal.length;
  for (let i = 0; i < size; i++) out[i] = diagonal[i] * covector[i];
  // Two directions at a time: their sums do not wait for each other.
  for (let k = 0; k < excess.length; k += 2) {
    const one = k * size;
    const two = one + size;
    let alongOne = 0;
    let alongTwo = 0;
    for (let i = 0; i < size; i++) {
      const c = covector[i];
      alongOne += directions[one + i] * c;
      alongTwo += directions[two + i] * c;
    }
    alongOne *= excess[k];
    alongTwo *= excess[k + 1];
    for (let i = 0; i < size; i++) out[i] += alongOne * directions[one + i] + alongTwo * directions[two + i];
  }
}

/** Writes a draw from N(0, M) into `momentum`: S⁻¹(I + U(Λ^(−½) − I)Uᵀ)·white noise. */
export function sampleMomentum(metric: Metric, random: Stream, momentum: Float64Array): void {
  const { scale, vectors } = metric.state;
  const { momentumExcess } = metric;
  const size = scale.length;
  for (let i = 0; i < size; i++) momentum[i] = random.normal();
  // U is orthonormal: taking the directions out one after the other equals taking them out together.
  for (let k = 0; k < momentumExcess.length; k++) {
    const row = k * size;
    let along = 0;
    for (let i = 0; i < size; i++) along += vectors[row + i] * momentum[i];
    along *= momentumExcess[k];
    for (let i = 0; i < size; i++) momentum[i] += along * vectors[row + i];
  }
  for (let i = 0; i < size; i++) momentum[i] /= scale[i];
}

/** The identity: where nothing better is known. */
export function identityMetric(size: number): MetricState {
  return { scale: new Float64Array(size).fill(1), vectors: new Float64Array(0), values: new Float64Array(0) };
}
