// The noise a spec assumes, at a draw: replicates of it, its variance, and what of residuals is new in each period.
import type { ParameterPoint, Posterior } from '../model/posterior.ts';
import { expm1, log } from '../numeric/elementary.ts';
import type { Stream } from '../numeric/random.ts';

/** All in scaled units; rows follow each other without a gap where errors are correlated. */
export interface Noise {
  /** Of one period, whatever came before. */
  variance(point: Pick<ParameterPoint, 'sigma' | 'own'>): number;
  /** One replicate of the noise of `out.length` neighbouring rows. */
  replicate(point: ParameterPoint, random: Stream, out: Float64Array): void;
  /** The noise of the rows after one whose error was `last`, or before it: AR(1) reads alike both ways. */
  goOn(point: ParameterPoint, last: number, random: Stream, out: Float64Array): void;
  /** Mean and variance of the error `periods` away from one that was `last`. */
  ahead(
    point: ParameterPoint,
    last: number,
    periods: number,
  ): { readonly mean: number; readonly variance: number };
  /** Of errors, what is not carried over from the row before; in place. */
  innovations(point: ParameterPoint, errors: Float64Array): void;
  /** Whether innovations are the errors themselves. */
  readonly independent: boolean;
}

export function noiseOf({ spec, own }: Pick<Posterior, 'spec' | 'own'>): Noise {
  const { family, errors } = spec.likelihood;
  const at = (variable: string) => own.list.findIndex((parameter) => parameter.variable === variable);
  if (errors === 'ar1') return autoregressive(at('y_rho'));
  return family === 'student_t' ? studentT(at('y_nu')) : normal;
}

const normal: Noise = {
  variance: ({ sigma }) => sigma * sigma,
  replicate({ sigma }, random, out) {
    for (let i = 0; i < out.length; i++) out[i] = sigma * random.normal();
  },
  goOn: (point, _, random, out) => normal.replicate(point, random, out),
  ahead: (point) => ({ mean: 0, variance: normal.variance(point) }),
  innovations() {
    // Every error is new.
  },
  independent: true,
};

/** Variance σ²·ν/(ν − 2). */
function studentT(at: number): Noise {
  const noise: Noise = {
    variance(point) {
      const nu = ownValue(point, at);
      return (point.sigma * point.sigma * nu) / (nu - 2);
    },
    replicate(point, random, out) {
      const nu = ownValue(point, at);
      for (let i = 0; i < out.length; i++) out[i] = point.sigma * drawStudentT(nu, random);
    },
    goOn: (point, _, random, out) => noise.replicate(point, random, out),
    ahead: (point) => ({ mean: 0, variance: noise.variance(point) }),
    innovations() {
      // Every error is new.
    },
    independent: true,
  };
  return noise;
}

/** e_1 ~ N(0, σ²/(1 − ρ²)), e_t = ρ·e_{t−1} + σ·z_t: the same variance in every row (METHOD §6). */
function autoregressive(at: number): Noise {
  return {
    variance(point) {
      const rho = ownValue(point, at);
      return (point.sigma * point.sigma) / (1 - rho * rho);
    },
    replicate(point, random, out) {
      const rho = ownValue(point, at);
      const first = point.sigma / Math.sqrt(1 - rho * rho);
      for (let i = 0; i < out.length; i++)
        out[i] = i === 0 ? first * random.normal() : rho * out[i - 1] + point.sigma * random.normal();
    },
    goOn(point, last, random, out) {
      const rho = ownValue(point, at);
      for (let i = 0; i < out.length; i++)
        out[i] = rho * (i === 0 ? last : out[i - 1]) + point.sigma * random.normal();
    },
    ahead(point, last, periods) {
      const rho = ownValue(point, at);
      let kept = 1;
      for (let i = 0; i < periods; i++) kept *= rho;
      const variance = (point.sigma * point.sigma * (1 - kept * kept)) / (1 - rho * rho);
      return { mean: kept * last, variance };
    },
    innovations(point, errors) {
      const rho = ownValue(point, at);
      for (let i = errors.length - 1; i > 0; i--) errors[i] -= rho * errors[i - 1];
      errors[0] *= Math.sqrt(1 - rho * rho);
    },
    independent: false,
  };
}

function ownValue({ own }: Pick<ParameterPoint, 'own'>, at: number): number {
  if (!own) throw new Error('a point of this model has its own parameters');
  return own[at];
}

/** R. W. Bailey, Polar generation of random variates with the t-distribution (1994). */
function drawStudentT(nu: number, random: Stream): number {
  for (;;) {
    const u = 2 * random.uniform() - 1;
    const v = 2 * random.uniform() - 1;
    const w = u * u + v * v;
    if (w < 1 && w > 0) return u * Math.sqrt((nu * expm1((-2 / nu) * log(w))) / w);
  }
}
