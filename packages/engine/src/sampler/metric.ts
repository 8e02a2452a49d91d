// The Euclidean metric M⁻¹ = S(I + U(Λ − I)Uᵀ)S at work: velocity of a momentum, momentum by chance.
import { LANES, type LowRank, lowRank } from '../kernel/low-rank.ts';
import { normalMaker } from '../kernel/normals.ts';
import { fillNormals, type NormalMaker, type Stream } from '../numeric/random.ts';
import type { MetricState } from './state.ts';

/** A metric with what is worth computing once: M⁻¹ = S² + Σₖ (λₖ − 1)(S uₖ)(S uₖ)ᵀ. */
export interface Metric {
  readonly state: MetricState;
  /** S². */
  readonly diagonal: Float64Array;
  /** S uₖ, row-major, filled up with rows of zeros to a multiple of `LANES`. */
  readonly directions: Float64Array;
  /** λₖ − 1, filled up likewise. */
  readonly excess: Float64Array;
  /** λₖ^(−½) − 1: what a momentum has more or less than white noise along uₖ. */
  readonly momentumExcess: Float64Array;
  /** Where the product is made in WASM. */
  readonly product: LowRank | undefined;
  /** Where the noise of momenta is. */
  readonly normals: NormalMaker | undefined;
}

/** Fewer numbers in the directions than this cost more to carry to WASM and back than they take. */
const WORTH_WASM = 100;

/** What a chain's metrics share. */
export interface MetricInWasm {
  readonly product: LowRank;
  readonly normals: NormalMaker;
}

/** For `size` dimensions; nothing where there is no WASM. */
export function metricInWasm(size: number): MetricInWasm | undefined {
  const product = lowRank(size);
  const normals = normalMaker(size);
  return product && normals && { product, normals };
}

/** `shared`, if given, is the metric's as long as no other is made with it: the same bits, sooner. */
export function metricFrom(state: MetricState, shared?: MetricInWasm): Metric {
  const { scale, vectors, values } = state;
  const size = scale.length;
  const rows = LANES * Math.ceil(values.length / LANES);
  const directions = new Float64Array(rows * size);
  for (let at = 0; at < vectors.length; at++) directions[at] = vectors[at] * scale[at % size];
  const excess = new Float64Array(rows);
  for (let k = 0; k < values.length; k++) excess[k] = values[k] - 1;
  const diagonal = scale.map((s) => s * s);
  const inWasm = directions.length >= WORTH_WASM ? shared?.product : undefined;
  inWasm?.set(diagonal, directions, excess);
  return {
    state,
    diagonal,
    directions,
    excess,
    product: inWasm,
    normals: shared?.normals,
    momentumExcess: values.map((value) => 1 / Math.sqrt(value) - 1),
  };
}

/** Writes M⁻¹·covector into `out`: velocity of a momentum, acceleration of a gradient. */
export function applyMetric(metric: Metric, covector: Float64Array, out: Float64Array): void {
  if (metric.product) metric.product.apply(covector, out);
  else applyPlainly(metric, covector, out);
}

/** Four directions together: sums that do not wait for each other are a quarter faster than two at a time. */
function applyPlainly(metric: Metric, covector: Float64Array, out: Float64Array): void {
  const { diagonal, directions, excess } = metric;
  const size = diagonal.length;
  for (let i = 0; i < size; i++) out[i] = diagonal[i] * covector[i];
  for (let k = 0; k < excess.length; k += LANES) {
    const rowA = k * size;
    const rowB = rowA + size;
    const rowC = rowB + size;
    const rowD = rowC + size;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < size; i++) {
      const value = covector[i];
      a += directions[rowA + i] * value;
      b += directions[rowB + i] * value;
      c += directions[rowC + i] * value;
      d += directions[rowD + i] * value;
    }
    a *= excess[k];
    b *= excess[k + 1];
    c *= excess[k + 2];
    d *= excess[k + 3];
    for (let i = 0; i < size; i++) {
      const pairAB = a * directions[rowA + i] + b * directions[rowB + i];
      const pairCD = c * directions[rowC + i] + d * directions[rowD + i];
      out[i] += pairAB + pairCD;
    }
  }
}

/** Writes a draw from N(0, M) into `momentum`: S⁻¹(I + U(Λ^(−½) − I)Uᵀ)·white noise. */
export function sampleMomentum(metric: Metric, random: Stream, momentum: Float64Array): void {
  const { scale, vectors } = metric.state;
  const { momentumExcess } = metric;
  const size = scale.length;
  fillNormals(random, momentum, metric.normals);
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
