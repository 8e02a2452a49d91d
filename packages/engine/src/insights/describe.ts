// One draw described: parameters in their own units, contributions, both ROAS, marginal ROAS, log density by part.
import type { Kernel } from '../kernel/kernel.ts';
import type { ChannelBlock } from '../model/channel.ts';
import { fusedKind } from '../model/fused-curve.ts';
import { amplitudeVariable, curveParameters } from '../model/parameters.ts';
import type { ParameterPoint, Posterior } from '../model/posterior.ts';
import { log } from '../numeric/elementary.ts';
import type { Stream } from '../numeric/random.ts';
import { type Distribution, distribution } from '../priors/distribution.ts';
import { curveKernel, drawCurves, elasticityFactor, hasHistory, rowWeight, rowWeights } from './curves.ts';
import { isMultiplicative } from './multiplicative.ts';
import { multiplicativeReturns } from './multiplicative-returns.ts';
import { channelVariables, type DrawLayout, drawLayout, ownOffsets, variableNamed } from './variables.ts';

export interface Describer extends DrawLayout {
  /** Fills `columns` numbers of `out` from `offset` on with the draw at `position`; `random` draws w. */
  describe(position: Float64Array, random: Stream, out: Float64Array, offset: number): void;
  /** The same for parameters given in their own units, w included. */
  describePoint(point: ParameterPoint, out: Float64Array, offset: number): void;
}

export function describer(model: Posterior): Describer {
  const layout = drawLayout(model);
  const linear = new Float64Array(model.scaled.columns.length);
  const writeParameters = parameterWriter(model, layout);
  const writeOwn = ownWriter(model, layout);
  const writeReturns = isMultiplicative(model)
    ? multiplicativeReturns(model, layout)
    : returnsWriter(model, layout);
  const writeLogDensity = logDensityWriter(model, layout);
  const { predicted } = model.lifts;
  const lifts = predicted.length > 0 ? variableNamed(layout, 'lift').offset : 0;
  const write = (w: Float64Array, out: Float64Array, offset: number) => {
    out.set(w, offset);
    writeParameters(out, offset);
    writeOwn(out, offset);
    writeReturns(w, out, offset);
    if (predicted.length > 0) out.set(predicted, offset + lifts);
    writeLogDensity(w, out, offset);
  };
  return {
    ...layout,
    describe(position, random, out, offset) {
      model.locate(position);
      model.drawLinear(random, linear);
      write(linear, out, offset);
    },
    describePoint(point, out, offset) {
      model.locateAt(point);
      write(point.linear, out, offset);
    },
  };
}

/** Where each parameter of each channel is stored, and which of the model's numbers it is. */
function parameterWriter(model: Posterior, layout: DrawLayout): (out: Float64Array, offset: number) => void {
  const sigma = variableNamed(layout, 'y_sigma').offset;
  const ofChannels = channelVariables(model).map((name) => variableNamed(layout, name));
  const places = model.channels.map((block, c) => {
    const { adstock, shapes } = curveParameters(model.spec.channels[c]);
    return {
      beta: variableNamed(layout, amplitudeVariable(model.spec.channels[c])).offset + c,
      lane: block.lane,
      parameters: [...adstock, ...shapes].map(({ variable, perAmplitude }, i) => ({
        at: variableNamed(layout, variable).offset + c,
        coordinate: i < adstock.length ? block.adstock[i] : block.shapes[i - adstock.length],
        perAmplitude,
      })),
    };
  });
  return (out, offset) => {
    for (const { offset: first, labels = [] } of ofChannels)
      out.fill(Number.NaN, offset + first, offset + first + labels.length);
    for (const { beta, lane, parameters } of places) {
      const amplitude = model.kernel.amplitude[lane];
      out[offset + beta] = amplitude;
      for (const { at, coordinate, perAmplitude } of parameters)
        out[offset + at] = perAmplitude ? coordinate.x / amplitude : coordinate.x;
    }
    out[offset + sigma] = model.sigma();
  };
}

