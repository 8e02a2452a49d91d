// Calibration is not blind: an engine that ignores its data does not pass. All mutants: `npm run evidence`.
import { describe, expect, it } from 'vitest';
import { calibrationStep, quantityNames, shortPlan } from './calibrate.ts';
import { modelOf, seedOf, shortForm } from './configurations.ts';
import { mutants } from './mutants.ts';
import { judge, refusals, threshold } from './verdict.ts';

const FITS = 20;
const [configuration] = shortForm;
const { spec, data: inputs } = modelOf(configuration);

function refused(mutant: keyof typeof mutants): string[] {
  const setting = { spec, inputs, plan: shortPlan, sampler: mutants[mutant] };
  const steps = Array.from({ length: FITS }, (_, i) => calibrationStep(setting, seedOf(configuration, i)));
  const verdict = judge(mutant, quantityNames(spec, inputs), steps, shortPlan);
  return refusals(verdict, threshold([verdict]));
}

describe('a wrong engine', () => {
  it('that ignores the data has uniform parameters and is told by the likelihood and the last mean alone', () => {
    const told = refused('data ignored');
    expect(told.some((words) => words.includes('log_likelihood'))).toBe(true);
    expect(told.every((words) => /log_likelihood|last_mean/.test(words))).toBe(true);
  });
});
