// The unbounded scales that priors are looked at on: x = x(t) for every real t, and back.
import { exp, log, log1p } from '../numeric/elementary.ts';
import type { Support } from './distribution.ts';

/** A support as numbers: `from` is the low, high or middle of it, `width` its width or scale. */
export interface Scale {
  readonly kind: Support['kind'];
  readonly from: number;
  readonly width: number;
}

export function scaleOf(support: Support): Scale {
  const { kind } = support;
  switch (kind) {
    case 'interval':
      return { kind, from: support.low, width: support.high - support.low };
    case 'above':
      return { kind, from: support.low, width: 1 };
    case 'below':
      return { kind, from: support.high, width: 1 };
    case 'heavy_tailed':
      return { kind, from: support.centre, width: support.scale };
    default:
      return { kind, from: 0, width: 1 };
  }
}

/** Writes x(t) and dx/dt into `x` and `slope`; returns the derivative of log dx/dt. */
export function onScale({ kind, from, width }: Scale, t: number, out: { x: number; slope: number }): number {
  switch (kind) {
    case 'real':
      out.x = t;
      out.slope = 1;
      return 0;
    case 'positive':
      out.x = exp(t);
      out.slope = out.x;
      return 1;
    case 'interval': {
      // A logistic, kept strictly inside so that log x and log(1 − x) stay finite.
      const e = exp(t > 0 ? -t : t);
      const small = e / (1 + e);
      const p = t > 0 ? 1 - small : small;
      out.x = from + width * (p < 1 ? p : 1 - 1.1102230246251565e-16);
      out.slope = width * small * (1 - small);
      return t > 0 ? 2 * small - 1 : 1 - 2 * small;
    }
    case 'above':
      out.slope = exp(t);
      out.x = from + out.slope;
      return 1;
    case 'below':
      out.slope = exp(-t);
      out.x = from - out.slope;
      return -1;
    case 'heavy_tailed': {
      const [up, down] = [exp(t), exp(-t)];
      out.x = from + (width * (up - down)) / 2;
      out.slope = (width * (up + down)) / 2;
      return (up - down) / (up + down);
    }
  }
}

/** log dx/dt. */
export function logSlopeOnScale({ kind, width }: Scale, t: number): number {
  switch (kind) {
    case 'real':
      return 0;
    case 'positive':
    case 'above':
      return t;
    case 'below':
      return -t;
    case 'interval':
      return log(width) - Math.abs(t) - 2 * log1p(exp(-Math.abs(t)));
    case 'heavy_tailed':
      return log(width) + log((exp(t) + exp(-t)) / 2);
  }
}

/** t, dt/dx and d²t/dx² at x: one object, overwritten by every call. */
const back = { t: 0, slope: 0, curvature: 0 };

export function offScale({ kind, from, width }: Scale, x: number): Readonly<typeof back> {
  switch (kind) {
    case 'real':
      return setBack(x, 1, 0);
    case 'positive':
    case 'above':
      return setBack(log(x - from), 1 / (x - from), -1 / ((x - from) * (x - from)));
    case 'below':
      return setBack(-log(from - x), 1 / (from - x), 1 / ((from - x) * (from - x)));
    case 'interval': {
      const [low, high] = [x - from, from + width - x];
      return setBack(log(low) - log(high), 1 / low + 1 / high, 1 / (high * high) - 1 / (low * low));
    }
    case 'heavy_tailed': {
      const u = (x - from) / width;
      const root = Math.sqrt(u * u + 1);
      const size = log(Math.abs(u) + root);
      return setBack(u < 0 ? -size : size, 1 / (width * root), -u / (width * width * root * root * root));
    }
  }
}

function setBack(t: number, slope: number, curvature: number): Readonly<typeof back> {
  back.t = t;
  back.slope = slope;
  back.curvature = curvature;
  return back;
}