/** Parameters beside those of channels and σ; NaN for coefficients whose variance is not learned. */
function ownWriter(model: Posterior, layout: DrawLayout): (out: Float64Array, offset: number) => void {
  const { list, values } = model.own;
  const places = ownOffsets(model, layout);
  const blocks = [...new Set(list.map(({ variable }) => variableNamed(layout, variable)))];
  return (out, offset) => {
    for (const block of blocks) {
      const first = offset + block.offset;
      out.fill(Number.NaN, first, first + (block.labels?.length ?? 1));
    }
    for (let i = 0; i < places.length; i++) out[offset + places[i]] = values[i];
  };
}

type Writer = (linear: Float64Array, out: Float64Array, offset: number) => void;

/** Contributions and returns (METHOD §8), all from one evaluation of the curves with their tail. */
function returnsWriter(model: Posterior, layout: DrawLayout): Writer {
  const { scaled } = model;
  const at = (name: string) => variableNamed(layout, name).offset;
  const [contribution, roas, ofSpend, marginal] = [
    at('total_contribution'),
    at('roas'),
    at('roas_of_spend'),
    at('marginal_roas'),
  ];
  const mediaTotal = at('total_media_contribution');
  const [baseline, meanMu] = [at('baseline_contribution'), at('mean_mu_kpi')];
  const columnTotals = Float64Array.from(scaled.columns, ({ values }) => maskedSum(values, scaled.mask));
  const treatments = scaled.treatments.length;
  const firstTreatment = scaled.columns.length - treatments;
  const treated = treatments > 0 ? at('treatment_contribution') : 0;
  const returns = channelReturns(model);
  return (linear, out, offset) => {
    returns.update();
    let media = 0;
    for (let c = 0; c < model.channels.length; c++) {
      const channel = returns.channels[c];
      const { spend } = scaled.channels[c];
      const per = spend > 0 ? 1 / spend : Number.NaN;
      out[offset + contribution + c] = channel.kpi;
      out[offset + roas + c] = channel.money * per;
      out[offset + ofSpend + c] = channel.moneyOfSpend * per;
      out[offset + marginal + c] = channel.marginal * per;
      media += channel.kpi;
    }
    let base = 0;
    for (let i = 0; i < firstTreatment; i++) base += linear[i] * columnTotals[i];
    base *= scaled.targetScale;
    let all = base + media;
    for (let i = 0; i < treatments; i++) {
      const at = firstTreatment + i;
      out[offset + treated + i] = scaled.targetScale * linear[at] * columnTotals[at];
      all += out[offset + treated + i];
    }
    // Without media there is no total of them: NaN, as wherever a variable does not apply.
    out[offset + mediaTotal] = model.channels.length > 0 ? media : Number.NaN;
    out[offset + baseline] = base;
    out[offset + meanMu] = all / scaled.trainingRows;
  };
}

interface ChannelReturns {
  kpi: number;
  money: number;
  moneyOfSpend: number;
  /** d(money)/d log(spend of every period) at today's spend. */
  marginal: number;
}

/** Per-channel totals at the located draw; what spend outside the training rows earns alone is taken out. */
function channelReturns(model: Posterior): { readonly channels: readonly ChannelReturns[]; update(): void } {
  const kernel = curveKernel(model, 1);
  const before = hasHistory(model) ? curveKernel(model, 0) : null;
  const weights = rowWeights(model, kernel.adstocked.length / kernel.lanes)[rowWeight.moneyWithTail];
  const channels = model.channels.map(
    (): ChannelReturns => ({ kpi: 0, money: 0, moneyOfSpend: 0, marginal: 0 }),
  );
  const unit = (block: ChannelBlock) => model.scaled.targetScale * model.kernel.amplitude[block.lane];
  const each = (weight: number, read: (channel: ChannelReturns, block: ChannelBlock, c: number) => void) => {
    kernel.weigh(weight);
    for (const [c, block] of model.channels.entries()) read(channels[c], block, c);
  };
  return {
    channels,
    update() {
      drawCurves(kernel, model);
      each(rowWeight.kpi, (channel, block) => {
        channel.kpi = unit(block) * kernel.weighted.value[block.lane];
      });
      each(rowWeight.money, (channel, block) => {
        channel.money = unit(block) * kernel.weighted.value[block.lane];
      });
      each(rowWeight.moneyWithTail, (channel, block, c) => {
        const factor = elasticityFactor(kernel, block.lane, model.spec.channels[c]);
        channel.moneyOfSpend = unit(block) * kernel.weighted.value[block.lane];
        channel.marginal = unit(block) * factor * kernel.weighted.a[block.lane];
      });
      if (before) subtractHistory(model, { kernel, before, weights }, channels);
    },
  };
}

