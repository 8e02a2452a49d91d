// A prior in plain words and back: "around 1.2, seldom more than 6.5" is a log-normal, "1 %, give or take 1" a beta.
import { z97 } from '@mixmodel/report';
import type { Prior } from './draft.ts';

/** What a log-normal is typed as; `seldom` has 3 % above it. */
export interface Around {
  readonly around: number;
  readonly seldom: number;
}

/** What a beta is typed as, both between 0 and 1. */
export interface GiveOrTake {
  readonly mean: number;
  readonly spread: number;
}

export function aroundOf({ mu, sigma }: Extract<Prior, { family: 'log_normal' }>): Around {
  return { around: Math.exp(mu), seldom: Math.exp(mu + z97 * sigma) };
}

/** Null where the two numbers are not a range above zero. */
export function logNormalOf({ around, seldom }: Around): Prior | null {
  if (!(around > 0 && seldom > around && Number.isFinite(seldom))) return null;
  return {
    family: 'log_normal',
    mu: shortest(Math.log(around)),
    sigma: shortest(Math.log(seldom / around) / z97),
  };
}

export function giveOrTakeOf({ alpha, beta }: Extract<Prior, { family: 'beta' }>): GiveOrTake {
  const total = alpha + beta;
  return { mean: alpha / total, spread: Math.sqrt((alpha * beta) / (total * total * (total + 1))) };
}

/** Null where no beta has that mean and spread. */
export function betaOf({ mean, spread }: GiveOrTake): Prior | null {
  const total = (mean * (1 - mean)) / (spread * spread) - 1;
  if (!(mean > 0 && mean < 1 && spread > 0 && total > 0)) return null;
  return { family: 'beta', alpha: shortest(mean * total), beta: shortest((1 - mean) * total) };
}

/** A half-normal stays below this with 97 %: the two-sided 94 % point. */
export function seldomOfHalfNormal(sd: number): number {
  return 2.1700903775845606 * sd;
}

export function halfNormalOf(seldom: number): Prior | null {
  return seldom > 0 && Number.isFinite(seldom)
    ? { family: 'half_normal', sd: shortest(seldom / 2.1700903775845606) }
    : null;
}

/** Six digits are more than anyone types, and few enough to read. */
function shortest(value: number): number {
  return Number(value.toPrecision(6));
}
