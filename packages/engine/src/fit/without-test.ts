// What a model would expect of a lift test had it never seen it: from weighted draws, or from a short chain without it.
import { meanAndSd } from '../diagnostics/moments.ts';
import { paretoWeights } from '../diagnostics/pareto-weights.ts';
import { variableNamed } from '../insights/variables.ts';
import type { ModelData } from '../model/data.ts';
import type { LiftTestSpec, Spec } from '../model/spec.ts';
import { runChain } from './chain.ts';
import type { Draws } from './draws.ts';
import { columnByChain, pooled } from './read-draws.ts';
import type { LiftTestResult } from './result.ts';

export type Expected = NonNullable<LiftTestResult['expected']>;

/** Enough for a mean and an sd; the interval nobody is shown would want more. */
const WARMUP = 300;
const DRAWS = 500;
const TARGET_ACCEPTANCE = 0.9;

/** So wide that the test says nothing, and its prediction is still computed. */
const BLIND = 1e9;

/**
 * Draws weighted by one over the test's likelihood are draws of the posterior without it: Pareto-smoothed, they are good
 * while the tail of the weights is light. Undefined where it is not: the test decided so much, or is so far away, that the
 * draws hardly reach where the model would be without it.
 */
export function reweighted(
  predictions: Float64Array,
  { lift, sd }: Pick<LiftTestSpec, 'lift' | 'sd'>,
): Expected | undefined {
  const { weights, shape, most } = paretoWeights(
    predictions.map((m) => 0.5 * ((lift - m) / sd) * ((lift - m) / sd)),
  );
  if (!(shape <= most)) return undefined;
  const mean = predictions.reduce((sum, m, s) => sum + weights[s] * m, 0);
  const variance = predictions.reduce((sum, m, s) => sum + weights[s] * (m - mean) * (m - mean), 0);
  return { mean, sd: Math.sqrt(variance), by: 'weights' };
}

/** What a fit without a test needs: `draws` say where its prediction stands. */
export interface Known {
  readonly spec: Spec;
  readonly data: ModelData;
  readonly draws: Draws;
  readonly seed: number;
}

/** One chain of the model without test `i`, on this thread: the same seed gives the same numbers. */
export function refitted(i: number, { spec, data, draws, seed }: Known): Expected {
  const tests = spec.liftTests ?? [];
  const { lift, sd } = tests[i];
  const blind = { ...tests[i], sd: BLIND * Math.max(Math.abs(lift), sd) };
  const chain = runChain({
    spec: { ...spec, liftTests: tests.map((test, j) => (j === i ? blind : test)) },
    data,
    seed,
    chain: 0,
    warmup: WARMUP,
    draws: DRAWS,
    targetAcceptance: TARGET_ACCEPTANCE,
  });
  for (;;) {
    const step = chain.next();
    if (!step.done) continue;
    const column = variableNamed(draws, 'lift').offset + i;
    return {
      ...meanAndSd(pooled(columnByChain({ ...draws, segments: [[step.value]] }, column))),
      by: 'refit',
    };
  }
}
