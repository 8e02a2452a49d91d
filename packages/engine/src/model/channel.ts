// One channel inside the collapsed posterior: its coordinates, its lane in the kernel, its part of the gradient.
import type { Kernel } from '../kernel/kernel.ts';
import { log } from '../numeric/elementary.ts';
import type { Stream } from '../numeric/random.ts';
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { bounded, coefficient, fromTotal, sizeNumerator } from './amplitude.ts';
import { curveOf } from './curve.ts';
import type { ScaledChannel, ScaledData } from './scaled.ts';

/**
 * A channel's coordinates are [α, shape(s)…, size] from `offset`. The size is z of its prior, except for a
 * `coefficient` of any positive value, where it is log(β·sat(x̄)): that removes the ridge between β and the shape.
 */
export interface ChannelBlock {
  readonly offset: number;
  readonly count: number;
  /** Whether β is size·numerator/F, so the kernel must weigh the curve before the residuals. */
  readonly throughTotal: boolean;
  readonly lane: number;
  /** Parameters at the last position set. */
  readonly alpha: Coordinate;
  readonly shapes: readonly Coordinate[];
  readonly size: Coordinate;
  /** Reads the channel's coordinates and writes its curve's parameters into the kernel's lane. */
  setCurve(position: Float64Array): void;
  /** Writes β into the lane: after `kernel.weigh` when `throughTotal`. */
  setAmplitude(position: Float64Array): void;
  /** Σ r·β·s over the measured periods at the position's size, in scaled units: when `throughTotal`. */
  totalAt(position: Float64Array): number;
  /** Sets the curve and β from parameters in their own units, as a stored draw or a known truth has them. */
  setParameters(alpha: number, shapes: readonly number[], beta: number): void;
  /** Sets the size from β: after `setParameters` and, when `throughTotal`, `kernel.weigh`. */
  readSize(): void;
  /** log p of this channel's parameters in the coordinates, and their gradient with that of the likelihood. */
  addDensity(perVariance: number, gradient: Float64Array): number;
  /** A prior draw in the coordinates, for the start of a chain. */
  drawPrior(random: Stream, position: Float64Array): void;
}

export function channelBlock(
  channel: ScaledChannel,
  offset: number,
  lane: number,
  kernel: Kernel,
  data: ScaledData,
): ChannelBlock {
  const curve = curveOf(channel, lane, kernel, data);
  const size = coordinate(channel.spec.size.prior);
  const count = curve.coordinates.length + 1;
  const sizeAt = offset + count - 1;
  const throughTotal = channel.spec.size.kind !== 'coefficient';
  const byEffect = !throughTotal && size.prior.support.kind === 'positive';
  const ofBeta = byEffect ? coefficient(curve, size) : bounded(size);
  const amplitude = throughTotal ? fromTotal(channel, curve, size, data) : ofBeta;
  const byCurve = new Float64Array(count - 1);
  return {
    offset,
    count,
    throughTotal,
    lane,
    alpha: curve.coordinates[0],
    shapes: curve.coordinates.slice(1),
    size,
    setCurve(position) {
      for (let i = 0; i < curve.coordinates.length; i++) curve.coordinates[i].at(position[offset + i]);
      curve.write();
    },
    setAmplitude(position) {
      kernel.amplitude[lane] = amplitude.set(position[sizeAt]);
    },
    totalAt(position) {
      size.at(position[sizeAt]);
      return size.x * sizeNumerator(channel, data);
    },
    setParameters(alpha, shapes, beta) {
      curve.coordinates[0].x = alpha;
      for (let i = 1; i < curve.coordinates.length; i++) curve.coordinates[i].x = shapes[i - 1];
      curve.write();
      kernel.amplitude[lane] = beta;
    },
    readSize() {
      size.x = amplitude.sizeOf(kernel.amplitude[lane]);
    },
    addDensity(perVariance, gradient) {
      const beta = kernel.amplitude[lane];
      const byLogBeta = beta * kernel.gradient.value[lane] * perVariance;
      curve.slopes(kernel.gradient, byCurve);
      for (let i = 0; i < byCurve.length; i++) byCurve[i] *= beta * perVariance;
      let logDensity = amplitude.addDensity(byLogBeta, byCurve, gradient, sizeAt);
      for (let i = 0; i < byCurve.length; i++) {
        const at = curve.coordinates[i];
        logDensity += at.logDensity;
        gradient[offset + i] = byCurve[i] * at.slope + at.logDensitySlope;
      }
      return logDensity;
    },
    drawPrior(random, position) {
      for (let i = 0; i < count - 1; i++) position[offset + i] = random.normal();
      const z = random.normal();
      if (!byEffect) position[sizeAt] = z;
      else {
        for (let i = 0; i < count - 1; i++) curve.coordinates[i].at(position[offset + i]);
        size.at(z);
        position[sizeAt] = log(size.x) + curve.logReference();
      }
    },
  };
}
