// Lift tests in the result: what each measured beside what the model says of it, and how far apart the two are.
import { summarize } from '../diagnostics/summarize.ts';
import { variableNamed } from '../insights/variables.ts';
import { columnByChain, pooled } from './read-draws.ts';
import type { FitWarning, LiftTestResult } from './result.ts';
import { type Known, refitted, reweighted } from './without-test.ts';

/** Two in a hundred tests would be this far from a model without them by chance. */
const CONFLICT = 2.326;

export function liftResults(known: Known): LiftTestResult[] {
  return (known.spec.liftTests ?? []).map((test, i) => {
    const { name, channels, unit, lift, sd } = test;
    const predictions = pooled(columnByChain(known.draws, variableNamed(known.draws, 'lift').offset + i));
    const expected = reweighted(predictions, test) ?? refitted(i, known);
    const apart = Math.sqrt(sd * sd + expected.sd * expected.sd);
    const z = (lift - expected.mean) / apart;
    return { name, channels, unit, lift, sd, predicted: summarize(predictions), expected, z };
  });
}

export function liftWarnings(tests: readonly LiftTestResult[] = []): FitWarning[] {
  return tests
    .filter(({ z }) => Math.abs(z) > CONFLICT)
    .map(({ name, unit, lift, sd, predicted, expected, z }) => ({
      code: 'lift_conflict',
      facts: {
        test: name,
        unit,
        measured: lift,
        sd,
        predicted: predicted.mean,
        ...(expected ? { expected: expected.mean, expectedSd: expected.sd } : {}),
        z,
      },
    }));
}
