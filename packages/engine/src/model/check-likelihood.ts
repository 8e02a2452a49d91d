// Whether the noise a draft asks for exists, can be computed, and fits the data: every problem, each with its path.
import { log } from '../numeric/elementary.ts';
import { coordinateOf } from '../priors/coordinate.ts';
import { boundsOf, distribution } from '../priors/distribution.ts';
import type { Problem } from '../problem.ts';
import { improperPart } from './check-prior.ts';
import { columnOf, type ModelData } from './data.ts';
import { trainingMask } from './holdout.ts';
import { noiseBounds } from './noise-parameters.ts';
import { lawOf } from './own-parameters.ts';
import type { LikelihoodSpec, Prior, SpecDraft } from './spec.ts';

const choices = {
  family: ['normal', 'student_t'],
  link: ['identity', 'log'],
  errors: ['independent', 'ar1'],
} as const satisfies Partial<Record<keyof LikelihoodSpec, readonly string[]>>;

/** Less of a prior between the bounds than this, and its quantiles there leave the range of doubles. */
const LEAST_MASS = 1e-9;

export function checkLikelihood({ likelihood = {}, channels, preset = 'default' }: SpecDraft): Problem[] {
  const unknown = (['family', 'link', 'errors'] as const).flatMap((key): Problem[] => {
    const got = likelihood[key];
    if (got === undefined || choices[key].some((one) => one === got)) return [];
    return [
      {
        code: 'unknown_noise',
        path: `likelihood.${key}`,
        facts: { key, got: String(got), choices: choices[key] },
      },
    ];
  });
  if (unknown.length > 0) return unknown;
  return [
    ...together(likelihood),
    ...(likelihood.link === 'log' ? checkSizes(channels) : []),
    ...(likelihood.link === 'log' && preset !== 'default' ? [presetWithLog(preset)] : []),
    ...ownPrior('nu', 'family', 'student_t', likelihood),
    ...ownPrior('rho', 'errors', 'ar1', likelihood),
  ];
}

/** Presets state additive models. */
function presetWithLog(preset: string): Problem {
  return { code: 'preset_with_log', path: 'preset', facts: { got: preset } };
}

/** Two of a kind that this engine has no density for. */
function together({ family, link, errors }: Partial<LikelihoodSpec>): Problem[] {
  if (family !== 'student_t') return [];
  if (errors === 'ar1') return [{ code: 'student_t_with_ar1', path: 'likelihood.errors' }];
  // E[e^noise] is infinite for every ν: there would be no expected KPI to report.
  if (link === 'log') return [{ code: 'student_t_with_log', path: 'likelihood.link' }];
  return [];
}

/** What a channel brings depends on all others where parts multiply: nothing but its coefficient can be stated. */
function checkSizes(channels: SpecDraft['channels']): Problem[] {
  return channels.flatMap(({ column, size }, c): Problem[] => {
    if (!size || size.kind === 'coefficient') return [];
    return [{ code: 'size_with_log', path: `channels[${c}].size.kind`, column, facts: { got: size.kind } }];
  });
}

/** `nu` and `rho` belong to one family and one kind of errors, and are distributions with something inside the bounds. */
function ownPrior(
  name: 'nu' | 'rho',
  key: 'family' | 'errors',
  value: string,
  likelihood: Partial<LikelihoodSpec>,
): Problem[] {
  const prior = likelihood[name];
  if (!prior) return [];
  const path = `likelihood.${name}`;
  if (likelihood[key] !== value) return [{ code: 'prior_of_other_noise', path, facts: { name, key, value } }];
  const improper = improperPart(prior);
  if (improper)
    return [{ code: 'prior_parameter', path: `${path}.${improper}`, facts: { family: prior.family } }];
  const [low, high] = noiseBounds[name];
  if (leavesSome(prior, low, high)) return [];
  const bounds = high === Number.POSITIVE_INFINITY ? `above ${low}` : `between ${low} and ${high}`;
  return [{ code: 'noise_prior_outside', path, facts: { name, bounds, family: prior.family } }];
}

function leavesSome(prior: Prior, low: number, high: number): boolean {
  const law = distribution(prior);
  const own = boundsOf(law.support);
  if (own.low >= high || own.high <= low) return false;
  const kept = lawOf({ prior, within: [low, high] });
  const middle = kept.atNormal(0);
  // Made whole again, a density grows by one over the mass that was kept.
  const logMass = law.logDensity(middle) - kept.logDensity(middle);
  if (!(logMass > log(LEAST_MASS))) return false;
  const at = coordinateOf(kept);
  return [-8, -4, 0, 4, 8].every((z) => {
    at.at(z);
    return at.slope > 0 && [at.x, at.slope, at.logDensity, at.logDensitySlope].every(Number.isFinite);
  });
}

/** What the noise asks of the KPI: no hole between AR(1) errors, nothing but positive numbers under a logarithm. */
export function checkKpi({ likelihood = {}, columns, holdout }: SpecDraft, data: ModelData): Problem[] {
  const { column } = columns.target;
  const kpi = columnOf(data, column);
  const mask = trainingMask(kpi, data, holdout);
  const known = Array.from(kpi.keys()).filter((t) => mask[t] === 1);
  const problems: Problem[] = [];
  const add = (code: string, path: string, at: readonly number[]) => {
    if (at.length > 0)
      problems.push({ code, path, column, facts: { rows: at.map((t) => String(t + 2)), count: at.length } });
  };
  if (likelihood.errors === 'ar1') {
    const [first, last] = [known[0], known[known.length - 1]];
    const holes = Array.from(kpi.keys()).filter((t) => t > first && t < last && Number.isNaN(kpi[t]));
    add('ar1_missing_rows', 'likelihood.errors', holes);
  }
  if (likelihood.link === 'log')
    add(
      'log_of_nothing',
      'likelihood.link',
      known.filter((t) => !(kpi[t] > 0)),
    );
  return problems;
}
