// The collapsed posterior of a spec and its data: log density and gradient over the sampled coordinates.
//
// log p(θ, σ | y) ∝ log N(y; Zm + Sβ, σ²I + ZVZᵀ) + log p(θ) + log p(σ), with w integrated out (linear.ts).
// Coordinates: each channel's block in order, then σ's (sigma.ts).
import { createKernel, type Kernel, type KernelInput } from '../kernel/kernel.ts';
import { log } from '../numeric/elementary.ts';
import { purpose } from '../numeric/purposes.ts';
import { type Stream, stream } from '../numeric/random.ts';
import type { Distribution } from '../priors/distribution.ts';
import { HALF_LOG_TWO_PI } from '../priors/normal.ts';
import { type ChannelBlock, type ChannelPoint, channelBlock } from './channel.ts';
import { composedOver } from './composed-curve.ts';
import type { ModelData } from './data.ts';
import { fusedKind } from './fused-curve.ts';
import { type LinearBlock, linearBlock } from './linear.ts';
import { type ScaledChannel, type ScaledData, scaleData } from './scaled.ts';
import { type SigmaCoordinate, sigmaCoordinate } from './sigma.ts';
import type { Spec } from './spec.ts';

export interface Posterior {
  readonly spec: Spec;
  readonly scaled: ScaledData;
  readonly channels: readonly ChannelBlock[];
  readonly linear: LinearBlock;
  /** Length of a position. */
  readonly size: number;
  /** Collapsed log density (normalising constants included) and its gradient. −Infinity outside the support. */
  logDensity(position: Float64Array, gradient: Float64Array): number;
  /** Sets every parameter at `position`; afterwards channels, `sigma()` and `drawLinear` speak of it. */
  locate(position: Float64Array): void;
  /** As `locate`, from parameters in their own units; w is the point's own. */
  locateAt(point: ParameterPoint): void;
  /** σ at the last position. */
  sigma(): number;
  /** Weighs the curves at the last position by r_t over the training rows, into `kernel.weighted`. */
  weighMeasured(): void;
  /** Linear coefficients at the last position; `random` null gives their conditional mean. */
  drawLinear(random: Stream | null, out: Float64Array): void;
  /** Prior log density of σ, without any Jacobian. */
  readonly sigmaPrior: Distribution;
  /** A draw from the prior in the coordinates: where chain `chain` starts its search for a mode. */
  priorPosition(seed: number, chain: number): Float64Array;
  readonly kernel: Kernel;
}

/** Parameters in their own units, β and σ scaled: what a stored draw or a known truth holds. */
export interface ParameterPoint {
  readonly channels: readonly ChannelPoint[];
  /** Coefficients of the linear columns. */
  readonly linear: Float64Array;
  sigma: number;
}

/** Index of the weights r_t over the training rows among the kernel's row weights. */
const MEASURED = 0;

