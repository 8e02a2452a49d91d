// The channels of a model as the kernel goes through them by itself, where all of them are of the commonest kinds.
import type { CoordinatesInput, LaneCoordinates, LaneTable } from '../kernel/coordinates.ts';
import { tableOf } from '../priors/coordinate.ts';
import { distribution } from '../priors/distribution.ts';
import { meanInput } from './curve.ts';
import { effectScale } from './effect.ts';
import { statesAmplitude } from './parameters.ts';
import type { ScaledChannel, ScaledData } from './scaled.ts';
import { sizeNumerator } from './size-numerator.ts';
import type { Prior, Spec } from './spec.ts';

/** Undefined where a channel needs more than that, or where not all sizes are of one kind. A position's channels begin at `first`. */
export function laneCoordinates(
  { liftTests = [] }: Spec,
  data: ScaledData,
  first: number,
): CoordinatesInput | undefined {
  if (data.weeksPerPeriod !== 1 || liftTests.length > 0) return undefined;
  const found = data.channels.map((channel) => ofChannel(channel, data));
  const channels = found.filter((channel) => channel !== undefined);
  const kinds = new Set(channels.map(({ size }) => size.kind));
  return channels.length === found.length && kinds.size === 1 ? { first, channels } : undefined;
}

function ofChannel(channel: ScaledChannel, data: ScaledData): LaneCoordinates | undefined {
  const { adstock, saturation, order } = channel.spec;
  if (order !== 'adstock_first' || adstock.kind !== 'geometric' || saturation.kind !== 'logistic')
    return undefined;
  if (!adstock.normalize) return undefined;
  const carry = tableOf(adstock.priors.alpha);
  const rate = positive(saturation.priors.lam);
  const size = statesAmplitude(channel.spec) ? effect(channel, data) : total(channel, data);
  if (carry.scale.kind !== 'interval' || carry.scale.from < 0 || !rate || !size) return undefined;
  const { from: low, width } = carry.scale;
  return { lags: adstock.lMax, carry: { ...carry, low, width }, rate, size };
}

function positive(prior: Prior): LaneTable | undefined {
  const table = tableOf(prior);
  return table.scale.kind === 'positive' ? table : undefined;
}

function effect(channel: ScaledChannel, data: ScaledData): LaneCoordinates['size'] | undefined {
  const { prior } = channel.spec.size;
  const mean = meanInput(channel, data);
  if (prior.family !== 'half_normal' || !(mean > 0)) return undefined;
  const constant = distribution(prior).logDensity(0);
  return { kind: 'effect', mean, scale: effectScale(channel, data), sd: prior.sd, constant };
}

/** Of the whole channel over the training rows: what it brings in another way is no sum of its own curve. */
function total(channel: ScaledChannel, data: ScaledData): LaneCoordinates['size'] | undefined {
  const { size } = channel.spec;
  const table = positive(size.prior);
  if (size.kind === 'mroi' || channel.window || !table) return undefined;
  return { kind: 'total', ...table, numerator: sizeNumerator(channel, data) };
}
