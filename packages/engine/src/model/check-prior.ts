// Whether a prior is a distribution, can be computed with, and stays where its parameter must.
import { coordinate } from '../priors/coordinate.ts';
import { boundsOf, distribution } from '../priors/distribution.ts';
import type { Problem } from '../problem.ts';
import type { Prior } from './spec.ts';

/** What a parameter may be. */
export type Where = 'fraction' | 'positive' | 'real' | 'noise';

/** What is wrong with `prior` for a parameter that lies in `where`, or nothing. */
export function priorProblem(prior: Prior, path: string, where: Where): Problem | undefined {
  const { family } = prior;
  const improper = improperPart(prior);
  if (improper) return { code: 'prior_parameter', path: `${path}.${improper}`, facts: { family } };
  if (!isUsable(prior) || (where === 'noise' && isNoiseless(prior)))
    return { code: 'prior_extreme', path, facts: { family } };
  if (fits(prior, where)) return undefined;
  return {
    code: 'prior_support',
    path,
    facts: { family, choices: families[where === 'noise' ? 'positive' : where] },
  };
}

/** Families that can stay where a parameter must; anything is a real number. */
const families: Readonly<Record<Exclude<Where, 'noise'>, readonly Prior['family'][]>> = {
  real: [],
  fraction: ['beta', 'uniform', 'truncated_normal'],
  positive: [
    'half_normal',
    'log_normal',
    'gamma',
    'beta',
    'uniform',
    'truncated_normal',
    'inverse_gamma',
    'exponential',
  ],
};

/** The largest number that is a parameter of anything, in whatever unit. */
const LARGEST = 1e15;

/** σ in scaled units, where the KPI is 1 at most: less than this is no noise, and the density has no width to move in. */
const LEAST_NOISE = 1e-6;

function isNoiseless(prior: Prior): boolean {
  const at = coordinate(prior);
  at.at(4);
  return at.x < LEAST_NOISE;
}

/** A prior so concentrated, so wide or so far out that its quantiles leave the range of doubles cannot be sampled. */
function isUsable(prior: Prior): boolean {
  const at = coordinate(prior);
  at.at(0);
  if (Math.abs(at.x) > LARGEST) return false;
  return [-8, -4, 0, 4, 8].every((z) => {
    at.at(z);
    return at.slope > 0 && [at.x, at.slope, at.logDensity, at.logDensitySlope].every(Number.isFinite);
  });
}

function fits(prior: Prior, where: Where): boolean {
  if (where === 'real') return true;
  const { low, high } = boundsOf(distribution(prior).support);
  return low >= 0 && (where !== 'fraction' || high <= 1);
}

/** Parameters that may be any number; all others must be above 0. */
const locations: Readonly<Partial<Record<Prior['family'], readonly string[]>>> = {
  normal: ['mean'],
  log_normal: ['mu'],
  uniform: ['low', 'high'],
  truncated_normal: ['mean', 'low', 'high'],
  student_t: ['location'],
  laplace: ['location'],
};

/** Name of the first parameter that makes the prior no distribution, or nothing. */
export function improperPart(prior: Prior): string | undefined {
  const parameters = Object.entries(prior).flatMap(([name, value]): [string, number][] =>
    name === 'family' || value === undefined ? [] : [[name, Number(value)]],
  );
  const infinite = parameters.find(([, value]) => !Number.isFinite(value));
  if (infinite) return infinite[0];
  const free = locations[prior.family] ?? [];
  const negative = parameters.find(([name, value]) => !free.includes(name) && !(value > 0));
  if (negative) return negative[0];
  if (prior.family !== 'uniform' && prior.family !== 'truncated_normal') return undefined;
  const { low, high } = prior;
  if (low === undefined && high === undefined) return 'low';
  return low !== undefined && high !== undefined && !(low < high) ? 'high' : undefined;
}
