// One channel inside the collapsed posterior: its coordinates, its lane in the kernel, its part of the gradient.
import type { Kernel } from '../kernel/kernel.ts';
import type { LogProduct } from '../numeric/log-product.ts';
import type { Stream } from '../numeric/random.ts';
import { type Coordinate, coordinate } from '../priors/coordinate.ts';
import { type Amplitude, bounded, coefficient, fromTotal } from './amplitude.ts';
import { composedCurve } from './composed-curve.ts';
import { type Curve, type LaneSums, meanInput } from './curve.ts';
import { effectScale, rampInverse } from './effect.ts';
import { fusedCurve, fusedKind } from './fused-curve.ts';
import type { Evidence } from './lift-tests.ts';
import { curveParameters, statesAmplitude, statesCost } from './parameters.ts';
import { type Quick, type QuickSize, quickChannel } from './quick-channel.ts';
import type { ScaledChannel, ScaledData } from './scaled.ts';
import { sizeNumerator } from './size-numerator.ts';
import { costAmplitude } from './tanh.ts';

/**
 * A channel's coordinates are [adstock…, shape…, size] from `offset`. The size is z of its prior, except for an
 * amplitude of any positive value, where it is β·f(x̄) along a ramp (effect.ts): that removes the ridge between β and
 * the shape. A tanh curve stated by b and c has no such ridge.
 */
export interface ChannelBlock {
  readonly offset: number;
  readonly count: number;
  /** Whether β is size·numerator/F, so the kernel must weigh the curve before the residuals. */
  readonly throughTotal: boolean;
  /** Whether the size says what the channel brings in all, whatever its curve. */
  readonly statesTotal: boolean;
  readonly lane: number;
  /** Parameters at the last position set: of the adstock as stated per week, of the saturation, of the size. */
  readonly adstock: readonly Coordinate[];
  readonly shapes: readonly Coordinate[];
  readonly size: Coordinate;
  /** Reads the channel's coordinates and writes its curve's parameters into the kernel's lane. */
  setCurve(position: Float64Array): void;
  /** Writes β into the lane: after `kernel.weigh` when `throughTotal`. */
  setAmplitude(position: Float64Array): void;
  /** Σ r·β·s over the measured periods at the position's size, in scaled units: when `statesTotal`. */
  totalAt(position: Float64Array): number;
  /** Sets the curve and β from parameters in their own units, as a stored draw or a known truth has them. */
  setParameters(point: ChannelPoint): void;
  /** Sets the size from β: after `setParameters` and, when `throughTotal`, `kernel.weigh` and the totals. */
  readSize(): void;
  /**
   * log p of this channel's parameters in the coordinates but for factors left in the place's `jacobian`, and their
   * gradient with that of the likelihood.
   */
  addDensity(perVariance: number, gradient: Float64Array): number;
  /** A prior draw in the coordinates, for the start of a chain. */
  drawPrior(random: Stream, position: Float64Array): void;
}

/** A channel's parameters in their own units, β scaled. */
export interface ChannelPoint {
  /** As stated per week. */
  readonly adstock: number[];
  readonly shapes: number[];
  beta: number;
}

export interface ChannelPlace {
  readonly channel: ScaledChannel;
  readonly offset: number;
  readonly lane: number;
  readonly kernel: Kernel;
  readonly data: ScaledData;
  /** What the size's F is read from. */
  readonly totals: LaneSums;
  /** What lift tests say of it. */
  readonly evidence: readonly Evidence[];
  /** Of all channels: what its log density leaves out is a factor of it. */
  readonly jacobian: LogProduct;
}

export function channelBlock(place: ChannelPlace): ChannelBlock {
  const { block, quick } = bothWays(place);
  return { ...block, ...quick };
}

/** A channel by its curve, adstock and amplitude; for the commonest ones also what does the same in one piece. */
export function bothWays(place: ChannelPlace): { block: ChannelBlock; quick: Quick | undefined } {
  const parts = partsOf(place);
  const { curve, size, stated } = parts;
  return { block: blockOf(parts), quick: stated && quickChannel(place, curve, size, stated) };
}

/** What a channel is made of. */
interface Parts {
  readonly place: ChannelPlace;
  readonly curve: Curve;
  readonly size: Coordinate;
  readonly amplitude: Amplitude;
  /** How β follows from the size, where that is by an effect or by a total. */
  readonly stated: QuickSize | undefined;
  readonly count: number;
  /** Adstock parameters among the curve's coordinates. */
  readonly carried: number;
}

function partsOf(place: ChannelPlace): Parts {
  const { channel, lane, kernel, data } = place;
  const { spec } = channel;
  const size = coordinate(spec.size.prior);
  const { weeksPerPeriod } = data;
  const at = { channel, lane, kernel, size, weeksPerPeriod, mean: meanInput(channel, data) };
  const curve = fusedKind(spec) ? fusedCurve(at) : composedCurve(at);
  const stated = statedSize(place, size, at.mean);
  return {
    place,
    curve,
    size,
    stated,
    amplitude: amplitudeOf(place, curve, size, stated),
    count: curve.coordinates.length + 1,
    carried: curveParameters(spec).adstock.length,
  };
}

