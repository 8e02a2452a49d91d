// The posterior of a spec and its data: log density and gradient over the sampled coordinates.
//
// log p(θ, σ | y) ∝ log p(y − Sβ | σ, …) + log p(θ) + log p(σ), with linear coefficients integrated out where they can be
// (likelihood/). Coordinates: sampled coefficients, own parameters, each channel's block in order, then σ's (sigma.ts).
import { createKernel, type Kernel, type KernelInput } from '../kernel/kernel.ts';
import { LogProduct } from '../numeric/log-product.ts';
import { purpose } from '../numeric/purposes.ts';
import { type Stream, stream } from '../numeric/random.ts';
import type { Distribution } from '../priors/distribution.ts';
import { type ChannelBlock, type ChannelPlace, type ChannelPoint, channelBlock } from './channel.ts';
import type { ModelData } from './data.ts';
import { kernelChannel } from './kernel-channel.ts';
import { laneCoordinates } from './lane-coordinates.ts';
import { type LiftTests, liftTests } from './lift-tests.ts';
import { type Rest, restOf } from './likelihood/choose.ts';
import type { Likelihood } from './likelihood/likelihood.ts';
import type { OwnParameter } from './own-parameters.ts';
import { type ScaledData, scaleData } from './scaled.ts';
import { type SigmaCoordinate, sigmaCoordinate } from './sigma.ts';
import { measuredWeights, type SizeTotals, sizeTotals } from './size-totals.ts';
import type { Spec } from './spec.ts';

export interface Posterior {
  readonly spec: Spec;
  readonly scaled: ScaledData;
  readonly channels: readonly ChannelBlock[];
  /** Which linear columns are integrated out and which are sampled. */
  readonly placement: Rest['placement'];
  /** Parameters beside those of channels and σ. */
  readonly own: { readonly list: readonly OwnParameter[]; readonly values: Float64Array };
  /** What the last position says of each lift test. */
  readonly lifts: Pick<LiftTests, 'predicted' | 'logDensities'>;
  /** Length of a position. */
  readonly size: number;
  /**
   * Collapsed log density (normalising constants included) and its gradient. −Infinity outside the support. Whoever
   * asks the channels afterwards must `locate` first.
   */
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
  /** Linear coefficients as their priors have them at the last position: of those integrated out, a draw. */
  drawPriorLinear(random: Stream, out: Float64Array): void;
  /** log p(y) given w at the last position, in scaled units. */
  logLikelihood(linear: Float64Array): number;
  /** log p of w, σ and own parameters at the last position, as their priors declare them. */
  restLogDensity(linear: Float64Array): number;
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
  /** Own parameters, for a model that has any. */
  readonly own?: Float64Array;
  sigma: number;
}

/** Index of the weights r_t over the training rows among the kernel's row weights. */
const MEASURED = 0;
/** The likelihood's own, where it needs one. */
const SCORES = 1;

/** `makeKernel` is for tests and benchmarks: every kernel gives the same bits. */
export function posterior(
  spec: Spec,
  data: ModelData,
  makeKernel: (input: KernelInput) => Kernel = createKernel,
): Posterior {
  const parts = partsOf(spec, data, makeKernel);
  const { scaled, rest, kernel, channels, lifts, noise, size, at } = parts;
  const errors = new Float64Array(scaled.rows);
  return {
    spec,
    scaled,
    channels,
    placement: rest.placement,
    own: rest.own,
    lifts,
    size,
    kernel,
    sigmaPrior: noise.prior,
    locate(position) {
      setCurves(parts, position);
      locateRest(parts, position);
    },
    locateAt: (point) => locateAt(parts, point),
    sigma: () => at.sigma,
    weighMeasured: () => kernel.weigh(MEASURED),
    drawLinear: (random, out) => rest.drawLinear(at.sigma, random, out),
    drawPriorLinear: (random, out) => rest.drawPriorLinear(random, out),
    logLikelihood(linear) {
      linearErrors(scaled, kernel, rest.subtracted, linear, errors);
      return rest.likelihood.noiseLogDensity(errors, at.sigma);
    },
    restLogDensity: (linear) => rest.addDeclared(noise.prior.logDensity(at.sigma), linear),
    logDensity: densityOf(parts),
    priorPosition: (seed, chain) => priorPosition(parts, stream(seed, chain, purpose.start, 0)),
  };
}

/** What a posterior is made of, each part telling the others by the kernel's memory. */
interface Parts {
  readonly scaled: ScaledData;
  readonly rest: Rest;
  readonly likelihood: Likelihood;
  readonly kernel: Kernel;
  readonly totals: SizeTotals;
  readonly lifts: LiftTests;
  readonly jacobian: LogProduct;
  readonly channels: readonly ChannelBlock[];
  readonly needsTotals: boolean;
  readonly noise: SigmaCoordinate;
  readonly size: number;
  /** A field, not a variable: a captured number would be boxed anew at every gradient. */
  readonly at: { sigma: number };
}

function partsOf(spec: Spec, data: ModelData, makeKernel: (input: KernelInput) => Kernel): Parts {
  const scaled = scaleData(spec, data);
  const rest = restOf(spec, scaled);
  const kernel = makeKernel(kernelInput(spec, scaled, rest));
  rest.attach(kernel, SCORES);
  const totals = sizeTotals(scaled, kernel, kernel.laneOf, makeKernel);
  const lifts = liftTests(spec, data, scaled, kernel, makeKernel);
  const jacobian = new LogProduct();
  const channels = placeChannels(scaled, kernel, rest.count, { ...totals, ...lifts, jacobian });
  return {
    scaled,
    rest,
    likelihood: rest.likelihood,
    kernel,
    totals,
    lifts,
    jacobian,
    channels,
    needsTotals: channels.some((c) => c.throughTotal),
    noise: sigmaCoordinate(spec.likelihood.sigma),
    size: channels.reduce((sum, c) => sum + c.count, rest.count) + 1,
    at: { sigma: 0 },
  };
}

