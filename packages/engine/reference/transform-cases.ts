// Every adstock and saturation with parameters at several places, for tests of all of them alike.
import { defaultAdstock, defaultSaturation } from '../src/model/defaults.ts';
import type { Adstock, ChannelSpec, Saturation } from '../src/model/spec.ts';

/** Parameters as stated per week, in the order of the form. */
export const adstockCases: Readonly<Record<Adstock['kind'], readonly (readonly number[])[]>> = {
  geometric: [[0.03], [0.4], [0.93]],
  delayed: [
    [0.3, 0.4],
    [0.8, 2.6],
    [0.05, 1.1],
  ],
  weibull_pdf: [
    [2.1, 3.2],
    [4, 1.4],
    [1.2, 0.8],
  ],
  weibull_cdf: [
    [2.1, 2.3],
    [5, 0.7],
    [0.8, 1.5],
  ],
  binomial: [[0.15], [0.5], [0.9]],
  none: [[]],
};

export const saturationCases: Readonly<Record<Saturation['kind'], readonly (readonly number[])[]>> = {
  logistic: [[0.2], [3], [9]],
  inverse_scaled_logistic: [[0.2], [1.4]],
  hill: [
    [0.4, 0.6],
    [0.8, 2.7],
  ],
  tanh: [[0.3], [1.7]],
  michaelis_menten: [[0.1], [1.9]],
  root: [[0.2], [0.8]],
  hill_sigmoid: [
    [3.5, 0.5],
    [0.7, 1.8],
  ],
  log: [[]],
  none: [[]],
};

export const adstockKinds = Object.keys(adstockCases) as Adstock['kind'][];
export const saturationKinds = Object.keys(saturationCases) as Saturation['kind'][];

/** Several lags where the kind has any. */
export function adstockOf(kind: Adstock['kind'], change: Partial<Pick<Adstock, 'normalize'>> = {}): Adstock {
  return { ...defaultAdstock(kind, 'week'), ...change } as Adstock;
}

/** Only what the transforms read. */
export function curveSpec(
  adstock: Adstock,
  kind: Saturation['kind'],
  order: ChannelSpec['order'],
): Pick<ChannelSpec, 'adstock' | 'saturation' | 'order'> {
  return { adstock, saturation: defaultSaturation(kind, 'roi'), order };
}

/** The slope of `f` by its `i`-th argument, to the fourth order. */
export function slopeOf(f: (p: number[]) => number, at: readonly number[], i: number, h = 1e-4): number {
  const moved = (by: number) => f(at.map((value, j) => (j === i ? value + by : value)));
  return (8 * (moved(h) - moved(-h)) - (moved(2 * h) - moved(-2 * h))) / (12 * h);
}