function statedSize({ channel, data }: ChannelPlace, size: Coordinate, mean: number): QuickSize | undefined {
  const { spec } = channel;
  if (!statesAmplitude(spec)) return { kind: 'total', numerator: sizeNumerator(channel, data) };
  if (statesCost(spec) || size.prior.support.kind !== 'positive') return undefined;
  return { kind: 'effect', scale: effectScale(channel, data), mean };
}

function amplitudeOf(
  { channel, totals, jacobian }: ChannelPlace,
  curve: Curve,
  size: Coordinate,
  stated: QuickSize | undefined,
): Amplitude {
  if (stated?.kind === 'total') return fromTotal(curve, size, stated.numerator, totals);
  if (stated) return coefficient(curve, size, { scale: stated.scale, jacobian });
  return statesCost(channel.spec) ? costAmplitude(curve, size) : bounded(size);
}

function blockOf(parts: Parts): ChannelBlock {
  const { place, curve, size, amplitude, stated, count, carried } = parts;
  const { channel, offset, lane, kernel, totals } = place;
  const { coordinates } = curve;
  const sizeAt = offset + count - 1;
  const throughTotal = stated?.kind === 'total';
  const numerator = sizeNumerator(channel, place.data);
  const byCost = statesCost(channel.spec);
  return {
    offset,
    count,
    throughTotal,
    statesTotal: throughTotal && totals === kernel.weighted,
    lane,
    adstock: coordinates.slice(0, carried),
    shapes: coordinates.slice(carried),
    size,
    setCurve(position) {
      if (byCost) size.at(position[sizeAt]);
      for (let i = 0; i < coordinates.length; i++) coordinates[i].at(position[offset + i]);
      curve.write();
    },
    setAmplitude(position) {
      kernel.amplitude[lane] = amplitude.set(position[sizeAt]);
    },
    totalAt(position) {
      size.at(position[sizeAt]);
      return size.x * numerator;
    },
    setParameters({ adstock, shapes, beta }) {
      for (let i = 0; i < coordinates.length; i++)
        coordinates[i].x = i < carried ? adstock[i] : shapes[i - carried];
      curve.write();
      kernel.amplitude[lane] = beta;
    },
    readSize() {
      size.x = amplitude.sizeOf(kernel.amplitude[lane]);
    },
    addDensity: densityOf(parts),
    drawPrior: priorOf(parts),
  };
}

function densityOf({ place, curve, amplitude, count }: Parts): ChannelBlock['addDensity'] {
  const { offset, lane, kernel, evidence } = place;
  const { coordinates } = curve;
  const sizeAt = offset + count - 1;
  const byCurve = new Float64Array(count - 1);
  const addEvidence = evidenceAdder(place, curve, byCurve);
  return (perVariance, gradient) => {
    const beta = kernel.amplitude[lane];
    let byLogBeta = beta * kernel.gradient.value[lane] * perVariance;
    curve.slopes(kernel.gradient, byCurve);
    for (let i = 0; i < byCurve.length; i++) byCurve[i] *= beta * perVariance;
    if (evidence.length > 0) byLogBeta += addEvidence(beta);
    let logDensity = amplitude.addDensity(byLogBeta, byCurve, gradient, sizeAt);
    for (let i = 0; i < byCurve.length; i++) {
      const at = coordinates[i];
      logDensity += at.logDensity;
      gradient[offset + i] = byCurve[i] * at.slope + at.logDensitySlope;
    }
    return logDensity;
  };
}

/** Adds what lift tests make of the curve to `byCurve`; returns what they make of log β. */
function evidenceAdder(
  { evidence, lane }: ChannelPlace,
  curve: Curve,
  byCurve: Float64Array,
): (beta: number) => number {
  const byTest = new Float64Array(byCurve.length);
  return (beta) => {
    let byLogBeta = 0;
    for (let j = 0; j < evidence.length; j++) {
      const { sums, pull } = evidence[j];
      const weight = beta * pull[0];
      curve.slopes(sums, byTest);
      for (let i = 0; i < byCurve.length; i++) byCurve[i] += weight * byTest[i];
      byLogBeta += weight * sums.value[lane];
    }
    return byLogBeta;
  };
}

function priorOf({ place, curve, size, stated, count }: Parts): ChannelBlock['drawPrior'] {
  const { offset } = place;
  return (random, position) => {
    for (let i = 0; i < count - 1; i++) position[offset + i] = random.normal();
    const z = random.normal();
    if (stated?.kind !== 'effect') {
      position[offset + count - 1] = z;
      return;
    }
    for (let i = 0; i < count - 1; i++) curve.coordinates[i].at(position[offset + i]);
    size.at(z);
    position[offset + count - 1] = rampInverse((size.x * curve.reference()) / stated.scale);
  };
}
