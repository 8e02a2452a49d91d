// How long and from which seed to sample: settings of a run, outside the spec.
import type { Problem } from '@mixmodel/engine';
import { z } from 'zod';
import { type Checked, check } from './spec/read.ts';

/** R-hat compares chains, so one alone proves nothing; metric and step size need a warm-up to settle. */
export const samplingLimits = {
  seed: { least: 0, most: Number.MAX_SAFE_INTEGER },
  chains: { least: 2, most: 16 },
  warmup: { least: 100, most: 100_000 },
  draws: { least: 100, most: 100_000 },
} as const;

/** What a mode samples where nothing else is said: read by screens that announce a run; the engine decides. */
export const samplingDefaults = {
  quick: { seed: 1, chains: 2, warmup: 300, draws: 500, targetAcceptance: 0.8 },
  full: { seed: 1, chains: 4, warmup: 300, draws: 2000, targetAcceptance: 0.8 },
} as const;

const whole = (name: keyof typeof samplingLimits) =>
  z.int().min(samplingLimits[name].least).max(samplingLimits[name].most).optional();

export const samplingSchema = z.strictObject({
  mode: z.enum(['quick', 'full']).optional(),
  seed: whole('seed'),
  chains: whole('chains'),
  warmup: whole('warmup'),
  draws: whole('draws'),
  targetAcceptance: z.number().min(0.6).max(0.999).optional(),
});

export type SamplingSettings = z.infer<typeof samplingSchema>;

/** `value` as sampling settings, or every problem with them, in the codes the engine uses as well. */
export function checkSampling(value: object): Checked<SamplingSettings> {
  const checked = check(value, samplingSchema);
  if (checked.ok) return checked;
  const problems = new Map(checked.problems.map((problem) => [problem.path, asSetting(problem, value)]));
  return { ok: false, problems: [...problems.values()] };
}

function asSetting(problem: Problem, value: object): Problem {
  const { path } = problem;
  const got = String(Reflect.get(value, path));
  if (problem.code === 'unknown_key') return problem;
  if (path === 'mode') return { code: 'unknown_mode', path, facts: { got, choices: ['quick', 'full'] } };
  if (path === 'targetAcceptance') return { code: 'target_acceptance', path, facts: { got } };
  return {
    code: 'sampling_setting',
    path,
    facts: { got, ...samplingLimits[path as keyof typeof samplingLimits] },
  };
}
