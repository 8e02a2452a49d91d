// What a channel brings under other inputs, the slow way: every period by direct convolution, no kernel.
import { daysPerPeriod, type ModelData } from '../src/model/data.ts';
import type { ParameterPoint } from '../src/model/posterior.ts';
import { scaleData } from '../src/model/scaled.ts';
import type { Spec } from '../src/model/spec.ts';
import { slowCurve } from './transforms.ts';

export interface ChannelAt {
  readonly spec: Spec;
  readonly data: ModelData;
  readonly point: ParameterPoint;
  readonly c: number;
}

/** β·sat(adstock(x'))_t in KPI units, period by period, of the scaled input x' that `change` makes. */
export function slowContribution(
  { spec, data, point, c }: ChannelAt,
  change: (x: number, t: number) => number,
): number[] {
  const { channels, targetScale } = scaleData(spec, data);
  const { input, scale } = channels[c];
  const { adstock, shapes, beta } = point.channels[c];
  const weeks = daysPerPeriod[data.period] / 7;
  const curve = { channel: spec.channels[c], adstock, shapes, weeks, unit: scale };
  return Array.from(slowCurve(curve, input.map(change)), (s) => targetScale * beta * s);
}

/** F of METHOD §5 times β: its worth over the training rows. */
export function slowTotal(channel: ChannelAt, change: (x: number, t: number) => number): number {
  const { mask, revenue } = scaleData(channel.spec, channel.data);
  return slowContribution(channel, change).reduce((sum, value, t) => sum + mask[t] * revenue[t] * value, 0);
}
