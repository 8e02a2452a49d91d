// Lift tests in the result: what each measured beside what the model says of it, and how far apart the two are.
import { meanAndSd } from '../diagnostics/moments.ts';
import { summarize } from '../diagnostics/summarize.ts';
import type { Spec } from '../model/spec.ts';
import type { FitWarning, LiftTestResult } from './result.ts';

/** Two in a hundred tests would be this far from a model without them by chance. */
const CONFLICT = 2.326;
/** Where the prediction hangs on the test almost alone, there is next to nothing to compare it with. */
const MOST_LEVERAGE = 0.9;

/** `drawsOf` gives the predictions of test `i`. */
export function liftResults(
  { liftTests = [] }: Spec,
  drawsOf: (name: string) => Float64Array,
): LiftTestResult[] {
  return liftTests.map(({ name, channels, unit, lift, sd }) => {
    const predictions = drawsOf(`lift[${name}]`);
    return {
      name,
      channels,
      unit,
      lift,
      sd,
      predicted: summarize(predictions),
      z: deleted(predictions, lift, sd),
    };
  });
}

/**
 * How many standard deviations the test is from the model without it. The draws know the test already; for a normal
 * posterior of variance v, taking its factor out again leaves lift − prediction at (lift − mean)/√(sd² − v), the deleted
 * residual of regression (Belsley, Kuh & Welsch 1980). Where v/sd², its leverage, is near 1 the test stands alone.
 */
function deleted(predictions: Float64Array, lift: number, sd: number): number {
  const found = meanAndSd(predictions);
  const leverage = Math.min(MOST_LEVERAGE, (found.sd / sd) * (found.sd / sd));
  return (lift - found.mean) / (sd * Math.sqrt(1 - leverage));
}

export function liftWarnings(tests: readonly LiftTestResult[] = []): FitWarning[] {
  return tests
    .filter(({ z }) => Math.abs(z) > CONFLICT)
    .map(({ name, unit, lift, predicted, z }) => ({
      code: 'lift_conflict',
      facts: { test: name, unit, measured: lift, predicted: predicted.mean, z },
    }));
}