/** `makeKernel` is for tests and benchmarks: every kernel gives the same bits. */
export function posterior(
  spec: Spec,
  data: ModelData,
  makeKernel: (input: KernelInput) => Kernel = createKernel,
): Posterior {
  const scaled = scaleData(spec, data);
  const linear = linearBlock(scaled.columns, scaled.mask);
  const kernel = makeKernel({
    rows: scaled.rows,
    channels: scaled.channels.map((channel) => kernelChannel(channel)),
    target: scaled.target.map((y, t) => scaled.mask[t] * (y - linear.offset[t])),
    mask: scaled.mask,
    basis: linear.basis,
    directions: linear.directions,
    rowWeights: [scaled.revenue.map((r, t) => scaled.mask[t] * r)],
  });
  const channels = placeChannels(scaled, kernel);
  const needsTotals = channels.some((c) => c.throughTotal);
  const size = channels.reduce((sum, c) => sum + c.count, 0) + 1;
  const noise = sigmaCoordinate(spec.likelihood.sigma);
  // A field, not a variable: a captured number would be boxed anew at every gradient.
  const at = { sigma: 0 };

  /** eᵀe at the position, everything in the kernel. */
  const locate = (position: Float64Array): number => {
    at.sigma = noise.at(position[size - 1]);
    const variance = at.sigma * at.sigma;
    for (const channel of channels) channel.setCurve(position);
    kernel.curves();
    if (needsTotals) kernel.weigh(MEASURED);
    for (const channel of channels) channel.setAmplitude(position);
    for (let i = 0; i < linear.directions; i++)
      kernel.shrink[i] = linear.eigenvalues[i] / (variance + linear.eigenvalues[i]);
    return kernel.residuals();
  };

  return {
    spec,
    scaled,
    channels,
    linear,
    size,
    kernel,
    sigmaPrior: noise.prior,
    locate,
    locateAt(point) {
      at.sigma = point.sigma;
      for (const [c, channel] of point.channels.entries()) channels[c].setParameters(channel);
      kernel.curves();
      if (needsTotals) kernel.weigh(MEASURED);
      for (const channel of channels) channel.readSize();
      kernel.residuals();
    },
    sigma: () => at.sigma,
    weighMeasured: () => kernel.weigh(MEASURED),
    drawLinear: (random, out) => linear.draw(at.sigma * at.sigma, kernel.projections, random, out),
    logDensity(position, gradient) {
      const squares = locate(position);
      const { sigma } = at;
      let density = marginalLikelihood(squares, sigma, linear, kernel, scaled.trainingRows);
      const bySigma = noise.slope(marginal.byLogSigma);
      density += noise.logDensity();
      const perVariance = 1 / (sigma * sigma);
      for (const channel of channels) density += channel.addDensity(perVariance, gradient);
      gradient[size - 1] = bySigma;
      return density > Number.NEGATIVE_INFINITY ? density : Number.NEGATIVE_INFINITY;
    },
    priorPosition: (seed, chain) =>
      priorPosition(channels, noise, size, stream(seed, chain, purpose.start, 0)),
  };
}

/**
 * A channel as the kernel takes it, over another input if given. With `measured`, that part of the input, a composed
 * curve has its slope by the scale of that part as column A, and no other.
 */
export function kernelChannel(
  channel: ScaledChannel,
  input: Float64Array = channel.input,
  measured?: Float64Array,
): KernelInput['channels'][number] {
  const kind = fusedKind(channel.spec);
  const { adstock } = channel.spec;
  const carry = adstock.kind === 'geometric' || adstock.kind === 'none' ? 'recursion' : 'window';
  if (kind) return { x: input, lags: adstock.lMax, kind, carry };
  return { kind: 'composed', curve: composedOver(channel, input, measured) };
}

function placeChannels(scaled: ScaledData, kernel: Kernel): ChannelBlock[] {
  let offset = 0;
  return scaled.channels.map((channel, c) => {
    const block = channelBlock(channel, offset, kernel.laneOf[c], kernel, scaled);
    offset += block.count;
    return block;
  });
}

/** Derivative by log σ of the last `marginalLikelihood`. */
const marginal = { byLogSigma: 0 };

/**
 * log N(e; 0, σ²I + QℓQᵀ) from eᵀe and c = Qᵀe: logdet = (T − K)log σ² + Σ log(σ² + ℓ),
 * quadratic form (eᵀe − Σ c²ℓ/(σ² + ℓ))/σ².
 */
function marginalLikelihood(
  squares: number,
  sigma: number,
  linear: LinearBlock,
  kernel: Kernel,
  rows: number,
): number {
  const variance = sigma * sigma;
  const free = rows - linear.directions;
  let quadratic = squares;
  let outside = squares;
  let logDeterminant = 2 * free * log(sigma);
  let byVariance = free / variance;
  for (let i = 0; i < linear.directions; i++) {
    const c = kernel.projections[i];
    const l = linear.eigenvalues[i];
    const total = variance + l;
    quadratic -= (c * c * l) / total;
    outside -= c * c;
    logDeterminant += log(total);
    byVariance += 1 / total - (c * c) / (total * total);
  }
  byVariance -= outside / (variance * variance);
  marginal.byLogSigma = -byVariance * variance;
  return -0.5 * (logDeterminant + quadratic / variance) - rows * HALF_LOG_TWO_PI;
}

function priorPosition(
  channels: readonly ChannelBlock[],
  sigma: SigmaCoordinate,
  size: number,
  random: Stream,
): Float64Array {
  const position = new Float64Array(size);
  for (const channel of channels) channel.drawPrior(random, position);
  position[size - 1] = sigma.draw(random);
  return position;
}
