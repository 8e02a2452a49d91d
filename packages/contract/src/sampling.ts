// How long and from which seed to sample: settings of a run, outside the spec.
import type { Problem } from '@mixmodel/engine';
import * as z from 'zod';
import { samplingLimits } from './sampling-limits.ts';
import { type Checked, check } from './spec/read.ts';

const whole = (name: keyof typeof samplingLimits) =>
  z.int().min(samplingLimits[name].least).max(samplingLimits[name].most).optional();

export const samplingSchema = z
  .strictObject({
    mode: z.enum(['quick', 'full']).optional(),
    seed: whole('seed'),
    chains: whole('chains'),
    warmup: whole('warmup'),
    draws: whole('draws'),
    targetAcceptance: z.number().min(0.6).max(0.999).optional(),
  })
  .meta({ id: 'SamplingSettings' });

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
