// The mean taken apart: what a draw says of the baseline and of each channel, period by period.
import { createKernel } from '../kernel/kernel.ts';
import { kernelChannel } from '../model/kernel-channel.ts';
import { copyLane } from '../model/lanes.ts';
import type { ParameterPoint, Posterior } from '../model/posterior.ts';
import { exp, expm1 } from '../numeric/elementary.ts';
import { purpose } from '../numeric/purposes.ts';
import { stream } from '../numeric/random.ts';
import { isMultiplicative, type Multiplied, mediaAt, multiplied } from './multiplicative.ts';
import { noiseOf } from './noise.ts';
import { meanAt } from './predictive.ts';

/** Writes what draw `index`, at `point`, says of one part of the KPI: in KPI units, every period from the lead-in on. */
export type Part = (point: ParameterPoint, index: number, out: Float64Array) => void;

/** Level, trend, season, events and controls. */
export function baselinePart(model: Posterior): Part {
  const { columns, treatments } = model.scaled;
  if (isMultiplicative(model)) return multiplicativePart(model, ({ baseline }, t) => baseline[t]);
  return linearPart(model, 0, columns.length - treatments.length);
}

/** What treatment `i` adds to its reference. */
export function treatmentPart(model: Posterior, i: number): Part {
  const { columns, treatments } = model.scaled;
  const at = columns.length - treatments.length + i;
  if (isMultiplicative(model))
    return multiplicativePart(
      model,
      ({ worth }, t, { linear }) => worth[t] * linear[at] * columns[at].values[t],
    );
  return linearPart(model, at, at + 1);
}

/** What is attributed to a part where parts multiply: it needs all others at the same draw. */
function multiplicativePart(
  model: Posterior,
  read: (whole: Multiplied, t: number, point: ParameterPoint) => number,
): Part {
  const { leadIn } = model.scaled;
  const whole = multiplied(model);
  return (point, _, out) => {
    model.locateAt(point);
    whole.update(point.linear);
    for (let i = 0; i < out.length; i++) out[i] = read(whole, leadIn + i, point);
  };
}

/** All parts together: what is expected of each period, whatever the errors before it. */
export function meanPart(model: Posterior): Part {
  if (isMultiplicative(model)) return multiplicativePart(model, ({ expected }, t) => expected[t]);
  const { leadIn, targetScale } = model.scaled;
  return (point, _, out) => {
    model.locateAt(point);
    for (let i = 0; i < out.length; i++) out[i] = targetScale * meanAt(model, point, leadIn + i);
  };
}

/** Linear columns `from` to `to`. */
function linearPart({ scaled }: Posterior, from: number, to: number): Part {
  const { columns, leadIn, targetScale } = scaled;
  return ({ linear }, _, out) => {
    for (let t = 0; t < out.length; t++) {
      let sum = 0;
      for (let i = from; i < to; i++) sum += linear[i] * columns[i].values[leadIn + t];
      out[t] = targetScale * sum;
    }
  };
}

/** The contribution of channel `c`, by a kernel of its own: channels are looked at one after the other. */
export function channelPart(model: Posterior, c: number): Part {
  if (isMultiplicative(model))
    return multiplicativePart(model, ({ worth }, t) => worth[t] * mediaAt(model, c, t));
  const { scaled, kernel: whole } = model;
  const { leadIn, targetScale, rows } = scaled;
  const block = model.channels[c];
  const nothing = new Float64Array(rows);
  const kernel = createKernel({
    rows,
    channels: [kernelChannel(scaled.channels[c])],
    target: nothing,
    mask: nothing,
    basis: new Float64Array(0),
    directions: 0,
    rowWeights: [],
  });
  const lane = kernel.laneOf[0];
  return ({ channels }, _, out) => {
    block.setParameters(channels[c]);
    copyLane({ kernel: whole, lane: block.lane }, { kernel, lane }, model.spec.channels[c].adstock.lMax);
    kernel.curves();
    for (let t = 0; t < out.length; t++)
      out[t] = targetScale * channels[c].beta * kernel.values[(leadIn + t) * kernel.lanes + lane];
  };
}

/**
 * What the KPI adds to its mean. The periods in the likelihood get the numbers that predictive checks use, so that the
 * bands people see are those whose coverage is told.
 */
export function noisePart(model: Posterior, seed: number): Part {
  const { targetScale } = model.scaled;
  if (!isMultiplicative(model)) return errorsByRow(model, seed, targetScale);
  const errors = errorsByRow(model, seed, 1);
  const mean = meanPart(model);
  const noise = noiseOf(model);
  const expected = new Float64Array(model.scaled.rows - model.scaled.leadIn);
  // The mean of e^(noise) is in what is expected already.
  return (point, index, out) => {
    errors(point, index, out);
    mean(point, index, expected);
    const half = 0.5 * noise.variance(point);
    for (let i = 0; i < out.length; i++) out[i] = expected[i] * expm1(out[i] - half);
  };
}

/**
 * What is expected of each period once the KPI of the training rows is known: correlated errors still act after the
 * last of them, and before the first.
 */
export function expectedPart(model: Posterior): Part {
  const mean = meanPart(model);
  const noise = noiseOf(model);
  if (noise.independent) return mean;
  const { leadIn, mask, target, targetScale } = model.scaled;
  const [first, last] = [mask.indexOf(1), mask.lastIndexOf(1)];
  return (point, index, out) => {
    mean(point, index, out);
    const whole = noise.variance(point);
    for (let i = 0; i < out.length; i++) {
      const t = leadIn + i;
      if (mask[t]) continue;
      const from = t > last ? last : first;
      const ahead = noise.ahead(point, target[from] - meanAt(model, point, from), Math.abs(t - from));
      if (isMultiplicative(model)) out[i] *= exp(ahead.mean - 0.5 * (whole - ahead.variance));
      else out[i] += targetScale * ahead.mean;
    }
  };
}

/** Noise by row in units of `unit`. Correlated errors go on from those of the first and the last period in the likelihood. */
function errorsByRow(model: Posterior, seed: number, unit: number): Part {
  const { leadIn, mask, rows, target } = model.scaled;
  const noise = noiseOf(model);
  const periods = Array.from({ length: rows - leadIn }, (_, i) => leadIn + i);
  const trained = periods.filter((t) => mask[t] === 1);
  const [first, last] = [trained[0], trained[trained.length - 1]];
  const runs = noise.independent
    ? [{ rows: periods.filter((t) => mask[t] === 0), from: last }]
    : [
        { rows: periods.filter((t) => t > last), from: last },
        { rows: periods.filter((t) => t < first).reverse(), from: first },
      ];
  const replicated = new Float64Array(trained.length);
  const beyond = runs.map((run) => new Float64Array(run.rows.length));
  return (point, index, out) => {
    const random = stream(seed, 0, purpose.predictive, index);
    const inUnits = { ...point, sigma: unit * point.sigma };
    noise.replicate(inUnits, random, replicated);
    for (const [i, t] of trained.entries()) out[t - leadIn] = replicated[i];
    if (!noise.independent) model.locateAt(point);
    for (const [r, run] of runs.entries()) {
      const left = noise.independent ? 0 : unit * (target[run.from] - meanAt(model, point, run.from));
      noise.goOn(inUnits, left, random, beyond[r]);
      for (const [i, t] of run.rows.entries()) out[t - leadIn] = beyond[r][i];
    }
  };
}
