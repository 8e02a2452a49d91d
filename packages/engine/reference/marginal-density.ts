// The slow twin of the collapsed posterior: dense covariance, direct convolution, Math functions, no coordinates.
import type { BaselineColumn } from '../src/baseline/column.ts';
import { daysPerPeriod, type ModelData } from '../src/model/data.ts';
import type { ParameterPoint } from '../src/model/posterior.ts';
import { scaleData } from '../src/model/scaled.ts';
import type { Spec } from '../src/model/spec.ts';
import { slowCurve } from './transforms.ts';

/** A parameter of the point by its name: `trend_delta_scale`, or `gamma_control_variance` of one column. */
export type OwnValue = (variable: string, column?: number) => number;

/** log N(y*; Zm + Sβ + sampled columns, noise + Z V Zᵀ) over the training rows, constants included. */
export function marginalLogLikelihood(
  spec: Spec,
  data: ModelData,
  point: ParameterPoint,
  own: OwnValue = () => Number.NaN,
): number {
  const scaled = scaleData(spec, data);
  const rows = Array.from(scaled.mask.keys()).filter((t) => scaled.mask[t] === 1);
  const columns = scaled.columns.map((column, i) => ({
    values: column.values,
    ...coefficientPrior(column, i, own, data),
  }));
  const residual = rows.map((t) => {
    let e = scaled.target[t];
    for (const [i, { values, mean, variance }] of columns.entries())
      e -= (variance === null ? point.linear[i] : mean) * values[t];
    for (const [c, channel] of point.channels.entries()) e -= channel.beta * curveAt(spec, data, point, c, t);
    return e;
  });
  const covariance = rows.map((t) =>
    rows.map((u) => {
      let sum = noiseCovariance(spec, point.sigma, own, Math.abs(u - t));
      for (const { values, variance } of columns) sum += values[t] * (variance ?? 0) * values[u];
      return sum;
    }),
  );
  return gaussianLogDensity(residual, covariance);
}

/** Of two errors `apart` periods apart: AR(1) with innovations of sd σ, or none but with itself. */
function noiseCovariance({ likelihood }: Spec, sigma: number, own: OwnValue, apart: number): number {
  if (likelihood.errors === 'independent') return apart === 0 ? sigma * sigma : 0;
  const rho = own('y_rho');
  return (sigma * sigma * rho ** apart) / (1 - rho * rho);
}

/** Mean and variance of a coefficient that is integrated out; variance null for one that is sampled. */
function coefficientPrior(
  { prior, variable, label }: BaselineColumn,
  index: number,
  own: OwnValue,
  data: ModelData,
): { mean: number; variance: number | null } {
  switch (prior.family) {
    case 'normal':
      return { mean: prior.mean, variance: prior.sd ** 2 };
    case 'laplace':
    case 'student_t':
      return { mean: prior.location, variance: own(`${variable}_variance`, index) };
    case 'learned':
      return {
        mean: 0,
        variance:
          variable === 'trend_delta'
            ? own('trend_delta_scale') ** 2
            : maternVariance(Number(label.split('_')[1]), own, data),
      };
    default:
      return { mean: 0, variance: null };
  }
}

/** METHOD §2: s(jπ/2B) with B = 1.5 times the half-range in years. */
function maternVariance(j: number, own: OwnValue, { dates, leadIn }: ModelData): number {
  const boundary = (1.5 * (dates[dates.length - 1] - dates[leadIn])) / 2 / 365.25;
  const omega = (j * Math.PI) / (2 * boundary);
  const [eta, ell] = [own('trend_gp_amplitude'), own('trend_gp_length')];
  return (eta ** 2 * (16 / 3) * 5 ** 2.5 * (5 / ell ** 2 + omega ** 2) ** -3) / ell ** 5;
}

/** The curve of channel `c` in period `t` by direct convolution. */
export function curveAt(spec: Spec, data: ModelData, point: ParameterPoint, c: number, t: number): number {
  const { input, scale } = scaleData(spec, data).channels[c];
  const { adstock, shapes } = point.channels[c];
  const curve = {
    channel: spec.channels[c],
    adstock,
    shapes,
    weeks: daysPerPeriod[data.period] / 7,
    unit: scale,
  };
  // Lags reach back, never forward.
  const first = Math.max(0, t - spec.channels[c].adstock.lMax + 1);
  return slowCurve(curve, input.subarray(first, t + 1))[t - first];
}

export function gaussianLogDensity(x: number[], covariance: number[][]): number {
  const n = x.length;
  const l = covariance.map((row) => row.slice());
  let logDeterminant = 0;
  let quadratic = 0;
  const u = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = covariance[i][j];
      for (let k = 0; k < j; k++) sum -= l[i][k] * l[j][k];
      l[i][j] = i === j ? Math.sqrt(sum) : sum / l[j][j];
    }
    let sum = x[i];
    for (let k = 0; k < i; k++) sum -= l[i][k] * u[k];
    u[i] = sum / l[i][i];
    logDeterminant += 2 * Math.log(l[i][i]);
    quadratic += u[i] * u[i];
  }
  return -0.5 * (logDeterminant + quadratic + n * Math.log(2 * Math.PI));
}
