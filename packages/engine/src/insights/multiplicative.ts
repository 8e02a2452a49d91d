// The multiplicative model in KPI units: what a draw expects, what would be missing without a part, and each part's share.
//
// With y* = log(y/k), log-mean mu = b + Σ h + Σ m (baseline, treatments, media) and noise of variance v, a period is
// expected at ŷ = k·exp(mu + v/2), and at B = k·exp(b + v/2) without treatments and media. Two quantities (METHOD §6):
// incremental, ŷ(1 − e^{−m}), is what would be missing without the part and does not add up; attributed, L·m with the
// logarithmic mean L = (ŷ − B)/(log ŷ − log B), adds up to ŷ − B whatever the signs (Ang, LMDI, 2004).
import type { Posterior } from '../model/posterior.ts';
import { exp, expm1 } from '../numeric/elementary.ts';
import { noiseOf } from './noise.ts';

/** The located draw, period by period, lead-in included; all in KPI units. */
export interface Multiplied {
  /** ŷ */
  readonly expected: Float64Array;
  /** B */
  readonly baseline: Float64Array;
  /** L: what one unit on the log scale is worth of the difference between the two. */
  readonly worth: Float64Array;
  /** From a model that is located; `linear` are the draw's coefficients. */
  update(linear: Float64Array): void;
}

export function multiplied(model: Posterior): Multiplied {
  const { rows, columns, treatments, targetScale } = model.scaled;
  const noise = noiseOf(model);
  const firstTreatment = columns.length - treatments.length;
  const [expected, baseline, worth] = [0, 1, 2].map(() => new Float64Array(rows));
  return {
    expected,
    baseline,
    worth,
    update(linear) {
      const half = 0.5 * noise.variance({ sigma: model.sigma(), own: model.own.values });
      for (let t = 0; t < rows; t++) {
        let base = half;
        for (let i = 0; i < firstTreatment; i++) base += linear[i] * columns[i].values[t];
        let added = 0;
        for (let i = firstTreatment; i < columns.length; i++) added += linear[i] * columns[i].values[t];
        for (let c = 0; c < model.channels.length; c++) added += mediaAt(model, c, t);
        baseline[t] = targetScale * exp(base);
        expected[t] = targetScale * exp(base + added);
        worth[t] = baseline[t] * growthPerUnit(added);
      }
    },
  };
}

/** m of channel `c` in period `t`, as the model was last located. */
export function mediaAt({ kernel, channels }: Posterior, c: number, t: number): number {
  const { lane } = channels[c];
  return kernel.amplitude[lane] * kernel.values[t * kernel.lanes + lane];
}

/** (e^s − 1)/s, 1 at 0. */
function growthPerUnit(s: number): number {
  return s === 0 ? 1 : expm1(s) / s;
}

/** ŷ − ŷ·e^{−m}: what would be missing without an effect of m. */
export function missingWithout(expected: number, m: number): number {
  return -expected * expm1(-m);
}

export function isMultiplicative({ spec }: Pick<Posterior, 'spec'>): boolean {
  return spec.likelihood.link === 'log';
}

/**
 * What is expected without channel `c` in each of `rows` periods: after the last one measured, the mean over the
 * measured periods, because neither baseline nor other media are known there.
 */
export function levelWithout(model: Posterior, { expected }: Multiplied, c: number, out: Float64Array): void {
  const { rows, mask, trainingRows } = model.scaled;
  let sum = 0;
  for (let t = 0; t < rows; t++) {
    out[t] = expected[t] * exp(-mediaAt(model, c, t));
    sum += mask[t] * out[t];
  }
  out.fill(sum / trainingRows, rows);
}
