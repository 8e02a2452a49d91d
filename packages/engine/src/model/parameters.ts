// The parameters of a channel's curve by the names under which they are stored: PyMC-Marketing's for its kind.
import { adstockForm } from '../transforms/adstock/adstock.ts';
import { saturationForm } from '../transforms/saturation/saturation.ts';
import type { ChannelSpec, Prior } from './spec.ts';

export interface CurveParameter {
  /** `adstock_alpha` */
  readonly variable: string;
  readonly prior: Prior;
  /** Whether it is stated per unit of amplitude: the curve's own parameter is this times β. */
  readonly perAmplitude: boolean;
}

/** Of the adstock, then of the saturation, as a point's parameters stand. */
export interface CurveParameters {
  readonly adstock: readonly CurveParameter[];
  readonly shapes: readonly CurveParameter[];
}

export function curveParameters(channel: ChannelSpec): CurveParameters {
  const { adstock, saturation } = channel;
  const carried: Readonly<Record<string, Prior | undefined>> = { ...adstock.priors };
  const shaped: Readonly<Record<string, Prior | undefined>> = { ...saturation.priors };
  const names = statesCost(channel)
    ? ['c']
    : saturationForm(saturation.kind, 1).parameters.map(({ name }) => name);
  const stated = (part: string, priors: typeof carried) => (name: string) => {
    const prior = priors[name];
    if (!prior) throw new Error(`channel ${channel.column} has no prior of ${part}_${name}`);
    return { variable: `${part}_${name}`, prior, perAmplitude: name === 'c' };
  };
  return {
    adstock: adstockForm(adstock).parameters.map(({ name }) => stated('adstock', carried)(name)),
    shapes: names.map(stated('saturation', shaped)),
  };
}

/** Whether a tanh curve is stated as b·tanh(x/(b·c)), c the cost of a first unit of effect. */
export function statesCost({ saturation, size }: Pick<ChannelSpec, 'saturation' | 'size'>): boolean {
  return saturation.kind === 'tanh' && size.kind === 'coefficient';
}

/** What multiplies the curve: `saturation_beta`, or what PyMC-Marketing calls it for this kind. */
export function amplitudeVariable({ saturation }: Pick<ChannelSpec, 'saturation'>): string {
  return `saturation_${saturationForm(saturation.kind, 1).amplitude}`;
}

/** Whether the size is β itself, in scaled units. */
export function statesAmplitude({ size }: Pick<ChannelSpec, 'size'>): boolean {
  return size.kind === 'coefficient' || size.kind === 'spend_share';
}
