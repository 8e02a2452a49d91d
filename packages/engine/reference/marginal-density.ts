// The slow twin of the collapsed posterior: dense covariance, direct convolution, Math functions, no coordinates.
import { daysPerPeriod, type ModelData } from '../src/model/data.ts';
import type { ParameterPoint } from '../src/model/posterior.ts';
import { scaleData } from '../src/model/scaled.ts';
import type { Spec } from '../src/model/spec.ts';
import { slowCurve } from './transforms.ts';

/** log N(y*; Zm + Sβ, σ²I + Z V Zᵀ) over the training rows, constants included. */
export function marginalLogLikelihood(spec: Spec, data: ModelData, point: ParameterPoint): number {
  const scaled = scaleData(spec, data);
  const rows = Array.from(scaled.mask.keys()).filter((t) => scaled.mask[t] === 1);
  const residual = rows.map((t) => {
    let e = scaled.target[t];
    for (const column of scaled.columns) e -= column.prior.mean * column.values[t];
    for (const [c, channel] of point.channels.entries()) e -= channel.beta * curveAt(spec, data, point, c, t);
    return e;
  });
  const covariance = rows.map((t, i) =>
    rows.map((u, j) => {
      let sum = i === j ? point.sigma * point.sigma : 0;
      for (const { values, prior } of scaled.columns) sum += values[t] * prior.sd * prior.sd * values[u];
      return sum;
    }),
  );
  return gaussianLogDensity(residual, covariance);
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

function gaussianLogDensity(x: number[], covariance: number[][]): number {
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
