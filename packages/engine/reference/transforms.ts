// The transforms' slow, obvious twins: each formula as docs/method writes it, with Math functions, value by value.
import type { Adstock, ChannelSpec, Saturation } from '../src/model/spec.ts';

/** Weights by lag at parameters stated per week; a period has `weeks` weeks. */
export function slowWeights(adstock: Adstock, stated: readonly number[], weeks: number): number[] {
  const lags = Array.from({ length: adstock.lMax }, (_, s) => s);
  const raw = lags.map((s) => slowWeight(adstock, stated, weeks, s));
  const weights = adstock.kind === 'weibull_pdf' ? stretched(raw) : raw;
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((w) => (adstock.normalize ? w / sum : w));
}

function slowWeight(adstock: Adstock, [first, second]: readonly number[], weeks: number, s: number): number {
  switch (adstock.kind) {
    case 'geometric':
      return (first ** weeks) ** s;
    case 'delayed':
      return (first ** (weeks * weeks)) ** ((s - second / weeks) ** 2);
    case 'weibull_pdf': {
      const [lam, k, x] = [first / weeks, second, s + 1];
      return (k / lam) * (x / lam) ** (k - 1) * Math.exp(-((x / lam) ** k));
    }
    case 'weibull_cdf': {
      let kept = 1;
      for (let r = 1; r <= s; r++) kept *= Math.exp(-((r / (first / weeks)) ** second));
      return kept;
    }
    case 'binomial':
      return (1 - s / (adstock.divisor === 'l_max' ? adstock.lMax : adstock.lMax + 1)) ** (1 / first - 1);
    case 'none':
      return s === 0 ? 1 : 0;
  }
}

function stretched(weights: readonly number[]): number[] {
  const [low, high] = [Math.min(...weights), Math.max(...weights)];
  return weights.map((w) => (w - low) / (high - low));
}

/** f(x); `unit` is what a scaled unit of input is in its own units. */
export function slowSaturation(
  kind: Saturation['kind'],
  x: number,
  [first, second]: readonly number[],
  unit = 1,
): number {
  if (x === 0) return 0;
  switch (kind) {
    case 'logistic':
      return (1 - Math.exp(-first * x)) / (1 + Math.exp(-first * x));
    case 'inverse_scaled_logistic':
      return slowSaturation('logistic', x, [Math.log(3) / first]);
    case 'hill':
      return x ** second / (first ** second + x ** second);
    case 'tanh':
      return Math.tanh(x / first);
    case 'michaelis_menten':
      return x / (first + x);
    case 'root':
      return x ** first;
    case 'hill_sigmoid':
      return 1 / (1 + Math.exp(-first * (x - second))) - 1 / (1 + Math.exp(first * second));
    case 'log':
      return Math.log(1 + unit * x);
    case 'none':
      return x;
  }
}

/** A channel's transforms and where they stand. */
export interface SlowCurve {
  readonly channel: Pick<ChannelSpec, 'adstock' | 'saturation' | 'order'>;
  readonly adstock: readonly number[];
  readonly shapes: readonly number[];
  readonly weeks?: number;
  readonly unit?: number;
}

/** The whole curve over `input`, row by row. */
export function slowCurve(curve: SlowCurve, input: ArrayLike<number>): number[] {
  const { channel, adstock, shapes, weeks = 1, unit = 1 } = curve;
  const weights = slowWeights(channel.adstock, adstock, weeks);
  const f = (x: number) => slowSaturation(channel.saturation.kind, x, shapes, unit);
  const x = Array.from(input);
  const carry = (values: readonly number[]) =>
    values.map((_, t) => weights.reduce((sum, w, s) => sum + w * (values[t - s] ?? 0), 0));
  return channel.order === 'adstock_first' ? carry(x).map(f) : carry(x.map(f));
}
