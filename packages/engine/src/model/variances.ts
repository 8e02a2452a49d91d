// Prior standard deviations of coefficients drawn from N(mean, sd), fixed or learned, and what learns from them.
import type { BaselineColumn } from '../baseline/column.ts';
import type { LearnedScale } from '../baseline/learned-scale.ts';
import { exp, log } from '../numeric/elementary.ts';
import type { OwnParameter } from './own-parameters.ts';
import type { Prior } from './spec.ts';

/** A linear column and its index among all of them. */
export interface PlacedColumn {
  readonly index: number;
  readonly column: BaselineColumn;
}

export interface Variances {
  /** What the learned ones learn from, in the order of `update`'s values. */
  readonly parameters: readonly OwnParameter[];
  readonly means: Float64Array;
  /** By column, at the last `update`. */
  readonly sds: Float64Array;
  update(values: Float64Array): void;
  /** Adds to the parameters' slopes what follows from those by each log variance. */
  pass(byLogVariance: Float64Array, slopes: Float64Array): void;
}

/** One column whose variance is learned: its scale's parameters begin at `first`. */
interface Learned {
  readonly at: number;
  readonly scale: LearnedScale;
  readonly index: number;
  readonly first: number;
  readonly slopes: Float64Array;
}

export function variancesOf(columns: readonly PlacedColumn[]): Variances {
  const parameters: OwnParameter[] = [];
  const firsts = new Map<LearnedScale, number>();
  const learned: Learned[] = [];
  const sds = new Float64Array(columns.length);
  for (const [at, { index: place, column }] of columns.entries()) {
    if (column.prior.family === 'normal') sds[at] = column.prior.sd;
    const found = learnedScale(column);
    if (!found) continue;
    const { scale, index, own } = found;
    const first = firsts.get(scale) ?? parameters.length;
    if (!firsts.has(scale))
      parameters.push(...scale.parameters.map((p) => ({ ...p, ...(own ? { column: place } : {}) })));
    firsts.set(scale, first);
    learned.push({ at, scale, index, first, slopes: new Float64Array(scale.parameters.length) });
  }
  return {
    parameters,
    means: Float64Array.from(columns, ({ column }) => meanOf(column)),
    sds,
    update(values) {
      for (const { at, scale, index, first, slopes } of learned) {
        const own = values.subarray(first, first + slopes.length);
        sds[at] = exp(0.5 * scale.logVariance(own, index, slopes));
      }
    },
    pass(byLogVariance, out) {
      for (const { at, first, slopes } of learned)
        for (let i = 0; i < slopes.length; i++) out[first + i] += byLogVariance[at] * slopes[i];
    },
  };
}

/** The mean of the normal a coefficient is drawn from. */
function meanOf({ prior }: BaselineColumn): number {
  if (prior.family === 'normal') return prior.mean;
  return prior.family === 'laplace' || prior.family === 'student_t' ? prior.location : 0;
}

/** The scale a column learns its variance from; `own` where no other column shares it. */
function learnedScale({
  prior,
  variable,
}: BaselineColumn): { scale: LearnedScale; index: number; own: boolean } | undefined {
  if (prior.family === 'learned') return { scale: prior.scale, index: prior.index, own: false };
  const variance = varianceOfMixture(prior);
  if (!variance) return undefined;
  const scale: LearnedScale = {
    parameters: [{ variable: `${variable}_variance`, prior: variance }],
    logVariance(values, _, slopes) {
      slopes[0] = 1 / values[0];
      return log(values[0]);
    },
  };
  return { scale, index: 0, own: true };
}

/** Laplace and Student-t as normals whose variance has a distribution of its own (Andrews & Mallows 1974). */
function varianceOfMixture(prior: Prior): Prior | undefined {
  switch (prior.family) {
    case 'laplace':
      return { family: 'exponential', rate: 1 / (2 * prior.b * prior.b) };
    case 'student_t':
      return {
        family: 'inverse_gamma',
        shape: prior.nu / 2,
        scale: (prior.nu * prior.scale * prior.scale) / 2,
      };
    default:
      return undefined;
  }
}