/** The curves of a position with their amplitudes, every channel by itself. */
function setCurves(parts: Parts, position: Float64Array): void {
  const { channels } = parts;
  for (let c = 0; c < channels.length; c++) channels[c].setCurve(position);
  weighCurves(parts);
  for (let c = 0; c < channels.length; c++) channels[c].setAmplitude(position);
}

function weighCurves({ kernel, totals, needsTotals }: Parts): void {
  kernel.curves();
  if (!needsTotals) return;
  kernel.weigh(MEASURED);
  totals.update();
}

/** Everything else of a position whose curves are in the kernel. */
function locateRest({ kernel, rest, lifts, noise, size, at }: Parts, position: Float64Array): void {
  at.sigma = noise.at(position[size - 1]);
  lifts.locate();
  rest.locate(position, at.sigma);
  kernel.residuals();
}

function locateAt(parts: Parts, point: ParameterPoint): void {
  const { kernel, rest, lifts, channels, at } = parts;
  at.sigma = point.sigma;
  for (const [c, channel] of point.channels.entries()) channels[c].setParameters(channel);
  weighCurves(parts);
  for (const channel of channels) channel.readSize();
  lifts.locate();
  rest.locateAt(point, at.sigma);
  kernel.residuals();
}

/** Closures over what every gradient asks: read from `parts` each time, it took a twentieth longer. */
function densityOf(parts: Parts): Posterior['logDensity'] {
  const { kernel, rest, likelihood, lifts, noise, jacobian, channels, size, at } = parts;
  const { coordinates } = kernel;

  const addChannels = (density: number, perVariance: number, gradient: Float64Array): number => {
    let sum = density;
    for (let c = 0; c < channels.length; c++) sum += channels[c].addDensity(perVariance, gradient);
    return sum;
  };

  return (position, gradient) => {
    // By the kernel alone, if it can: the channels' own parameters then say nothing of the position.
    const entered = coordinates?.enter(position) ? coordinates : undefined;
    if (!entered) setCurves(parts, position);
    const sigma = noise.at(position[size - 1]);
    at.sigma = sigma;
    lifts.locate();
    rest.locate(position, sigma);
    let density = likelihood.logDensity(kernel.residuals(), sigma);
    gradient[size - 1] = noise.slope(likelihood.byLogSigma());
    density += noise.logDensity() + lifts.logDensity();
    const perVariance = 1 / (sigma * sigma);
    jacobian.clear();
    if (entered) density = entered.leave(density, perVariance, gradient, jacobian);
    else density = addChannels(density, perVariance, gradient);
    density += jacobian.log();
    density += rest.addDensity(perVariance, gradient);
    return density > Number.NEGATIVE_INFINITY ? density : Number.NEGATIVE_INFINITY;
  };
}

function priorPosition(parts: Parts, random: Stream): Float64Array {
  const { channels, rest, noise, size } = parts;
  const position = new Float64Array(size);
  for (const channel of channels) channel.drawPrior(random, position);
  rest.drawPrior(random, position);
  position[size - 1] = noise.draw(random);
  if (rest.centred) {
    setCurves(parts, position);
    locateRest(parts, position);
    rest.centre(position);
  }
  return position;
}

function kernelInput(spec: Spec, scaled: ScaledData, { likelihood, count }: Rest): KernelInput {
  const { rows, mask, target } = scaled;
  const coordinates = laneCoordinates(spec, scaled, count);
  const measured = measuredWeights(scaled);
  return {
    rows,
    channels: scaled.channels.map((channel) => kernelChannel(channel)),
    target: target.map((y, t) => mask[t] * (y - likelihood.offset[t])),
    mask,
    basis: likelihood.basis,
    directions: likelihood.directions,
    rowWeights: likelihood.scoresRows ? [measured, new Float64Array(rows)] : [measured],
    ...(coordinates && { coordinates }),
  };
}

/** y* − Sβ − Zw by training row, into `out`. */
function linearErrors(
  { mask, columns, rows }: ScaledData,
  { errors }: Kernel,
  subtracted: Float64Array,
  linear: Float64Array,
  out: Float64Array,
): void {
  for (let t = 0; t < rows; t++) {
    if (!mask[t]) continue;
    let residual = errors[t] + subtracted[t];
    for (let i = 0; i < columns.length; i++) residual -= linear[i] * columns[i].values[t];
    out[t] = residual;
  }
}

function placeChannels(
  scaled: ScaledData,
  kernel: Kernel,
  first: number,
  {
    sums,
    evidence,
    jacobian,
  }: Pick<SizeTotals, 'sums'> & Pick<LiftTests, 'evidence'> & Pick<ChannelPlace, 'jacobian'>,
): ChannelBlock[] {
  let offset = first;
  return scaled.channels.map((channel, c) => {
    const lane = kernel.laneOf[c];
    const place = { channel, offset, lane, kernel, data: scaled, jacobian };
    const block = channelBlock({ ...place, totals: sums[c], evidence: evidence[c] });
    offset += block.count;
    return block;
  });
}