/** The curves with everything, those of history alone, and the weights of the rows they are counted in. */
interface History {
  readonly kernel: Kernel;
  readonly before: Kernel;
  readonly weights: Float64Array;
}

/** Takes what that spend earns alone out of the returns on measured spend; exact because adstock is linear. */
function subtractHistory(
  model: Posterior,
  { kernel, before, weights }: History,
  channels: readonly ChannelReturns[],
): void {
  drawCurves(before, model);
  before.weigh(rowWeight.moneyWithTail);
  const { targetScale } = model.scaled;
  for (const [c, { lane }] of model.channels.entries()) {
    const unit = targetScale * model.kernel.amplitude[lane];
    channels[c].moneyOfSpend -= unit * before.weighted.value[lane];
    // A composed curve's slope is by the measured input alone.
    if (!fusedKind(model.spec.channels[c])) continue;
    let carried = 0;
    for (let t = 0; t < weights.length; t++) {
      const at = t * kernel.lanes + lane;
      if (before.adstocked[at] > 0)
        carried += (weights[t] * kernel.columnA[at] * before.adstocked[at]) / kernel.adstocked[at];
    }
    const factor = elasticityFactor(kernel, lane, model.spec.channels[c]);
    channels[c].marginal -= unit * factor * carried;
  }
}

/** ℓ_y at the drawn w, and the priors by part, in the coordinate each prior is declared in (METHOD §8). */
function logDensityWriter(model: Posterior, layout: DrawLayout): Writer {
  const named = (name: string) =>
    layout.variables.find((v) => v.group === 'log_density' && v.name === name)?.offset ?? 0;
  const [y, size, shape, rest] = [named('y'), named('size'), named('shape'), named('rest')];
  const lift = named('lift');
  const parts = model.channels.map((block, c) => {
    const { adstock, shapes } = curveParameters(model.spec.channels[c]);
    return {
      size: block.size,
      family: model.spec.channels[c].size.prior.family,
      // A parameter as it is stated: what was stored of it.
      curve: [...adstock, ...shapes].map(({ variable, prior }) => ({
        at: variableNamed(layout, variable).offset + c,
        law: distribution(prior),
        family: prior.family,
      })),
    };
  });
  return (linear, out, offset) => {
    out[offset + y] = model.logLikelihood(linear);
    if (model.lifts.logDensities.length > 0) out.set(model.lifts.logDensities, offset + lift);
    for (let c = 0; c < parts.length; c++) {
      out[offset + size + c] = declaredLogDensity(parts[c].size.prior, parts[c].size.x, parts[c].family);
      let sum = 0;
      for (const { at, law, family } of parts[c].curve)
        sum += declaredLogDensity(law, out[offset + at], family);
      out[offset + shape + c] = sum;
    }
    out[offset + rest] = model.restLogDensity(linear);
  };
}

/** LogNormal is declared on the log scale, the others as they stand. */
function declaredLogDensity(law: Distribution, x: number, family: string): number {
  const density = law.logDensity(x);
  return family === 'log_normal' ? density + log(x) : density;
}

function maskedSum(values: Float64Array, mask: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) sum += mask[t] * values[t];
  return sum;
}
